import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { mm } from '../../pages/length.ts';
import { UNPRINTABLE } from './cut-marks.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** How far pages that fill the sheet may be shifted, in points: their margins are at least 9 mm. */
const INSIDE_PAGES = mm(4);

/**
 * Shifts the backs in a plan to compensate for a printer’s offset. Reports an offset larger than the margin.
 * @param offset in millimetres, as seen from the front
 */
export function withOffset(
  plan: SheetPlan,
  offset: { readonly right: number; readonly down: number; readonly at: Place },
  report: Report,
): SheetPlan {
  const room = (margin: number) => (margin > 0 ? Math.max(0, margin - UNPRINTABLE) : INSIDE_PAGES);
  const { x, y } = plan.kind === 'grid' ? plan.grid.margin : { x: 0, y: 0 };
  const inPoints = { right: mm(offset.right), down: mm(offset.down) };
  const printsBacks = plan.kind === 'booklet' || plan.order.backs === 'behind';
  const beyond = Math.abs(inPoints.right) > room(x) + 0.01 || Math.abs(inPoints.down) > room(y) + 0.01;
  if (printsBacks && beyond)
    report.add(
      'offset-too-large',
      offset.at,
      `Shifted by ${offset.right} and ${offset.down} mm, the backs would be too close to the edge of the sheet.`,
      'Measure again. If the printer really is so far off, adjust its paper tray, or use a larger margin.',
    );
  return plan.kind === 'booklet'
    ? { ...plan, booklet: { ...plan.booklet, offset: inPoints } }
    : { ...plan, order: { ...plan.order, offset: inPoints } };
}
