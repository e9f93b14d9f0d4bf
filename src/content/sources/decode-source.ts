import { decodeText } from '../../diagnostics/decode-text.ts';
import type { Report } from '../../diagnostics/report.ts';
import { textEncoding } from '../../diagnostics/text-encoding.ts';
import type { SourceFile } from './source-text.ts';

/** Decodes a source file as UTF-8, with or without a byte order mark; otherwise reports how it seems to have been saved. */
export function decodeSource({ path, bytes }: SourceFile, report: Report): string | undefined {
  const refuse = (line: number, message: string, hint: string) => {
    report.add('source-encoding', { file: path, line, column: 1 }, message, hint);
    return undefined;
  };
  const encoding = textEncoding(bytes);
  switch (encoding) {
    case 'pdf':
      return refuse(1, 'This is a PDF, not plain text.', SAVE_TEXT);
    case 'zip':
    case 'ole':
      return refuse(1, 'This is an archive or a word-processor file, not plain text.', SAVE_TEXT);
    case 'utf-16le':
    case 'utf-16be':
      return refuse(1, 'The file is UTF-16, not UTF-8.', SAVE_UTF8);
    case 'windows-1252': {
      const line = lineOfBadByte(bytes);
      return refuse(line, 'The file is not UTF-8; it looks like Latin-1 or Windows-1252.', SAVE_UTF8);
    }
  }
  const text = decodeText(bytes, encoding);
  return text.includes('\0')
    ? refuse(1, 'This is not a plain-text file: it contains null characters.', SAVE_UTF8)
    : text.replace(/\r\n?|\f/g, '\n');
}

const SAVE_TEXT = 'Save it as plain text in UTF-8, or use an EPUB (a file that ends in .epub).';
const SAVE_UTF8 = 'Open it in an editor and save it as UTF-8.';

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
