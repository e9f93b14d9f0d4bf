import { suggest } from '../../diagnostics/suggest.ts';

/**
 * Gives a hint for an id that no entry has. One number is not a misspelling of another, so where ids are numbers the
 * hint lists those that exist.
 */
export function suggestId(
  id: string,
  known: readonly string[],
  kinds: readonly string[],
): string | undefined {
  const [kind = ''] = kinds;
  if (known.length === 0 && kinds.length === 1)
    return `The pack has no ${kind} yet. Write them in ${kind}.md or ${kind}/NAME.md.`;
  const numbers = known.map(Number).sort((a, b) => a - b);
  if (known.length === 0 || !numbers.every(Number.isInteger)) return suggest(id, known);
  return `The pack has ${kind} ${ranges(numbers)}.`;
}

/** Puts whole numbers, sorted in ascending order, into words: “1 to 4, 6”. */
function ranges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number <= run.at(-1)! + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]} to ${run.at(-1)}`)).join(', ');
}
