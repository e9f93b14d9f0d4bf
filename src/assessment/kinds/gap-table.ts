import { gapKind } from './gaps.ts';

/** A table with gaps to fill. */
export const gapTable = gapKind('table', {
  withWords: 'Complete the table with words from the box.',
  alone: 'Complete the table.',
});
