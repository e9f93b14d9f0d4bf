import { describe, expect, it } from 'vitest';
import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutText, textOfPages } from '../print-text.ts';

const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');

/** The pieces of text that are printed, each a line of a cell or part of one. */
const lines = (laid: Laid): string[] =>
  laid.pages.flatMap(({ marks }) => textsOf(marks).map(({ text }) => text.trim()));

/** Lays out a table of these rows, the first of them its header. */
function table(...rows: string[][]) {
  const [header = [], ...body] = rows;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return layOutText([row(header), row(header.map(() => '---')), ...body.map(row)].join('\n'));
}

/** Expects that each word of some texts is printed in one piece, and that nothing is reported. */
function expectWhole({ laid, report }: ReturnType<typeof table>, texts: readonly string[]): void {
  expect(report.diagnostics).toEqual([]);
  const printed = new Set(lines(laid).flatMap((line) => line.split(/\s+/)));
  for (const word of texts.flatMap((text) => text.split(' '))) expect([...printed]).toContain(word);
}

const ADDRESS = 'https://school.example/shared/autumn/week-three/handouts/the-experiment/final-version.html';
const wide = (laid: Laid) => {
  const texts = laid.pages.flatMap(({ marks }) => textsOf(marks));
  return {
    left: Math.min(...texts.map(({ x }) => x)),
    right: Math.max(...texts.map(({ x, width }) => x + width)),
  };
};

describe('a table to write in that fills its page', () => {
  const heightWith = (rows: number, more: string) => {
    const list = Array.from({ length: rows }, (_, index) => `  - [Row ${index + 1}, '']`).join('\n');
    const source = `~~~table\ngrid: yes\nrow-height: 20\n${more}columns:\n  - {}\n  - {}\nrows:\n${list}\n~~~`;
    const { laid, report } = layOutText(source);
    expect(report.diagnostics).toEqual([]);
    expect(laid.pages).toHaveLength(1);
    const tops = textsOf(laid.pages[0]!.marks)
      .filter(({ text }) => text.startsWith('Row'))
      .map(({ y }) => y);
    return (tops.at(-1)! - tops[0]!) / (rows - 1);
  };
  const least = (20 / 25.4) * 72;

  it('has higher rows, up to two and a half times the least', () => {
    expect(heightWith(4, '')).toBeCloseTo(least, 0);
    expect(heightWith(3, 'fill: 84\n')).toBeCloseTo(least * 2.5, 0);
    const six = heightWith(6, 'fill: 84\n');
    expect(six).toBeGreaterThan(least * 1.5);
    expect(six).toBeLessThan(least * 2);
  });

  it('has rows of the least height where there are many', () => {
    expect(heightWith(11, 'fill: 84\n')).toBeCloseTo(least, 0);
  });
});

describe('a long token in a table', () => {
  it('breaks at its joints, and leaves short columns whole', () => {
    for (const token of [
      ADDRESS,
      '/srv/lessons/autumn/week-three/handouts/the-experiment/final-version-for-printing.html',
      'office.of.the.headteacher@long-name-of-a-school.example.schools.example.org.uk',
      'a_very_long_name_of_a_file_for_the_third_week_of_the_autumn_term_final_version.docx',
    ]) {
      const laid = table(['Part', 'Where'], ['Third', token], ['Fourth', 'ok']);
      expectWhole(laid, ['Part', 'Where', 'Third', 'Fourth', 'ok']);
      expect(textOfPages(laid.laid).replace(/\s/g, '')).toContain(token);
    }
  });

  it('gives the texts beside it the room', () => {
    const long = 'Every sentence is spelt and ended as it should be, and all of it can be read with ease.';
    const laid = table(
      ['Criterion', '4 – excellent', '3 – good', '2 – fair', '1 – poor'],
      ['Spelling/Punctuation/Handwriting', long, 'Nearly every sentence is.', 'Some are.', 'None.'],
    );
    expectWhole(laid, ['Criterion', 'Spelling/', 'Punctuation/', 'Handwriting', 'sentence', 'None.']);
    const texts = textsOf(laid.laid.pages[0]!.marks);
    const column = (word: string) => texts.find(({ text }) => text.startsWith(word))!.x;
    // 130 mm are 368 points: the first column has no more than a quarter of them.
    expect(column('4') - column('Criterion')).toBeLessThan(92);
  });

  it('is broken in camel case, and cut last of all, with a warning', () => {
    const camel = 'ThisIsTheNameOfSomeFunctionThatSomebodyWroteInSomeProgramAndThenPrintedInSomeTableOfOurs';
    expectWhole(table(['Part', 'Where'], ['Third', camel]), ['Part', 'Where', 'Third']);
    const { laid, report } = table(['Part', 'Where'], ['Third', 'x'.repeat(200)]);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['word-too-wide']);
    expect(lines(laid)).toContain('Third');
  });
});

describe('a table whose words are too wide for the text', () => {
  const weeks = (count: number) => [
    ['Name', ...Array.from({ length: count }, () => 'Week')],
    ['Amélie Charpentier', ...Array.from({ length: count }, () => 'absent')],
  ];

  it('uses the side margins, but leaves 20 mm free', () => {
    const { laid, report } = table(...weeks(10));
    expectWhole({ laid, report }, ['Name', 'Week', 'Amélie', 'Charpentier', 'absent']);
    // Text is 130 of 210 mm, so 40 mm from the edge: 113.4 points; 20 mm are 56.7.
    expect(wide(laid).left).toBeCloseTo(56.7, 0);
    expect(wide(laid).right).toBeLessThanOrEqual(595.3 - 56.6);
  });

  it('stays within the text where that has room', () => {
    const { laid } = table(...weeks(5));
    expect(wide(laid).left).toBeCloseTo(113.4, 0);
    expect(wide(laid).right).toBeLessThanOrEqual(595.3 - 113.3);
  });

  it('uses them too where a column of long text would be cramped', () => {
    const text = 'Limit nested and other risky repeated forms. '.repeat(6);
    const rows = (words: string) => [
      ['Option', 'Type', 'Default value', 'Description'],
      ['`maximalRecursion`', '`number/boolean`', '`undefined`', words],
      ['`maximalNumberOfForms`', '`boolean`', '`undefined`', 'Words.'],
    ];
    expect(wide(table(...rows(text)).laid).left).toBeCloseTo(56.7, 0);
    expect(wide(table(...rows('Short words.')).laid).left).toBeCloseTo(113.4, 0);
  });

  it('has smaller type, down to four fifths, before a word is cut', () => {
    const sizes = (count: number) =>
      Math.min(...textsOf(table(...weeks(count)).laid.pages[0]!.marks.slice(0, 30)).map(({ size }) => size));
    // 9 points, and 80 per cent of them.
    expect(sizes(5)).toBe(9);
    expect(sizes(15)).toBeLessThan(9);
    expect(sizes(30)).toBeCloseTo(7.2);
    expectWhole(table(...weeks(15)), ['Week', 'absent', 'Amélie']);
  });

  it('does so neither in a list nor in a quotation, where it has the room of its place', () => {
    for (const before of ['- ', '> ']) {
      const rows = weeks(10).map((cells) => `| ${cells.join(' | ')} |`);
      rows.splice(1, 0, `|${'---|'.repeat(11)}`);
      const { laid } = layOutText(
        rows.map((row, at) => (at === 0 ? before : before === '- ' ? '  ' : before) + row).join('\n'),
      );
      expect(wide(laid).left).toBeGreaterThan(110);
      expect(wide(laid).right).toBeLessThanOrEqual(595.3 - 113.3);
    }
  });
});

describe('the header of a table', () => {
  const heads = (laid: Laid, word: string) =>
    laid.pages.map(({ marks }) => textsOf(marks).filter(({ text }) => text.includes(word)).length > 0);
  const rows = Array.from({ length: 60 }, (_, at) => [
    `Step ${at}`,
    'Something that the class does. '.repeat(6),
  ]);

  it('is repeated on each page', () => {
    const { laid } = table(['Aim', 'Words'], ...rows);
    expect(laid.pages.length).toBeGreaterThan(2);
    expect(heads(laid, 'Aim')).toEqual(laid.pages.map(() => true));
  });

  const shadow = 'The pupils can say what a shadow is. ';
  it.each([
    ['one long cell', ['Aim', shadow.repeat(60)], 0],
    ['many short lines', ['Aim', 'a lamp<br>'.repeat(20)], 0],
    ['every cell long', [`Aim ${shadow.repeat(25)}`, shadow.repeat(25)], 0],
    ['a quarter of the page and no more', ['Aim', shadow.repeat(10)], 1],
    ['two short lines', ['Aim', 'a lamp<br>a wall'], 1],
  ])('is printed once if it is taller than a quarter of the page: %s', (_, header, isRepeated) => {
    const { laid } = table(header, ...rows);
    expect(laid.pages.length).toBeGreaterThan(2);
    expect(heads(laid, 'Aim')).toEqual(laid.pages.map((_, page) => isRepeated === 1 || page === 0));
  });
});

describe('a table on a page that is nearly full', () => {
  const pageAfter = (lines: number, rows: number, cell: string) => {
    const before = 'A line of text.\n\n'.repeat(lines);
    const head = '| A | B |\n|---|---|\n';
    const { laid } = layOutText(before + head + `| ${cell} | x |\n`.repeat(rows));
    return laid.pages.map(({ marks }) => textsOf(marks).filter(({ text }) => text.startsWith('row')).length);
  };

  it('stays whole if it is lower than a quarter of the page, however many rows it has', () => {
    // 9 rows of 17.5 points and a header are 175 points; a quarter of the page is 186.
    expect(pageAfter(31, 9, 'row')).toEqual([0, 9]);
  });

  it('is broken if it is taller, however few rows it has', () => {
    // Each row has ten lines of 11.5 points: four are more than half a page.
    expect(
      pageAfter(20, 4, `row ${'some words to fill the line of a cell well '.repeat(16)}`)[0],
    ).toBeGreaterThan(0);
  });
});

describe('the tags of a table', () => {
  const outline = (node: StructureNode): string =>
    node.children.length === 0 || node.children.every((child) => 'slot' in child)
      ? node.role + (node.scope ? `:${node.scope}` : '')
      : `${node.role}(${node.children.flatMap((child) => ('role' in child ? [outline(child)] : [])).join(' ')})`;
  const tags = (text: string) => outline(layOutText(text).laid.structure);

  it('name columns by its header, except where a header has no words', () => {
    expect(tags('| | A |\n|---|---|\n| b | c |')).toBe(
      'Document(Table(THead(TR(TD TH:Column)) TBody(TR(TD TD))))',
    );
  });

  it('name rows by their first words if there is no header', () => {
    expect(tags('| | |\n|---|---|\n| 3V3 | three volts |\n| | nothing |\n| | |')).toBe(
      'Document(Table(TBody(TR(TH:Row TD) TR(TD TH:Row) TR(TD TD))))',
    );
  });

  it('make a header without rows a row', () => {
    expect(tags('| Day | What I read |\n|---|---|')).toBe('Document(Table(TBody(TR(TH:Column TH:Column))))');
  });

  it('are left out if it has no words', () => {
    expect(tags('Words\n\n| | |\n|---|---|\n| | |')).toBe('Document(P)');
  });
});

describe('a block without words', () => {
  const roles = (node: StructureNode): string[] => [
    node.role,
    ...node.children.flatMap((child) => ('role' in child ? roles(child) : [])),
  ];

  it('leaves no tag', () => {
    for (const text of ['&nbsp;', '- ---', '~~~\n~~~', '> ', '- a\n-\n- b', '1. &nbsp;']) {
      const { laid } = layOutText(`Words\n\n${text}`);
      const empty = (node: StructureNode): boolean =>
        node.children.length === 0 || node.children.some((child) => 'role' in child && empty(child));
      expect(empty(laid.structure), `${text}: ${roles(laid.structure)}`).toBe(false);
    }
  });
});

describe('a table of a few tall rows', () => {
  it('begins on the page before, one row on it if there is room for one only', () => {
    const before = Array.from({ length: 12 }, (_, index) => `Line ${index}`).join('\n\n');
    const tall =
      'A sentence that is long enough to fill a narrow column of the table with many lines. '.repeat(7);
    const rows = ['One', 'Two', 'Three'].map((name) => `| ${name} | ${tall} | ${tall} |`);
    const { laid } = layOutText(`${before}\n\n| No | Left | Right |\n| - | - | - |\n${rows.join('\n')}`);
    const holds = (page: number, name: string) =>
      textsOf(laid.pages[page]!.marks).some(({ text }) => text.trim() === name);
    expect(['One', 'Two', 'Three'].map((name) => [0, 1].map((page) => holds(page, name)))).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });
});
