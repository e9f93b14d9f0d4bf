import { largest } from '../../../diagnostics/collections/largest.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import type { RichTextTools, TextBlock } from '../rich-text/text-block.ts';

/** An answer with its share of the marks, in percent. It is below zero for what takes marks off. */
export interface WeighedAnswer {
  readonly text: string;
  readonly share: number;
}

interface Weighed<Answer> {
  readonly keys: ReadonlySet<Answer>;
  /** Answers that earn a part of the marks, for the mark scheme. */
  readonly guidance: readonly TextBlock[];
}

/** Shares are rounded where they are written: three options of 33.33333 earn all marks. */
const NEARLY_ALL = 99.5;
const NEARLY_SAME = 1;

/**
 * Finds out which answers are right by their shares of the marks: those that earn all or, if none does, those that earn
 * some. What a wrong one takes off, and unequal shares, are listed as lost.
 */
export function weighAnswers<Answer extends WeighedAnswer>(
  answers: readonly Answer[],
  tools: RichTextTools,
): Weighed<Answer> {
  const full = answers.filter(({ share }) => share >= NEARLY_ALL);
  const partial = answers.filter(({ share }) => share > 0 && share < NEARLY_ALL);
  const minus = answers.filter(({ share }) => share < 0);
  if (minus.length > 0) tools.lose('the marks that a wrong answer takes off', inWords(minus));
  if (full.length > 0) return { keys: new Set(full), guidance: asList(partial) };
  const shares = partial.map(({ share }) => share);
  if (shares.length > 0 && largest(shares) - smallest(shares) > NEARLY_SAME)
    tools.lose('that right answers earn unequal shares of the marks', inWords(partial));
  else if (shares.length > 0 && Math.abs(shares[0]! * shares.length - 100) > NEARLY_SAME)
    tools.lose('that all right answers together do not earn exactly all marks', inWords(partial));
  return { keys: new Set(partial), guidance: [] };
}

const percent = (share: number): string => `${String(share).replace('-', '−')}%`;

const inWords = (answers: readonly WeighedAnswer[]): string =>
  answers.map(({ text, share }) => `${text} (${percent(share)})`).join('; ');

const asList = (answers: readonly WeighedAnswer[]): TextBlock[] =>
  answers.length === 0
    ? []
    : [
        {
          kind: 'other',
          markdown: answers.map(({ text, share }) => `- ${text} (${percent(share)})`).join('\n'),
        },
      ];
