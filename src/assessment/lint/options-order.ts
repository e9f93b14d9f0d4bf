import { allChoices, type LintRule } from './linted-pack.ts';

/** Options with a natural order, such as years, are shuffled or written out of order. */
export const optionsOrder: LintRule = (subject, report) => {
  for (const { task, options } of allChoices(subject)) {
    const numbers = options.filter(({ pinned }) => !pinned).map(({ text }) => leading(text));
    if (numbers.length < 3 || numbers.some((number) => number === undefined)) continue;
    const rising = numbers.every((number, index) => index === 0 || number! >= numbers[index - 1]!);
    const falling = numbers.every((number, index) => index === 0 || number! <= numbers[index - 1]!);
    if (!task.shuffle && (rising || falling)) continue;
    report.add(
      'lint-options-order',
      task.at,
      task.shuffle
        ? 'The options are numbers, but they are shuffled.'
        : 'The options are numbers, but they are not in order.',
      'Numbers are easier to find in order. Write them in order, and add “shuffle: no” below the heading.',
    );
  }
};

const leading = (text: string): number | undefined => {
  const found = /^(?:(?:about|in|chapter|at)\s+)?(\d+(?:[.,]\d+)?)\b/i.exec(text)?.[1];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
};
