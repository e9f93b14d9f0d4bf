import type { Span } from './text-context.ts';

/** Gives the part of some spans between two offsets of their text. A blank counts as one character. */
export const sliceSpans = (spans: readonly Span[], from: number, to: number): Span[] =>
  spanReader(spans).slice(from, to);

/** Gives parts of spans in order: none may begin before the one before it. */
interface SpanReader {
  /** The span that has all of a part; undefined if several have it. */
  spanWith(from: number, to: number): Span | undefined;
  slice(from: number, to: number): Span[];
}

/** Each search goes on where the last one ended, since a paragraph may have thousands of spans. */
export function spanReader(spans: readonly Span[]): SpanReader {
  let first = 0;
  let start = 0;
  const skipTo = (from: number): void => {
    while (first < spans.length && start + lengthOf(spans[first]!) <= from)
      start += lengthOf(spans[first++]!);
  };
  return {
    spanWith(from, to) {
      skipTo(from);
      const span = spans[first];
      return span && start + lengthOf(span) >= to ? span : undefined;
    },
    slice(from, to) {
      skipTo(from);
      const parts: Span[] = [];
      for (let index = first, at = start; index < spans.length && at < to; index++) {
        const span = spans[index]!;
        const end = at + lengthOf(span);
        if (Math.max(from, at) < Math.min(to, end)) parts.push(partOf(span, from - at, to - at));
        at = end;
      }
      return parts;
    },
  };
}

const lengthOf = (span: Span) => (span.blank ? 1 : span.text.length);

function partOf(span: Span, from: number, to: number): Span {
  if (span.blank || (from <= 0 && to >= span.text.length)) return span;
  return { ...span, text: span.text.slice(Math.max(0, from), to) };
}
