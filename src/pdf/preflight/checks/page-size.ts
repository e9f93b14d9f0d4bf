import { mm } from '../../../pages/length.ts';
import type { ReadPage } from '../../reading/read-pages.ts';
import type { Check } from '../check.ts';

/** By how much a page may be off, in points: papers are given in whole points and in millimetres. */
const SLACK = 0.5;

type Size = { readonly width: number; readonly height: number };

const trimmed = ({ boxes, width, height }: ReadPage): Size => boxes.trim ?? boxes.crop ?? { width, height };

const sameSize = (one: Size, other: Size): boolean =>
  Math.abs(one.width - other.width) <= SLACK && Math.abs(one.height - other.height) <= SLACK;

const inWords = ({ width, height }: Size): string =>
  `${Math.round((width / mm(1)) * 10) / 10} × ${Math.round((height / mm(1)) * 10) / 10} mm`;

/** Pages have the size of the paper. */
export const pageSize: Check = {
  name: 'page-size',
  description: 'all pages have the same size, and the expected one',
  run({ pdf, expected: { size } }, report) {
    const first = trimmed(pdf.pages[0]!);
    pdf.pages.forEach((one, page) => {
      const trim = trimmed(one);
      if (size && !sameSize(trim, size) && !sameSize(trim, { width: size.height, height: size.width }))
        report(
          { page },
          `The page is ${inWords(trim)}, not ${inWords(size)}.`,
          'A printer would scale or crop it.',
        );
      else if (!sameSize(trim, first))
        report(
          { page },
          `The page is ${inWords(trim)}, but the first page is ${inWords(first)}.`,
          'A printer may rotate it, scale it or stop.',
          size ? 'error' : 'warning',
        );
    });
  },
};
