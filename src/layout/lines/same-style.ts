import type { TextRun } from '../../blocks/text-run.ts';

/**
 * Whether a run is nothing but its letters, at the size and in the language of the text around it, and they are what is
 * read out.
 */
export const isUndecorated = (run: TextRun): boolean =>
  !run.strike &&
  !run.underline &&
  !run.highlight &&
  !run.key &&
  !run.small &&
  !run.script &&
  !run.box &&
  !run.gap &&
  run.lang === undefined &&
  run.alt === undefined;

/** Whether two runs look alike, if their faces are the same. Each key has a frame of its own, and each gap a rule. */
export const hasSameStyle = (a: TextRun, b: TextRun): boolean =>
  a.strike === b.strike &&
  a.underline === b.underline &&
  a.highlight === b.highlight &&
  a.small === b.small &&
  a.script === b.script &&
  a.lang === b.lang &&
  a.alt === b.alt &&
  a.box === b.box &&
  !a.gap &&
  !b.gap &&
  !a.key &&
  !b.key;
