import { allChoices, type LintRule } from './linted-pack.ts';

/** A stem that ends in “a” or “an”, so that only some of the options can follow it. */
export const articleCue: LintRule = (subject, report) => {
  for (const { task, options } of allChoices(subject)) {
    const article = /\b(an?)\s*[….:]*$/.exec(task.stem.text)?.[1];
    if (article === undefined) continue;
    const fits = options.filter(({ text }) => /^[aeiou]/i.test(text) === (article === 'an'));
    if (fits.length === options.length) continue;
    report.add(
      'lint-article-cue',
      task.stem.at,
      `“${article}” fits only ${fits.length} of the ${options.length} options.`,
      'Write “a/an”, or put the article before each option.',
    );
  }
};
