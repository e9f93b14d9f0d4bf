import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Mark } from '../../pages/page.ts';
import { sheetsOf } from './impose-booklet.ts';

/** More sheets than this do not fold, and office staples do not go through them. */
const MOST_SHEETS = 24;
/** The smallest type that may be printed, in points. */
const SMALLEST_TYPE = 6;

/**
 * Reports type that is too small because pages are scaled down, or because drawings shrink with their columns.
 * @param scale the scale of pages that are not on their sheets yet, or 1
 * @param scaled whether scaling was asked for
 */
export function checkType(laid: Laid, scale: number, scaled: boolean, at: Place, report: Report): void {
  const smallest = laid.pages.flatMap((page) => sizesIn(page.marks)).reduce(least, Number.POSITIVE_INFINITY);
  const points = Math.floor(smallest * scale * 10) / 10;
  if (points >= SMALLEST_TYPE) return;
  report.add(
    'type-too-small',
    at,
    scaled
      ? `Scaled down to fit, the smallest type would be ${points} points; the minimum is ${SMALLEST_TYPE}.`
      : `On a page this small, the smallest letters of a drawing would be ${points} points; the minimum is ${SMALLEST_TYPE}.`,
    scaled
      ? 'Remove “scale”. Pages are then laid out at the size they are printed.'
      : 'Use larger letters in the drawing, or choose larger pages.',
  );
}

const least = (a: number, b: number) => Math.min(a, b);

/** Reports a booklet that is too thick to be folded and stapled. */
export function checkBooklet(laid: Laid, at: Place, report: Report): void {
  const sheets = sheetsOf(laid.pages.length);
  if (sheets > MOST_SHEETS)
    report.add(
      'booklet-too-thick',
      at,
      `This booklet has ${laid.pages.length} pages on ${sheets} sheets; more than ${MOST_SHEETS} sheets are too thick to fold.`,
      'Print it as several booklets, or as “2-up”.',
    );
}

const sizesIn = (marks: readonly Mark[]): number[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text'
      ? [mark.size]
      : mark.kind === 'group'
        ? sizesIn(mark.marks).map((size) => size * mark.scale)
        : [],
  );
