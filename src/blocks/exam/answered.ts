import * as z from 'zod';
import type { Block, Inline } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { inSmall } from './in-small.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

const passages = () => z.array(z.string().min(1)).default([]);

/** What parts the answers on a line. */
const BETWEEN = ' · ';
/** The most details beside the short answers; more are on a line of their own, in small type. */
const MOST_BESIDE = 2;

/**
 * A question with its answer instead of the space for one. The question is small and grey, what is right is bold, and
 * notes for marking are small, so that the eye finds the answer.
 */
export const answered = defineBlock({
  name: 'answered',
  fields: z.strictObject({
    ...questionFields,
    right: passages().describe('short answers, each Markdown of one paragraph, on one line in bold'),
    details: passages().describe('what the short answers stand for'),
    answer: z.string().default('').describe('Markdown of any length'),
    notes: z
      .array(z.strictObject({ label: z.string().default(''), text: z.string().min(1) }))
      .default([])
      .describe('notes for marking, each with a label and Markdown of any length'),
  }),
  expand(fields, tools) {
    const { answer, notes } = fields;
    const long = answer ? tools.blocks(answer) : [];
    const below = [
      ...shortAnswer(fields, tools),
      ...long,
      ...notes.flatMap((note) => noteBlocks(note, tools)),
    ];
    return questionBlocks(fields, below, tools, 'quiet');
  },
});

function shortAnswer(
  { right, details }: { readonly right: readonly string[]; readonly details: readonly string[] },
  { inline, plain, placeIn }: ExpandTools,
): Block[] {
  const line = (look: 'body' | 'small', parts: readonly (readonly Inline[])[], at: string): Block => ({
    kind: 'paragraph',
    at: placeIn(at),
    look,
    ragged: true,
    text: parts.flatMap((part, index) => (index === 0 ? part : [...plain(BETWEEN), ...part])),
  });
  const short = right.map((text) => inline(text).map(bold));
  const meant = details.map((text) => inline(text));
  const [first] = [...right, ...details];
  if (first === undefined) return [];
  if (details.length <= MOST_BESIDE) return [line('body', [...short, ...meant], first)];
  return [...(right.length > 0 ? [line('body', short, first)] : []), line('small', meant, details[0]!)];
}

const bold = (run: Inline): Inline => (run.kind === 'text' ? { ...run, bold: true } : run);

/** A note in small type, its label at the beginning of its first line. */
function noteBlocks(
  { label, text }: { readonly label: string; readonly text: string },
  { blocks, plain, placeIn }: ExpandTools,
): Block[] {
  const small = blocks(text).map(inSmall);
  const [first, ...rest] = small;
  if (label === '') return small;
  const lead: Inline[] = [...plain(label).map(bold), ...plain('\u2002')];
  return first?.kind === 'paragraph'
    ? [{ ...first, text: [...lead, ...first.text] }, ...rest]
    : [{ kind: 'paragraph', at: placeIn(text), look: 'small', text: lead, leads: true }, ...small];
}
