import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Laid } from '../../../src/pages/laid.ts';
import { paint, startPainting } from '../../../src/pdf/painting/paint.ts';
import { fonts, layOutFolder } from '../../support.ts';
import { readablePdf } from '../readable-pdf.ts';

const info = { title: 'Several', lang: 'en-GB', date: new Date(0) };
const { documents } = layOutFolder('tests/packs/optics');
const named = (end: string) => documents.find(({ draft }) => draft.job.name.endsWith(end))!.pages;
const handout = named('/straight-lines');
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

/** A part whose one link leads to a heading of its own. */
function linked(laid: Laid): Laid {
  const box = { x: 10, y: 10, width: 50, height: 10 };
  const [page, ...pages] = laid.pages;
  const link = { kind: 'link', node: 1000, box, target: { destination: 'd00001' }, contents: 'Up' } as const;
  const node = { node: 1000, role: 'Link', children: [] } as const;
  return {
    ...laid,
    pages: [{ ...page!, marks: [...page!.marks, link] }, ...pages],
    structure: { ...laid.structure, children: [...laid.structure.children, node] },
    destinations: { d00001: { page: 0, y: 50 } },
  };
}

/** @returns also how much of it was handed on before the last part */
function paintParts(parts: readonly Laid[]): { bytes: Uint8Array; early: number } {
  const pieces: Uint8Array[] = [];
  const painting = startPainting(parts[0]!, fonts, info, {
    write: (piece) => pieces.push(piece),
    parts: true,
  });
  let early = 0;
  for (const part of parts) {
    early = pieces.reduce((sum, { length }) => sum + length, 0);
    painting.add(part);
  }
  painting.finish();
  return { bytes: new Uint8Array(Buffer.concat(pieces)), early };
}

describe('a document of several parts', () => {
  const parts = Array.from({ length: 12 }, () => linked(handout));
  const { bytes } = paintParts(parts);

  it('has their pages one after another, and an outline that leads to each', async () => {
    const document = await open(bytes);
    expect(document.numPages).toBe(12 * handout.pages.length);
    const outline = await document.getOutline();
    const pages = await Promise.all(
      outline.map(({ dest }) => document.getPageIndex((dest as { num: number; gen: number }[])[0]!)),
    );
    expect(pages).toEqual(parts.map((_, index) => index * handout.pages.length));
  });

  it('has one Document, in which each part stands with its own structure', () => {
    const raw = readablePdf(bytes);
    expect(raw.match(/\/S \/Document\b/g)).toHaveLength(1);
    expect(raw.match(/\/S \/Part\b/g)).toHaveLength(12);
    expect(raw.match(/\/S \/H1\b/g)).toHaveLength(12);
  });

  it('gives each note an identifier of its own, in the order of their bytes', () => {
    const ids = [...readablePdf(bytes).matchAll(/\/ID \((note[^)]+)\)/g)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThanOrEqual(12);
    expect(new Set(ids).size).toBe(ids.length);
    const [, tree] = /\/IDTree <<\s*\/Names \[(.*?)\]/s.exec(readablePdf(bytes))!;
    const listed = [...tree!.matchAll(/\((note[^)]+)\)/g)].map(([, id]) => id!);
    expect(listed).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('keeps links inside their part', async () => {
    const document = await open(bytes);
    for (const part of [0, 1, 11]) {
      const first = part * handout.pages.length;
      const links = (await (await document.getPage(first + 1)).getAnnotations()) as { dest?: string }[];
      const dest = await document.getDestination(links.find((link) => link.dest)!.dest!);
      expect(await document.getPageIndex(dest![0])).toBe(first);
    }
  });

  it('is the same every time, and another with other parts', () => {
    expect(readablePdf(paintParts(parts).bytes) === readablePdf(bytes)).toBe(true);
    const idOf = (raw: string) => /\/ID \[<([0-9a-f]+)>/.exec(raw)?.[1];
    const others = [paintParts(parts.slice(1)).bytes, paint(parts[0]!, fonts, info)];
    for (const other of others) expect(idOf(readablePdf(other))).not.toBe(idOf(readablePdf(bytes)));
  });

  it('is handed on as it grows', () => {
    const many = paintParts(Array.from({ length: 150 }, () => linked(handout)));
    expect(many.early).toBeGreaterThan(many.bytes.length / 3);
  });

  it('stores once what its parts draw alike, and shows it on each of their pages', async () => {
    const one = paintParts(parts.slice(0, 1)).bytes;
    const streams = [...readablePdf(bytes).matchAll(/\/Contents \[?(\d+ 0 R)/g)].map(([, ref]) => ref);
    expect(streams).toHaveLength(12 * handout.pages.length);
    expect(new Set(streams).size).toBe(handout.pages.length);
    const [first, last] = await Promise.all(
      [one, bytes].map(async (file) => {
        const document = await open(file);
        const page = await document.getPage(document.numPages);
        return (await page.getTextContent()).items.map((item) => 'str' in item && item.str);
      }),
    );
    expect(last).toEqual(first);
  });

  it('may use letters in a later part that the first has not', async () => {
    const other = documents.map(({ pages }) => pages).find((pages) => facesIn(pages) !== facesIn(handout))!;
    expect(other).toBeDefined();
    const document = await open(paintParts([handout, other]).bytes);
    const alone = await open(paint(other, fonts, info));
    const textOn = async (from: typeof document, page: number) =>
      (await (await from.getPage(page)).getTextContent()).items.map((item) => 'str' in item && item.str);
    expect(await textOn(document, handout.pages.length + 1)).toEqual(await textOn(alone, 1));
  });
});

const facesIn = (laid: Laid) =>
  [...new Set([...JSON.stringify(laid.pages).matchAll(/"face":"([^"]+)"/g)].map(([, face]) => face))]
    .sort()
    .join();
