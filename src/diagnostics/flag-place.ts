import type { Place } from './diagnostic.ts';

/** The place of a problem with an option of the command line, such as `--paper`, or with an environment variable. */
export const flagPlace = (flag: string): Place => ({ file: flag, line: 1, column: 1 });
