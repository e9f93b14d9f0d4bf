import { namesInArchive } from '../../../diagnostics/archives/names-in-archive.ts';
import { decodeText } from '../../../diagnostics/decode-text.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { textEncoding } from '../../../diagnostics/text-encoding.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { ImportSource } from '../import-source.ts';
import { mendSource } from './mend-source.ts';
import { refusalOfSource } from './refusal-of-source.ts';
import { reportMends } from './report-mends.ts';

/** The largest text that is read: a book of 2,500 pages. Web pages with more are mostly pictures written as text. */
const LARGEST_TEXT = 8 * 1024 * 1024;

/** What archives may unpack to. */
const ARCHIVE_LIMITS = { largest: 128 * 1024 * 1024, mostFiles: 5000 };

/**
 * Opens a file to import: finds out how it was saved, decodes it and mends what is garbled, each mend with its line.
 * @param path as it is shown to its author
 * @returns undefined, after an error that says what to do, if nothing can be read from it
 */
export function openSource(path: string, bytes: Uint8Array, report: Report): ImportSource | undefined {
  const names = isArchive(bytes) ? namesInArchive(bytes, ARCHIVE_LIMITS) : [];
  const refusal = refusalOfSource(path, bytes, names);
  if (refusal) {
    report.add('import-refused', wholeFile(path), refusal.message, refusal.hint);
    return undefined;
  }
  const files = typeof names === 'string' ? [] : names;
  if (files.length > 0) return { path, bytes, text: '', files };
  if (bytes.length > LARGEST_TEXT) {
    report.add(
      'file-too-large',
      wholeFile(path),
      `The file is too big: ${Math.ceil(bytes.length / 1024 / 1024)} MB of text. The limit is ${LARGEST_TEXT / 1024 / 1024} MB.`,
      'If it is a web page, save it without pictures. If not, split it.',
    );
    return undefined;
  }
  const { text, mends } = mendSource(decoded(path, bytes, report).replace(/\r\n?/g, '\n'));
  if (text.trim() === '') {
    report.add('import-refused', wholeFile(path), 'The file is empty.', 'Check that this is the right file.');
    return undefined;
  }
  reportMends(path, mends, report);
  return { path, bytes, text, files };
}

const isArchive = (bytes: Uint8Array) => textEncoding(bytes.subarray(0, 8)) === 'zip';

/** Decodes a text by its bytes or, if it is neither UTF-8 nor UTF-16, by what a web page says of itself. */
function decoded(path: string, bytes: Uint8Array, report: Report): string {
  const found = textEncoding(bytes);
  const encoding = found === 'utf-16le' || found === 'utf-16be' || found === 'utf-8' ? found : 'windows-1252';
  const [declared, said] = encoding === 'windows-1252' ? inDeclared(bytes) : [];
  const text = said ?? decodeText(bytes, encoding);
  const line = text.split('\n').findIndex((one) => /[^\p{ASCII}]/u.test(one)) + 1;
  if (encoding === 'windows-1252' && line > 0)
    report.add(
      'import-mended',
      { file: path, line, column: 1 },
      `The file is not saved as UTF-8. It was read as ${declared ?? 'Windows-1252 (Latin-1)'}.`,
      'Check the letters with accents in this line. If they are wrong, save the file as UTF-8.',
    );
  return text.replace(/^\uFEFF/, '');
}

/** Decodes a web page in the encoding that it gives. @returns the name of the encoding and the text; nothing if it gives none */
function inDeclared(bytes: Uint8Array): [string?, string?] {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset=["']?([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)/i.exec(start);
  const name = label?.[1] ?? label?.[2];
  if (name === undefined || /^(utf-?8|windows-1252|iso-8859-1|latin-?1|us-ascii)$/i.test(name)) return [];
  try {
    return [name, new TextDecoder(name).decode(bytes)];
  } catch {
    // Not every version of Node knows every encoding.
    return [];
  }
}
