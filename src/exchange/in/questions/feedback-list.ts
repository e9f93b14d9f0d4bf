import type { TextBlock } from '../rich-text/text-block.ts';

/** An answer, and what the source says to pupils who give it. Both are Markdown of one line. */
export interface Feedback {
  readonly text: string;
  readonly says: string;
}

/** Writes what is said of each answer, as a list. */
export function feedbackList(all: readonly Feedback[]): TextBlock[] {
  const lines = all.filter(({ says }) => says !== '').map(({ text, says }) => `- ${text} → ${says}`);
  return lines.length === 0 ? [] : [{ kind: 'other', markdown: lines.join('\n') }];
}
