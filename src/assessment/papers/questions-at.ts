import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { FormQuestion } from './exam-paper.ts';
import type { SheetLevel, Worksheet } from './worksheet.ts';

/**
 * The questions of a worksheet at a level, numbered. An item of level `core` is for everybody and has the same number on
 * each sheet; one of another level stands on the sheet of that level only, after those.
 */
export function questionsAt({ items, orders }: Worksheet, level: SheetLevel): FormQuestion[] {
  return items
    .filter((item) => item.level === 'core' || item.level === level)
    .map(({ id }, index) => ({ number: index + 1, item: id, orders: ownValue(orders, id) ?? {} }));
}
