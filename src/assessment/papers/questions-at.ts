import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { FormQuestion } from './exam-paper.ts';
import type { Sheet, Worksheet } from './worksheet.ts';

/**
 * Numbers the questions of a sheet. Items without a level are on every sheet of a worksheet and have the same number on each;
 * those with one follow them on the sheet of their level only.
 */
export function questionsAt(
  { items, forms }: Pick<Worksheet, 'items' | 'forms'>,
  { level, form }: Pick<Sheet, 'level' | 'form'>,
): FormQuestion[] {
  const asked = forms
    .filter(({ letter }) => letter === form)
    .flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
  const orders = Object.fromEntries(asked.map((question) => [question.item, question.orders]));
  return items
    .filter((item) => item.level === undefined || item.level === level)
    .map(({ id }, index) => ({ number: index + 1, item: id, orders: ownValue(orders, id) ?? {} }));
}
