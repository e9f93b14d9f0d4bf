import { allChoices, comparableWords, type LintRule } from './linted-pack.ts';

/** Options that say the same, or ranges that overlap. */
export const optionsAlike: LintRule = (subject, report) => {
  for (const { options } of allChoices(subject))
    options.forEach((option, index) => {
      for (const other of options.slice(0, index)) {
        const same = comparableWords(option.text) === comparableWords(other.text);
        if (!same && !overlap(option.text, other.text)) continue;
        const relation = same ? 'says the same as' : 'overlaps with';
        report.add(
          'lint-options-alike',
          option.at,
          `“${option.text}” ${relation} “${other.text}”.`,
          'If both must be right or both wrong, pupils can rule them out together. Change one.',
        );
      }
    });
};

/** Whether two ranges of numbers, such as 10–20 and 15–30, share more than an end. */
function overlap(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => /^(\d+)\s*(?:[–-]|to)\s*(\d+)\b/.exec(text));
  if (!first || !second) return false;
  return Number(first[1]) < Number(second[2]) && Number(second[1]) < Number(first[2]);
}
