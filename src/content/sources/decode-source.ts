import type { Report } from '../../diagnostics/report.ts';
import type { SourceFile } from './source-text.ts';

/** Decodes a source file as UTF-8, with or without a byte order mark; otherwise reports how it seems to have been saved. */
export function decodeText({ path, bytes }: SourceFile, report: Report): string | undefined {
  const refuse = (line: number, message: string, hint: string) => {
    report.add('source-encoding', { file: path, line, column: 1 }, message, hint);
    return undefined;
  };
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === '%PDF-' || start.startsWith('PK\x03\x04'))
    return refuse(
      1,
      `This is ${start === '%PDF-' ? 'a PDF' : 'an archive or a word processor’s file'}, not plain text.`,
      'Save it as plain text in UTF-8, or name an EPUB (a file that ends in .epub).',
    );
  if (/^(?:\xFF\xFE|\xFE\xFF)/.test(start) || countOf(0, bytes) > bytes.length / 8)
    return refuse(1, 'The file is UTF-16, not UTF-8.', SAVE);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text.replace(/\r\n?|\f/g, '\n');
    return refuse(1, 'The file is no plain text: there are null characters in it.', SAVE);
  } catch {
    return refuse(
      lineOfBadByte(bytes),
      'The file is not UTF-8; it looks like Latin-1 or Windows-1252.',
      SAVE,
    );
  }
}

const SAVE = 'Open it in an editor and save it as UTF-8.';

const countOf = (byte: number, bytes: Uint8Array) =>
  bytes.subarray(0, 4096).reduce((count, here) => count + (here === byte ? 1 : 0), 0) *
  Math.max(1, bytes.length / 4096);

/** Gives the number of the first line that does not decode, from 1. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    line++;
    from = to + 1;
  }
  return 1;
}
