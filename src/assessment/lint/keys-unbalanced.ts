import { keyOf } from '../for-teachers/key-of.ts';
import type { LintRule } from './linted-pack.ts';

/** Fewer questions than this show no pattern. */
const FEWEST = 5;

/** In a form, one letter is right much more often than its share: options that may not move can do that. */
export const keysUnbalanced: LintRule = ({ assessment }, report) => {
  for (const { paper, forms } of assessment.papers)
    for (const form of forms) {
      const letters = keyOf(form, assessment).flatMap(({ answer }) =>
        /^[A-Z]$/.test(answer) ? [answer] : [],
      );
      if (letters.length < FEWEST) continue;
      const counts = [...new Set(letters)].map(
        (letter) => [letter, letters.filter((one) => one === letter).length] as const,
      );
      const [letter, most] = counts.reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const);
      // Of five or more keys to three or more letters, more than half at one letter is no accident.
      if (most * 2 <= letters.length) continue;
      report.add(
        'lint-keys-unbalanced',
        paper.at,
        `In form ${form.letter}, ${letter} is the right answer to ${most} of ${letters.length} questions.`,
        'Let more options change places: remove “shuffle: no” and “(pinned)” where they are not needed.',
      );
    }
};
