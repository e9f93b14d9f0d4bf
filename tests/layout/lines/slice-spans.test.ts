import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sliceSpans, spanReader } from '../../../src/layout/lines/slice-spans.ts';
import type { Span } from '../../../src/layout/lines/text-context.ts';

const run = { kind: 'text', text: '' } as const;
const spanOf = (text: string): Span =>
  text === '_'
    ? { face: 'serif', text: '', run, blank: 'fixed', blankWidth: 9 }
    : { face: 'serif', text, run };

/** A blank is one character of it. */
const textOf = (spans: readonly Span[]) => spans.map((span) => (span.blank ? '_' : span.text)).join('');

const spans = fc.array(fc.oneof(fc.constant('_'), fc.string({ maxLength: 4 })), { maxLength: 12 });

it('reads parts of spans one after the other, as if each were cut from all of them', () => {
  fc.assert(
    fc.property(spans, fc.array(fc.nat({ max: 4 })), (texts, lengths) => {
      const all = texts.map(spanOf);
      const whole = textOf(all);
      const reader = spanReader(all);
      let from = 0;
      for (const length of lengths) {
        const to = from + length;
        const inOne = reader.spanWith(from, to);
        const slice = reader.slice(from, to);
        expect(textOf(slice)).toBe(whole.slice(from, to));
        expect(slice).toEqual(sliceSpans(all, from, to));
        if (slice.length > 1) expect(inOne).toBeUndefined();
        from = to;
      }
    }),
  );
});
