import type { Option, Task } from '../tasks/item.ts';
import { rightSide } from '../tasks/right-side.ts';
import type { Generator } from './generator.ts';
import { shuffled } from './shuffled.ts';

/**
 * The order in which the parts of a task stand in one form: for each printed place the place in the item. Empty where
 * there is nothing to arrange.
 * @param keyPlace where the one key of a multiple choice is to stand
 */
export function arrangeTask(
  { body, shuffle }: Task,
  keyPlace: number | undefined,
  generator: Generator,
): number[] {
  const byLot = (count: number) => shuffled(Array<boolean>(count).fill(false), generator);
  switch (body.kind) {
    case 'multiple-choice':
      return arrangeOptions(body.options, shuffle, keyPlace, generator);
    case 'true-false':
      return shuffled(
        body.statements.map(({ pinned }) => !shuffle || pinned),
        generator,
      );
    case 'matching':
      return shuffle ? byLot(rightSide(body).length) : rightSide(body).map((_, index) => index);
    case 'ordering':
      return !shuffle && body.written ? [...body.written] : disordered(body.steps.length, byLot);
    case 'cloze':
    case 'table':
    case 'labelling':
      return byLot(body.bank?.length ?? 0);
    default:
      return [];
  }
}

function arrangeOptions(
  options: readonly Option[],
  shuffle: boolean,
  keyPlace: number | undefined,
  generator: Generator,
): number[] {
  if (!shuffle) return options.map((_, index) => index);
  if (keyPlace === undefined)
    return shuffled(
      options.map(({ pinned }) => pinned),
      generator,
    );
  const key = options.findIndex((option) => option.key);
  // The key and whatever stood in its new place change places; then all others but the pinned are shuffled.
  const start = options.map((_, index) => (index === keyPlace ? key : index === key ? keyPlace : index));
  const fixed = options.map(({ pinned }, index) => pinned || index === keyPlace);
  return shuffled(fixed, generator).map((index) => start[index]!);
}

/** An order that is not the right one already: a task of ordering that needs no ordering is none. */
function disordered(count: number, byLot: (count: number) => number[]): number[] {
  for (;;) {
    const order = byLot(count);
    if (order.some((from, to) => from !== to)) return order;
  }
}
