import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { mm } from '../../pages/length.ts';
import { say } from '../../words/say.ts';
import type { Block, Inline } from '../block.ts';
import { linesToFillIn } from '../named/lines-to-fill-in.ts';
import type { ExpandTools } from '../named/named-block.ts';

/**
 * Begins the page of a puzzle: lines to fill in, the title with the number of the puzzle if there are several, and what
 * to do.
 */
export function puzzleHead(
  {
    title,
    labels,
    number,
    count,
    answers,
    lead,
    level = [],
  }: {
    readonly title: string;
    readonly labels: readonly string[];
    /** From 0. */
    readonly number: number;
    readonly count: number;
    readonly answers: boolean;
    readonly lead: string;
    /** Marks of the level, after the title. */
    readonly level?: readonly Inline[];
  },
  tools: ExpandTools,
): Block[] {
  const { at, plain, placeIn, words } = tools;
  const named = withoutOriginMarks(title);
  const own = count > 1 ? say(words, 'puzzle-number', { title: named, number: number + 1 }) : named;
  const whole = answers ? say(words, 'title-of-answers', { title: own }) : own;
  const blocks: Block[] = [];
  if (number > 0) blocks.push({ kind: 'page-break', at, recto: false });
  // Once in a file: all puzzles are pages of one sheet.
  if (labels.length > 0 && number === 0) blocks.push(linesToFillIn(labels, tools));
  const text: Inline[] = [{ kind: 'text', text: whole }, ...level];
  blocks.push({ kind: 'heading', at: placeIn(title), level: 1, text });
  if (lead !== '' && number === 0)
    blocks.push({ kind: 'paragraph', at, look: 'small', ragged: true, leads: true, text: plain(lead) });
  return [...blocks, { kind: 'space', at, height: mm(2), fill: 0 }];
}
