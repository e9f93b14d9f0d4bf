import { escapeSigns } from './escape-signs.ts';

/** What makes a line a heading, an item, a quotation, a definition or an underlining at its beginning only. */
const AT_START = /^(?:[#>+:=~-]|\d{1,9}(?=[.)](?:\s|$)))/;
/** Blanks with nothing beside them, which alone on a line are a rule. */
const ONLY_BLANKS = /^_[_ ]*$/;

/**
 * Writes plain text as Markdown that reads back as that text: only characters that would mean something where they are get
 * a backslash, so that a teacher can still read it. White space becomes a single space.
 * @param isStart whether it begins a line; text after a heading's `## ` does not
 */
export function plainAsMarkdown(text: string, isStart = true): string {
  const line = text.replace(/[^\S\u00A0]+/gu, ' ').replace(/^ | $/g, '');
  const escaped = escapeSigns(line);
  if (!isStart) return escaped;
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(escaped)?.[0];
  if (number !== undefined) return `${number}\\${escaped.slice(number.length)}`;
  return AT_START.test(escaped) || ONLY_BLANKS.test(escaped) ? `\\${escaped}` : escaped;
}
