import type { Report } from '../diagnostics/report.ts';
import { mm } from '../pages/length.ts';
import type { Mark } from '../pages/page.ts';
import { layOut } from './lay-out.ts';
import type { LayoutOptions } from './layout-options.ts';

/** Wide enough for any label, so that it is never broken; in points. */
const WIDTH = mm(2000);

/**
 * Sets one line of text in the furniture look, for use outside pages. Its marks are artifacts, relative to the line’s top
 * left corner. Widths and heights are in points.
 */
export function setLabel(
  text: string,
  options: Omit<LayoutOptions, 'setup'>,
  report: Report,
): { marks: Mark[]; width: number; height: number } {
  const at = { file: 'label', line: 1, column: 1 };
  const setup = {
    width: WIDTH,
    height: WIDTH,
    margins: { inner: 0, outer: 0, top: 0, bottom: 0 },
    columns: { count: 1, gap: 0 },
    twoSided: false,
  };
  const laid = layOut(
    [{ kind: 'paragraph', at, look: 'furniture', text: [{ kind: 'text', text }] }],
    { ...options, setup },
    report,
  );
  const marks = laid.pages.flatMap((page) => page.marks);
  const width = marks.reduce(
    (most, mark) => (mark.kind === 'text' ? Math.max(most, mark.x + mark.width) : most),
    0,
  );
  return {
    marks: marks.map((mark) =>
      mark.kind === 'text' ? { ...mark, structureRef: { artifact: 'page' } } : mark,
    ),
    width,
    height: options.style['furniture-leading'],
  };
}
