import fc from 'fast-check';
import type { Item } from '../../../src/assessment/item-bank/item.ts';
import type { TaskBody } from '../../../src/assessment/kinds/question-kinds.ts';
import type { PackOut } from '../../../src/exchange/out/pack-out.ts';
import { nowhere } from '../../support.ts';
import { packOutOf } from './pack-out.ts';

/** Words that mean something in one of the formats. */
const TELLING = [
  '{',
  '}',
  '~',
  '=',
  '#',
  ':',
  '->',
  '::',
  '\\',
  '"',
  '<b>',
  '&amp;',
  '|',
  '*',
  ']]>',
  '\\n',
  ';',
  "'",
  '/',
  '//',
  '%50%',
  '[html]',
];

/** A line of any words, with single spaces. */
export const aLine: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom(...TELLING)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) =>
    parts
      .join(' ')
      .normalize('NFC')
      .replace(/[\uE000-\uF8FF\uFFFD]/g, '')
      .replace(/[\s\u200b-\u200f\u2028\u2029]+/g, ' ')
      .trim(),
  )
  // Underscores and dots in a row are a blank to write on, and brackets a gap.
  .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/_{3}|\.{5}|…{2}|\[\[/.test(line));

/** A line as Markdown: every sign that could be markup is escaped. */
export const asMarkdown = (line: string): string => line.replace(/[!-/:-@[-`{-~]/g, '\\$&');

const said = (line: string) => ({ text: asMarkdown(line), at: nowhere });

const distinct = (least: number, most: number) =>
  fc.uniqueArray(aLine, { minLength: least, maxLength: most, selector: (line) => line.toLowerCase() });

/** A question in plain words: what it asks, and what it is answered with. */
export interface FreeItem {
  readonly stem: string;
  readonly lines: readonly string[];
  /** Whether each line is right. */
  readonly right: readonly boolean[];
}

export const aFreeItem: fc.Arbitrary<FreeItem> = fc
  .record({
    stem: aLine,
    lines: distinct(2, 5),
    rights: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  .map(({ stem, lines, rights }) => {
    const right = lines.map((_, index) => rights[index]!);
    if (right.every(Boolean)) right[0] = false;
    if (!right.some(Boolean)) right[1] = true;
    return { stem, lines, right };
  });

const bare = packOutOf({ 'items.md': '## One?\n\nYes.\n' });

/** A bank with one item of free words. */
export function bankWith(stem: string, body: TaskBody, more: Partial<Item['task']> = {}): PackOut {
  const [item] = bare.assessment.items;
  const task = { ...item!.task, stem: said(stem), body, notes: {}, marks: 1, ...more };
  return {
    ...bare,
    assessment: { ...bare.assessment, items: [{ ...item!, id: 'free', name: 'free', task }] },
  };
}

export const choiceOf = ({ lines, right }: FreeItem): TaskBody => ({
  kind: 'multiple-choice',
  choose: right.filter(Boolean).length,
  options: lines.map((line, index) => ({ ...said(line), key: right[index]!, pinned: false })),
});

/** The first line of two goes with the second, and so on. */
export const pairsOf = ({ lines }: FreeItem): TaskBody => ({
  kind: 'matching',
  left: lines.slice(0, Math.floor(lines.length / 2)).map(said),
  right: lines.slice(Math.floor(lines.length / 2)).map(said),
});

export const gapsOf = ({ lines }: FreeItem): TaskBody => ({
  kind: 'cloze',
  text: { text: `A ${lines.map((_, index) => `[[${index + 1}]]`).join(' b ')} c`, at: nowhere },
  blanks: lines.map((line) => ({ words: [asMarkdown(line)], at: nowhere })),
});
