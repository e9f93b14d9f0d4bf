import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { READABLE_CONTRAST } from '../../contrast.ts';
import type { Mark } from '../../page.ts';
import type { Drawing } from '../../picture.ts';
import { textContrasts } from '../../text-contrasts.ts';
import { drawSvg } from './draw-svg.ts';
import type { SvgFonts } from './svg-fonts.ts';
import { readViewport } from './svg-viewport.ts';
import { readXml, type XmlElement } from './xml-tree.ts';

/** Room for a drawing of many thousand paths. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/**
 * Reads an SVG file as shapes and text. Nothing outside the file is ever read. Reports each thing that cannot be drawn, at
 * its line: a drawing without one of its parts might show something else.
 * @param at the place of the file, for findings about all of it
 * @returns undefined if anything in it cannot be drawn
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
    reportAt('picture-too-large')(
      1,
      `The drawing is larger than ${size}.`,
      'Remove the parts that are not visible.',
    );
    return undefined;
  }
  const root = readXml(decoded(bytes));
  if ('problem' in root) {
    broken(root.line, `The drawing is damaged: ${root.problem}.`, 'Save it again from its source.');
    return undefined;
  }
  const viewport = readViewport(root);
  if (typeof viewport === 'string') {
    broken(root.line, `The drawing is damaged: ${viewport}.`, 'Give it a width and height, or a viewBox.');
    return undefined;
  }
  const unsupported = reportAt('picture-unsupported');
  const marks = drawSvg(root, viewport, {
    fonts,
    byId: new Map(elementsWithIds(root)),
    reportUnsupported: (element, what, hint) =>
      unsupported(element.line, `${capitalised(what)} is not supported.`, hint),
    reportBroken: (element, why) => broken(element.line, `“${element.name}” cannot be drawn: ${why}.`),
    reportMissing: (element, letters) => {
      for (const letter of letters)
        reportAt('glyph-missing')(
          element.line,
          `The character “${letter}” is missing from every font.`,
          'Draw it as a path.',
        );
    },
  });
  if (valid) checkContrast(marks, at, report);
  const { width, height } = viewport;
  return valid ? { kind: 'drawing', width, height, marks } : undefined;
}

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
const elementsWithIds = (element: XmlElement): [string, XmlElement][] => [
  ...(element.attributes['id'] === undefined
    ? []
    : [[element.attributes['id'], element] as [string, XmlElement]]),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsWithIds(child))),
];
