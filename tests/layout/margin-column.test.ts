import { describe, expect, it } from 'vitest';
import type { Aside, Block, Paragraph } from '../../src/blocks/block.ts';
import { sourceTexts } from '../../src/blocks/source-texts.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import type { PageSetup } from '../../src/layout/paging/page-setup.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import { fonts, nowhere } from '../support.ts';

const styles = readStyles(readTemplateSet(createReport()).styles, createReport());
/** The text is 300 points wide, with a column of 80 beside it; 20 between them and 50 and 30 outside. */
const setup: PageSetup = {
  width: 480,
  height: 400,
  margins: { inner: 50, outer: 30, top: 20, bottom: 20 },
  twoSided: true,
  divisible: true,
  columns: { count: 1, gap: 20 },
  marginColumn: { width: 80, gap: 20 },
};
const text = (words: string): Paragraph => ({
  kind: 'paragraph',
  at: nowhere,
  look: 'body',
  text: [{ kind: 'text', text: words }],
});
const aside = (words: string, more: Partial<Aside> = {}): Aside => ({
  kind: 'aside',
  at: nowhere,
  blocks: [text(words)],
  ...more,
});
const wide = { kind: 'group', at: nowhere, wide: true, blocks: [text('Wide')] } as const;
const turn: Block = { kind: 'page-break', at: nowhere, recto: false };

/** Where each text begins on its page, counted from 0. */
function placesOf(blocks: readonly Block[], own: Partial<PageSetup> = {}) {
  const options = {
    setup: { ...setup, ...own },
    style: styles.get('standard')!,
    fonts,
    language: createLanguage('en'),
  };
  const report = createReport();
  const laid = layOut(blocks, options, report);
  expect(report.diagnostics).toEqual([]);
  return laid.pages.map(({ marks }) =>
    marks.flatMap((mark) =>
      mark.kind === 'text' ? [{ text: mark.text.trim(), x: Math.round(mark.x), y: mark.y }] : [],
    ),
  );
}
const lefts = (blocks: readonly Block[], own: Partial<PageSetup> = {}) =>
  placesOf(blocks, own).map((page) => page.map(({ text, x }) => [text, x]));

describe('a margin column', () => {
  it('is at the outer edge', () => {
    expect(lefts([aside('A'), text('One'), turn, aside('B'), text('Two')])).toEqual([
      [
        ['One', 50],
        ['A', 370],
      ],
      // Its page is a left-hand one: the column begins at the outer margin, and the text 100 further in.
      [
        ['Two', 130],
        ['B', 30],
      ],
    ]);
  });

  it('is on the right of each page that is printed on one side', () => {
    const [, second] = lefts([aside('A'), text('One'), turn, aside('B'), text('Two')], { twoSided: false });
    expect(second).toEqual([
      ['Two', 50],
      ['B', 370],
    ]);
  });

  it('is left out where nothing is beside the text', () => {
    // A third of its 100 points goes to the text, and the rest to both sides.
    expect(lefts([text('One')])).toEqual([[['One', 83]]]);
  });

  it('is left out where a section has columns of its own', () => {
    const columns: Block = { ...turn, columns: 2 };
    expect(lefts([aside('A'), text('One'), columns, text('Two')])[1]).toEqual([['Two', 30]]);
  });

  it('is crossed by what is wide, below the notes on what comes before it', () => {
    const [first = [], second = []] = placesOf([
      text('One'),
      aside('A note of so many words that it is taller than its text'),
      text('Two'),
      wide,
      text('Three'),
      turn,
      aside('B'),
      text('Four'),
      wide,
    ]);
    const yOf = (name: string) => first.find(({ text }) => text.startsWith(name))!.y;
    const notes = first.filter(({ x }) => x === 370).map(({ y }) => y);
    expect(notes.length).toBeGreaterThan(2);
    for (const y of notes) expect(y).toBeLessThan(yOf('Wide'));
    expect(yOf('Three')).toBeGreaterThan(yOf('Wide'));
    expect(first.find(({ text }) => text === 'Wide')?.x).toBe(50);
    expect(second.find(({ text }) => text === 'Wide')?.x).toBe(30);
  });

  it('leaves no more room above what is wide than the notes need', () => {
    const tops = (...blocks: Block[]) => placesOf([...blocks, wide])[0]!.at(-1)!.y;
    const body = text('Words enough for some lines. '.repeat(8));
    expect(placesOf([body, aside('A'), wide])[0]!.find(({ text }) => text === 'Wide')!.y).toBe(tops(body));
  });

  it('has the notes of each entry beside it, on whatever page it is', () => {
    const note = (name: string) => aside(`${name} ${'in so many words '.repeat(6)}`);
    const entry = (name: string, lines: number) => [
      wide,
      note(name),
      ...Array.from({ length: lines }, () => text(name)),
    ];
    for (let lines = 1; lines < 24; lines++) {
      const names = ['One', 'Two', 'Three', 'Four'];
      const pages = placesOf([...names.flatMap((name, index) => entry(name, index === 0 ? lines : 2)), wide]);
      for (const page of pages) {
        // Wide lines are before or after the notes of an entry, never among them or between them and its text.
        const found = names.filter((name) => page.some(({ text }) => text === name));
        for (const name of names) {
          const own = page.filter(({ text }) => text.startsWith(`${name} `));
          if (own.length > 0) expect([name, found.includes(name)]).toEqual([name, true]);
          for (const { y } of own) {
            const before = page.filter((one) => one.text === 'Wide' && one.y < y).length;
            const first = page.find(({ text }) => text === name)!;
            expect(before).toBe(page.filter((one) => one.text === 'Wide' && one.y < first.y).length);
          }
        }
      }
    }
  });

  it('continues on the next page with what has no room', () => {
    const long = 'many words '.repeat(22).trim();
    const pages = placesOf([aside(`First ${long}`), aside(`Second ${long}`), text('One')]);
    expect(pages.map((page) => page.some(({ x }) => x === 370 || x === 30))).toEqual([true, true]);
  });

  it('has repeated notes where there is room, and otherwise leaves them out', () => {
    const repeated = aside('Again', { repeats: true });
    const body = text('Words enough for some lines. '.repeat(20));
    const shown = (blocks: readonly Block[], own = {}) =>
      placesOf(blocks, own)
        .flat()
        .filter(({ text }) => text === 'Again').length;
    expect(shown([repeated, repeated, body])).toBe(2);
    expect(shown([repeated, repeated, text('Short.')])).toBe(0);
    const { marginColumn: _, ...without } = setup;
    expect(shown([repeated, body], { ...without, marginColumn: undefined })).toBe(0);
  });

  it('has repeated notes one below another, as far as the text goes', () => {
    const repeated = ['A', 'B', 'C'].map((name) => aside(name, { repeats: true }));
    const body = Array.from({ length: 12 }, () => text('Words enough for some lines. '.repeat(3)));
    const [page = []] = placesOf([...repeated, ...body]);
    const tops = page.filter(({ x }) => x === 370).map(({ y }) => y);
    expect(tops).toHaveLength(3);
    expect(tops[1]! - tops[0]!).toBeGreaterThan(60);
    expect(tops[2]! - tops[1]!).toBeGreaterThan(60);
  });
});

describe('a left-hand page before a right-hand one', () => {
  const part = (facing: readonly Block[]): Block => ({
    kind: 'page-break',
    at: nowhere,
    recto: true,
    facing,
  });
  const words = (blocks: readonly Block[]) => placesOf(blocks).map((page) => page.map(({ text }) => text));

  it('has what faces it, if it would be blank', () => {
    expect(words([text('One'), part([text('Facing')]), text('Two')])).toEqual([['One'], ['Facing'], ['Two']]);
  });

  it('has nothing of it, if it is not blank', () => {
    expect(words([text('One'), turn, text('Verso'), part([text('Facing')]), text('Two')])).toEqual([
      ['One'],
      ['Verso'],
      ['Two'],
    ]);
  });

  it('stays blank if one page cannot hold it', () => {
    const long = Array.from({ length: 40 }, () => text('Facing'));
    expect(words([text('One'), part(long), text('Two')])).toEqual([['One'], [], ['Two']]);
  });
});

describe('the words that have to be on paper', () => {
  it('are not those of what is left out where there is no room', () => {
    const facing: Block = { kind: 'page-break', at: nowhere, recto: true, facing: [text('Facing')] };
    expect(
      sourceTexts([aside('Again', { repeats: true }), aside('Beside'), facing, text('One')]).filter(Boolean),
    ).toEqual(['Beside', 'One']);
  });
});
