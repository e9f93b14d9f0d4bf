import type { TextForm } from '../kinds/form.ts';

/** The first lines of what is not a paragraph: a list, a heading, a quote, a table, a fence, a rule. */
const NOT_PARAGRAPH = /^ {0,3}(?:[-*+] |\d+[.)] |#{1,6} |>|\||```|~~~|---)/;
const FENCE = /^ {0,3}(```+|~~~+)/;

/**
 * Writes a text in Markdown so that it is printed in its form: lines end in a backslash, indents are no-break spaces,
 * speakers in a play are bold and stage directions italic. Lines keep their numbers. Lists, headings and the like stay as
 * they are.
 */
export function setForm(text: string, form: TextForm): string {
  if (form === 'prose') return text;
  const lines = (form === 'drama' ? withDirections(text) : text).split('\n');
  let fence: string | undefined;
  let isParagraph = false;
  return lines
    .map((line, index) => {
      const mark = FENCE.exec(line)?.[1];
      if (mark && fence === undefined) fence = mark;
      else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined;
      if (line.trim() === '') isParagraph = false;
      else if (lines[index - 1]?.trim() === '' || index === 0 || !isParagraph)
        isParagraph =
          fence === undefined && !mark && !NOT_PARAGRAPH.test(line) && !continuesOther(lines, index);
      if (!isParagraph || line.trim() === '') return line;
      const next = lines[index + 1] ?? '';
      const ends = next.trim() === '' || NOT_PARAGRAPH.test(next);
      return `${form === 'drama' ? withSpeaker(setLine(line)) : setLine(line)}${ends ? '' : '\\'}`;
    })
    .join('\n');
}

/** Whether a line belongs to a list, a table or the like that began above it without a blank line between. */
function continuesOther(lines: readonly string[], index: number): boolean {
  for (let at = index - 1; at >= 0 && lines[at]!.trim() !== ''; at--) {
    if (/^ {0,3}#{1,6} /.test(lines[at]!)) return false;
    if (NOT_PARAGRAPH.test(lines[at]!)) return true;
  }
  return false;
}

/**
 * A line without the break that its author may have written already, with its indent, and a wide gap as between the halves
 * of a shared line, in no-break spaces.
 */
function setLine(line: string): string {
  const words = line.replace(/(?:(?<!\\)\\|\s+)$/, '').trimEnd();
  const indent = /^[ \t]*/.exec(words)![0];
  return spaced(indent.replaceAll('\t', '    ')) + words.slice(indent.length).replace(/ {3,}/g, spaced);
}

const spaced = (gap: string) => '\u00A0'.repeat(gap.length);

/** `MACBETH.` or `LADY MACBETH (aside):` at the beginning of a line. */
const SPEAKER = /^(\u00A0*)(\p{Lu}[\p{Lu}\p{M}'’. -]*\p{Lu}(?: \([^()]*\))?[.:])(?=\s|$)/u;

const withSpeaker = (line: string): string => line.replace(SPEAKER, '$1**$2**');

/** A text in square brackets, unless it marks an omission, is a link or a note, or is in italics already. */
const DIRECTION = /(?<![*\\[\]])\[(?!\^|\s*…\s*\]|\[)([^[\]]+)\](?![(\]:])/g;

const withDirections = (text: string): string => text.replace(DIRECTION, '*\\[$1\\]*');
