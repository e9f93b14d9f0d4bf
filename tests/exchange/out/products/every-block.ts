import type { Block, Inline, Paragraph } from '../../../../src/blocks/block.ts';

const at = { file: 'page.md', line: 1, column: 1 };

/** A text with one word that no other block has. */
const text = (word: string): Inline[] => [{ kind: 'text', text: word }];

const paragraph = (word: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  at,
  look: 'body',
  text: text(word),
  ...more,
});

const heading = (word: string): Block & { kind: 'heading' } => ({
  kind: 'heading',
  at,
  level: 2,
  text: text(word),
});

const table = (word: string): Block & { kind: 'table' } => ({
  kind: 'table',
  at,
  columns: [{ align: 'left' }, { align: 'right' }],
  header: [[paragraph(`${word}head`)], [paragraph(`${word}head2`)]],
  rows: [
    [[paragraph(`${word}cell`)], [paragraph(`${word}cell2`)]],
    [[paragraph(`${word}below`)], []],
  ],
});

/** Blocks with a kind of block among them, and the words that are read of it, in order. */
interface Example {
  readonly blocks: readonly Block[];
  readonly words: readonly string[];
}

const of = (block: Block, ...words: string[]): Example => ({ blocks: [block], words });

/**
 * An example of each kind of block. A new kind does not compile until there is one, so that formats to export are tried with it.
 */
export const EVERY_BLOCK: { readonly [Kind in Block['kind']]: Example } = {
  heading: of(heading('alpha'), 'alpha'),
  paragraph: of(paragraph('bravo', { tail: text('[3]') }), 'bravo', '[3]'),
  list: of(
    {
      kind: 'list',
      at,
      start: 3,
      items: [[paragraph('carrot')], [paragraph('cumin')]],
      tight: true,
      look: 'body',
    },
    'carrot',
    'cumin',
  ),
  'numbered-lines': of(
    { kind: 'numbered-lines', at, every: 5, first: 1, blocks: [paragraph('delta', { verse: true })] },
    'delta',
  ),
  definitions: of(
    {
      kind: 'definitions',
      at,
      tight: true,
      items: [{ terms: [text('echo')], definitions: [[paragraph('ebony')]] }],
    },
    'echo',
    'ebony',
  ),
  quote: of(
    { kind: 'quote', at, blocks: [paragraph('foxtrot')], attribution: text('Fielding') },
    'foxtrot',
    'Fielding',
  ),
  table: of(table('golf'), 'golfhead', 'golfhead2', 'golfcell', 'golfcell2', 'golfbelow'),
  columns: of(
    {
      kind: 'columns',
      at,
      columns: [
        { share: 1, blocks: [paragraph('hotel')] },
        { share: 2, blocks: [paragraph('harbour')] },
      ],
    },
    'hotel',
    'harbour',
  ),
  figure: of(
    { kind: 'figure', at, picture: 'none.png', alt: 'India', caption: text('indigo') },
    'India',
    'indigo',
  ),
  board: of(
    {
      kind: 'board',
      at,
      title: heading('juliet'),
      note: paragraph('jasmine'),
      boxes: [
        { at, title: heading('jade'), blocks: [paragraph('juniper')], lines: 2 },
        { at, title: heading('jolly'), blocks: [paragraph('jumper')] },
      ],
    },
    'juliet',
    'jasmine',
    'jade',
    'juniper',
    'jolly',
    'jumper',
  ),
  'square-grid': of({
    kind: 'square-grid',
    at,
    alt: 'A kilogram of letters',
    lined: true,
    side: 20,
    rows: [[{ letter: 'K' }, { letter: 'I' }, null]],
  }),
  diagram: of(
    {
      kind: 'diagram',
      at,
      alt: 'How Lima leads to London',
      arrows: true,
      boxes: [
        { at, text: text('Lima') },
        { at, text: text('London') },
      ],
      links: [{ at, from: 0, to: 1, label: text('leads') }],
      key: table('lima'),
      keyed: 'always',
    },
    'limahead',
    'limacell',
    'limabelow',
  ),
  drawing: of({
    kind: 'drawing',
    at,
    alt: 'A hill in the mist',
    share: 0.5,
    shapes: [
      {
        as: 'line',
        line: [
          [0, 0.2],
          [1, 0.1],
        ],
      },
    ],
    texts: [{ at, text: text('Mike'), point: [0.5, 0.1], side: 'below', widest: 0.5 }],
  }),
  box: of({ kind: 'box', at, tone: 'callout', blocks: [paragraph('november')] }, 'november'),
  turned: of({ kind: 'turned', at, blocks: [paragraph('oscar')] }, 'oscar'),
  rule: { blocks: [paragraph('papa'), { kind: 'rule', at }, paragraph('pepper')], words: ['papa', 'pepper'] },
  space: {
    blocks: [paragraph('quebec'), { kind: 'space', at, height: 20, fill: 1 }, paragraph('quartz')],
    words: ['quebec', 'quartz'],
  },
  'answer-space': of({ kind: 'answer-space', at, lines: 4, rest: true, title: text('romeo') }, 'romeo'),
  aside: {
    blocks: [{ kind: 'aside', at, blocks: [paragraph('sierra')] }, paragraph('sand')],
    words: ['sierra', 'sand'],
  },
  group: of(
    { kind: 'group', at, whole: true, blocks: [paragraph('tango'), paragraph('tulip')] },
    'tango',
    'tulip',
  ),
  contents: {
    blocks: [{ kind: 'contents', at, depth: 2, most: 9 }, heading('uniform'), paragraph('umber')],
    words: ['uniform', 'uniform', 'umber'],
  },
  index: {
    blocks: [
      heading('victor'),
      paragraph('violet'),
      { kind: 'index', at, terms: [{ name: 'violet', words: ['violet'] }] },
    ],
    words: ['victor', 'violet', 'violet'],
  },
  'column-break': {
    blocks: [paragraph('whiskey'), { kind: 'column-break', at }, paragraph('willow')],
    words: ['whiskey', 'willow'],
  },
  'page-break': {
    blocks: [paragraph('xray'), { kind: 'page-break', at, recto: true }, paragraph('xylem')],
    words: ['xray', 'xylem'],
  },
};
