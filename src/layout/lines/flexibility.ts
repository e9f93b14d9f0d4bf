/**
 * How much of its width a space may gain or lose, but never below `MIN_SPACE`. The rest of a line’s slack goes into
 * letterspacing, in ems per letter.
 */
export const SPACE_STRETCH = 1 / 2;
export const SPACE_SHRINK = 1 / 3;
export const LETTER_STRETCH = 0.015;
export const LETTER_SHRINK = 0.005;
