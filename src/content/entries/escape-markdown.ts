import { onOneLine } from './on-one-line.ts';

/** Escapes the characters that mean something in Markdown, so that plain text prints as it was written. */
export const escapeMarkdown = (text: string): string => onOneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
