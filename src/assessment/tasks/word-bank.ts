import type { Passage } from '../../content/entries/entry.ts';
import { text } from '../../content/kinds/entry-kind.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { listOf, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { byLetters } from '../../words/by-letters.ts';
import type { BodySource } from './body-source.ts';

/** The fields of kinds that may print the missing words in a box. */
export const BANK_FIELDS = {
  bank: yesOrNo().default(false).describe('yes to print the missing words in a box'),
  extra: listOf(text()).default([]).describe('extra words for the box that fit no gap'),
};

/** Reads the words of a bank: each missing word once, and the extra ones. @returns undefined if there is to be no bank */
export function readBank(
  missing: readonly Passage[],
  { fields, places, at }: BodySource<{ readonly bank: boolean; readonly extra: readonly string[] }>,
): Passage[] | undefined {
  if (!fields.bank) return undefined;
  const extra = fields.extra.map((word, index) => ({
    text: word,
    at: ownValue(places, `extra.${index}`) ?? places['extra'] ?? at,
  }));
  return eachOnce([...missing, ...extra]);
}

/**
 * The words that a task offers to choose from: its bank in the order of a form, or, for pupils who get help, the missing
 * words in alphabetical order.
 */
export function wordsOffered(
  { bank }: { readonly bank?: readonly Passage[] },
  missing: readonly Passage[],
  { order, isSupport }: { readonly order: readonly number[]; readonly isSupport: boolean },
): Passage[] {
  const inOrder = order.flatMap((from) => bank?.[from] ?? []);
  if (inOrder.length > 0 || !isSupport) return inOrder;
  return eachOnce(missing).sort((a, b) => byLetters(a.text, b.text));
}

const eachOnce = (words: readonly Passage[]): Passage[] =>
  words.filter(({ text: word }, index) => words.findIndex((other) => other.text === word) === index);
