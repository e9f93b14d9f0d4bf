import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Words } from '../../words/words.ts';

/** State that helpers share while one template is filled. */
export interface Filling {
  /** Records where a pasted text was written. @returns the number of its origin mark */
  note(place: Place): number;
  /** The words of the language that is printed. */
  words(): Words;
}

/** Something that a template can call by its name. */
export interface Helper {
  readonly name: string;
  /** Whether a template may print the result. */
  readonly prints: boolean;
  /** Whether it is called in parentheses, as an argument of another; by default if it doesn't print. */
  readonly gives?: boolean;
  /** @param named the arguments with a name: `count=6` */
  run(filling: Filling, args: readonly unknown[], named: Readonly<Record<string, unknown>>): unknown;
}
