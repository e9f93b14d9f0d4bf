import { chapterNumber } from './chapter-number.ts';
import { divisionNumber } from './division-number.ts';
import type { SourceBlock } from './source-text.ts';

/** A line longer than this is a whole paragraph, in characters. */
const LONG_LINE = 400;

/**
 * Splits plain text or Markdown into paragraphs and headings. Blank lines or indents separate paragraphs; where lines are
 * very long, each is a paragraph.
 */
export function textBlocks(text: string, words: readonly string[]): SourceBlock[] {
  const lines = text.split('\n');
  const longLines = lines.some((line) => line.length > LONG_LINE);
  const indented = lines.filter((line) => /^(?:\t| {2,})\S/.test(line)).length;
  const indentsPart = indented > 0 && indented < lines.filter((line) => line.trim() !== '').length / 2;
  const blocks: SourceBlock[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ text: open.join('\n') });
    open = [];
  };
  for (const line of lines) {
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (heading) {
      close();
      blocks.push({ text: heading[2]!, heading: heading[1]!.length });
    } else if (line.trim() === '') close();
    else if (open.length === 0 && isChapterLine(line, words)) blocks.push({ text: line.trim() });
    else {
      if (longLines || (indentsPart && /^(?:\t| {2,})\S/.test(line))) close();
      open.push(line.trim());
    }
  }
  close();
  return blocks;
}

/** Whether a line is a heading by itself: “CHAPTER 1” with its title on the next line, or “ACT I” with a scene on it. */
const isChapterLine = (line: string, words: readonly string[]) =>
  chapterNumber(line, words)?.form === 'named' ||
  (line.length < LONGEST_DIVISION && divisionNumber(line) !== undefined);

/** In characters. */
const LONGEST_DIVISION = 60;
