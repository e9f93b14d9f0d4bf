import type { Passage } from './entry.ts';

/** A line break that the author asked for, with a backslash or two spaces before it. An escaped backslash does not count. */
const HARD_END = /(?:(?<!\\)(?:\\\\)*\\| {2,})$/;

/**
 * Splits a passage into paragraphs (in verse, stanzas), each with its place and joined to one line. Line breaks that the
 * author asked for are kept, as a backslash and a line end.
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

/** Joins lines with a space or a hard break. A break after the last line would have no effect, so it is dropped. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const hard = HARD_END.test(line);
      // No-break spaces are an indent.
      const words = (hard ? line.replace(/ +$|\\$/, '') : line).replace(/^[ \t]+|[ \t]+$/g, '');
      return index === lines.length - 1 ? words : `${words}${hard ? '\\\n' : ' '}`;
    })
    .join('');
}
