import { gapKind } from './gaps.ts';

/** A table with gaps to fill. */
export const gapTable = gapKind('table', {
  withWords: 'complete-table-from-box',
  alone: 'complete-table',
});
