import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Item } from '../item-bank/item.ts';
import type { AssessmentEntry } from '../tasks/exam-pack.ts';
import { createGenerator } from './generator.ts';
import { shuffled } from './shuffled.ts';

/** The rule by which a section picks items from the bank. */
type PickRule = NonNullable<AssessmentEntry<'worksheets'>['fields']['pick']>;

/**
 * Picks items from the bank at random, the same for every form, and keeps them in the order of the bank. Items that the
 * paper has already are skipped.
 */
export function pickItems(
  rule: PickRule,
  bank: { items: readonly Item[]; taken: ReadonlySet<Item>; seed: string; whole: boolean },
  where: Place,
  report: Report,
): Item[] {
  const fits = bank.items.filter((item) => !bank.taken.has(item) && mayPick(rule, item));
  if (fits.length < rule.count && bank.whole)
    report.add(
      'bank-too-small',
      where,
      `This asks for ${countInWords(rule.count, 'item')}, but the bank has only ${fits.length} that fit and are not yet in the paper.`,
      'Ask for fewer items, set fewer conditions, or write more items.',
    );
  const order = shuffled(
    fits.map(() => false),
    createGenerator(`${bank.seed}/pick`),
  );
  const drawn = new Set(order.slice(0, rule.count));
  return fits.filter((_, index) => drawn.has(index));
}

/** Whether a rule may pick an item. */
export function mayPick({ tag, kind, level, chapters, themes }: PickRule, item: Item): boolean {
  const { kind: asked } = item.task.body;
  return (
    (tag === undefined || item.tags.includes(tag)) &&
    (kind === undefined || kind === asked) &&
    (level === undefined || item.level === level) &&
    (chapters.length === 0 || chapters.some((chapter) => item.chapters.includes(chapter))) &&
    (themes.length === 0 || themes.some((theme) => item.themes.includes(theme)))
  );
}
