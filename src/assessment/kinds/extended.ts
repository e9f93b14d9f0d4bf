import { writtenKind } from './written.ts';

/** Handwritten lines that a mark needs: fewer than in short answers, since long ones are denser. */
const LINES_PER_MARK = 1.6;

/** An essay, with the rest of the page to write on. */
export const extended = writtenKind('extended', (_, marks) => ({
  ruling: 'lined',
  lines: Math.ceil(marks * LINES_PER_MARK),
  rest: true,
}));
