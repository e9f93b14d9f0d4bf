import { LEVEL_SIGN } from '../../blocks/exam/sheet-title.ts';

/** The levels that a question or a worksheet may be made for, easiest first. */
export const LEVELS = ['support', 'core', 'stretch'] as const;

/** A level as it is printed: ●, ●● or ●●●. */
export const levelMarks = (level: (typeof LEVELS)[number]): string =>
  LEVEL_SIGN.repeat(LEVELS.indexOf(level) + 1);
