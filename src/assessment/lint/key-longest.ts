import { largest } from '../../diagnostics/collections/largest.ts';
import { allChoices, type LintRule } from './linted-pack.ts';

/** How much longer than any other option a key may be, and the length in characters from which it is noticed. */
const RATIO = 1.4;
const SEEN = 25;

/** The key is by far the longest option. */
export const keyLongest: LintRule = (subject, report) => {
  for (const { keys, distractors } of allChoices(subject)) {
    const [key] = keys;
    if (!key || keys.length !== 1) continue;
    const longest = largest(distractors.map(({ text }) => text.length));
    if (key.text.length < SEEN || key.text.length < longest * RATIO) continue;
    report.add(
      'lint-key-longest',
      key.at,
      `The key has ${key.text.length} characters; no other option has more than ${longest}.`,
      'Pupils who do not know the answer often pick the longest option. Shorten it, or lengthen the others.',
    );
  }
};
