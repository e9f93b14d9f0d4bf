import { allChoices, type LintRule } from './linted-pack.ts';

/** An option that says all others are right. */
export const allOfTheAbove: LintRule = (subject, report) => {
  for (const { options } of allChoices(subject))
    for (const { text, at } of options)
      if (/^(all|both) of (the above|these|them)\b/i.test(text) || /\b[A-E] and [A-E]\b/.test(text))
        report.add(
          'lint-all-of-the-above',
          at,
          `“${text}” is given away as soon as a pupil knows that two others are right. Options also change places between forms.`,
          'Ask for several answers instead: write [x] before each.',
        );
};
