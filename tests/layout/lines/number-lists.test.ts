import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/blocks/block.ts';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { createLanguage } from '../../../src/layout/language/language.ts';
import { toItems } from '../../../src/layout/lines/text-items.ts';
import { typeLook } from '../../../src/layout/lines/type-look.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { fonts, nowhere } from '../../support.ts';

const report = createReport();
const style = readStyles(readTemplateSet(report).styles, report).get('standard')!;

/** How many places there are at which a line may end. */
function breaks(words: string): number {
  const text: Inline[] = [{ kind: 'text', text: words }];
  const options = { look: typeLook(style, 'body'), at: nowhere, width: 1000 };
  return toItems(text, options, { fonts, report, language: createLanguage('en') }).filter(
    (item) => item.kind === 'glue' && !item.kept,
  ).length;
}

describe('a short number', () => {
  it('stays with the word before it', () => expect(breaks('In chapter 3 they part')).toBe(3));

  // A reading guide in large print ran its index off the page.
  it('may begin a line in a list of numbers', () => expect(breaks('Kathy H. 3, 14, 15, 92')).toBe(3));
});
