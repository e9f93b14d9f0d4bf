import type { SomeWords } from './words.ts';

/**
 * Puts what a school or a pack calls marks between the brackets beside a question too, unless it says that itself: whoever
 * changes `marks` to points means all of them.
 * @param ours the words of the program
 */
export function withMarksBeside(words: SomeWords, ours: SomeWords): SomeWords {
  const { marks } = words;
  if (marks === undefined || marks === ours.marks || words['marks-beside'] !== ours['marks-beside'])
    return words;
  const inBrackets =
    typeof marks === 'string'
      ? `[${marks}]`
      : Object.fromEntries(Object.entries(marks).map(([form, text]) => [form, `[${text}]`]));
  return { ...words, 'marks-beside': inBrackets };
}
