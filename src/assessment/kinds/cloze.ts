import { gapKind } from './gaps.ts';

/** A text with gaps to fill. */
export const cloze = gapKind('cloze', {
  withWords: 'Fill each gap with a word from the box.',
  alone: 'Fill each gap with a word of your own.',
});
