import type { FormatIn } from './format-in.ts';

/**
 * Every format that can be imported. The first that recognises a source reads it, so those with unmistakable signs come
 * first, and plain text comes last.
 */
export const FORMATS_IN: readonly FormatIn[] = [];
