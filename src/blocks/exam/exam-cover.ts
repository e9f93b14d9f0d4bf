import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import { say } from '../../words/say.ts';
import type { Block, Inline, TableCell } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { schoolFields, schoolHead } from '../named/school-head.ts';
import { candidate, candidateBox } from './candidate-box.ts';

const coverFields = z.strictObject({
  ...schoolFields,
  subject: z.string().min(1),
  title: z.string().min(1),
  code: z.string().default(''),
  form: z.string().default(''),
  time: z.string().min(1),
  marks: z.string().min(1),
  copy: candidate.optional().describe('the name and details of the pupil, instead of labels'),
  labels: z
    .array(z.string().min(1))
    .max(6)
    .default([])
    .describe('what candidates have to fill in: Name, Class'),
  boxes: z
    .array(z.strictObject({ label: z.string().min(1), count: wholeNumber(1, 12) }))
    .max(4)
    .default([])
    .describe('numbers that candidates write, one digit in each box'),
  materials: z.string().default('').describe('Markdown: what candidates need, and what they must not have'),
  instructions: z.string().default('').describe('Markdown of any length'),
  information: z.string().default('').describe('Markdown of any length'),
  advice: z.string().default('').describe('Markdown of any length'),
  sections: z
    .array(z.strictObject({ title: z.string(), questions: z.string(), marks: z.string() }))
    .default([]),
  total: z.string().default(''),
  warning: z.string().default('').describe('a line at the bottom of the page'),
});

/** The least width of each column of advice, in ems. */
const LEAST_BESIDE = 15;

type CoverFields = z.output<typeof coverFields>;

/** The first page of a paper: its title, boxes for the candidate, instructions, and the sections with their marks. */
export const examCover = defineBlock({
  name: 'exam-cover',
  fields: coverFields,
  expand(fields, tools) {
    const { at } = tools;
    const { time, marks, copy } = fields;
    return [
      ...schoolHead(fields, tools),
      band(fields, tools),
      { kind: 'space', at, height: 4, fill: 0 },
      timeAndMarks(time, marks, tools),
      { kind: 'space', at, height: 8, fill: 0 },
      ...(copy ? [{ kind: 'group', at, blocks: [candidateBox(copy, tools)] } as const] : []),
      ...(copy ? [] : boxToFillIn(fields, tools)),
      ...sectionTable(fields, tools),
      { kind: 'space', at, height: 10, fill: 0 },
      adviceAndWarning(fields, tools),
      { kind: 'page-break', at, recto: false },
    ];
  },
});

/** The band at the top: what is examined on the left, the code of the paper on the right, where it is looked for. */
function band({ subject, title, code, form }: CoverFields, tools: ExpandTools): Block {
  const { at, plain, placeIn } = tools;
  const names: Block[] = [
    { kind: 'paragraph', at: placeIn(subject), look: 'heading', text: plain(subject) },
    { kind: 'heading', at: placeIn(title), level: 1, look: 'title', text: plain(title) },
  ];
  const marks: Block[] = [
    ...(code
      ? [{ kind: 'paragraph', at: placeIn(code), look: 'title', align: 'right', text: plain(code) } as const]
      : []),
    ...(form ? [{ kind: 'paragraph', at, look: 'heading', align: 'right', text: plain(form) } as const] : []),
  ];
  const columns: Block = {
    kind: 'columns',
    at,
    columns: [
      { share: 3, blocks: names },
      { share: 1, blocks: marks },
    ],
  };
  const blocks = marks.length > 0 ? [columns] : names;
  return { kind: 'group', at, blocks: [{ kind: 'box', at, tone: 'tint', blocks }] };
}

const paragraph = (
  text: Inline[],
  look: 'heading' | 'label' | 'body' | 'small',
  at: ExpandTools['at'],
): Block => ({ kind: 'paragraph', at, look, text });

const bold = (text: string, { plain }: ExpandTools): Inline[] =>
  plain(text).map((run) => ({ ...run, bold: true }));

function timeAndMarks(time: string, marks: string, tools: ExpandTools): Block {
  const { at, plain, words } = tools;
  const fact = (label: string, value: string, share: number) => ({
    share,
    blocks: [paragraph([...bold(`${label} `, tools), ...plain(value)], 'body', at)],
  });
  return {
    kind: 'columns',
    at,
    columns: [fact(say(words, 'time-allowed'), time, 3), fact(say(words, 'total-marks'), marks, 2)],
  };
}

/** Numbers and lines to fill in. The first line, a name, has a row to itself; the others share a row in pairs. */
function boxToFillIn({ labels, boxes }: CoverFields, tools: ExpandTools): Block[] {
  const { at, plain } = tools;
  if (labels.length === 0 && boxes.length === 0) return [];
  const digits = ({ label, count }: CoverFields['boxes'][number]): Block => ({
    kind: 'paragraph',
    at,
    look: 'label',
    text: [...plain(`${label}\u00A0\u00A0`), { kind: 'text', text: '☐'.repeat(count), box: true }],
  });
  const line = (label: string): Block => ({
    kind: 'paragraph',
    at,
    look: 'label',
    open: true,
    text: [...plain(`${label}\u00A0\u00A0`), { kind: 'blank', width: 'rest' }],
  });
  const [name, ...others] = labels;
  const pairs = others.flatMap((_, index) => (index % 2 === 0 ? [others.slice(index, index + 2)] : []));
  const lines: Block[] = [
    ...(boxes.length > 0
      ? [
          {
            kind: 'columns',
            at,
            columns: boxes.map((one) => ({ share: 1, blocks: [digits(one)] })),
          } as const,
          { kind: 'space', at, height: 4, fill: 0 } as const,
        ]
      : []),
    ...(name === undefined ? [] : [line(name)]),
    ...pairs.map((pair): Block => {
      const columns = pair.map((label) => ({ share: 1, blocks: [line(label)] }));
      return { kind: 'columns', at, columns };
    }),
  ];
  return [{ kind: 'group', at, blocks: [{ kind: 'box', at, tone: 'frame', blocks: lines }] }];
}

function sectionTable({ sections, total }: CoverFields, tools: ExpandTools): Block[] {
  const { at, plain, placeIn, words } = tools;
  if (sections.length === 0) return [];
  const placeOf = (text: string) => (text ? placeIn(text) : at);
  const cell = (text: string): TableCell => [paragraph(plain(text), 'body', placeOf(text))];
  const boldCell = (text: string): TableCell => [paragraph(bold(text, tools), 'body', placeOf(text))];
  const headerCell = (text: string): TableCell => [paragraph(plain(text), 'small', at)];
  // The examiner writes in boxes, as candidates do above.
  const markBox: TableCell = [
    { kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text: '☐', box: true }] },
  ];
  const table: Block = {
    kind: 'table',
    at,
    columns: [{ align: 'left' }, { align: 'left' }, { align: 'right' }, { align: 'right' }],
    rowHeight: mm(7),
    rowHeaders: 'plain',
    // The total has no questions of its own.
    merged: [{ row: sections.length + 1, column: 0, rows: 1, columns: 2 }],
    header: (['section', 'questions', 'out-of', 'mark'] as const).map((key) => headerCell(say(words, key))),
    rows: [
      ...sections.map(({ title, questions, marks }) => [cell(title), cell(questions), cell(marks), markBox]),
      [boldCell(say(words, 'total')), cell(''), boldCell(total), markBox],
    ],
  };
  const heading: Block = {
    kind: 'paragraph',
    at,
    look: 'label',
    leads: true,
    text: plain(say(words, 'for-the-examiner')),
  };
  const space: Block = { kind: 'space', at, height: 10, fill: 0 };
  return [space, { kind: 'group', at, whole: true, blocks: [heading, table] }];
}

/** What candidates have to know, side by side, and a warning at the foot. In large print it takes a page of its own. */
function adviceAndWarning(fields: CoverFields, tools: ExpandTools): Block {
  const { at, plain, blocks, words } = tools;
  const { materials, instructions, information, warning } = fields;
  const part = (key: 'materials' | 'instructions' | 'information' | 'advice', text: string): Block[] =>
    text ? [{ kind: 'heading', at, level: 2, text: plain(say(words, key)) }, ...blocks(text)] : [];
  const advice = part('instructions', instructions);
  const aside = [
    ...part('materials', materials),
    ...part('information', information),
    ...part('advice', fields.advice),
  ];
  const columns: Block = {
    kind: 'columns',
    at,
    least: LEAST_BESIDE,
    columns: [advice, aside].map((blocks) => ({ share: 1, blocks })),
  };
  return {
    kind: 'group',
    at,
    whole: true,
    blocks: [
      ...(advice.length > 0 && aside.length > 0 ? [columns] : [...advice, ...aside]),
      { kind: 'space', at, height: 6, fill: 2 },
      ...(warning
        ? [{ kind: 'paragraph', at, look: 'heading', align: 'centre', text: plain(warning) } as const]
        : []),
    ],
  };
}
