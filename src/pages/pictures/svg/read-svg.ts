import { append } from '../../../diagnostics/collections/append.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { READABLE_CONTRAST } from '../../contrast.ts';
import { rounded } from '../../length.ts';
import type { Mark, PathStep, ShapeMark } from '../../page.ts';
import type { Drawing } from '../../picture.ts';
import { textContrasts } from '../../text-contrasts.ts';
import type { SvgFonts } from './svg-fonts.ts';
import { composed, IDENTITY, readTransform, type SvgMatrix, uniformScale } from './svg-matrix.ts';
import { outlineOf, type ReadLength, transformOutline } from './svg-outline.ts';
import { INITIAL_STYLE, type SvgStyle, styleOf } from './svg-style.ts';
import { setSvgText } from './svg-text.ts';
import { readViewport, type Viewport } from './svg-viewport.ts';
import { readXml, type XmlElement } from './xml-tree.ts';

/** As large as a drawing of many thousand paths. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** Drawn elements, those of each `use` counted again. */
const MAX_DRAWN_ELEMENTS = 20_000;
const MAX_USE_DEPTH = 8;

/** Elements that say something of the drawing but are not drawn. */
const DESCRIPTIVE_ELEMENTS = ['title', 'desc', 'defs', 'metadata'];

const HINTS: Readonly<Record<string, string>> = {
  linearGradient: 'Gradients are not drawn: use a plain fill.',
  radialGradient: 'Gradients are not drawn: use a plain fill.',
  style: 'Write what it says as attributes: “presentation attributes” in the program that saved it.',
  image: 'Pictures inside drawings are not read: put it into the text as a picture of its own.',
  foreignObject: 'Write it as text.',
  textPath: 'Set the text on a straight line.',
  clipPath: 'Draw only what is to be seen.',
  mask: 'Draw only what is to be seen.',
  symbol: 'Put it into defs as a group.',
};

/**
 * An SVG file as shapes and text. Nothing outside the file is ever read. Reports, at its line, each thing in it that is
 * not drawn: a drawing that lacks a part might say something else.
 */
export function readSvg(bytes: Uint8Array, at: Place, fonts: SvgFonts, report: Report): Drawing | undefined {
  let valid = true;
  const reportAt =
    (code: 'picture-broken' | 'picture-unsupported' | 'picture-too-large' | 'glyph-missing') =>
    (line: number, message: string, hint?: string) => {
      valid = false;
      report.add(code, { file: at.file, line, column: 1 }, message, hint);
    };
  const broken = reportAt('picture-broken');
  if (bytes.length > MAX_FILE_BYTES) {
    const size = `${MAX_FILE_BYTES / 1024 / 1024} MB`;
    reportAt('picture-too-large')(1, `The drawing has more than ${size}.`, 'Leave out what is not seen.');
    return undefined;
  }
  const root = readXml(decoded(bytes));
  if ('problem' in root) {
    broken(root.line, `The drawing is damaged: ${root.problem}.`, 'Save it again from its source.');
    return undefined;
  }
  const viewport = readViewport(root);
  if (typeof viewport === 'string') {
    broken(root.line, `The drawing is damaged: ${viewport}.`, 'Give it a width and a height, or a viewBox.');
    return undefined;
  }
  const unsupported = reportAt('picture-unsupported');
  const marks = drawAll(root, viewport, {
    fonts,
    byId: new Map(elementsWithIds(root)),
    reportUnsupported: (element, what, hint) =>
      unsupported(element.line, `${capitalised(what)} is not drawn.`, hint),
    reportBroken: (element, why) => broken(element.line, `“${element.name}” is damaged: ${why}.`),
    reportMissing: (element, letters) => {
      for (const letter of letters)
        reportAt('glyph-missing')(element.line, `No font has the letter “${letter}”.`, 'Draw it as a path.');
    },
  });
  if (valid) checkContrast(marks, at, report);
  const { width, height } = viewport;
  return valid ? { kind: 'drawing', width, height, marks } : undefined;
}

/** Warns of letters that do not stand out from what is drawn behind them, in colour or on a copy. */
function checkContrast(marks: readonly Mark[], at: Place, report: Report): void {
  for (const { text, contrast } of textContrasts(marks))
    if (contrast < READABLE_CONTRAST)
      report.add(
        'contrast-low',
        at,
        `In this drawing “${text.trim()}” has a contrast of ${Math.floor(contrast * 10) / 10} to 1 with what is behind it.`,
        `${READABLE_CONTRAST} is the least that can be read by all, on a copy too: make the letters darker, or the area lighter.`,
      );
}

const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1);

const decoded = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/, '');

const elementsWithIds = (element: XmlElement): [string, XmlElement][] => [
  ...(element.attributes['id'] === undefined
    ? []
    : [[element.attributes['id'], element] as [string, XmlElement]]),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsWithIds(child))),
];

interface Drawer {
  readonly fonts: SvgFonts;
  readonly byId: ReadonlyMap<string, XmlElement>;
  reportUnsupported(element: XmlElement, what: string, hint: string): void;
  reportBroken(element: XmlElement, why: string): void;
  reportMissing(element: XmlElement, letters: readonly string[]): void;
}

/** Walks the elements, with the map and the style that each inherits. */
function drawAll(root: XmlElement, viewport: Viewport, drawer: Drawer): Mark[] {
  const { byId, reportUnsupported, reportBroken } = drawer;
  const marks: Mark[] = [];
  let drawn = 0;

  const measureOf =
    (element: XmlElement): ReadLength =>
    (name, fallback = 0) => {
      const value = ownValue(element.attributes, name);
      if (value === undefined) return fallback;
      const read = viewport.length(value, name);
      if (read === undefined) reportBroken(element, `${name}="${value}" is no length`);
      return read ?? fallback;
    };
  const styled = (element: XmlElement, parent: SvgStyle) =>
    styleOf(element, parent, (text) => viewport.length(text, 'r'), reportUnsupported);

  const draw = (element: XmlElement, outer: SvgMatrix, parent: SvgStyle, uses: number): void => {
    if (DESCRIPTIVE_ELEMENTS.includes(element.name) || element.name.includes(':')) return;
    if (++drawn > MAX_DRAWN_ELEMENTS) {
      if (drawn === MAX_DRAWN_ELEMENTS + 1)
        reportBroken(element, `more than ${MAX_DRAWN_ELEMENTS} elements would be drawn`);
      return;
    }
    const transform = readTransform(element.attributes['transform'] ?? '');
    if (!transform)
      reportBroken(element, `its transform “${element.attributes['transform']}” makes no sense`);
    const matrix = composed(outer, transform ?? IDENTITY);
    const style = styled(element, parent);
    const readLength = measureOf(element);
    if (element.name === 'g' || element === root) {
      for (const child of element.children) if (typeof child !== 'string') draw(child, matrix, style, uses);
      return;
    }
    if (element.name === 'use') {
      const href = element.attributes['href'] ?? '';
      const target = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
      if (!target)
        reportUnsupported(element, `“use” of “${href}”`, 'Name an element of this file: href="#name".');
      else if (uses >= MAX_USE_DEPTH) reportBroken(element, 'it uses itself');
      else draw(target, composed(matrix, [1, 0, 0, 1, readLength('x'), readLength('y')]), style, uses + 1);
      return;
    }
    if (element.name === 'text') {
      append(marks, setSvgText(element, style, matrix, { ...drawer, styleOf: styled, measureOf }));
      return;
    }
    try {
      const outline = outlineOf(element, readLength);
      if (outline) append(marks, shapeMarks(outline, style, matrix));
      else
        reportUnsupported(
          element,
          `“${element.name}”`,
          ownValue(HINTS, element.name) ?? 'Draw it with paths, shapes and text.',
        );
    } catch (error) {
      reportBroken(element, error instanceof Error ? error.message : 'it makes no sense');
    }
  };
  draw(root, viewport.matrix, INITIAL_STYLE, 0);
  return marks;
}

function shapeMarks(outline: readonly PathStep[], style: SvgStyle, matrix: SvgMatrix): Mark[] {
  const { fill, stroke, strokeWidth, dash, dashOffset, cap, join, evenOdd, visible } = style;
  const stroked = stroke !== undefined && strokeWidth > 0;
  if (!visible || outline.length === 0 || (fill === undefined && !stroked)) return [];
  const scale = uniformScale(matrix);
  const factor = scale ?? 1;
  const mark = (path: readonly PathStep[]): ShapeMark => ({
    kind: 'shape',
    structureRef: { slot: 0 },
    outline: { path: path.map(roundedStep) },
    ...(fill !== undefined && { fill }),
    ...(evenOdd && { evenOdd }),
    ...(stroked && {
      stroke: {
        colour: stroke,
        width: rounded(strokeWidth * factor),
        ...(dash.length > 0 && {
          dash: dash.map((one) => rounded(one * factor)),
          dashOffset: rounded(dashOffset * factor),
        }),
        cap,
        join,
      },
    }),
  });
  // A stroke that is wider in one direction than in another is drawn by the map itself.
  if (!stroked || scale !== undefined) return [mark(transformOutline(outline, matrix))];
  const [a, b, c, d, x, y] = matrix;
  return [
    { kind: 'group', role: 'drawing', x, y, turn: 0, scale: 1, matrix: [a, b, c, d], marks: [mark(outline)] },
  ];
}

const roundedStep = (step: PathStep): PathStep =>
  step.map((part) => (typeof part === 'number' ? rounded(part) : part)) as unknown as PathStep;
