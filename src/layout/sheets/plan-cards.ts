import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { inMm, mm } from '../../pages/length.ts';
import { CARD_SIZES, cardSize } from './card-size.ts';
import { roomForMarks } from './cut-marks.ts';
import { cardGrid, cellSize, type Grid, gridOf } from './grid.ts';
import type { GridPlan, ImpositionOptions } from './sheet-plan.ts';
import type { Size } from './size.ts';

/** Plans the cards on a sheet. Gives undefined if there is no grid for them; reports that and what has no room. */
export function planCards(
  sheet: Size,
  options: ImpositionOptions,
  at: Place,
  report: Report,
): GridPlan | undefined {
  const { backs, duplex = 'long-edge' } = options;
  const grid = gridFor(sheet, options, at, report);
  if (!grid) return undefined;
  const { x, y } = grid.margin;
  const room = roomForMarks(options.bleed);
  if (grid.marks === 'crop' && Math.min(x, y) < room - 0.01)
    report.add(
      'no-room-for-marks',
      at,
      `Crop marks need ${inMm(room)} mm around the cards; there are only ${inMm(Math.min(x, y))}.`,
      'Use a larger margin or smaller cards, or write “marks: none”.',
    );
  if (backs === 'fold' && grid.columns % 2 === 1 && grid.rows % 2 === 1)
    report.add(
      'grid-odd',
      at,
      `Cards that fold over are printed in pairs, but a grid of ${grid.columns} x ${grid.rows} cannot be divided into pairs.`,
      'Choose an even number of columns or rows.',
    );
  return {
    kind: 'grid',
    grid,
    order: { backs, stacked: false, edge: backs === 'behind' ? duplex : undefined },
    isContinuous: false,
  };
}

/** Gives the grid for cards, or undefined, with a report, if they do not fit. */
function gridFor(
  sheet: Size,
  { grid, card, margin, marks, backs }: ImpositionOptions,
  at: Place,
  report: Report,
): Grid | undefined {
  if (card === undefined) {
    const made = gridOf(sheet, { grid: grid ?? '2x4', margin, marks });
    const { width, height } = cellSize(made);
    if (width > 0 && height > 0) return made;
    report.add(
      'card-too-large',
      at,
      `A margin of ${margin} mm leaves no room for cards.`,
      'Make it smaller.',
    );
    return undefined;
  }
  const size = cardSize(card);
  if (!size) {
    const names = Object.keys(CARD_SIZES);
    const hint =
      suggest(card, names) ?? `Write a size in millimetres, such as 85x54, or one of ${names.join(', ')}.`;
    report.add('card-size-unknown', at, `There is no card size “${card}”.`, hint);
    return undefined;
  }
  // Without a grid, as many cards as fit on the sheet.
  const made = grid
    ? { ...gridOf(sheet, { grid, margin: 0, marks }), margin: marginsAround(sheet, size, grid) }
    : cardGrid(sheet, size, mm(margin), marks, backs === 'fold');
  const fits = Math.min(made.margin.x, made.margin.y) > mm(margin) - 0.01;
  if (made.columns > 0 && made.rows > 0 && fits) return made;
  const room = (length: number) => inMm(length - 2 * mm(margin));
  report.add(
    'card-too-large',
    at,
    `${grid ? `${grid} cards` : backs === 'fold' ? 'Two cards' : 'A card'} of ${inMm(size.width)} x ${inMm(size.height)} mm ${grid || backs === 'fold' ? 'do' : 'does'} not fit on a sheet with ${room(sheet.width)} x ${room(sheet.height)} mm inside its margins.`,
    'Choose smaller cards, fewer cards, a smaller margin or the other orientation.',
  );
  return undefined;
}

/** Gives the margins around a grid of cards, in points; negative if they do not fit. */
function marginsAround(sheet: Size, size: Size, grid: string) {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  return { x: (sheet.width - columns * size.width) / 2, y: (sheet.height - rows * size.height) / 2 };
}
