import { inflateRawSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** An object of a file, as the library has it: it leaves this room only as plain data. */
export type { PDFContext, PDFDict, PDFObject, PDFRawStream };

type PdfValue = PDFObject | undefined;

/** What a key of a dictionary leads to. */
export const get = (dict: PDFDict | undefined, key: string): PdfValue => {
  const value = dict?.get(PDFName.of(key));
  return value instanceof PDFRef ? dict!.context.lookup(value) : value;
};

/** The number of the object that a key leads to, if it leads to one by reference: `12 0`. */
export const refOf = (value: PdfValue): string | undefined =>
  value instanceof PDFRef ? `${value.objectNumber} ${value.generationNumber}` : undefined;

/** The same as it is written: perhaps a reference. */
export const rawGet = (dict: PDFDict | undefined, key: string): PdfValue => dict?.get(PDFName.of(key));

export const resolve = (context: PDFContext, value: PdfValue): PdfValue =>
  value instanceof PDFRef ? context.lookup(value) : value;

/** A dictionary, also that of a stream. */
export const dictOf = (value: PdfValue): PDFDict | undefined =>
  value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined;

export const streamOf = (value: PdfValue): PDFRawStream | undefined =>
  value instanceof PDFRawStream ? value : undefined;

export const numberOf = (value: PdfValue): number | undefined => {
  const number = value instanceof PDFNumber ? value.asNumber() : undefined;
  return Number.isFinite(number) ? number : undefined;
};

export const booleanOf = (value: PdfValue): boolean | undefined =>
  value instanceof PDFBool ? value.asBoolean() : undefined;

export const nameOf = (value: PdfValue): string | undefined =>
  value instanceof PDFName ? value.decodeText() : undefined;

/** A string as text. */
export const textOf = (value: PdfValue): string | undefined => {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return undefined;
  try {
    // A language may be marked by escapes inside of a string: ESC, its code, ESC.
    return value.decodeText().replace(/\u001b[^\u001b]*\u001b/g, '');
  } catch {
    return undefined;
  }
};

/** The text of a string of bytes, a character each: UTF-16 if it begins with its mark, else taken as Latin. */
export function textOfBytes(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(buffer.subarray(2));
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return new TextDecoder().decode(buffer);
  return bytes;
}

export const bytesOf = (value: PdfValue): Uint8Array | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : undefined;

/** What an array holds, references and all. */
export const rawItemsOf = (value: PdfValue): readonly PDFObject[] =>
  value instanceof PDFArray ? value.asArray() : [];

export const isArray = (value: PdfValue): boolean => value instanceof PDFArray;

/** What an array holds, references followed. */
export const itemsOf = (value: PdfValue): PdfValue[] =>
  value instanceof PDFArray ? Array.from({ length: value.size() }, (_, index) => value.lookup(index)) : [];

/** An array of numbers; undefined if it holds anything else, or another count of them. */
export function numbersOf(value: PdfValue, count?: number): number[] | undefined {
  if (!(value instanceof PDFArray) || (count !== undefined && value.size() !== count)) return undefined;
  const numbers = itemsOf(value).map(numberOf);
  return numbers.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
}

/** The keys of a dictionary. */
export const dictKeys = (dict: PDFDict | undefined): string[] =>
  dict?.keys().map((key) => key.decodeText()) ?? [];

/** How many bytes a stream may have when it is unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A stream unpacked.
 * @throws Error with a sentence, if it can't be unpacked or would be larger than {@link MOST_BYTES}
 */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const { dict } = stream;
  const written = get(dict, 'Filter');
  const filters = (isArray(written) ? itemsOf(written) : written ? [written] : []).map(nameOf);
  let bytes = stream.contents;
  for (const filter of filters) {
    if (filter === 'FlateDecode' || filter === 'Fl') bytes = inflate(bytes);
    else if (filter === undefined || !OTHER_FILTERS.has(filter))
      throw new Error(`it is packed in a way that is not read here (${filter})`);
    else {
      if (bytes.length > MOST_BYTES / 64) throw new Error('it is too large');
      const alone = PDFDict.withContext(dict.context);
      alone.set(PDFName.of('Filter'), PDFName.of(filter));
      bytes = decodePDFRawStream(PDFRawStream.of(alone, bytes)).decode();
    }
    if (bytes.length > MOST_BYTES) throw new Error('it is too large');
  }
  return bytes;
}

const OTHER_FILTERS = new Set(['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode']);

/** Unpacks bytes within bounds. What is cut off, or has a wrong checksum, is read as far as it goes. */
export function inflate(bytes: Uint8Array): Uint8Array {
  // 2: flush what there is (Z_SYNC_FLUSH).
  const bounds = { maxOutputLength: MOST_BYTES, finishFlush: 2 };
  try {
    return inflateSync(bytes, bounds);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Error(`unpacked, it is larger than ${MOST_BYTES / 1024 / 1024} MB`);
    try {
      return inflateRawSync(bytes.subarray(2), bounds);
    } catch {
      throw new Error('its bytes can’t be unpacked');
    }
  }
}
