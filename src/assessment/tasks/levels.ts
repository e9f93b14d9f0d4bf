/** The levels that a question or a worksheet may be made for, easiest first. */
export const LEVELS = ['support', 'core', 'stretch'] as const;
