import PDFDocument from 'pdfkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Laid } from '../../../src/pages/laid.ts';
import { rasterOf } from '../../../src/pages/pictures/raster-of.ts';
import { embedPng } from '../../../src/pdf/painting/embed-png.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import type { PdfDocument, Reference } from '../../../src/pdf/painting/pdf-document.ts';
import { fonts, layOutFolder } from '../../support.ts';

/** A document that keeps what is written to it. */
function fake() {
  const written: { data: Record<string, unknown>; chunk?: string }[] = [];
  const ref = (data: Record<string, unknown> = {}): Reference => {
    const kept: (typeof written)[number] = { data };
    written.push(kept);
    const end = (chunk?: unknown) => {
      if (chunk !== undefined) kept.chunk = Buffer.from(chunk as Uint8Array).toString('hex');
    };
    return { id: written.length, data, end };
  };
  const document = { _imageCount: 2, ref } as unknown as PdfDocument;
  return { document, written };
}

/** 7 by 5 pixels: light greys, or as many colours. */
const pixels = (hasColour: boolean) =>
  Uint8Array.from({ length: 7 * 5 * 3 }, (_, index) => (hasColour ? index * 2 : Math.floor(index / 3) * 7));

const anywhere = PDFDocument.prototype as unknown as { openImage(bytes: Uint8Array): unknown };
afterEach(() => vi.restoreAllMocks());

describe('a PNG', () => {
  it.each([
    ['in grey', false],
    ['in colour', true],
  ])('%s is written as PDFKit writes it', (_, hasColour) => {
    const { data } = rasterOf(pixels(hasColour), 7, 5);
    const [ours, theirs] = [fake(), fake()];
    const image = embedPng(ours.document, data);
    const kit = PDFDocument.prototype as unknown as PdfDocument;
    const opened = kit.openImage.call(theirs.document, Buffer.from(data, 'base64'));
    opened.embed(theirs.document);
    expect(image.label).toBe('I3');
    expect(image.label).toBe(opened.label);
    expect(JSON.stringify(ours.written)).toBe(JSON.stringify(theirs.written));
  });

  it('is never taken apart by PDFKit, which needs eight bytes for each of its own', () => {
    const { data } = rasterOf(pixels(true), 7, 5);
    const laid = layOutFolder('tests/packs/optics').documents[0]!.pages;
    const box = { x: 10, y: 10, width: 70, height: 50 };
    const mark = { kind: 'image', structureRef: { artifact: 'layout' }, image: 'scan', box } as const;
    const shown: Laid = {
      ...laid,
      pages: [{ ...laid.pages[0]!, marks: [mark] }],
      outline: [],
      destinations: {},
      images: [{ name: 'scan', format: 'png', data }],
    };
    const opening = vi.spyOn(anywhere, 'openImage');
    const info = { title: 'A scan', lang: 'en-GB', date: new Date(0) };
    expect(Buffer.from(paint(shown, fonts, info)).toString('latin1')).toContain('/Width 7');
    expect(opening).not.toHaveBeenCalled();
  });
});
