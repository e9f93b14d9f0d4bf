import type { Laid } from '../../../src/pages/laid.ts';

/** So many empty pages of a size, with a destination on each. */
export function blankPages(count: number, { width, height }: { width: number; height: number }): Laid {
  const box = { x: 0, y: 0, width, height };
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    pages: numbers.map((index) => ({
      width,
      height,
      boxes: { trim: box, bleed: box, crop: box },
      label: String(index + 1),
      marks: [],
    })),
    structure: { node: 0, role: 'Document', children: [] },
    outline: count > 0 ? [{ title: 'Last', level: 1, page: count - 1 }] : [],
    destinations: Object.fromEntries(numbers.map((index) => [`p${index}`, { page: index, y: 0 }])),
    images: [],
  };
}
