import { describe, expect, it } from 'vitest';
import type { Columns } from '../../src/blocks/block.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import type { PageSetup } from '../../src/layout/paging/page-setup.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import { fonts, nowhere } from '../support.ts';

const report = createReport();
const styles = readStyles(readTemplateSet(report).styles, report);

/** Three columns, the first twice as wide, on a page 520 points wide: 480 for text. */
function tops(style: string): number[] {
  const column = (share: number, text: string): Columns['columns'][number] => ({
    share,
    blocks: [{ kind: 'paragraph', at: nowhere, look: 'body', text: [{ kind: 'text', text }] }],
  });
  const block: Columns = {
    kind: 'columns',
    at: nowhere,
    columns: [column(2, 'Name'), column(1, 'Class'), column(1, 'Date')],
  };
  const setup: PageSetup = {
    width: 520,
    height: 800,
    margins: { inner: 20, outer: 20, top: 20, bottom: 20 },
    twoSided: false,
    columns: { count: 1, gap: 0 },
  };
  const options = { setup, style: styles.get(style)!, fonts, language: createLanguage('en') };
  return layOut([block], options, report).pages[0]!.marks.flatMap((mark) =>
    mark.kind === 'text' ? [Math.round(mark.y)] : [],
  );
}

describe('columns', () => {
  it('stand side by side', () => {
    // 480 less two gaps of 14 is 452; a quarter of that is 113, more than 7 ems of 10.5.
    const [name, schoolClass, date] = tops('standard');
    expect([schoolClass, date]).toEqual([name, name]);
  });

  it('give the first a line of its own where type is too large for them', () => {
    // 480 less two gaps of 34 is 412; a quarter is 103, less than 7 ems of 24. Two columns of 223 have room.
    const [name, schoolClass, date] = tops('large-print-24');
    expect(schoolClass).toBeGreaterThan(name!);
    expect(date).toBe(schoolClass);
  });
});
