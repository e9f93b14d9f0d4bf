import { allChoices, type LintRule } from './linted-pack.ts';

const ABSOLUTE = /\b(always|never|all|every|everyone|everything|nobody|none|only|completely|impossible)\b/i;

/** Absolute words in distractors, and none in the key. */
export const absoluteWords: LintRule = (subject, report) => {
  for (const { keys, distractors } of allChoices(subject)) {
    if (keys.some(({ text }) => ABSOLUTE.test(text))) continue;
    const absolute = distractors.filter(({ text, pinned }) => !pinned && ABSOLUTE.test(text));
    for (const { text, at } of absolute)
      report.add(
        'lint-absolute-words',
        at,
        `“${ABSOLUTE.exec(text)![0]}” is in a distractor, but the key has no word like it.`,
        'Pupils know that absolute statements are rarely right, and rule it out. Reword it.',
      );
  }
};
