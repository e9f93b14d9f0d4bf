import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { AssessmentEntry } from '../tasks/exam-pack.ts';
import { fitsRule, tagsAreKnown } from './choose-items.ts';
import { shuffled } from './shuffled.ts';

/** The rule by which a section of a paper picks items from the bank. */
type PickRule = NonNullable<AssessmentEntry<'papers'>['fields']['sections'][number]['pick']>;

/**
 * Picks items from the bank at random, the same for every form, and keeps them in the order of the bank. Items that the
 * paper has already are skipped.
 * @param at the places of the count and of the tag
 */
export function pickItems(
  rule: PickRule,
  bank: { items: readonly Item[]; taken: ReadonlySet<Item>; seed: string; whole: boolean },
  at: { readonly count: Place; readonly tag: Place },
  report: Report,
): Item[] {
  const tags = rule.tag === undefined ? [] : [rule.tag];
  if (bank.whole && !tagsAreKnown({ tags }, bank.items, () => at.tag, report)) return [];
  const fits = bank.items.filter((item) => !bank.taken.has(item) && mayPick(rule, item));
  if (fits.length < rule.count && bank.whole)
    report.add(
      'bank-too-small',
      at.count,
      `This asks for ${countInWords(rule.count, 'item')}, but the bank has only ${fits.length} that fit and are not yet in the paper.`,
      'Ask for fewer items, set fewer conditions, or write more items. Items without marks are not picked.',
    );
  const order = shuffled(
    fits.map(() => false),
    createGenerator(`${bank.seed}/pick`),
  );
  const drawn = new Set(order.slice(0, rule.count));
  return fits.filter((_, index) => drawn.has(index));
}

/** Whether a rule may pick an item. Only one with marks can be in a paper. */
export const mayPick = ({ tag, ...rule }: PickRule, item: Item): boolean =>
  fitsRule({ ...rule, tags: tag === undefined ? [] : [tag] }, item) && hasMarks(item);

/** Whether everything that an item asks has marks. */
export const hasMarks = ({ task }: Item): boolean => tasksOf(task).every((one) => one.task.marks > 0);
