import * as z from 'zod';
import type { Code } from '../diagnostics/diagnostic.ts';

/** How the help of a command describes an option. */
export interface FlagHelp {
  /** What the option does, without its values and default, which the help adds. */
  readonly help: string;
  /** The value in angle brackets, such as `name` for `--paper <name>`. */
  readonly value?: string;
  /** All values, if they are few. */
  readonly values?: readonly string[];
  /** The letter of its short form, such as `o` for `-o`. */
  readonly short?: string;
}

/** Why the value of an option is refused. */
export class Refusal {
  /**
   * @param code with a code, the problem is reported like one in a file (exit code 1); without one it is wrong usage
   * (exit code 2)
   */
  constructor(
    readonly message: string,
    readonly hint?: string,
    readonly code?: Code,
  ) {}
}

/** An option that is given or not. */
export const switchFlag = (help: string) => z.boolean().default(false).meta({ help });

/** An option with any text as its value. */
export const textFlag = (help: FlagHelp) => z.string().meta({ ...help });

/** An option that can be repeated; its value is a list. */
export const repeatedFlag = (help: FlagHelp) =>
  z
    .array(z.string())
    .default([])
    .meta({ ...help });

/** An option whose value is converted from text, or refused. */
export const convertedFlag = <T>(help: FlagHelp, convert: (written: string) => T | Refusal) =>
  z
    .string()
    .transform((written, context): T => {
      const value = convert(written);
      if (!(value instanceof Refusal)) return value;
      const { message, hint, code } = value;
      context.addIssue({ code: 'custom', message, params: { hint, code } });
      return z.NEVER;
    })
    .meta({ ...help });

/** An option whose value is one of some words. @param refuse what to say of other words */
export const choiceFlag = <const W extends string>(
  words: readonly W[],
  help: FlagHelp,
  refuse: (written: string) => Refusal,
) =>
  convertedFlag(
    { values: words, ...help },
    (written): W | Refusal => words.find((word) => word === written) ?? refuse(written),
  );

/** An option whose value is a whole number. */
export const wholeNumberFlag = (
  { least, most }: { least: number; most: number },
  help: FlagHelp,
  refuse: (written: string) => Refusal,
) =>
  convertedFlag(help, (written): number | Refusal => {
    const number = Number(written);
    return /^-?\d+$/.test(written) && number >= least && number <= most ? number : refuse(written);
  });
