import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { FormQuestion } from './exam-paper.ts';
import type { SheetLevel, Worksheet } from './worksheet.ts';

/**
 * Numbers the questions of a worksheet at a level. Items of level `core` are on every sheet and have the same number on
 * each; items of another level follow them on the sheet of that level only.
 */
export function questionsAt({ items, orders }: Worksheet, level: SheetLevel): FormQuestion[] {
  return items
    .filter((item) => item.level === 'core' || item.level === level)
    .map(({ id }, index) => ({ number: index + 1, item: id, orders: ownValue(orders, id) ?? {} }));
}
