import { beforeAll, describe, expect, it } from 'vitest';
import { createReport } from '../../../../src/diagnostics/report.ts';
import type { ProductOut } from '../../../../src/exchange/out/product-out.ts';
import { writeWord } from '../../../../src/exchange/out/word/write-word.ts';
import { splitAtPageBreaks } from '../../../../src/layout/block-sections.ts';
import { readPicture } from '../../../../src/pages/pictures/read-picture.ts';
import { readBlocks } from '../../../read-blocks.ts';
import { fonts } from '../../../support.ts';
import { kindsOf } from '../pack-out.ts';
import { productsOf } from '../product-out.ts';
import { readWord, textOfWord } from '../products/written-text.ts';
import { all, type Xml } from '../xml/read-xml.ts';

let handout: ProductOut;
let paper: ProductOut;
beforeAll(async () => {
  handout = (await productsOf('tests/packs/optics', 'handout'))[0]!;
  paper = (await productsOf('tests/packs/optics', 'exam-paper'))[0]!;
});

const LOGO = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>',
);

/** A picture as a build reads it. */
const drawing = () => readPicture({ path: 'logo.svg', bytes: LOGO }, fonts, createReport())!.picture;

/** A Word file of Markdown. */
async function written(markdown: string, more: Partial<ProductOut> = {}) {
  const made = await writeWord({ ...handout, blocks: readBlocks(markdown).blocks, ...more });
  return { ...readWord(made.bytes), losses: made.losses };
}

const values = (element: Xml | undefined, name: string, attribute = 'w:val') =>
  element ? all(element, name).map(({ attributes }) => attributes[attribute]) : [];

describe('a Word file', () => {
  it('has real headings, in the styles of Word, with bookmarks for links', async () => {
    const { lines, document } = await written('# One\n\n## Two\n\n### Three\n\nSee [two](#two).');
    expect(lines.slice(0, 3).map(({ style, text }) => [style, text])).toEqual([
      ['Heading1', 'One'],
      ['Heading2', 'Two'],
      ['Heading3', 'Three'],
    ]);
    const [link] = all(document, 'w:hyperlink');
    expect(values(document, 'w:bookmarkStart', 'w:name')).toContain(link!.attributes['w:anchor']);
  });

  it('has lists that Word counts, bullets too, and begins anew with another list', async () => {
    const { lines } = await written('3. c\n4. d\n\nText.\n\n1. a\n2. b\n\n- x');
    const lists = lines.filter(({ text }) => /^[a-dx]$/.test(text));
    expect(lists.every(({ isNumbered }) => isNumbered)).toBe(true);
    expect(lists.map(({ text }) => text).join('')).toBe('cdabx');
    const [c, d, a, b, x] = lists.map(({ xml }) => values(xml, 'w:numId')[0]);
    expect([c === d, a === b]).toEqual([true, true]);
    expect(new Set([c, a, x]).size).toBe(3);
  });

  it('counts the questions of a paper on from one to the next, and draws their lines to write on', async () => {
    const { lines } = readWord((await writeWord(paper)).bytes);
    const questions = lines.filter(
      ({ text, isNumbered }) => isNumbered && text.startsWith('How does light travel'),
    );
    expect(questions).toHaveLength(1);
    const numbered = values(questions[0]!.xml, 'w:numId')[0];
    expect(lines.filter(({ xml }) => values(xml, 'w:numId')[0] === numbered).length).toBeGreaterThan(3);
    expect(lines.filter(({ style }) => style === 'AnswerLine').length).toBeGreaterThan(3);
    expect(lines.filter(({ style }) => style === 'AnswerLine').every(({ text }) => text === '')).toBe(true);
  });

  it('has tables with a header that is repeated and with alignment, no wider than the page', async () => {
    const { document } = await written('| a | b |\n|:--|--:|\n| c | 1 |\n| d | 2 |');
    const [table] = all(document, 'w:tbl');
    expect(all(table!, 'w:tr')).toHaveLength(3);
    expect(values(table, 'w:tblHeader', 'w:val')).toHaveLength(1);
    expect(all(table!, 'w:tc').map((cell) => textOfWord(cell).trim())).toEqual([
      'a',
      'b',
      'c',
      '1',
      'd',
      '2',
    ]);
    expect(values(all(table!, 'w:tr')[1], 'w:jc')).toEqual(['right']);
    const widths = values(table, 'w:gridCol', 'w:w').map(Number);
    const [page] = all(document, 'w:pgSz');
    const [margin] = all(document, 'w:pgMar');
    const room =
      Number(page!.attributes['w:w']) -
      Number(margin!.attributes['w:left']) -
      Number(margin!.attributes['w:right']);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(room + 2);
  });

  it('has footnotes', async () => {
    const { document, part } = await written('A claim.[^1]\n\n[^1]: Its *source*.');
    const [reference] = values(document, 'w:footnoteReference', 'w:id');
    const notes = all(part('word/footnotes.xml')!, 'w:footnote');
    const note = notes.find(({ attributes }) => attributes['w:id'] === reference);
    expect(textOfWord(note!).trim()).toBe('Its source.');
  });

  it('keeps emphasis, languages and marks at the end of a line', async () => {
    const { document } = await written('**bold** *slanted* ~~gone~~ [der Docht]{lang=de}');
    const runOf = (word: string) => all(document, 'w:r').find((run) => textOfWord(run) === word)!;
    expect(all(runOf('bold'), 'w:b')).toHaveLength(1);
    expect(all(runOf('slanted'), 'w:i')).toHaveLength(1);
    expect(all(runOf('gone'), 'w:strike')).toHaveLength(1);
    const { lines } = readWord((await writeWord(paper)).bytes);
    const marked = lines.find(({ text }) => /\[2\smarks\]$/.test(text))!;
    expect(values(marked.xml, 'w:tab')).toContain('right');
  });

  it('describes pictures, and has them in it', async () => {
    const { document, files } = await written('![A lamp on a table](lamp.svg)', {
      pictures: new Map([['lamp.svg', drawing()]]),
    });
    expect(values(document, 'wp:docPr', 'descr')).toEqual(['A lamp on a table']);
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/image1.png',
    ]);
  });

  it('has the head and foot of print: school, logo, mark, and pages that Word counts', async () => {
    const { part, document } = await written('Text.', {
      page: {
        ...handout.page,
        furniture: true,
        'head-left': '{school} · {section}',
        'foot-right': '{page}/{pages}',
      },
      furniture: {
        values: { ...handout.furniture.values, school: 'Hill School' },
        logo: 'logo.svg',
        mark: 'TEACHER',
      },
      pictures: new Map([['logo.svg', drawing()]]),
    });
    const header = part('word/header1.xml')!;
    const footer = part('word/footer1.xml')!;
    expect(textOfWord(header)).toContain('Hill School');
    expect(textOfWord(header)).not.toContain('{');
    expect(all(header, 'w:drawing')).toHaveLength(1);
    expect(textOfWord(footer)).toContain('TEACHER');
    expect(footer.text).toMatch(/PAGE\b.*\/.*NUMPAGES/s);
    expect(values(document, 'w:headerReference', 'w:type')).toEqual(['default']);
  });

  it('leaves the first page without head and foot where it is a cover', async () => {
    const { document } = await written('Text.', { page: { ...handout.page, cover: true, furniture: true } });
    expect(all(document, 'w:titlePg')).toHaveLength(1);
  });

  it('numbers the lines of a text and no others', async () => {
    const at = { file: 'page.md', line: 1, column: 1 };
    const { blocks } = readBlocks('Before.\n\nA text.\n\nAfter.');
    const { document, lines } = await written('', {
      blocks: [
        blocks[0]!,
        { kind: 'numbered-lines', at, every: 5, first: 1, blocks: [blocks[1]!] },
        blocks[2]!,
      ],
    });
    expect(values(document, 'w:lnNumType', 'w:countBy')).toEqual(['5']);
    const silent = lines.filter(({ xml }) => all(xml, 'w:suppressLineNumbers').length > 0);
    expect(silent.map(({ text }) => text).filter(Boolean)).toEqual(['Before.', 'After.']);
  });

  it('has no room above what begins a page, and keeps room that was asked for', async () => {
    const before = async (markdown: string) => {
      const { lines } = await written(markdown);
      return values(lines[0]!.xml, 'w:spacing', 'w:before')[0];
    };
    expect(await before('# Title')).toBe('0');
    const at = { file: 'page.md', line: 1, column: 1 };
    const { blocks } = readBlocks('# Title');
    const { lines } = await written('', { blocks: [{ kind: 'space', at, height: 30, fill: 0 }, ...blocks] });
    expect(Number(values(lines[0]!.xml, 'w:spacing', 'w:before')[0])).toBeGreaterThanOrEqual(600);
  });

  it('has the date of the pack, its title and author, its language and its paper', async () => {
    const { part, document } = await written('Text.');
    const core = part('docProps/core.xml')!;
    expect(core.text).toContain('2026-02-03T00:00:00.000Z');
    expect(core.text).toContain('A. Teacher');
    expect(values(part('word/styles.xml'), 'w:lang')[0]).toBe('en-GB');
    expect(values(document, 'w:pgSz', 'w:w')).toEqual(['11906']);
    expect(values(document, 'w:pgSz', 'w:h')).toEqual(['16838']);
  });

  it('has cards in boxes, one below another', async () => {
    const [cards] = await productsOf('tests/packs/optics', 'vocabulary-cards');
    const { document } = readWord((await writeWord(cards!)).bytes);
    const sides = splitAtPageBreaks(cards!.blocks).length;
    const body = document.children[0]!.children;
    expect(body.filter(({ name }) => name === 'w:tbl')).toHaveLength(sides);
    expect(all(document, 'w:sectPr')).toHaveLength(1);
  });

  it('names what Word cannot hold', async () => {
    const { losses } = await written('Text.', { page: { ...handout.page, 'margin-column': 0 } });
    expect(kindsOf(losses)).toContain(
      'the fonts: Word shows Cambria, Calibri, Verdana or Consolas, which computers have',
    );
    expect(kindsOf(losses).join()).not.toContain('margin column');
    expect(kindsOf((await writeWord(handout)).losses).join()).toContain('the margin column');
  });

  it('holds letters that XML has no place for without breaking', async () => {
    const { text } = await written('a & b < c > d "e" \u0001\uFFFE 🂡');
    expect(text).toContain('a & b < c > d "e"');
    expect(text).toContain('🂡');
  });
});
