import { romanNumeral } from '../../pages/roman-numeral.ts';
import { dictOf, get, nameOf, numberOf, type PDFDict, textOf } from '../content/syntax/pdf-objects.ts';
import { eachInTree } from './each-in-tree.ts';

/** Reads the page numbers that a viewer shows (ISO 32000-1, 12.4.2). */
export function readLabels(catalog: PDFDict, count: number): string[] {
  const ranges: { from: number; style: string; prefix: string; first: number }[] = [];
  eachInTree(dictOf(get(catalog, 'PageLabels')), 'Nums', (key, value) => {
    const dict = dictOf(value) ?? dictOf(catalog.context.lookup(value));
    ranges.push({
      from: numberOf(key) ?? 0,
      style: nameOf(get(dict, 'S')) ?? '',
      prefix: textOf(get(dict, 'P')) ?? '',
      first: numberOf(get(dict, 'St')) ?? 1,
    });
  });
  return Array.from({ length: count }, (_, page) => {
    const range = ranges.findLast(({ from }) => from <= page) ?? {
      from: 0,
      style: 'D',
      prefix: '',
      first: 1,
    };
    return range.prefix + numeral(range.style, range.first + page - range.from);
  });
}

function numeral(style: string, value: number): string {
  if (style === 'D') return String(value);
  if (style === '' || value < 1) return '';
  if (style.toUpperCase() === 'A') {
    const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 400));
    return style === 'A' ? letter.toUpperCase() : letter;
  }
  const roman = romanNumeral(Math.min(value, 20_000));
  return style === 'R' ? roman.toUpperCase() : roman;
}
