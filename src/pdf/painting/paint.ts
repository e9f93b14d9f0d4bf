import { createHash } from 'node:crypto';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { plainFace } from '../../pages/fonts/open-faces.ts';
import { joinBytes } from '../../pages/join-bytes.ts';
import type { Laid, OutlineItem } from '../../pages/laid.ts';
import type { Mark } from '../../pages/page.ts';
import type { DocumentInfo } from './document-info.ts';
import { createEmbeddedFonts } from './embedded-fonts.ts';
import { finishDocument, openDocument } from './open-document.ts';
import { paintPage } from './paint-page.ts';
import type { Painter } from './painter.ts';
import { openSharedContent } from './shared-content.ts';
import { openTree } from './structure-tree.ts';
import { valuesOf } from './values-of.ts';
import { writeDestinations } from './write-destinations.ts';
import { writeOutline } from './write-outline.ts';

/** Gives the bytes of a tagged PDF. The same pages, fonts and info give the same bytes. */
export function paint(laid: Laid, fonts: ShapingFontBook, info: DocumentInfo): Uint8Array {
  const pieces: Uint8Array[] = [];
  const painting = startPainting(laid, fonts, info, { write: (piece) => pieces.push(piece) });
  painting.add(laid);
  painting.finish();
  return joinBytes(pieces);
}

/** A PDF that is painted part by part. Of each part, only what a PDF writes at its end is kept. */
export interface Painting {
  /** Paints the pages of a part after those that are there. */
  add(laid: Laid): void;
  /** Writes what comes at the end. */
  finish(): void;
}

/**
 * Begins a PDF.
 * @param first its first part, or all of it, which says how it is to be printed
 * @param to `write` is given the file as it grows; `parts` says that there are several, each with its own structure
 */
export function startPainting(
  first: Laid,
  fonts: ShapingFontBook,
  info: DocumentInfo,
  to: { write: (piece: Uint8Array) => void; parts?: boolean },
): Painting {
  const document = openDocument(info, first.sides, to.write);
  const tree = openTree(document, to.parts ?? false);
  const embedded = createEmbeddedFonts(document, fonts.font, facesOf(first)[0]);
  const whole = { document, fonts, embedded, shown: new Map(), opened: new Map() };
  const shared = to.parts ? openSharedContent(document) : undefined;
  const outline: OutlineItem[] = [];
  const identifier = createHash('sha256');
  let pages = 0;
  let parts = 0;
  return {
    add(laid) {
      const { structure, outline: headings, destinations, images } = laid;
      identifier.update(valuesOf([structure, headings, destinations, images]));
      // A name belongs to one part: in another it may mean something else.
      const suffix = parts === 0 ? '' : `p${parts}`;
      const painter: Painter = {
        ...whole,
        tree: tree.begin(laid.structure, suffix),
        images: new Map(laid.images.map((image) => [image.name, image])),
        suffix,
        usedDestinations: new Set(),
        ...(shared && { shared }),
      };
      for (const [index, page] of laid.pages.entries()) identifier.update(paintPage(page, index, painter));
      painter.tree.finish();
      for (const item of laid.outline) outline.push({ ...item, page: item.page + pages });
      writeDestinations(laid, painter, pages);
      pages += laid.pages.length;
      parts++;
    },
    finish() {
      tree.finish();
      writeOutline(outline, document);
      const { press, ...others } = info;
      if (press) identifier.update(press.bytes);
      const digest = identifier.update(valuesOf(others)).digest();
      finishDocument(document, new Uint8Array(digest).slice(0, 16));
    },
  };
}

function facesOf(laid: Laid): string[] {
  const faces = new Set<string>();
  for (const page of laid.pages) addFaces(page.marks, faces);
  return [...new Set([...faces].map(plainFace))].sort();
}

function addFaces(marks: readonly Mark[], faces: Set<string>): void {
  for (const mark of marks) {
    if (mark.kind === 'text') faces.add(mark.face);
    else if (mark.kind === 'group') addFaces(mark.marks, faces);
  }
}
