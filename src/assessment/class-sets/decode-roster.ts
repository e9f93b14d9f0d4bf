import type { Report } from '../../diagnostics/report.ts';

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
  const at = { file: path, line: 1, column: 1 };
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const other = OTHERS.find(([sign]) => start.startsWith(sign));
  if (other) {
    report.add('roster-malformed', at, `This is ${other[1]}, not a CSV file.`, SAVE);
    return undefined;
  }
  const encoding = encodingOf(bytes);
  const text = encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) {
    report.add('roster-malformed', at, 'The file is no plain text: there are null characters in it.', SAVE);
    return undefined;
  }
  if (encoding !== 'utf-8') {
    const word = /[\p{L}\p{M}\p{N}'’-]*[^\p{ASCII}][\p{L}\p{M}\p{N}'’-]*/u.exec(text)?.[0];
    const look = word === undefined ? '' : ` Look whether “${word}” is right.`;
    const name = encoding === 'windows-1252' ? 'Windows-1252 (Latin-1)' : 'UTF-16';
    report.add('roster-encoding', at, `The file is not UTF-8; it was read as ${name}.${look}`, SAVE);
  }
  return text.replace(/\r\n?/g, '\n');
}

const SAVE = 'In the spreadsheet choose “Save as” and “CSV UTF-8”.';

/** Other formats of spreadsheets, by their first bytes. */
const OTHERS = [
  ['PK\x03\x04', 'a workbook of a spreadsheet'],
  ['\xD0\xCF\x11\xE0', 'an old workbook of a spreadsheet'],
  ['%PDF-', 'a PDF'],
] as const;

/** Windows-1252 from 80 to 9F, where it is not Latin-1. Not all versions of Node know it. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const decodeWindows = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? WINDOWS[byte - 0x80] : String.fromCharCode(byte)))
    .join('');

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a byte order mark every other byte of Western text is zero.
  if (second === 0 && first !== 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
