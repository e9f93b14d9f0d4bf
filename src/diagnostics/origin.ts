import type { Place } from './diagnostic.ts';

/**
 * Marks that keep places alive through a template. Text pasted into one stands between an opening mark (which holds
 * a number) and a closing mark; the numbers lead to the places where the texts were written. The marks are
 * private-use characters, which no authored text may hold (`reserved-character`).
 */
const OPEN = '\uE000';
const OPENED = '\uE001';
const CLOSE = '\uE002';

const MARKS = /\uE000(\d+)\uE001|\uE002/g;

/** Where each marked text came from; the index is the mark's number. */
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

/** Puts marks around a text. */
export function markOrigin(number: number, text: string): string {
  return openMark(number) + text + closeMark();
}

/** A stretch of text between two marks, with the number of the mark that is open there. */
interface MarkedText {
  readonly text: string;
  readonly origin: number | undefined;
}

/**
 * Takes the marks out of a text.
 * @param open numbers of the marks still open where the text begins, innermost last; those open at its end are returned
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

/** The marks that a text begins with. */
export function leadingMarks(text: string): string {
  return /^(?:\uE000\d+\uE001|\uE002)*/.exec(text)![0];
}

export function withoutOriginMarks(text: string): string {
  return text.replace(MARKS, '');
}
