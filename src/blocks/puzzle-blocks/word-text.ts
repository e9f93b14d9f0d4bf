import type { Inline } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';
import type { WordWithMeaning } from './puzzle-fields.ts';

/** A word as text, in its language: a screen reader pronounces it so. */
export const wordText = (
  { word, lang }: Pick<WordWithMeaning, 'word' | 'lang'>,
  { plain }: ExpandTools,
): Inline[] => plain(word).map((run) => (run.kind === 'text' && lang !== undefined ? { ...run, lang } : run));
