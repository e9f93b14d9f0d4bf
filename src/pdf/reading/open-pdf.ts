import type { Report } from '../../diagnostics/report.ts';
import {
  dictOf,
  get,
  nameOf,
  type PDFContext,
  type PDFDict,
  resolve,
} from '../content/syntax/pdf-objects.ts';
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
  try {
    const parser = new UnpackingParser(bytes);
    const context = await parser.parseDocument();
    if (context.trailerInfo.Encrypt)
      return refuse(
        'The file is encrypted, so its pages cannot be checked.',
        'Save it without a password or restrictions.',
      );
    if (parser.refusal !== undefined)
      return refuse(
        `Objects in the file cannot be unpacked: ${parser.refusal}.`,
        'The file is damaged or malicious.',
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
