import type { Report } from '../../diagnostics/report.ts';
import {
  dictOf,
  get,
  inflate,
  nameOf,
  type PDFContext,
  type PDFDict,
  resolve,
} from '../content/pdf-objects.ts';
import { UnpackingParser } from './unpacking-parser.ts';

/** The largest file that is read, in bytes. */
export const LARGEST_PDF = 256 * 1024 * 1024;

/** A file's objects, and where they begin. */
interface OpenPdf {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly info: PDFDict | undefined;
  readonly version: string;
}

/**
 * Reads the objects of a PDF. Reports why it can't be read: not a PDF, cut off, locked, broken, too large.
 * @returns undefined after reporting
 */
export async function openPdf(path: string, bytes: Uint8Array, report: Report): Promise<OpenPdf | undefined> {
  const refuse = (message: string, hint: string) => {
    report.add('pdf-unreadable', { file: path, line: 1, column: 1 }, message, hint);
    return undefined;
  };
  const remakeHint = 'Create the file again, or copy it again from its source.';
  if (bytes.length === 0) return refuse('The file is empty.', remakeHint);
  if (bytes.length > LARGEST_PDF)
    return refuse('The file is larger than 256 MB.', 'Split it, or make its pictures smaller.');
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = /%PDF-(\d\.\d)/.exec(latin.subarray(0, 1024).toString('latin1'));
  if (!header) return refuse('This is not a PDF: it does not begin with “%PDF-”.', 'Give the path of a PDF.');
  if (!latin.subarray(-2048).includes('%%EOF'))
    return refuse('The file is cut off: the end mark “%%EOF” is missing.', remakeHint);
  const bomb = findInflationBomb(latin);
  if (bomb !== undefined)
    return refuse(`Objects in the file cannot be unpacked: ${bomb}.`, 'The file is damaged or malicious.');
  try {
    const context = await new UnpackingParser(bytes).parseDocument();
    if (context.trailerInfo.Encrypt)
      return refuse(
        'The file is encrypted, so its pages cannot be checked.',
        'Save it without a password or restrictions.',
      );
    const catalog = dictOf(resolve(context, context.trailerInfo.Root));
    if (!catalog || !get(catalog, 'Pages'))
      return refuse('The file is damaged: it has no list of pages.', remakeHint);
    const version = nameOf(get(catalog, 'Version')) ?? header[1]!;
    return { context, catalog, info: dictOf(resolve(context, context.trailerInfo.Info)), version };
  } catch {
    return refuse('The file is damaged: its objects cannot be read.', remakeHint);
  }
}

/**
 * Finds a stream of objects that would fill the memory: the library inflates those without bounds.
 * @returns what is wrong with it, or undefined
 */
function findInflationBomb(file: Buffer): string | undefined {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const before = file.subarray(Math.max(0, at - 600), at).toString('latin1');
    const dict = before.slice(before.lastIndexOf(' obj') + 1);
    // Any letter of a name may be written as its number.
    if (!/\/(Type|T#|#)/.test(dict) || !/ObjStm|XRef|#/.test(dict)) continue;
    if (!/FlateDecode|#/.test(dict)) {
      // Other filters make at most 64 bytes of one, except for LZW, which no known program uses here.
      if (/LZW/.test(dict)) return 'they use LZW compression';
      continue;
    }
    if (/Filter\s*\[[^\]]*\/[^\]]*\//.test(dict)) return 'they are compressed more than once';
    const from =
      at + 6 + (file[at + 6] === 13 ? 1 : 0) + (file[at + 6] === 10 || file[at + 7] === 10 ? 1 : 0);
    try {
      inflate(file.subarray(from));
    } catch (error) {
      const { message } = error as Error;
      if (message.startsWith('unpacked')) return message;
    }
  }
  return undefined;
}
