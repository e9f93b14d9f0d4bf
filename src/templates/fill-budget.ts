import { largest } from '../diagnostics/collections/largest.ts';

/**
 * What filling one file may take: calls of helpers and partials, turns of loops, and items that helpers look through. The
 * largest file of a pack with thousands of entries takes a hundredth of it.
 */
const MOST_STEPS = 5_000_000;
/** What the loops and partials of one file may print, in characters: thousands of pages. */
const MOST_CHARACTERS = 10_000_000;
/** How deep partials may call one another. */
const MOST_NESTED = 50;

/**
 * Counts what filling a template takes, so that a loop inside a loop inside a loop ends with an error and not when the
 * memory is full.
 */
export interface FillBudget {
  /** Begins to count for another file. */
  start(): void;
  /** Counts a call with its arguments. @throws Error */
  call(args: readonly unknown[]): void;
  /** Counts a piece of text that a loop or a partial printed. @throws Error */
  print(text: string): string;
  /** Runs a partial. @throws Error */
  nested(run: () => string): string;
}

export function createFillBudget(): FillBudget {
  let steps = 0;
  let characters = 0;
  let depth = 0;
  return {
    start() {
      steps = 0;
      characters = 0;
      depth = 0;
    },
    call(args) {
      steps += 1 + largest(args.map(lengthOf), 0);
      if (steps > MOST_STEPS) throw overBudget(`it takes more than ${inWords(MOST_STEPS)} steps`, FEWER);
    },
    print(text) {
      characters += text.length;
      if (characters > MOST_CHARACTERS)
        throw overBudget(`it prints more than ${inWords(MOST_CHARACTERS)} characters in one file`, FEWER);
      return text;
    },
    nested(run) {
      if (++depth > MOST_NESTED)
        throw overBudget(
          `partials call one another more than ${MOST_NESTED} times deep`,
          'A partial must not call itself, and no other partial that calls it.',
        );
      const text = run();
      depth--;
      return text;
    },
  };
}

const FEWER =
  'Loops inside loops and partials inside partials multiply what is printed. Take one out, or make a file for each entry with “repeat”.';

const overBudget = (message: string, hint: string) => Object.assign(new Error(message), { hint });

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const inWords = (number: number) => `${number / 1_000_000} million`;
