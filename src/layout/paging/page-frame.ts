import type { Frame } from '../strips/strip.ts';
import type { PageSetup } from './page-setup.ts';

/**
 * Gives the text area of a page, in points. The inner margin is on the left, except on left-hand pages of a two-sided
 * document.
 */
export function textArea(setup: PageSetup, page: number): { left: number; width: number } {
  const { inner, outer } = setup.margins;
  return { left: isVerso(setup, page) ? outer : inner, width: setup.width - inner - outer };
}

/** Whether a page, counted from 0, is a left-hand page of a two-sided document. */
export const isVerso = ({ twoSided }: PageSetup, page: number): boolean => twoSided && page % 2 === 1;

/** Gives the width of a column of text, in points. */
export function columnWidth(setup: PageSetup): number {
  const area =
    textArea(setup, 0).width - (setup.marginColumn ? setup.marginColumn.width + setup.marginColumn.gap : 0);
  const { count, gap } = setup.columns;
  return (area - gap * (count - 1)) / count;
}

/** Gives the nth frame of a section: columns from left to right, then the next page. */
export function pageFrame(index: number, firstPage: number, setup: PageSetup): Frame {
  const { count, gap } = setup.columns;
  const page = Math.floor(index / count);
  const { left, width: area } = textArea(setup, firstPage + page);
  const width = columnWidth(setup);
  const { marginColumn } = setup;
  // The margin column is at the outer edge.
  const mirrored = marginColumn !== undefined && isVerso(setup, firstPage + page);
  const asideX = marginColumn && (mirrored ? left : left + area - marginColumn.width);
  return {
    page,
    x: left + (mirrored ? marginColumn.width + marginColumn.gap : 0) + (index % count) * (width + gap),
    y: setup.margins.top,
    width,
    height:
      setup.height -
      setup.margins.top -
      setup.margins.bottom -
      (page < (setup.shorter?.pages ?? 0) ? setup.shorter!.by : 0),
    ...(asideX !== undefined && { asideX }),
  };
}
