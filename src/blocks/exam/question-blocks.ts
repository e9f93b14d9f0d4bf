import * as z from 'zod';
import { wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import type { Block, List } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';
import { wordBox } from './word-box.ts';

/** The fields that all named blocks for questions share. */
export const questionFields = {
  labels: z
    .array(z.string())
    .default([])
    .describe(
      'the number of the question, and the letters of the part that starts here; none where it continues',
    ),
  boxed: yesOrNo()
    .default(false)
    .describe('yes for a box around the number of the question, as in exam papers'),
  stem: z.string().default(''),
  text: z.string().default('').describe('Markdown of any length, below the stem'),
  direction: z.string().default('').describe('what to do: Tick one box.'),
  marks: z.string().default('').describe('for example [4 marks]'),
  continued: z
    .string()
    .default('')
    .describe('the heading of a page on which the question continues: Question 4 continued'),
  help: z.array(z.string().min(1)).default([]).describe('words to choose from, in a box'),
  starters: z.array(z.string().min(1)).default([]).describe('sentence starters'),
  extend: z.string().default('').describe('a prompt to go further, with lines to write on'),
  'extend-letters': wholeNumber(0, 20_000)
    .default(0)
    .describe('the number of letters of its answer, for which there is room'),
};

type QuestionFields = z.output<z.ZodObject<typeof questionFields>>;

/** The widest label at each depth: questions, parts, subparts. */
const WIDEST_LABELS = ['00', '(m)', '(viii)'];

/**
 * Makes the blocks of a question: label, stem, text and direction, with the marks on the right of the last line, and then
 * `below`. They are kept on one page if possible. A question without labels or marks stays with what follows it.
 * @param tone of the stem: quiet is small and grey
 */
export function questionBlocks(
  fields: QuestionFields,
  below: readonly Block[],
  tools: ExpandTools,
  tone: 'plain' | 'quiet' = 'plain',
): Block[] {
  const { at } = tools;
  const look = tone === 'quiet' ? 'small' : 'body';
  const blocks = [
    ...promptBlocks(fields, tools, tone),
    ...helpBlocks(fields, tools),
    ...below,
    ...extensionBlocks(fields, tools),
  ];
  const labelled = fields.labels.reduceRight<readonly Block[]>(
    (inner, label, depth) => [labelledList(label, depth, fields.boxed && depth === 0, look, inner, tools)],
    blocks,
  );
  const space: Block = { kind: 'space', at, height: 9, fill: 0 };
  const continued = fields.continued ? { continued: tools.plain(fields.continued) } : {};
  const leads = below.length === 0 && (fields.labels.length === 0 || !fields.marks);
  return [{ kind: 'group', at, whole: true, leads, ...continued, blocks: [...labelled, space] }];
}

/** The number of lines for an answer to the extension prompt, where nothing says how long it is. */
const LINES_TO_EXTEND = 4;

/** Words to use and sentence starters, for pupils who need help. */
export function helpBlocks({ help, starters }: QuestionFields, tools: ExpandTools): Block[] {
  const { at, plain, inline, placeIn, words } = tools;
  if (help.length === 0 && starters.length === 0) return [];
  const label = (text: string): Block => ({ kind: 'paragraph', at, look: 'label', text: plain(text) });
  const items = starters.map((starter): Block[] => [
    { kind: 'paragraph', at: placeIn(starter), look: 'body', ragged: true, text: inline(starter) },
  ]);
  return [
    ...(help.length > 0 ? [label(say(words, 'words-to-use')), ...wordBox(help, tools)] : []),
    ...(items.length > 0
      ? [
          label(say(words, 'begin-like-this')),
          { kind: 'list', at, tight: true, look: 'body', items: items } satisfies Block,
        ]
      : []),
  ];
}

function extensionBlocks({ extend, 'extend-letters': letters }: QuestionFields, tools: ExpandTools): Block[] {
  if (!extend) return [];
  const { at, plain, inline, placeIn, words } = tools;
  const prompt = [
    ...plain(`${say(words, 'going-further')} `).map((run) => ({ ...run, bold: true })),
    ...inline(extend),
  ];
  return [
    { kind: 'space', at, height: 6, fill: 0 },
    { kind: 'paragraph', at: placeIn(extend), look: 'body', ragged: true, text: prompt },
    { kind: 'answer-space', at, lines: letters > 0 ? { letters } : LINES_TO_EXTEND, rest: false },
  ];
}

/** Stem, text and direction, with the marks at the right end of the last line. */
export function promptBlocks(
  { stem, text, direction, marks }: QuestionFields,
  tools: ExpandTools,
  tone: 'plain' | 'quiet' = 'plain',
): Block[] {
  const { at, inline, blocks, plain, placeIn } = tools;
  const asked =
    tone === 'quiet' ? ({ look: 'small', quiet: true, leads: true } as const) : ({ look: 'body' } as const);
  const prompt: Block[] = [
    ...(stem
      ? [{ kind: 'paragraph', at: placeIn(stem), ...asked, ragged: true, text: inline(stem) } as const]
      : []),
    ...(text ? blocks(text) : []),
    ...(direction ? [{ kind: 'paragraph', at, look: 'label', text: inline(direction) } as const] : []),
  ];
  if (!marks) return prompt;
  // No line of the text comes near the marks, so that they are always on its last line.
  const tail = { tail: plain(marks), tailLook: 'label', tailClear: true } as const;
  const last = prompt.at(-1);
  if (last?.kind === 'paragraph') return [...prompt.slice(0, -1), { ...last, ...tail }];
  return [...prompt, { kind: 'paragraph', at, look: 'body', text: [], ...tail }];
}

/** A part with a given label: to those who listen a heading, so that they can jump from question to question. */
function labelledList(
  label: string,
  depth: number,
  boxed: boolean,
  look: 'body' | 'small',
  blocks: readonly Block[],
  { at, plain, words }: ExpandTools,
): List {
  const text = plain(label)
    .map((run) => (run.kind === 'text' ? run.text : ''))
    .join('');
  const room = WIDEST_LABELS[depth] ?? '';
  const isNumber = depth === 0 && text !== '';
  const parts = isNumber ? { heading: say(words, 'question-heading', { number: text }) } : {};
  return {
    kind: 'list',
    at,
    labels: { texts: [text], room, ...(boxed && { drawn: 'frame' }), parts },
    tight: false,
    look,
    items: [blocks],
  };
}
