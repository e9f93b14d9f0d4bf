import type { Laid } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';

/** Changes every text on laid pages, also those in groups. */
export function mapTexts(laid: Laid, change: (mark: TextMark) => TextMark): Laid {
  const map = (mark: Mark): Mark =>
    mark.kind === 'text'
      ? change(mark)
      : mark.kind === 'group'
        ? { ...mark, marks: mark.marks.map(map) }
        : mark;
  return { ...laid, pages: laid.pages.map((page) => ({ ...page, marks: page.marks.map(map) })) };
}
