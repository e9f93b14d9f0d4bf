import { decodeText } from '../../diagnostics/decode-text.ts';
import type { Report } from '../../diagnostics/report.ts';
import { type BinaryFormat, textEncoding } from '../../diagnostics/text-encoding.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';

/** A file as read from disk. */
export interface RosterFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Decodes a roster. Spreadsheets save UTF-8 with or without a byte order mark, UTF-16, or Windows-1252; encodings other
 * than UTF-8 are read with a warning. Line ends become `\n`.
 * @returns undefined, after a diagnostic, if the file is not text
 */
export function decodeRoster({ path, bytes }: RosterFile, report: Report): string | undefined {
  const at = wholeFile(path);
  const encoding = textEncoding(bytes);
  if (encoding === 'pdf' || encoding === 'zip' || encoding === 'ole') {
    report.add(
      'roster-malformed',
      at,
      `This is ${IN_WORDS[encoding]}, which the program does not read.`,
      SAVE_WORKBOOK,
    );
    return undefined;
  }
  const text = decodeText(bytes, encoding);
  if (text.includes('\0')) {
    report.add('roster-malformed', at, 'This is not a plain-text file: it contains null characters.', SAVE);
    return undefined;
  }
  if (encoding !== 'utf-8') {
    // Names are not repeated in messages.
    const line = text.split('\n').findIndex((one) => /[^\p{ASCII}]/u.test(one));
    const look = line < 0 ? '' : ` Check the letters with accents in line ${line + 1}.`;
    const name = encoding === 'windows-1252' ? 'Windows-1252 (Latin-1)' : 'UTF-16';
    report.add('roster-encoding', at, `The file is not UTF-8; it was read as ${name}.${look}`, SAVE);
  }
  return text.replace(/\r\n?/g, '\n');
}

const SAVE_WORKBOOK = 'In the spreadsheet, choose “Save as”, then “Excel workbook (.xlsx)” or “CSV UTF-8”.';
const SAVE = 'In the spreadsheet, choose “Save as”, then “CSV UTF-8”.';

/** What a file is that is not text. Workbooks are read elsewhere. */
const IN_WORDS: Readonly<Record<BinaryFormat, string>> = {
  pdf: 'a PDF',
  zip: 'an archive',
  ole: 'an old Excel file (.xls)',
};
