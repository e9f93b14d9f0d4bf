import type { CompressedReference, PdfDocument, Reference } from './pdf-document.ts';

/** How many objects are compressed together: readers unpack a whole stream to get one of them. */
const OBJECTS = 200;

/** Where an object is: its offset in the file, or its object stream and its index in it. */
type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** The widths of the fields of the cross-reference stream in bytes: type, offset or stream, index. */
const WIDTHS = [1, 4, 2] as const;

/**
 * Makes a document pack its objects into compressed object streams, and end with a cross-reference stream in place of a
 * table (ISO 32000-1, 7.5.7 and 7.5.8). Tagged files consist mostly of small objects, so they get much smaller. Objects
 * with a stream of their own are written as they are.
 */
export function packObjects(document: PdfDocument): void {
  const locations = new Map<number, Location>();
  let packed: { id: number; text: string }[] = [];
  let packing = false;
  let isLast = false;
  let finalize: (this: CompressedReference) => void;

  const flush = () => {
    if (packed.length === 0) return;
    const objects = packed;
    packed = [];
    const stream = document.ref({});
    const header: number[] = [];
    let length = 0;
    objects.forEach(({ id, text }, index) => {
      header.push(id, length);
      length += text.length + 1;
      locations.set(id, { stream: stream.id, index });
    });
    const first = `${header.join(' ')}\n`;
    Object.assign(stream.data, { Type: 'ObjStm', N: objects.length, First: first.length });
    stream.end(Buffer.from(`${first}${objects.map(({ text }) => `${text}\n`).join('')}`, 'latin1'));
  };

  const end = () => {
    // What is written now are not PDFKit's objects, so it must not end the file again after them.
    document._ended = false;
    flush();
    writeCrossReferences(document, locations);
  };

  function pack(this: Reference & CompressedReference): void {
    if (this.buffer.length > 0) {
      locations.set(this.id, { offset: document._offset });
      finalize.call(this);
      return;
    }
    packing = true;
    const text = this.text ?? textOf(document, () => finalize.call(this));
    if (this.text !== undefined) document._refEnd(this);
    packing = false;
    packed.push({ id: this.id, text });
    if (isLast) end();
    else if (packed.length >= OBJECTS) flush();
  }

  const plain = document.ref.bind(document);
  document.ref = (data) => {
    const reference = plain(data);
    finalize ??= reference.finalize;
    reference.finalize = pack;
    return reference;
  };
  // PDFKit ends the file as soon as it has written the last object, which is not packed yet.
  document._finalize = () => {
    if (packing) isLast = true;
    else end();
  };
}

/** Gives the text of an object as PDFKit writes it, without its number, in place of writing it. */
function textOf(document: PdfDocument, finalize: () => void): string {
  const lines: string[] = [];
  const write = document._write;
  document._write = (line) => lines.push(String(line));
  finalize();
  document._write = write;
  return lines.slice(1, -1).join('\n');
}

function writeCrossReferences(document: PdfDocument, locations: ReadonlyMap<number, Location>): void {
  const start = document._offset;
  const stream = document.ref({});
  const rows = [[0, 0, 65535]];
  for (let id = 1; id <= stream.id; id++) {
    const location =
      id === stream.id ? { offset: start } : (locations.get(id) ?? { offset: document._offsets[id - 1]! });
    rows.push('offset' in location ? [1, location.offset, 0] : [2, location.stream, location.index]);
  }
  const length = WIDTHS.reduce((sum, width) => sum + width, 0);
  Object.assign(stream.data, {
    Type: 'XRef',
    Size: rows.length,
    W: [...WIDTHS],
    DecodeParms: { Predictor: 12, Columns: length },
    Root: document._root,
    Info: document._info,
    ID: [document._id, document._id],
  });
  stream.end(filteredRows(rows, length));
  for (const line of ['startxref', String(start), '%%EOF']) document._write(line);
  document.push(null);
}

/** Writes rows of numbers, each as its difference from the row above, byte by byte (PNG's filter Up). */
function filteredRows(rows: readonly (readonly number[])[], length: number): Buffer {
  const bytes = Buffer.alloc(rows.length * (length + 1));
  let above = Buffer.alloc(length);
  rows.forEach((row, index) => {
    const plain = Buffer.alloc(length);
    let at = 0;
    row.forEach((value, field) => {
      plain.writeUIntBE(value, at, WIDTHS[field]!);
      at += WIDTHS[field]!;
    });
    const from = index * (length + 1);
    bytes[from] = 2;
    for (let byte = 0; byte < length; byte++) bytes[from + 1 + byte] = plain[byte]! - above[byte]!;
    above = plain;
  });
  return bytes;
}
