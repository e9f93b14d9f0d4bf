import type { Code, Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { READABLE_CONTRAST } from '../../contrast.ts';
import type { Mark } from '../../page.ts';
import type { Picture, Raster } from '../../picture.ts';
import { textContrasts } from '../../text-contrasts.ts';
import { MAX_RULES } from './document/css-rules.ts';
import type { SvgFindings } from './document/svg-findings.ts';
import { readSvgTree, type SvgElement } from './document/svg-tree.ts';
import { withStyles } from './document/with-styles.ts';
import { drawSvg } from './drawing/draw-svg.ts';
import type { SvgFonts } from './drawing/svg-fonts.ts';
import { readViewport, type Viewport } from './shapes/svg-viewport.ts';

/** What reading a drawing needs besides its bytes. */
interface DrawingTools {
  readonly fonts: SvgFonts;
  /** Reads a PNG or JPEG inside the drawing; undefined, after a finding at its place, if it is refused. */
  readRaster(bytes: Uint8Array, at: Place, report: Report): Raster | undefined;
  /** Turns a drawing into a picture of pixels; undefined if that is not possible. @param size in points */
  render(svg: string, size: { readonly width: number; readonly height: number }): Raster | undefined;
}

/** A drawing with the pictures inside it, by the names that its marks show them by. */
export interface ReadDrawing {
  readonly picture: Picture;
  readonly images: ReadonlyMap<string, Raster>;
}

/**
 * Reads an SVG file as shapes and text. Nothing outside the file is ever read. Says at its line what is drawn in a simpler
 * way. If something takes pixels to draw, all of the drawing becomes a picture of pixels, with its text as words.
 * @param at the place of the file, for findings about all of it
 * @returns undefined, after findings, if the drawing is damaged, or would lack something that is not in the file
 */
export function readSvg(
  bytes: Uint8Array,
  at: Place,
  tools: DrawingTools,
  report: Report,
): ReadDrawing | undefined {
  const text = decoded(bytes);
  const read = openSvg(text, at, report);
  if (!read) return undefined;
  const { root, viewport } = read;
  const images = new Map<string, Raster>();
  const found = svgFindings(at.file, report);
  const marks = drawSvg(root, viewport, {
    fonts: tools.fonts,
    byId: new Map(elementsWithIds(root)),
    findings: found.findings,
    readImage(element, data) {
      const name = `${at.file}#${images.size + 1}`;
      const raster = tools.readRaster(data, { ...at, line: element.line }, report);
      if (raster) images.set(name, raster);
      else found.refuse();
      return raster && { name, raster };
    },
  });
  if (found.isRefused()) return undefined;
  const { width, height } = viewport;
  const needs = found.needs();
  if (needs.length > 0) {
    const picture = tools.render(text, { width, height });
    reportNeeds(needs, at.file, picture !== undefined, report);
    return picture && { picture: { ...picture, natural: width, words: wordsOf(marks) }, images: new Map() };
  }
  checkContrast(marks, at, report);
  return { picture: { kind: 'drawing', width, height, marks }, images };
}

/** Reads the elements and the size of a drawing. */
function openSvg(
  text: string,
  at: Place,
  report: Report,
): { root: SvgElement; viewport: Viewport } | undefined {
  const refuse = (code: Code, line: number, message: string, hint: string) => {
    report.add(code, { file: at.file, line, column: 1 }, message, hint);
    return undefined;
  };
  const root = readSvgTree(text);
  if ('problem' in root) {
    const message = `The drawing is damaged: ${root.problem}.`;
    return refuse('picture-broken', root.line, message, 'Save it again from its source.');
  }
  const viewport = readViewport(root);
  if (typeof viewport === 'string') {
    const message = `The drawing is damaged: ${viewport}.`;
    return refuse('picture-broken', root.line, message, 'Give it a width and height, or a viewBox.');
  }
  const withStyle = withStyles(root);
  if (!withStyle) {
    const message = `The drawing’s style sheets have more than ${MAX_RULES} rules.`;
    return refuse('picture-too-large', root.line, message, 'Export it with the styles at its elements.');
  }
  return { root: withStyle, viewport };
}

/** Something that takes pixels to draw. */
interface Need {
  readonly line: number;
  readonly what: string;
}

/** Gathers what drawing finds: some of it is reported at once, and some refuses the drawing. */
function svgFindings(file: string, report: Report) {
  let refused = false;
  const needs = new Map<string, Need>();
  const place = ({ line }: SvgElement): Place => ({ file, line, column: 1 });
  const refuse = () => {
    refused = true;
  };
  const findings: SvgFindings = {
    simplified(element, what, how) {
      const message = `In this drawing, ${what} is ${how}.`;
      report.add(
        'drawing-simplified',
        place(element),
        message,
        'Check that the printed drawing still shows what it should.',
        undefined,
        what,
      );
    },
    needsPixels(element, what) {
      if (!needs.has(what)) needs.set(what, { line: element.line, what });
    },
    unsupported(element, what, hint) {
      refuse();
      report.add('picture-unsupported', place(element), `${capitalised(what)} is not supported.`, hint);
    },
    broken(element, why) {
      refuse();
      report.add('picture-broken', place(element), `“${element.name}” cannot be drawn: ${why}.`);
    },
    missing(element, letters) {
      for (const letter of letters) {
        refuse();
        const message = `The character “${letter}” is missing from every font.`;
        report.add('glyph-missing', place(element), message, 'Draw it as a path.', undefined, letter);
      }
    },
  };
  return { findings, refuse, isRefused: () => refused, needs: () => [...needs.values()] };
}

/** The most reasons that a message gives. */
const MOST_NAMED = 3;

function reportNeeds(needs: readonly Need[], file: string, isRendered: boolean, report: Report): void {
  if (isRendered) {
    const named = needs.slice(0, MOST_NAMED).map(({ what }) => what);
    const others = needs.length > named.length ? ', among others' : '';
    report.add(
      'drawing-in-pixels',
      { file, line: needs[0]!.line, column: 1 },
      `This drawing is printed in pixels, not as lines and letters, because of ${named.join(', ')}${others}.`,
      'It is sharp at the size it has, but its text cannot be searched. To print it as lines and letters, draw that in another way.',
    );
    return;
  }
  for (const { line, what } of needs)
    report.add(
      'picture-unsupported',
      { file, line, column: 1 },
      `${capitalised(what)} is not supported.`,
      'Draw it with paths, shapes and text in plain colours.',
    );
}

/** The text of a drawing, in the order of its marks. */
const wordsOf = (marks: readonly Mark[]): string => {
  const texts = (mark: Mark): string[] =>
    mark.kind === 'text' ? [mark.text] : mark.kind === 'group' ? mark.marks.flatMap(texts) : [];
  return marks.flatMap(texts).join('').replace(/\s+/g, ' ').trim();
};

/** Warns of text without enough contrast with what is drawn behind it, in colour or on a photocopy. */
function checkContrast(marks: readonly Mark[], at: Place, report: Report): void {
  for (const { text, contrast } of textContrasts(marks))
    if (contrast < READABLE_CONTRAST)
      report.add(
        'contrast-low',
        at,
        `In this drawing, “${text.trim()}” has a contrast of only ${Math.floor(contrast * 10) / 10} to 1 with its background.`,
        `Use at least ${READABLE_CONTRAST} to 1, so that everyone can read it, even as a photocopy: make the letters darker or the background lighter.`,
      );
}

const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1);

const decoded = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/, '');

/** All elements with an `id`, by it. */
const elementsWithIds = (element: SvgElement): [string, SvgElement][] => [
  ...(element.attributes['id'] === undefined
    ? []
    : [[element.attributes['id'], element] as [string, SvgElement]]),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsWithIds(child))),
];
