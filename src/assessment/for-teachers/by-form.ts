import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/** The value in each form: `A: C; B: A`; given once if it is the same in all. */
export function byForm(
  values: readonly { readonly letter: string; readonly value: string }[],
  words: Words,
): string {
  const [first] = values;
  if (values.every(({ value }) => value === first?.value)) return first?.value ?? '';
  return values
    .map(({ letter, value }) => `${say(words, 'label', { label: letter })}\u00A0${value}`)
    .join('; ');
}
