import type { Form } from '../papers/exam-paper.ts';

/**
 * The number of a task of an item: `3(a)` if it is the same in all forms, else one for each form: `A3(a)`, `B5(a)`.
 */
export function questionNumbers(forms: readonly Form[], item: string, labels: readonly string[]): string[] {
  const path = labels.join('');
  const numbers = forms.map(({ letter, sections }) => {
    const question = sections.flatMap(({ questions }) => questions).find((one) => one.item === item);
    return { letter, number: `${question?.number ?? ''}${path}` };
  });
  const [first] = numbers;
  if (first && numbers.every(({ number }) => number === first.number)) return [first.number];
  return numbers.map(({ letter, number }) => `${letter}${number}`);
}
