import type { Box } from '../../../page.ts';
import { declarationsIn } from '../document/declarations-in.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import type { SvgStyle } from '../style/svg-style.ts';

/** Text of a web page inside a drawing, as a `text` element with a `tspan` for each line. */
interface TextBlock {
  readonly element: SvgElement;
  /** The size, weight and colour that its page gives it. */
  readonly style: Readonly<Record<string, string>>;
}

const LINE_HEIGHT = 1.2;

/** Elements that begin a line of their own. */
const BLOCKS = [
  'div',
  'p',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'table',
  'section',
  'pre',
];

const BOLD = ['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * Turns the text of a `foreignObject` into `text`: draw.io, Mermaid and Lucidchart write labels as parts of web pages. It is
 * placed as draw.io’s own style says, or in the middle of a table cell, or at the top left.
 * @param box of the `foreignObject`, in user units
 * @param widthOf gives the width of a text in a style, in user units
 */
export function foreignText(
  object: SvgElement,
  box: Box,
  style: SvgStyle,
  widthOf: (text: string, size: number, bold: boolean) => number,
): TextBlock | undefined {
  const found = stylesIn(object);
  const lines = linesOf(object);
  if (lines.length === 0) return undefined;
  const size = lengthIn(found, 'font-size') ?? style.fontSize;
  const isBold = /^(?:bold|[6-9]00)$/.test(found.get('font-weight') ?? '');
  const { place, across, down } = placing(found, box);
  const isWrapped = place.width > size && !/nowrap/.test(found.get('white-space') ?? '');
  const set = isWrapped
    ? lines.flatMap((line) => wrapped(line, place.width + 1, (text) => widthOf(text, size, isBold)))
    : lines;
  const x = place.x + place.width * across;
  const height = set.length * size * LINE_HEIGHT;
  const top = place.y + (place.height - height) * down;
  const tspans = set.map(
    (text, index): SvgElement => ({
      name: 'tspan',
      attributes: { x: String(x), y: String(top + (index + 0.95) * size * LINE_HEIGHT - size * 0.15) },
      children: [text],
      line: object.line,
    }),
  );
  const colour = found.get('color');
  return {
    element: { name: 'text', attributes: {}, children: tspans, line: object.line },
    style: {
      'font-size': `${size}px`,
      'text-anchor': ['start', 'middle', 'end'][across * 2]!,
      'font-weight': isBold ? 'bold' : 'normal',
      stroke: 'none',
      fill: colour && colour !== 'inherit' ? colour : 'black',
    },
  };
}

/** Where a text goes: a box, and the share of its spare width and height that is before the text. */
interface Placing {
  readonly place: Box;
  readonly across: 0 | 0.5 | 1;
  readonly down: 0 | 0.5 | 1;
}

function placing(found: ReadonlyMap<string, string>, box: Box): Placing {
  const isCell = ['table-cell', 'flex', 'table'].includes(found.get('display') ?? '');
  const left = lengthIn(found, 'margin-left');
  const top = lengthIn(found, 'padding-top');
  const isDrawIo = left !== undefined && top !== undefined;
  const justified = found.get('justify-content') ?? found.get('text-align') ?? '';
  const aligned = found.get('align-items') ?? '';
  return {
    place: isDrawIo ? { x: left, y: top, width: lengthIn(found, 'width') ?? 0, height: 0 } : box,
    across: /center/.test(justified) ? 0.5 : /flex-end|right/.test(justified) ? 1 : 0,
    down: /flex-end/.test(aligned) ? 1 : /center/.test(aligned) || (isCell && !isDrawIo) ? 0.5 : 0,
  };
}

/** A property that is a length in user units; undefined if it is a share, or not a number. */
function lengthIn(found: ReadonlyMap<string, string>, name: string): number | undefined {
  const written = found.get(name) ?? '';
  const number = Number.parseFloat(written);
  return Number.isFinite(number) && !/%\s*$/.test(written) ? number : undefined;
}

/** What the styles of an element and of the first elements in it say together, the innermost last. */
function stylesIn(object: SvgElement): Map<string, string> {
  const found = new Map<string, string>();
  let element: SvgElement | undefined = object;
  while (element) {
    for (const [name, value] of Object.entries(declarationsIn(element.attributes['style'] ?? '')))
      if (!PLACING.includes(name) || !found.has(name)) found.set(name, value);
    if (BOLD.includes(element.name)) found.set('font-weight', 'bold');
    const inside: SvgElement[] = element.children.filter((child) => typeof child !== 'string');
    const words: string = element.children.filter((child) => typeof child === 'string').join('');
    element = words.trim() === '' ? inside[0] : undefined;
  }
  return found;
}

/** Properties that place a text, of which the outermost counts. */
const PLACING = [
  'margin-left',
  'padding-top',
  'width',
  'height',
  'display',
  'align-items',
  'justify-content',
];

function linesOf(object: SvgElement): string[] {
  const lines: string[] = [''];
  const read = (element: SvgElement): void => {
    if (element.name === 'style' || element.name === 'script') return;
    const isBlock = BLOCKS.includes(element.name);
    if (element.name === 'br' || isBlock) lines.push('');
    for (const child of element.children) {
      if (typeof child === 'string') lines.push((lines.pop() ?? '') + child.replace(/\s+/g, ' '));
      else read(child);
    }
    if (isBlock) lines.push('');
  };
  read(object);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Breaks a line where it would be wider than a box. */
function wrapped(line: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
