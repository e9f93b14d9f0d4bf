import { strToU8 } from 'fflate';
import type { Block } from '../../../blocks/block.ts';
import { createReport } from '../../../diagnostics/report.ts';
import { layOut } from '../../../layout/lay-out.ts';
import { renderDrawing } from '../../../pages/pictures/render-drawing.ts';
import type { ProductOut } from '../product-out.ts';
import { svgOfMarks } from '../products/svg-of-marks.ts';
import type { BookFile } from './book-file.ts';

/** A cover that a shelf of books shows, in points. */
const SIZE = { width: 450, height: 600 };
const MARGIN = 40;

/** A picture of the title and the author. */
export function coverOf({ title, author, style, fonts, language, blocks }: ProductOut): BookFile {
  const at = blocks[0]?.at ?? { file: '', line: 1, column: 1 };
  const shown: Block[] = [
    { kind: 'space', at, height: 0, fill: 1 },
    { kind: 'heading', at, level: 1, look: 'cover', text: [{ kind: 'text', text: title }] },
    ...(author
      ? [{ kind: 'paragraph', at, look: 'lead', text: [{ kind: 'text', text: author }] } as const]
      : []),
    { kind: 'space', at, height: 0, fill: 2 },
  ];
  const setup = {
    ...SIZE,
    margins: { inner: MARGIN, outer: MARGIN, top: MARGIN, bottom: MARGIN },
    columns: { count: 1, gap: 0 },
    twoSided: false,
  };
  const { pages } = layOut(shown, { setup, style, fonts, language }, createReport());
  const svg = svgOfMarks(pages[0]?.marks ?? [], SIZE, { fonts, images: new Map(), id: 'cover' });
  const drawn = renderDrawing(svg, SIZE, fonts);
  return drawn
    ? {
        name: 'cover.png',
        type: 'image/png',
        bytes: Uint8Array.from(Buffer.from(drawn.data, 'base64')),
        properties: 'cover-image',
      }
    : { name: 'cover.svg', type: 'image/svg+xml', bytes: strToU8(svg), properties: 'cover-image' };
}
