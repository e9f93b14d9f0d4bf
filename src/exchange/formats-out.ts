import type { FormatOut } from './format-out.ts';

/** Every format that can be exported, in the order in which help lists them. */
export const FORMATS_OUT: readonly FormatOut[] = [];
