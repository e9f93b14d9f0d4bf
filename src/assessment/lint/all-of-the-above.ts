import { allChoices, type LintRule } from './linted-pack.ts';

/** An option that says all others are right. */
export const allOfTheAbove: LintRule = (subject, report) => {
  for (const { options } of allChoices(subject))
    for (const { text, at } of options)
      if (/^(all|both) of (the above|these|them)\b/i.test(text) || /\b[A-E] and [A-E]\b/.test(text))
        report.add(
          'lint-all-of-the-above',
          at,
          `“${text}” is right as soon as two others are seen to be, and options change places between forms.`,
          'Ask for several answers instead: put [x] before each.',
        );
};
