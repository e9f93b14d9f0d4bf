import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A good file that is about to be broken. */
export type Open = PDFDocument;

export const name = (text: string) => PDFName.of(text);

export async function open(bytes: Uint8Array): Promise<Open> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

export const save = (doc: Open): Promise<Uint8Array> =>
  doc.save({ useObjectStreams: false, updateFieldAppearances: false });

/** What keys lead to, one after another, from a dictionary. */
export function at(dict: PDFDict, ...keys: (string | number)[]): PDFObject | undefined {
  let value: PDFObject | undefined = dict;
  for (const key of keys)
    value =
      value instanceof PDFArray
        ? value.lookup(Number(key))
        : (value instanceof PDFRawStream ? value.dict : (value as PDFDict)).lookup(name(String(key)));
  return value;
}

export const dictAt = (dict: PDFDict, ...keys: (string | number)[]): PDFDict => at(dict, ...keys) as PDFDict;

/** Elements of the structure by their role, in the order in which the file holds them. */
export function elements(doc: Open, role: string): PDFDict[] {
  const found: PDFDict[] = [];
  const visit = (value: PDFObject | undefined) => {
    const own = value instanceof PDFRef ? doc.context.lookup(value) : value;
    if (own instanceof PDFArray) for (const item of own.asArray()) visit(item);
    if (!(own instanceof PDFDict) || own.get(name('Type'))?.toString() === '/OBJR') return;
    if (own.get(name('S'))?.toString() === `/${role}`) found.push(own);
    visit(own.get(name('K')));
  };
  visit(dictAt(doc.catalog, 'StructTreeRoot').get(name('K')));
  return found;
}

export const element = (doc: Open, role: string, index = 0): PDFDict => elements(doc, role)[index]!;

/** Changes the operators of a page. Fails if nothing changes. */
export function editContent(doc: Open, page: number, change: (operators: string) => string): void {
  const node = doc.getPages()[page]!.node;
  const contents = node.lookup(name('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((item) => doc.context.lookup(item)) : [contents];
  const before = streams
    .map((stream) => {
      const raw = stream as PDFRawStream;
      const packed = raw.dict.get(name('Filter')) !== undefined;
      return Buffer.from(packed ? inflateSync(raw.contents) : raw.contents).toString('latin1');
    })
    .join('\n');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  node.set(
    name('Contents'),
    doc.context.register(doc.context.stream(new Uint8Array(Buffer.from(after, 'latin1')))),
  );
}

/** The first font that is embedded: its own dictionary, and that of its program. */
export function fontOf(doc: Open, page = 0): { font: PDFDict; inner: PDFDict; descriptor: PDFDict } {
  const fonts = dictAt(doc.getPages()[page]!.node, 'Resources', 'Font');
  const font = fonts.lookup(fonts.keys()[0]!) as PDFDict;
  const inner = dictAt(font, 'DescendantFonts', 0);
  return { font, inner, descriptor: dictAt(inner, 'FontDescriptor') };
}

export const rectangle = (doc: Open, ...values: number[]) => doc.context.obj(values);

export { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString };
