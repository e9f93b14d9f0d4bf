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

/** Objects of a file, as the library has them. Outside the reader there is only plain data. */
export type { PDFContext, PDFDict, PDFObject, PDFRawStream };

type PdfValue = PDFObject | undefined;

/** Names and their texts: the library looks for numbers of characters in them each time. */
const namesOfTexts = new Map<string, PDFName>();
const textsOfNames = new Map<PDFName, string>();

function nameWith(text: string): PDFName {
  let name = namesOfTexts.get(text);
  if (!name) {
    name = PDFName.of(text);
    namesOfTexts.set(text, name);
  }
  return name;
}

/** Gives the value of a key of a dictionary, with a reference followed. */
export const get = (dict: PDFDict | undefined, key: string): PdfValue => {
  const value = dict?.get(nameWith(key));
  return value instanceof PDFRef ? dict!.context.lookup(value) : value;
};

/** Gives the number of the object that a reference leads to: `12 0`. */
export const refOf = (value: PdfValue): string | undefined =>
  value instanceof PDFRef ? `${value.objectNumber} ${value.generationNumber}` : undefined;

/** Gives the value of a key as it is written: perhaps a reference. */
export const rawGet = (dict: PDFDict | undefined, key: string): PdfValue => dict?.get(nameWith(key));

export const resolve = (context: PDFContext, value: PdfValue): PdfValue =>
  value instanceof PDFRef ? context.lookup(value) : value;

/** Gives a dictionary, or that of a stream. */
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
  value instanceof PDFName ? textOfName(value) : undefined;

function textOfName(name: PDFName): string {
  let text = textsOfNames.get(name);
  if (text === undefined) {
    text = name.decodeText();
    textsOfNames.set(name, text);
  }
  return text;
}

/** Gives a string as text. */
export const textOf = (value: PdfValue): string | undefined => {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return undefined;
  try {
    // The language may be marked inside a string: ESC, its code, ESC.
    return value.decodeText().replace(/\u001b[^\u001b]*\u001b/g, '');
  } catch {
    return undefined;
  }
};

/** Decodes a string of bytes, one per character: UTF-16 or UTF-8 if it begins with the mark of one, or else Latin-1. */
export function textOfBytes(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(buffer.subarray(2));
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return new TextDecoder().decode(buffer);
  return bytes;
}

export const bytesOf = (value: PdfValue): Uint8Array | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : undefined;

/** Gives the items of an array, references included. */
export const rawItemsOf = (value: PdfValue): readonly PDFObject[] =>
  value instanceof PDFArray ? value.asArray() : [];

export const isArray = (value: PdfValue): boolean => value instanceof PDFArray;

/** Gives the items of an array, with references followed. */
export const itemsOf = (value: PdfValue): PdfValue[] =>
  value instanceof PDFArray ? Array.from({ length: value.size() }, (_, index) => value.lookup(index)) : [];

/** Gives an array of numbers; undefined if it holds anything else, or another number of them. */
export function numbersOf(value: PdfValue, count?: number): number[] | undefined {
  if (!(value instanceof PDFArray) || (count !== undefined && value.size() !== count)) return undefined;
  const numbers = itemsOf(value).map(numberOf);
  return numbers.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
}

/** The keys of a dictionary. */
export const dictKeys = (dict: PDFDict | undefined): string[] => dict?.keys().map(textOfName) ?? [];

/** How many bytes a stream may have when it is inflated. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Gives the bytes of a stream, with its filters undone.
 * @throws Error with a sentence, if they can't be undone or the result would be larger than {@link MOST_BYTES}
 */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const { dict } = stream;
  const written = get(dict, 'Filter');
  const filters = (isArray(written) ? itemsOf(written) : written ? [written] : []).map(nameOf);
  let bytes = stream.contents;
  for (const filter of filters) {
    if (filter === 'FlateDecode' || filter === 'Fl') bytes = inflate(bytes);
    else if (filter === undefined || !OTHER_FILTERS.has(filter))
      throw new Error(`it uses an unsupported compression (${filter})`);
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

/**
 * Inflates bytes that are whole, within bounds.
 * @throws Error if they are cut off, have a wrong checksum, or would be too large
 */
export const inflateWhole = (bytes: Uint8Array): Buffer =>
  inflateSync(bytes, { maxOutputLength: MOST_BYTES });

/** Inflates bytes within bounds. What is cut off, or has a wrong checksum, is read as far as it goes. */
function inflate(bytes: Uint8Array): Uint8Array {
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
      throw new Error('its data cannot be unpacked');
    }
  }
}
