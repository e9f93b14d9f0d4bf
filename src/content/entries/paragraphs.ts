import type { Passage } from './entry.ts';

/** A line end that the author asked for: a backslash before it, or two spaces. A backslash after another is only itself. */
const HARD_END = /(?:(?<!\\)(?:\\\\)*\\| {2,})$/;

/**
 * The paragraphs of a passage (of verse, its stanzas), each at its place and on one line, but for the line breaks that
 * the author asked for: those are kept as a backslash and a line end.
 */
export function paragraphs(passage: Passage): Passage[] {
  const parts: Passage[] = [];
  let line = passage.at.line;
  for (const block of passage.text.split(/(\n\s*\n)/)) {
    if (block.trim() !== '') parts.push({ text: joinLines(block.split('\n')), at: { ...passage.at, line } });
    line += block.split('\n').length - 1;
  }
  return parts;
}

/** Lines with a space between them, or a hard break. One after the last line would break nothing. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const hard = HARD_END.test(line);
      const words = (hard ? line.replace(/ +$|\\$/, '') : line).trim();
      return index === lines.length - 1 ? words : `${words}${hard ? '\\\n' : ' '}`;
    })
    .join('')
    .trim();
}
