import type * as z from 'zod';
import type { Run } from './run.ts';

/**
 * A command of the program. Its name and summary are in the table of `main.ts`, so that the program's help is printed
 * without loading any command.
 */
export interface Command<A extends string = string, F extends z.ZodObject = z.ZodObject> {
  /**
   * The arguments after its name: `<file>`, `<...files>` for one or more, `[...packs]` for any number, `<format> <pack>` for two,
   * or none.
   */
  readonly arguments: A;
  /** Its options: each is described by `flags.ts`, which also checks it. */
  readonly flags?: F;
  /** What its help says besides, such as what an argument may be. */
  readonly note?: string;
  /** Command lines to copy, without `studypack`. */
  readonly examples: readonly string[];
  /** Whether problems that still let a file be printed are warnings; by default they are errors. */
  isLenient?(flags: z.output<F>): boolean;
  /** @returns the exit code: 0 done, 1 something in the input is wrong. @throws WrongUsage for exit code 2 */
  run(args: ArgumentsOf<A>, flags: z.output<F>, run: Run): Promise<number>;
}

/** The arguments of a command by their names: `<exam>` gives a text `exam`, `[...packs]` a list `packs`. */
type ArgumentsOf<A extends string> = A extends `${infer First} ${infer Rest}`
  ? ArgumentsOf<First> & ArgumentsOf<Rest>
  : A extends `[...${infer Name}]`
    ? { readonly [name in Name]: readonly string[] }
    : A extends `<...${infer Name}>`
      ? { readonly [name in Name]: readonly string[] }
      : A extends `<${infer Name}>`
        ? { readonly [name in Name]: string }
        : object;

/** Defines a command, with the types of its arguments and options inferred. */
export const command = <const A extends string, F extends z.ZodObject>(
  definition: Command<A, F>,
): Command<A, F> => definition;
