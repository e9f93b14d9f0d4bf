import type { Span } from './text-context.ts';

/** Gives the part of some spans between two offsets of their text. A blank counts as one character. */
export function sliceSpans(spans: readonly Span[], from: number, to: number): Span[] {
  const parts: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const length = span.blank ? 1 : span.text.length;
    const start = Math.max(from, at);
    const end = Math.min(to, at + length);
    if (start < end) parts.push(span.blank ? span : { ...span, text: span.text.slice(start - at, end - at) });
    at += length;
  }
  return parts;
}
