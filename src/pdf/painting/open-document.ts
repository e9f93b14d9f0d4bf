import PDFDocument from 'pdfkit';
import { compress } from '../../pages/compress.ts';
import { joinBytes } from '../../pages/join-bytes.ts';
import { declarePress } from './declare-press.ts';
import { type DocumentInfo, PDF_X4 } from './document-info.ts';
import { packObjects } from './object-streams.ts';
import type { CompressedReference, PdfDocument, Reference } from './pdf-document.ts';
import { xmpMetadata } from './xmp-metadata.ts';

/** How a viewer should set its printer, by the words that pages use. */
const DUPLEX = {
  'one-sided': 'Simplex',
  'long-edge': 'DuplexFlipLongEdge',
  'short-edge': 'DuplexFlipShortEdge',
} as const;

/**
 * Opens a tagged document that declares PDF/UA-1 and PDF/A-2a, and PDF/X-4 if it is for a press.
 * @param sides how sheets are to be printed, if that matters
 * @param write is given the file as it grows, piece by piece
 */
export function openDocument(
  info: DocumentInfo,
  sides: keyof typeof DUPLEX | undefined,
  write: (piece: Uint8Array) => void,
): PdfDocument {
  // PDFKit's types lack the parts of it that are used here, so it is not constructed by them.
  const document: PdfDocument = Reflect.construct(PDFDocument, [
    {
      autoFirstPage: false,
      // PDF/X-4 is a kind of PDF 1.6.
      pdfVersion: info.press ? '1.6' : '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: info.lang,
      displayTitle: true,
      // Fonts are embedded without PDFKit, which would begin with Helvetica.
      font: null,
      info: {
        Title: info.title,
        ...(info.author && { Author: info.author }),
        Creator: 'Studypack',
        Producer: 'Studypack (PDFKit)',
        CreationDate: info.date,
        ModDate: info.date,
        ...(info.press && { GTS_PDFXVersion: PDF_X4 }),
      },
    },
  ]);

  writeInPieces(document, write);
  compressStreams(document);
  packObjects(document);
  document._root.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
  const preferences = document._root.data['ViewerPreferences'] as Reference;
  preferences.data['PrintScaling'] = 'None';
  if (sides) preferences.data['Duplex'] = DUPLEX[sides];
  document._addInfo = () => document.appendXML(xmpMetadata(info, document._id));
  if (info.press) declarePress(document, info.press);
  return document;
}

/** The least size of a piece that is written, in bytes. */
const PIECE = 65536;

/**
 * Writes what PDFKit makes many small chunks at a time. Its own stream would keep them all in memory, and it turns text
 * into bytes letter by letter.
 */
function writeInPieces(document: PdfDocument, write: (piece: Uint8Array) => void): void {
  // The constructor has made a few bytes already, which wait to be read.
  const early = document.read();
  let chunks: Uint8Array[] = early ? [early] : [];
  let text = '';
  let size = 0;
  const endText = () => {
    if (text !== '') chunks.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  const flush = () => {
    endText();
    write(joinBytes(chunks));
    chunks = [];
    size = 0;
  };
  document._write = (data) => {
    const isText = typeof data === 'string';
    if (isText) text += `${data}\n`;
    else {
      endText();
      chunks.push(data);
    }
    const added = data.length + (isText ? 1 : 0);
    document._offset += added;
    size += added;
    if (size >= PIECE) flush();
  };
  // It is pushed once more, null, at the end.
  document.push = () => {
    flush();
    return true;
  };
}

/** Compresses streams as we do, so that the bytes are the same everywhere. PDFKit would wait for a stream of Node's. */
function compressStreams(document: PdfDocument): void {
  const plain = document.ref.bind(document);
  let original: (this: CompressedReference) => void;
  // One function for all references, since large files have hundreds of thousands.
  function finalize(this: CompressedReference & Reference): void {
    if (this.compress && this.buffer.length > 0) {
      this.buffer = [compress(Buffer.concat(this.buffer))];
      this.data['Filter'] = 'FlateDecode';
      this.compress = false;
    }
    original.call(this);
  }
  document.ref = (data) => {
    const reference = plain(data);
    original ??= reference.finalize;
    reference.finalize = finalize;
    return reference;
  };
}

/**
 * Ends the document. After that all of it has been written.
 * @param id the file's identifier: 16 bytes
 */
export function finishDocument(document: PdfDocument, id: Uint8Array): void {
  document._id = id;
  document.end();
}
