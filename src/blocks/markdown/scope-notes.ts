import { closeMark, openMark } from '../../diagnostics/origin.ts';

const OPENING = /^\uE000(\d+)\uE001$/;

/**
 * Makes the labels of footnotes unique to each pasted text, so that note 1 of one entry is not note 1 of the next. An empty
 * pair of origin marks after the label does it, and is taken out again where the label is printed.
 */
export function scopeNotes(text: string): string {
  if (!text.includes('[^')) return text;
  const open: number[] = [];
  return text
    .split('\n')
    .map((line) => {
      const opening = OPENING.exec(line);
      if (opening) open.push(Number(opening[1]));
      else if (line === closeMark()) open.pop();
      const origin = open.at(-1);
      if (origin === undefined) return line;
      return line.replace(/\[\^([^\]\s]+)\]/g, (_, label) => `[^${label}${openMark(origin)}${closeMark()}]`);
    })
    .join('\n');
}
