import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { layOutAll } from '../../src/build/build.ts';
import type { LaidDraft } from '../../src/build/jobs/lay-out-pack.ts';
import { pagePainter } from '../../src/build/jobs/page-painter.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { hasColour } from '../../src/pages/has-colour.ts';
import { encodePng } from '../../src/pages/pictures/encode-png.ts';
import { options } from '../support.ts';

const SIZE = 64;
const BLUE = [29, 63, 138];
const SVG = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#1d3f8a"/></svg>',
);
const PNG = encodePng(
  Uint8Array.from({ length: SIZE * SIZE * 3 }, (_, at) => BLUE[at % 3]!),
  SIZE,
  SIZE,
);
const RGBA = Uint8Array.from({ length: SIZE * SIZE * 4 }, (_, at) => [...BLUE, 255][at % 4]!);
const JPEG = new Uint8Array(encode({ data: RGBA, width: SIZE, height: SIZE }, 90).data);
const PRODUCTS = ['exam-paper', 'mark-scheme', 'marking-sheet', 'worksheet', 'print-list'];

/** A pack with one question, which shows a picture, on a paper and on a worksheet. */
function layOutWith(name: string, bytes: Uint8Array) {
  const texts: Record<string, string> = {
    'pack.md': '---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-05\n---\n\nA pack.\n',
    'items.md': `## What does the drawing show?\nid: one\nmarks: 2\n\n### Task\n\n![A square of one colour.](${name})\n\n### Answer\n\nA square.\n`,
    'papers/test.md': '---\ntitle: Test\nduration: 10\nsections:\n  - title: All\n    items: [one]\n---\n',
    'worksheets/sheet.md': '---\ntitle: Sheet\nitems: [one]\n---\n',
  };
  const report = createReport();
  const content = Object.entries(texts).map(([of, text]) => ({ path: `demo/${of}`, name: of, text }));
  const source = {
    id: 'demo',
    folder: 'demo',
    content,
    pictures: [{ path: `demo/${name}`, name, bytes }],
    templates: { templates: [], partials: [], styles: [], words: [] },
  };
  const files = layOutAll([source], readTemplateSet(report), options({ products: PRODUCTS }), report);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { files, report };
}

const of = (files: readonly LaidDraft[], product: string) =>
  files.find(({ draft }) => draft.product === product)!;

describe('a picture on an exam paper', () => {
  it.each([
    ['drawing.svg', SVG],
    ['picture.png', PNG],
  ])('is grey on its pages, and coloured on those of a worksheet: %s', (name, bytes) => {
    const { files } = layOutWith(name, bytes);
    const coloured = files.filter(({ pages }) => hasColour(pages)).map(({ draft }) => draft.product);
    expect([...new Set(coloured)]).toEqual(['worksheet']);
  });

  it('is grey when it is painted, if it is a photograph', async () => {
    const { files, report } = layOutWith('photo.jpg', JPEG);
    const paint = pagePainter(options(), report);
    expect(hasColour((await paint(of(files, 'exam-paper'))).pages)).toBe(false);
  });

  it.each([
    ['drawing.svg', SVG],
    ['photo.jpg', JPEG],
  ])('is listed as black to print, and one on a worksheet as colour: %s', (name, bytes) => {
    const { printList } = of(layOutWith(name, bytes).files, 'print-list');
    const inks = printList!.products.map(({ name: product, files }) => [product, files[0]!.ink]);
    expect(inks).toContainEqual(['exam-paper', 'black']);
    expect(inks).toContainEqual(['worksheet', 'colour']);
  });
});
