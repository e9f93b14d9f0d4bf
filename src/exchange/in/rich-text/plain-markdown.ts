import { escapeSigns } from './escape-signs.ts';

/** Characters that print nothing and are hardly ever meant, and those that the program reserves for itself. */
const UNSEEN =
  /[\u0000-\u0008\u000E-\u001F\u007F\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uE002]/gu;

/** Spaces and line ends as one space; a space that must not break stays, alone. */
const ROOM = /[\t-\r \u0085\u2028\u2029]+/g;

/** Puts a text on one line, without what prints nothing. */
export const onePlainLine = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(ROOM, ' ')
    .replace(/[ \u00A0]{2,}/g, ' ')
    .replace(/^[ \u00A0]+|[ \u00A0]+$/g, '');

/** Writes plain text, on one line, as Markdown that prints it letter by letter. Blanks of underscores stay blanks. */
export const plainMarkdown = (text: string): string => escapeSigns(onePlainLine(text));

/** Escapes what begins a heading, a list, a quotation or a rule at the start of a line of Markdown. */
export const atLineStart = (line: string): string =>
  line.replace(/^([#>:=]|[-+](?=\s|$|-))/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
