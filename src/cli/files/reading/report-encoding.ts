import { decodeText } from '../../../diagnostics/decode-text.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { textEncoding } from '../../../diagnostics/text-encoding.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';

const SAVE =
  'Save it as UTF-8. Word: Save As, Plain Text, Other encoding. Notepad and TextEdit: choose it beside the name.';

const BINARY = {
  pdf: 'This is a PDF, not text.',
  zip: 'This is an archive or a document of Word or LibreOffice, not text.',
  ole: 'This is a document of an old office program, not text.',
} as const;

/** Reports a file that is not UTF-8: what it was saved as, at the first line that shows it. */
export function reportEncoding(bytes: Uint8Array, path: string, report: Report): void {
  const encoding = textEncoding(bytes);
  const at = wholeFile(path);
  if (encoding === 'pdf' || encoding === 'zip' || encoding === 'ole') {
    report.add('file-unreadable', at, BINARY[encoding], 'Save its text as a file of plain text, in UTF-8.');
    return;
  }
  if (encoding.startsWith('utf-16')) {
    report.add('file-unreadable', at, 'The file is saved as UTF-16, not as UTF-8.', SAVE);
    return;
  }
  const { line, words } = firstLineThatIsNot(bytes);
  report.add(
    'file-unreadable',
    { ...at, line },
    `The file is not saved as UTF-8. In Windows-1252 or Latin-1, this line says “${words}”.`,
    SAVE,
  );
}

/** The first line that is not UTF-8, as it reads in Windows-1252. */
function firstLineThatIsNot(bytes: Uint8Array): { line: number; words: string } {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      utf8.decode(part);
    } catch {
      const bad = part.findIndex((byte) => byte >= 0x80);
      const start = part.lastIndexOf(32, Math.max(0, bad - 20)) + 1;
      return { line, words: decodeText(part.subarray(start, start + 50), 'windows-1252').trim() };
    }
    from += part.length + 1;
  }
  return { line: 1, words: '' };
}
