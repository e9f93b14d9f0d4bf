import { describe, expect, it } from 'vitest';
import type { Block, Heading } from '../../src/blocks/block.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import { type PageOptions, pageSetup } from '../../src/layout/paging/page-setup.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import { mm } from '../../src/pages/length.ts';
import type { TextMark } from '../../src/pages/page.ts';
import { fonts, nowhere } from '../support.ts';

const report = createReport();
const styles = readStyles(readTemplateSet(report).styles, report);

const wishes: PageOptions = {
  columns: 1,
  'margin-column': 0,
  'two-sided': false,
  furniture: true,
  cover: false,
  'head-left': '',
  'head-right': '',
  'foot-left': '{pack} · {product}',
  'foot-right': 'Page {page} of {pages}',
};
const text = (words: string) => [{ kind: 'text' as const, text: words }];
const heading = (words: string): Block => ({ kind: 'heading', at: nowhere, level: 1, text: text(words) });
const pageBreak: Block = { kind: 'page-break', at: nowhere, recto: false };
const rightPage: Block = { ...pageBreak, recto: true };
const THREE_PAGES = [heading('One'), pageBreak, heading('Two'), pageBreak, heading('Two, too')];

/** Three pages, of two sections, or what else is given. */
function pages(
  more: Partial<PageOptions>,
  style = 'standard',
  mark?: string,
  blocks: readonly Block[] = THREE_PAGES,
) {
  const values = { pack: 'Pack {page}', product: 'Guide', title: 'Light', 'turn-over': 'Turn over' };
  const setup = pageSetup({ width: 600, height: 800 }, { ...wishes, ...more }, styles.get(style)!, {
    values,
    ...(mark !== undefined && { mark }),
    at: nowhere,
    perSheet: 1,
  });
  return layOut(
    blocks,
    { setup, style: styles.get(style)!, fonts, language: createLanguage('en') },
    report,
  ).pages.map(({ marks }) => marks.filter((one): one is TextMark => one.kind === 'text'));
}

const furnitureOf = (marks: readonly TextMark[]) =>
  marks.filter(({ structureRef }) => 'artifact' in structureRef).map((mark) => mark.text.trim());

describe('pages that are left over', () => {
  const blank = { 'blank-page': 'This page is left blank.', 'two-sided': true };
  const wordsOf = (made: readonly (readonly TextMark[])[]) =>
    made.map((marks) => marks.map((mark) => mark.text.trim()).join('|'));
  const turning = { 'head-left': '', 'foot-left': '', 'foot-right': '{turn-over}' };

  it('say that they are blank: the one before a right-hand page, and the back of the last sheet', () => {
    const made = pages({ ...blank, furniture: false }, 'standard', undefined, [
      heading('One'),
      rightPage,
      heading('Two'),
    ]);
    expect(wordsOf(made)).toEqual(['One', 'This page is left blank.', 'Two', 'This page is left blank.']);
    const [said] = made[1]!;
    expect(said!.structureRef).toEqual({ artifact: 'page' });
    // In the middle of the text: 20 and 16 mm from the edges, mirrored.
    expect(said!.x + said!.width / 2).toBeCloseTo((mm(16) + 600 - mm(20)) / 2, 0);
  });

  it('are numbered and counted, and nobody is told to turn to the last of them', () => {
    const counted = pages({
      ...blank,
      'head-left': 'Page {page} of {pages}',
      'foot-left': '',
      'foot-right': '',
    });
    expect(counted.map(furnitureOf).map(([first]) => first)).toContain('Page 3 of 4');
    expect(counted).toHaveLength(4);
    expect(pages({ ...blank, ...turning }).map(furnitureOf)).toEqual([
      ['Turn over'],
      ['Turn over'],
      [],
      ['This page is left blank.'],
    ]);
  });

  it('are lines for notes where a product does not say what stands on them', () => {
    const made = pages(
      { 'two-sided': true, furniture: false, 'notes-title': 'Notes' },
      'standard',
      undefined,
      [heading('One'), rightPage, heading('Two')],
    );
    expect(wordsOf(made)).toEqual(['One', 'Notes', 'Two']);
  });
});

describe('furniture', () => {
  it('leaves no dot beside what stands for nothing', () => {
    expect(
      furnitureOf(pages({ 'head-left': '{pack} · {form}', 'foot-left': '', 'foot-right': '' })[0]!),
    ).toEqual(['Pack {page}']);
  });

  it('fills its tokens in once: a title that holds braces keeps them', () => {
    expect(pages({}).map(furnitureOf)).toEqual([
      ['Pack {page} · Guide', 'Page 1 of 3'],
      ['Pack {page} · Guide', 'Page 2 of 3'],
      ['Pack {page} · Guide', 'Page 3 of 3'],
    ]);
  });

  it('names the section that a page stands in', () => {
    const made = pages({ 'head-left': '{title}: {section}', 'foot-left': '', 'foot-right': '' });
    expect(made.map(furnitureOf)).toEqual([['Light: One'], ['Light: Two'], ['Light: Two, too']]);
  });

  it('names the section and the entry that a page continues, but not a section that begins it', () => {
    const entry = (text: string): Block => ({ ...(heading(text) as Heading), level: 2 });
    const made = pages(
      { 'head-left': '{running}', 'foot-left': '', 'foot-right': '' },
      'standard',
      undefined,
      [
        heading('People'),
        entry('Ann'),
        pageBreak,
        heading('Places'),
        pageBreak,
        entry('Rome'),
        entry('Ur'),
        pageBreak,
        { kind: 'rule', at: nowhere },
        entry('Troy'),
      ],
    );
    // The last page continues what came before it.
    expect(made.map(furnitureOf)).toEqual([[], [], ['Places · Rome'], ['Places · Ur']]);
  });

  it('has a mark for whom the pages are, whatever else it says', () => {
    expect(furnitureOf(pages({ 'foot-left': '' }, 'standard', 'TEACHER')[0]!)[0]).toBe('TEACHER');
  });

  it('is mirrored on left-hand pages of what has two sides', () => {
    const [right, left] = pages({ 'two-sided': true });
    const find = (marks: readonly TextMark[], words: string) =>
      marks.find((mark) => mark.text.includes(words))!;
    // The standard style's margins: 20 mm inside, 16 mm outside.
    expect(find(right!, 'Guide').x).toBeCloseTo(mm(20), 1);
    expect(find(left!, 'Page').x).toBeCloseTo(mm(16), 1);
    expect(find(left!, 'Two').x).toBeCloseTo(mm(16), 1);
    const end = find(left!, 'Guide');
    expect(end.x + end.width).toBeCloseTo(600 - mm(20), 1);
    const [, single] = pages({});
    expect(find(single!, 'Two').x).toBeCloseTo(mm(20), 1);
  });

  it('takes the room that it needs from the page, and leaves the edge of the paper clear', () => {
    const long = 'A long head that fills more than one line in large print';
    for (const style of styles.keys()) {
      const marks = pages({ 'head-left': long, 'foot-left': long }, style)[0]!;
      const around = marks.filter(({ structureRef }) => 'artifact' in structureRef);
      const title = marks.find((mark) => mark.text === 'One')!;
      const heads = around.filter((mark) => mark.y < 400);
      const feet = around.filter((mark) => mark.y > 400);
      expect(Math.max(...heads.map((mark) => mark.y))).toBeLessThan(title.y - title.size * 0.9);
      expect(Math.min(...heads.map((mark) => mark.y - mark.size))).toBeGreaterThan(mm(4));
      expect(Math.max(...feet.map((mark) => mark.y))).toBeLessThan(800 - mm(5));
      for (const { size } of around) expect(size).toBeGreaterThanOrEqual(styles.get(style)!['smallest-size']);
    }
  });
});
