import type { Inline } from '../../../blocks/block.ts';
import type { LayoutContext } from '../layout-context.ts';
import { keptWithNext, type Strip, shifted, strip } from '../strip.ts';
import { linesOnce } from './known-lines.ts';
import type { TextOptions } from './text-options.ts';

/**
 * Sets inline text as lines: one strip per line, with at least two lines before and after a page break.
 * Reports letters that are missing from every font, and words wider than the column.
 */
export function setText(text: readonly Inline[], options: TextOptions, context: LayoutContext): Strip[] {
  const { at, look } = options;
  const strips = linesOnce(text, options, context).map(({ marks, breakCost, notes, counted, rise }) =>
    strip(at, look.leading + rise, shifted(marks, 0, rise), {
      breakCost,
      counted,
      notes: notes.flatMap((note) => context.setNote(note)),
    }),
  );
  return keepEnds(strips);
}

/** Keeps at least two strips before a page break and two after it, to avoid widows and orphans. */
export function keepEnds(strips: readonly Strip[]): Strip[] {
  return strips.map((one, index) =>
    index < strips.length - 1 && (index === 0 || index === strips.length - 2) ? keptWithNext(one) : one,
  );
}
