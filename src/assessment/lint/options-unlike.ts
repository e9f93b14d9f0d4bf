import { allChoices, type LintRule } from './linted-pack.ts';

/** Options that are not of one shape: some are sentences, or some begin with a capital. */
export const optionsUnlike: LintRule = (subject, report) => {
  for (const { task, options } of allChoices(subject)) {
    const moving = options.filter(({ pinned }) => !pinned).map(({ text }) => text.replace(/^[“‘*_]+/, ''));
    const shapes: [string, (text: string) => boolean][] = [
      ['end in a full stop', (text) => /[.!?][”’*_]*$/.test(text)],
      ['begin with a capital', (text) => /^\p{Lu}/u.test(text)],
    ];
    for (const [shape, has] of shapes) {
      const count = moving.filter(has).length;
      // A name among common words has its capital by right.
      if (count === 0 || count === moving.length || (shape.startsWith('begin') && count === 1)) continue;
      report.add(
        'lint-options-unlike',
        task.at,
        `${count} of the ${moving.length} options ${shape}, but the others do not.`,
        'An option that looks different gives itself away. Write them all in the same way.',
      );
    }
  }
};
