import { describe, expect, it } from 'vitest';
import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import type { Picture } from '../../src/pages/picture.ts';
import { layOutText, textOfPages } from '../print-text.ts';

const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const pageOf = (laid: Laid, words: string) =>
  laid.pages.findIndex(({ marks }) => textsOf(marks).some(({ text }) => text.includes(words)));
const rolesOf = (node: StructureNode): string[] => [
  node.role,
  ...node.children.flatMap((child) => ('role' in child ? rolesOf(child) : [])),
];
const many = (words: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${words}${at}`).join(' ');

describe('a row taller than a third of a page', () => {
  const row = (left: string, right: string) =>
    `~~~table\ncolumns: [{ title: A }, { title: B, share: 40 }]\nrows:\n  - - ${JSON.stringify(left)}\n    - ${JSON.stringify(right)}\n~~~`;

  it('goes on over pages between its lines, under its header, and loses no word', () => {
    const { laid, report } = layOutText(row(many('left', 900), many('right', 200)));
    expect(report.diagnostics).toEqual([]);
    expect(laid.pages.length).toBeGreaterThan(1);
    const text = textOfPages(laid);
    for (let at = 0; at < 900; at++) expect(text).toContain(`left${at}`);
    const headers = laid.pages.map(
      ({ marks }) => textsOf(marks).filter(({ text: one }) => one === 'A').length,
    );
    expect(headers).toEqual(laid.pages.map(() => 1));
  });

  it('does so where the lines of its cells do not stand level', () => {
    const { laid, report } = layOutText(
      row(`- ${many('left', 500)}\n- ${many('more', 100)}`, many('right', 900)),
    );
    expect(report.diagnostics).toEqual([]);
    // Nothing is cut: each baseline lies within the text area, 16 and 18 mm from the edges.
    for (const { marks, height } of laid.pages)
      for (const { y } of textsOf(marks)) expect(y > 45 && y < height - 51).toBe(true);
  });
});

describe('headers of a table', () => {
  /** The cells of the table, row by row: c and r are headers of a column and of a row. */
  const cellsOf = (markdown: string): string[] => {
    const inRows = (node: StructureNode): string[] =>
      node.role === 'TR'
        ? [
            node.children
              .map((cell) =>
                'role' in cell && cell.role === 'TH' ? (cell.scope === 'Row' ? 'r' : 'c') : '-',
              )
              .join(''),
          ]
        : node.children.flatMap((child) => ('role' in child ? inRows(child) : []));
    return inRows(layOutText(markdown).laid.structure);
  };

  it.each([
    ['all filled in', '| A | B |\n|--|--|\n| a | b |', ['cc', '--']],
    ['an empty corner', '| | B |\n|--|--|\n| a | b |', ['-c', '--']],
    ['an empty one further on', '| A | | C |\n|--|--|--|\n| a | b | c |', ['c-c', '---']],
    ['no words at all: then rows have names', '| | |\n|--|--|\n| a | b |\n| | d |', ['r-', '-r']],
    [
      'rows with names, one left empty',
      '~~~table\nrow-headers: yes\ncolumns: [{}, { title: B }]\nrows: [[a, b], ["", d]]\n~~~',
      ['-c', 'r-', '--'],
    ],
    [
      'rows with names after a box to tick',
      '~~~table\nrow-headers: plain\ncolumns: [{ title: Done }, { title: B }]\nrows: [[☐, b], ["", d]]\n~~~',
      ['cc', '-r', '--'],
    ],
  ])('are those with words: %s', (_, markdown, cells) => expect(cellsOf(markdown)).toEqual(cells));
});

describe('breaks', () => {
  it('of a column lead to the next page where there is no other column', () => {
    const { laid } = layOutText('One\n\n~~~column-break\n{}\n~~~\n\nTwo');
    expect([pageOf(laid, 'One'), pageOf(laid, 'Two')]).toEqual([0, 1]);
  });

  it('of a page work inside a list or a quote too', () => {
    const { laid } = layOutText('- One\n\n  ~~~new-page\n  {}\n  ~~~\n\n  Two');
    expect([pageOf(laid, 'One'), pageOf(laid, 'Two')]).toEqual([0, 1]);
  });
});

describe('room for answers', () => {
  const shapes = (fields: string) => {
    const { marks } = layOutText(`Q\n\n~~~answer\n${fields}\n~~~`).laid.pages[0]!;
    return marks.filter((mark) => mark.kind === 'shape');
  };

  it('is as high as it is asked to be, in artifacts alone', () => {
    expect(shapes('lines: 4')).toHaveLength(4);
    // 20 mm are four rows of 5 mm, and the line on top.
    expect(shapes('ruling: squared\nheight: 20')).toHaveLength(5);
    expect(shapes('ruling: dotted\nheight: 20')).toHaveLength(4);
    expect(shapes('ruling: blank\nheight: 20')).toHaveLength(0);
    const [box] = shapes('ruling: boxed\nheight: 20');
    // 20 mm are 56.7 points.
    expect(box).toMatchObject({ structureRef: { artifact: 'layout' }, outline: { box: { height: 56.693 } } });
  });

  it('is for an answer what it takes in handwriting, and a third more', () => {
    const lines = (letters: number) =>
      layOutText(`~~~task\nstem: Why?\nspace: { letters: ${letters} }\n~~~`).laid.pages[0]!.marks.filter(
        (mark) => mark.kind === 'shape',
      ).length;
    // 130 mm hold 36.6 letters where lines are 8 mm apart: 27.4 and a third more.
    expect([1, 27, 28, 54, 55, 270].map(lines)).toEqual([1, 1, 2, 2, 3, 10]);
  });

  it('goes on to the foot of the page', () => {
    // From below the first line, of 14 points, to 18 mm above the edge: 731.5 points: 31 lines of 8 mm, and half a line left.
    expect(shapes('rest: yes').length).toBe(31);
    const [box] = shapes('ruling: boxed\nrest: yes');
    expect(box).toMatchObject({ outline: { box: { height: expect.closeTo(841.89 - 96.378 - 14, 1) } } });
  });
});

describe('figures', () => {
  const raster: Picture = { kind: 'raster', format: 'png', data: '', width: 400, height: 200, turn: 0 };
  const figures = (text: string, picture: Picture = raster) =>
    layOutText(text, new Map([['ray.png', picture]]));

  it('are tagged, with words for whoever cannot see them, and their caption beside them', () => {
    const { laid } = figures('![A ray](ray.png "The *ray*")');
    const [div] = laid.structure.children as StructureNode[];
    expect(div).toMatchObject({
      role: 'Div',
      children: [{ role: 'Figure', alt: 'A ray' }, { role: 'Caption' }],
    });
    expect(laid.images.map(({ name }) => name)).toEqual(['ray.png']);
  });

  it('are stored once, and printed at 200 pixels an inch or finer', () => {
    const { laid } = figures('![A ray](ray.png)\n\n![Again](ray.png)');
    expect(laid.images).toHaveLength(1);
    // 400 pixels at 200 an inch are 2 inches.
    const [group] = laid.pages[0]!.marks;
    expect(group).toMatchObject({ kind: 'group', clip: { width: 144, height: 72 } });
  });

  it('stand upright if the camera was held upright', () => {
    const { laid } = figures('![A ray](ray.png)', { ...raster, turn: 90 });
    // 200 × 400 pixels as it is seen: 72 × 144 points.
    expect(laid.pages[0]!.marks[0]).toMatchObject({
      clip: { width: 72, height: 144 },
      marks: [{ kind: 'group', turn: 90, x: 72, marks: [{ box: { width: 144, height: 72 } }] }],
    });
  });

  it('that are not there are their words in a frame', () => {
    const { laid } = layOutText('![A lamp](lamp.png)');
    expect(textOfPages(laid)).toBe('A lamp');
    expect(rolesOf(laid.structure)).not.toContain('Figure');
  });
});

describe('what is read out', () => {
  it('is a list where there is one: tasks, terms', () => {
    const { laid } = layOutText('- [x] done\n\nRay\n: Light.');
    expect(rolesOf(laid.structure)).toEqual([
      'Document',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'P',
    ]);
    expect(textOfPages(laid)).toContain('☑');
  });

  it('is struck text as it stands, the line through it being an artifact', () => {
    const { marks } = layOutText('~~gone~~, here').laid.pages[0]!;
    const line = marks.find((mark) => mark.kind === 'shape')!;
    const [gone] = textsOf(marks);
    expect(line).toMatchObject({ structureRef: { artifact: 'layout' } });
    expect(gone!.text).toBe('gone');
  });

  it('are links to headings that lead to them', () => {
    const { laid } = layOutText('# One\n\n[to two](#two)\n\n## Two');
    const link = laid.pages[0]!.marks.find((mark) => mark.kind === 'link');
    expect(link).toMatchObject({ target: { destination: 'd00002' } });
    expect(Object.keys(laid.destinations)).toContain('d00002');
  });

  it('are headings in cells and columns too', () => {
    const columns = '~~~columns\ncolumns:\n  - text: "## Left"\n  - text: "## Right"\n~~~';
    expect(layOutText(`# Top\n\n${columns}`).laid.outline.map(({ title }) => title)).toEqual([
      'Top',
      'Left',
      'Right',
    ]);
  });
});
