import type { Place } from './diagnostic.ts';

/**
 * Marks that carry places through a template. Text pasted into a template gets an opening mark, which holds a number, and
 * a closing mark; the number leads to the place where the text was written. The marks are private-use characters, which
 * authors may not use (`reserved-character`).
 */
const OPEN = '\uE000';
const OPENED = '\uE001';
const CLOSE = '\uE002';

const MARKS = /\uE000(\d+)\uE001|\uE002/g;

/** The place where each marked text was written; the index is the number in its mark. */
export type Origins = readonly Place[];

export function holdsOriginMark(text: string): boolean {
  return /[\uE000-\uE002]/.test(text);
}

export function openMark(number: number): string {
  return OPEN + number + OPENED;
}

export function closeMark(): string {
  return CLOSE;
}

/** Puts an opening and a closing mark around a text. */
export function markOrigin(number: number, text: string): string {
  return openMark(number) + text + closeMark();
}

/** Text between two marks, with the number of the innermost open mark. */
interface MarkedText {
  readonly text: string;
  readonly origin: number | undefined;
}

/**
 * Splits a text at its marks, and takes the marks out.
 * @param open the numbers of the marks that are open where the text begins, innermost last
 * @returns the parts, the marks open at the end, and the number of the first opening mark
 */
export function readOriginMarks(
  text: string,
  open: readonly number[] = [],
): { parts: MarkedText[]; open: number[]; first: number | undefined } {
  const stack = [...open];
  const parts: MarkedText[] = [];
  let first: number | undefined;
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), origin: stack.at(-1) });
    if (match[1] === undefined) stack.pop();
    else {
      stack.push(Number(match[1]));
      first ??= stack.at(-1);
    }
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), origin: stack.at(-1) });
  return { parts, open: stack, first };
}

/** The marks at the beginning of a text. */
export function leadingMarks(text: string): string {
  return /^(?:\uE000\d+\uE001|\uE002)*/.exec(text)![0];
}

export function withoutOriginMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Changes the numbers of opening marks. */
export function renumberMarks(text: string, numberFor: (number: string) => string): string {
  return text.replace(/\uE000(\d+)\uE001/g, (_, number: string) => OPEN + numberFor(number) + OPENED);
}
