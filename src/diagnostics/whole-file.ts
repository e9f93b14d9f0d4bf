import type { Place } from './diagnostic.ts';

/** The place of a problem that concerns a whole file or folder: its first character. */
export const wholeFile = (path: string): Place => ({ file: path, line: 1, column: 1 });
