import type { Laid } from '../../pages/laid.ts';
import type { Mark } from '../../pages/page.ts';

/** What a slot shows, by the pages that it is on, counted from 0. Empty for pictures and lines. */
export type TextsOfSlot = ReadonlyMap<number, string>;

/** Gives the texts of each slot, with words that were divided at the end of a line put together again. */
export function textsOnPages({ pages }: Laid): ReadonlyMap<number, TextsOfSlot> {
  const slots = new Map<number, Map<number, string>>();
  const add = (marks: readonly Mark[], page: number): void => {
    for (const mark of marks) {
      if (mark.kind === 'group') add(mark.marks, page);
      else if (mark.kind !== 'link' && 'slot' in mark.structureRef) {
        const { slot } = mark.structureRef;
        const texts = slots.get(slot) ?? new Map<number, string>();
        slots.set(slot, texts);
        const text = mark.kind === 'text' ? mark.text : '';
        texts.set(page, withoutHyphen(texts.get(page) ?? '') + text);
      }
    }
  };
  for (const [index, { marks }] of pages.entries()) add(marks, index);
  return slots;
}

/** A soft hyphen is where a line ends within a word. */
const withoutHyphen = (text: string): string => text.replace(/\u00AD$/, '');
