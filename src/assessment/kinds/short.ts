import { writtenKind } from './written.ts';

/** Handwritten lines that a mark needs, and the most that a short answer gets. */
const LINES_PER_MARK = 2;
const MOST_LINES = 12;

/** An answer of a few words or sentences. */
export const short = writtenKind('short', (_, marks) => ({
  ruling: 'lined',
  lines: Math.min(MOST_LINES, marks === 1 ? 1 : marks * LINES_PER_MARK),
}));
