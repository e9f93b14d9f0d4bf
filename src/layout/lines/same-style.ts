import type { TextRun } from '../../blocks/block.ts';

/** Whether nothing is drawn with a run but its letters, at the size of the text around it. */
export const isUndecorated = ({ strike, underline, highlight, key, small, script }: TextRun): boolean =>
  !strike && !underline && !highlight && !key && !small && !script;

/** Whether two runs look alike, if their faces are the same. Each key has a frame of its own. */
export const hasSameStyle = (a: TextRun, b: TextRun): boolean =>
  a.strike === b.strike &&
  a.underline === b.underline &&
  a.highlight === b.highlight &&
  a.small === b.small &&
  a.script === b.script &&
  !a.key &&
  !b.key;
