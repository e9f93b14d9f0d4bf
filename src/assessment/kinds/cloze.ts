import { gapKind } from './gaps.ts';

/** A text with gaps to fill. */
export const cloze = gapKind('cloze', {
  withWords: 'fill-gaps-from-box',
  alone: 'fill-gaps',
});
