import { zlibSync } from 'fflate';
import PDFDocument from 'pdfkit';
import type { Image } from '../../pages/laid.ts';

/** What a PDF says of itself. */
export interface DocumentInfo {
  readonly title: string;
  readonly author?: string;
  readonly lang: string;
  /** The date it is given: not the time of the run, so that the same input gives the same bytes. */
  readonly date: Date;
  /** The press that it is for, and its ICC profile for four inks; without one it is for screens and copiers. */
  readonly press?: { readonly name: string; readonly bytes: Uint8Array };
}

/** How a viewer is to preset its printer, by the words that pages use. */
const DUPLEX = {
  'one-sided': 'Simplex',
  'long-edge': 'DuplexFlipLongEdge',
  'short-edge': 'DuplexFlipShortEdge',
} as const;

/** A reference to an object of the file. */
export interface Reference {
  data: Record<string, unknown>;
  end(chunk?: unknown): void;
}

/** A font as PDFKit embeds it: glyphs are numbered anew as they are first used. */
export interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(glyph: number): number; readonly glyphs: number[] };
  readonly widths: (number | undefined)[];
  readonly unicode: (number[] | undefined)[];
  readonly font: { getGlyph(glyph: number): { advanceWidth: number }; unitsPerEm: number };
  ref(): Reference;
}

interface PdfKitPage {
  readonly dictionary: Reference;
  readonly fonts: Record<string, Reference>;
  readonly xobjects: Record<string, unknown>;
  readonly annotations: Reference[];
  readonly structParentTreeKey: number;
}

/**
 * The parts of PDFKit 0.20.2 that are used here and are not in its public interface. Everything that depends on them
 * is in this file; the version is pinned.
 */
interface PdfKit {
  readonly page: PdfKitPage;
  readonly _root: Reference;
  _id: Uint8Array;
  _font: EmbeddedFont;
  _addInfo: () => void;
  _addColorOutputIntent: () => void;
  readonly info: Record<string, unknown>;
  ref(data?: Record<string, unknown>): Reference & CompressedReference;
  addPage(options: { size: [number, number]; margin: number }): void;
  addContent(data: string): void;
  appendXML(xml: string): void;
  registerFont(name: string, bytes: Uint8Array): void;
  font(name: string): void;
  openImage(bytes: Uint8Array): { label: string; obj?: Reference; embed(document: PdfKit): void };
  getStructTreeRoot(): Reference;
  getStructParentTree(): { get(key: number): unknown[]; add(key: number, value: unknown): void };
  createStructParentTreeNextKey(): number;
  readonly outline: OutlineNode;
  push(chunk: Uint8Array | null): boolean;
  end(): void;
}

interface CompressedReference {
  compress: boolean;
  buffer: Uint8Array[];
  finalize(): void;
}

export interface OutlineNode {
  addItem(title: string, options: { fit: boolean; pageNumber: number; expanded?: boolean }): OutlineNode;
}

export type PdfDocument = PdfKit;

/**
 * Opens a tagged document that declares PDF/UA-1 and PDF/A-2a, and PDF/X-4 if it is for a press.
 * @param first the font that is PDFKit's default, so that no Helvetica slips in
 * @param sides how sheets are to be printed, if that matters
 * @param write is given the file as it grows, piece by piece
 */
export function openDocument(
  info: DocumentInfo,
  first: Uint8Array | undefined,
  sides: keyof typeof DUPLEX | undefined,
  write: (piece: Uint8Array) => void,
): PdfDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    // PDF/X-4 is a kind of PDF 1.6.
    pdfVersion: info.press ? '1.6' : '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: info.lang,
    displayTitle: true,
    ...(first && { font: Buffer.from(first) as unknown as string }),
    info: {
      Title: info.title,
      ...(info.author && { Author: info.author }),
      Creator: 'Studypack',
      Producer: 'Studypack (PDFKit)',
      CreationDate: info.date,
      ModDate: info.date,
      ...(info.press && { GTS_PDFXVersion: X4 }),
    },
  } as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfKit;

  handOn(document, write);
  compressAlike(document);
  document._root.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
  const preferences = document._root.data['ViewerPreferences'] as Reference;
  preferences.data['PrintScaling'] = 'None';
  if (sides) preferences.data['Duplex'] = DUPLEX[sides];
  document._addInfo = () => document.appendXML(metadata(info, document._id));
  if (info.press) forPress(document, info.press);
  return document;
}

/** Writes what PDF/X-4 asks for (ISO 15930-7), beside what PDF/A asks for: both have to name the same profile. */
function forPress(document: PdfKit, { name, bytes }: NonNullable<DocumentInfo['press']>): void {
  document.info['Trapped'] = nameObject(document, 'False');
  document._addColorOutputIntent = () => {
    const profile = document.ref({ N: 4 });
    profile.end(Buffer.from(bytes));
    document._root.data['OutputIntents'] = ['GTS_PDFX', 'GTS_PDFA1'].map((kind) => {
      const intent = document.ref({
        Type: 'OutputIntent',
        S: kind,
        OutputConditionIdentifier: new String(name),
        Info: new String(name),
        DestOutputProfile: profile,
      });
      intent.end();
      return intent;
    });
  };
}

/** A name as a value of Info: PDFKit would make a text of it. Only what it takes for a reference is written as it is. */
function nameObject(document: PdfKit, name: string): object {
  const reference = Object.getPrototypeOf(document._root) as object;
  return Object.create(reference, { toString: { value: () => `/${name}` } }) as object;
}

/** A picture of samples in gray or inks, whose rows are filtered and folded as those of a PNG. */
export function embedSamples(
  document: PdfDocument,
  { width, height, channels, data }: Extract<Image, { format: 'samples' }>,
): Reference {
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceCMYK',
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width },
  });
  image.end(Buffer.from(data, 'base64'));
  return image;
}

/** How much of a file is kept before it is handed on, in bytes. */
const PIECE = 65536;

/** Hands on what PDFKit writes, many small chunks at a time, in place of the stream that would keep them all. */
function handOn(document: PdfKit, write: (piece: Uint8Array) => void): void {
  // The constructor has written a few bytes already, which wait to be read.
  const early = (document as unknown as { read(): Uint8Array | null }).read();
  let chunks: Uint8Array[] = early ? [early] : [];
  let size = 0;
  document.push = (chunk) => {
    if (chunk) chunks.push(chunk);
    size += chunk?.length ?? 0;
    if (chunk && size < PIECE) return true;
    write(new Uint8Array(Buffer.concat(chunks)));
    chunks = [];
    size = 0;
    return true;
  };
}

/**
 * Compresses streams by a library written in JavaScript: Node's own zlib gives other bytes on other processors.
 */
function compressAlike(document: PdfKit): void {
  const plain = document.ref.bind(document);
  let original: (this: CompressedReference) => void;
  // One function for all references: large files have hundreds of thousands.
  function finalize(this: CompressedReference & Reference): void {
    if (this.compress && this.buffer.length > 0) {
      const bytes = zlibSync(new Uint8Array(Buffer.concat(this.buffer)), { level: 4 });
      this.buffer = [bytes];
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

/** The embedded font for a face. */
export function openFont(document: PdfDocument, face: string): EmbeddedFont {
  document.font(face);
  return document._font;
}

/**
 * The code that a font shows a glyph by, for these characters. A glyph that stands for other characters too, as a small
 * capital does for A and a, is in the font once more under another code, so that each reads back as it was written.
 */
export function codeFor({ subset, unicode }: EmbeddedFont, glyph: number, characters: string): number {
  const points = [...characters].map((character) => character.codePointAt(0)!);
  const same = (code: number) =>
    unicode[code]?.length === points.length && points.every((point, at) => point === unicode[code]![at]);
  let code = subset.includeGlyph(glyph);
  if (unicode[code] && !same(code)) {
    const other = subset.glyphs.findIndex((one, index) => one === glyph && same(index));
    code = other === -1 ? subset.glyphs.push(glyph) - 1 : other;
  }
  unicode[code] ??= points;
  return code;
}

/**
 * Ends the document, all of which has been handed on then.
 * @param id the file's identifier, of 16 bytes
 */
export function finishDocument(document: PdfDocument, id: Uint8Array): void {
  document._id = id;
  document.end();
}

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const X4 = 'PDF/X-4';

/** XMP metadata. PDFKit's own is not escaped, and does not declare PDF/UA. */
function metadata({ title, author, date, press }: DocumentInfo, id: Uint8Array): string {
  const when = `${date.toISOString().slice(0, 19)}Z`;
  const uuid = Buffer.from(id)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreateDate>${when}</xmp:CreateDate>
  <xmp:ModifyDate>${when}</xmp:ModifyDate>
  ${press ? `<xmp:MetadataDate>${when}</xmp:MetadataDate>` : ''}
  <xmp:CreatorTool>Studypack</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
  ${author ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>` : ''}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>Studypack (PDFKit)</pdf:Producer>
  ${press ? '<pdf:Trapped>False</pdf:Trapped>' : ''}
</rdf:Description>
${
  press
    ? `<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
  <xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID>
  <xmpMM:VersionID>1</xmpMM:VersionID>
  <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
  <pdfxid:GTS_PDFXVersion>${X4}</pdfxid:GTS_PDFXVersion>
</rdf:Description>`
    : ''
}
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag>
    ${declared(press ? [...EVERY_SCHEMA, ...PRESS_SCHEMAS] : EVERY_SCHEMA)}
  </rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}

/** A property that PDF/A does not know, and so wants to be told of (ISO 19005-2, 6.6.2.3). */
interface ExtensionSchema {
  readonly title: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly property: string;
  readonly type: 'Integer' | 'Text';
  readonly description: string;
}

const EVERY_SCHEMA: readonly ExtensionSchema[] = [
  {
    title: 'PDF/UA identification schema',
    namespace: 'http://www.aiim.org/pdfua/ns/id/',
    prefix: 'pdfuaid',
    property: 'part',
    type: 'Integer',
    description: 'Part or version of PDF/UA that the file conforms to',
  },
];

/** The XMP Specification of 2005, which PDF/A-2 goes by, has a schema for PDF, but no Trapped in it. */
const PRESS_SCHEMAS: readonly ExtensionSchema[] = [
  {
    title: 'PDF/X identification schema',
    namespace: 'http://www.npes.org/pdfx/ns/id/',
    prefix: 'pdfxid',
    property: 'GTS_PDFXVersion',
    type: 'Text',
    description: 'Part or version of PDF/X that the file conforms to',
  },
  {
    title: 'Adobe PDF schema',
    namespace: 'http://ns.adobe.com/pdf/1.3/',
    prefix: 'pdf',
    property: 'Trapped',
    type: 'Text',
    description: 'Whether the file has been trapped for printing',
  },
];

const declared = (schemas: readonly ExtensionSchema[]): string =>
  schemas
    .map(
      ({ title, namespace, prefix, property, type, description }) => `<rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>${title}</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>${property}</pdfaProperty:name>
      <pdfaProperty:valueType>${type}</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>${description}</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li>`,
    )
    .join('\n    ');
