import { deflateSync } from 'node:zlib';
import { printDocument } from '../../../src/build/print-document.ts';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { mm } from '../../../src/pages/length.ts';
import { writeChunks } from '../../../src/pages/pictures/png-chunks.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { ANY_FILE, type Expected } from '../../../src/pdf/preflight/check.ts';
import { fonts, layOutFolder } from '../../support.ts';

/** What the good document says; every kind of element that checks ask about is in it. */
export const DOCUMENT = `---
lang: en-GB
author: A. Teacher
---

# Tides

Twice a day the sea rises and falls again. Whoever walks along a beach at noon may stand in water at six. The [moon](https://example.org/moon) has most to do with it, and [the sun](#springs-and-neaps) has a share.[^share]

[^share]: A bit less than half of what the moon does.

## What pulls

The moon pulls at the near side of the sea more than at the far side. So the water is drawn out on two sides, and the earth turns below it.

1. The near side is pulled most.
2. The far side is pulled least.[^far]

[^far]: It is left behind.

## Springs and neaps

| Moon | Tide |
|------|------|
| new  | spring tide |
| half | neap tide |
| full | spring tide |

![A curve that rises and falls twice between midnight and midnight](tide.png)

At new and full moon the sun and the moon pull along one line. Such tides run high, and they fall low as well.

### At half moon

They pull across each other, so that the sea moves less. Nobody who lives by the water needs a clock to know it.
`;

/** A picture in gray that is sharp at the width of the text. */
function picture(): Uint8Array {
  const [width, height] = [1100, 300];
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 200);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return writeChunks([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: new Uint8Array(deflateSync(rows)) },
    { type: 'IEND', data: new Uint8Array() },
  ]);
}

export const A4 = { width: mm(210), height: mm(297) };

export interface GoodFile {
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

/** A document of two pages with headings, a list, a table, a picture, notes and links. */
export async function goodDocument(): Promise<GoodFile> {
  const report = createReport();
  const pictures = [{ path: 'tide.png', bytes: picture() }];
  const file = { path: 'tides.md', text: DOCUMENT, readPictures: () => pictures };
  const printed = await printDocument(file, readTemplateSet(report), { fonts }, report);
  if (!printed) throw new Error(JSON.stringify(report.diagnostics));
  return { bytes: printed.bytes, expected: { ...ANY_FILE, size: A4, standards: true, words: WORDS } };
}

const WORDS = DOCUMENT.replace(/^---[\s\S]*?---/, '')
  .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
  .replace(/\]\([^)]*\)/g, '')
  .replace(/\[\^\w+\]:?/g, '')
  .split(/\s+/);

/** Sheets of flashcards with their backs. */
export function goodCards(): GoodFile {
  const { documents } = layOutFolder('tests/packs/optics', { products: ['flashcards'] });
  const { pages } = documents[0]!;
  const bytes = paint(pages, fonts, { title: 'Flashcards', lang: 'en-GB', date: new Date(0) });
  const cells = Array.from({ length: 8 }, (_, index) => ({
    x: mm(10) + ((index % 2) * mm(190)) / 2,
    y: mm(10) + (Math.floor(index / 2) * mm(277)) / 4,
    width: mm(190) / 2,
    height: mm(277) / 4,
  }));
  return {
    bytes,
    expected: { ...ANY_FILE, size: A4, standards: true, duplex: 'long-edge', backs: true, cells },
  };
}
