import { append } from '../../diagnostics/collections/append.ts';
import type { Mark } from '../../pages/page.ts';
import { backdropMarks } from '../strips/backdrop-marks.ts';
import { type Pattern, shifted } from '../strips/strip.ts';
import type { Paginated } from './paginate.ts';
import type { PlacedStrip } from './placed-strip.ts';

/**
 * Gives the marks of each page of a section, counted from 0 within it, with backgrounds behind them.
 * @param late gives the marks of a strip that are known only when all pages are: page numbers. Without it, the result
 *   is undefined if a strip has any
 */
export function marksByPage(
  { placed, asides }: Paginated,
  late?: (one: PlacedStrip) => readonly Mark[],
): Map<number, Mark[]> | undefined {
  if (!late && [...placed, ...asides].some(({ strip }) => strip.late.length > 0)) return undefined;
  const pages = new Map<number, Mark[]>();
  for (const run of [placed, asides])
    for (const [page, strips] of byPage(run)) {
      const marks = pages.get(page) ?? [];
      append(marks, backdropMarks(strips));
      for (const one of strips) append(marks, marksOf(one, late?.(one) ?? []));
      pages.set(page, marks);
    }
  return pages;
}

function byPage(strips: readonly PlacedStrip[]): Map<number, PlacedStrip[]> {
  const pages = new Map<number, PlacedStrip[]>();
  for (const one of strips) {
    const onPage = pages.get(one.page);
    if (onPage) onPage.push(one);
    else pages.set(one.page, [one]);
  }
  return pages;
}

function marksOf({ strip, x, y, height }: PlacedStrip, late: readonly Mark[]): Mark[] {
  const marks = shifted([...strip.marks, ...late], x, y);
  if (strip.pattern) append(marks, shifted(patternMarks(strip.pattern, height), x, y));
  return marks;
}

function patternMarks({ every, marks, head, least = 0 }: Pattern, height: number): Mark[] {
  const top = head?.height ?? 0;
  // Half a row stays free below the last, so that it does not crowd what follows.
  const count = Math.floor((height - top - every / 2 + 0.01) / every);
  if (count < Math.max(least, 1)) return [];
  const rows = Array.from({ length: count }, (_, row) => shifted(marks, 0, top + row * every));
  return [...(head?.marks ?? []), ...rows.flat()];
}
