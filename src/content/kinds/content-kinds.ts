import { GENERAL_KINDS } from './general-kinds.ts';
import { LITERATURE_KINDS } from './literature-kinds.ts';
import { SCIENCE_KINDS } from './science-kinds.ts';
import { WORLD_KINDS } from './world-kinds.ts';

/** The kinds of entry that need no other part of the program: those for any subject, for literature and for science. */
export const CONTENT_KINDS = [
  ...GENERAL_KINDS,
  ...WORLD_KINDS,
  ...LITERATURE_KINDS,
  ...SCIENCE_KINDS,
] as const;

/** One of the kinds in `CONTENT_KINDS`. */
export type ContentKind = (typeof CONTENT_KINDS)[number];
