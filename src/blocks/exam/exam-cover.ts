import * as z from 'zod';
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
  instructions: z.string().default('').describe('Markdown of any length'),
  sections: z
    .array(z.strictObject({ title: z.string(), questions: z.string(), marks: z.string() }))
    .default([]),
  total: z.string().default(''),
  warning: z.string().default('').describe('a line at the bottom of the page'),
});

type CoverFields = z.output<typeof coverFields>;

/** The first page of a paper: its title, boxes for the candidate, instructions, and the sections with their marks. */
export const examCover = defineBlock({
  name: 'exam-cover',
  fields: coverFields,
  expand(fields, tools) {
    const { at, plain, placeIn } = tools;
    const { subject, title, code, form, time, marks, copy, labels, sections } = fields;
    const subjectLine: Block = {
      kind: 'paragraph',
      at: placeIn(subject),
      look: 'label',
      text: plain(subject),
      ...(code && { tail: plain(code) }),
    };
    return [
      ...schoolHead(fields, tools),
      subjectLine,
      { kind: 'heading', at: placeIn(title), level: 1, look: 'title', text: plain(title) },
      ...(form ? [paragraph(plain(form), 'heading', at)] : []),
      { kind: 'rule', at },
      timeAndMarks(time, marks, tools),
      { kind: 'space', at, height: 12, fill: 0 },
      ...(copy ? [{ kind: 'group', at, blocks: [candidateBox(copy, tools)] } as const] : []),
      ...(!copy && labels.length > 0 ? [boxToFillIn(labels, tools)] : []),
      ...(sections.length > 0 ? sectionTable(fields, tools) : []),
      instructionsAndWarning(fields, tools),
      { kind: 'page-break', at, recto: false },
    ];
  },
});

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

/** Lines to fill in. The first, a name, has a line to itself; the others share a line in pairs. */
function boxToFillIn(labels: readonly string[], tools: ExpandTools): Block {
  const { at, plain } = tools;
  const line = (label: string): Block => ({
    kind: 'paragraph',
    at,
    look: 'body',
    open: true,
    text: [...bold(label, tools), ...plain('\u00A0\u00A0'), { kind: 'blank', width: 'rest' }],
  });
  const [name, ...others] = labels;
  const pairs = others.flatMap((_, index) => (index % 2 === 0 ? [others.slice(index, index + 2)] : []));
  const lines: Block[] = [
    ...(name === undefined ? [] : [line(name)]),
    ...pairs.map((pair): Block => {
      const columns = pair.map((label) => ({ share: 1, blocks: [line(label)] }));
      return { kind: 'columns', at, columns };
    }),
  ];
  return { kind: 'group', at, blocks: [{ kind: 'box', at, tone: 'frame', blocks: lines }] };
}

function sectionTable({ sections, total }: CoverFields, tools: ExpandTools): Block[] {
  const { at, plain, placeIn, words } = tools;
  const placeOf = (text: string) => (text ? placeIn(text) : at);
  const cell = (text: string): TableCell => [paragraph(plain(text), 'body', placeOf(text))];
  const boldCell = (text: string): TableCell => [paragraph(bold(text, tools), 'body', placeOf(text))];
  const headerCell = (text: string): TableCell => [paragraph(plain(text), 'small', at)];
  const table: Block = {
    kind: 'table',
    at,
    columns: [{ align: 'left' }, { align: 'left' }, { align: 'right' }, { align: 'right' }],
    header: (['section', 'questions', 'out-of', 'mark'] as const).map((key) => headerCell(say(words, key))),
    rows: [
      ...sections.map(({ title, questions, marks }) => [cell(title), cell(questions), cell(marks), cell('')]),
      [boldCell(say(words, 'total')), cell(''), boldCell(total), cell('')],
    ],
  };
  return [
    { kind: 'space', at, height: 12, fill: 0 },
    { kind: 'group', at, whole: true, blocks: [table] },
  ];
}

/** The instructions, and a warning at the foot. In large print they take a page of their own. */
function instructionsAndWarning({ instructions, warning }: CoverFields, tools: ExpandTools): Block {
  const { at, plain, blocks, words } = tools;
  const heading: Block = { kind: 'heading', at, level: 2, text: plain(say(words, 'instructions')) };
  return {
    kind: 'group',
    at,
    whole: true,
    blocks: [
      ...(instructions ? [heading, ...blocks(instructions)] : []),
      { kind: 'space', at, height: 12, fill: 1 },
      ...(warning ? [paragraph(bold(warning, tools), 'label', at)] : []),
    ],
  };
}
