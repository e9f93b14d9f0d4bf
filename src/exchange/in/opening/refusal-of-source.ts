import type { ArchiveFault } from '../../../diagnostics/archives/names-in-archive.ts';
import { textEncoding } from '../../../diagnostics/text-encoding.ts';

/** Why a file is not imported, and what to do. */
interface Refusal {
  readonly message: string;
  readonly hint: string;
}

const SAVE_AS_WORD = 'Open it in Word or LibreOffice, and save it as .docx. Then import that file.';
const SAVE_AS_TABLE = 'Open it in a spreadsheet, and save it as .xlsx or CSV. Then import that file.';
const EXPORT_FROM =
  'Formats that can be imported are listed in docs/authoring/importing.md. Export it as one of them.';

/** Says why nothing can be read from a file; undefined if something may. @param names of the files in it, if it is an archive */
export function refusalOfSource(
  path: string,
  bytes: Uint8Array,
  names: readonly string[] | ArchiveFault,
): Refusal | undefined {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  if (bytes.length === 0) return refuse('The file is empty.', 'Check that this is the right file.');
  if (names === 'too-large')
    return refuse(
      'This archive would unpack to far more than its size, or to more than 128 MB or 5,000 files, so it was not unpacked.',
      'If it is a document, make its pictures smaller, and save it again.',
    );
  if (names === 'broken')
    return refuse('This archive is damaged.', 'Save or download it again. It may not be complete.');
  if (names.length > 0) return refusalOfArchive(names);
  const encoding = textEncoding(bytes);
  if (encoding === 'pdf')
    return refuse('This is a PDF, which says where letters are but not what they belong to.', SAVE_AS_WORD);
  if (encoding === 'ole') return refusalOfOldOffice(extension, bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith('{\\rtf')) return refuse('This is a document in RTF.', SAVE_AS_WORD);
  const other = OTHERS.find(([signature]) => start.startsWith(signature));
  if (other) return refuse(`This is ${other[1]}.`, other[2]);
  if (!encoding.startsWith('utf-16') && bytes.includes(0))
    return refuse('This is not a text, and not a format that can be imported.', EXPORT_FROM);
  return undefined;
}

const refuse = (message: string, hint: string): Refusal => ({ message, hint });

const NOT_A_TEXT = 'A picture has no words that could be imported. Type them, or copy them from a text.';
const UNPACK = 'Unpack it, and import the files that are in it.';
const OTHERS = [
  ['\x89PNG', 'a picture', NOT_A_TEXT],
  ['\xFF\xD8\xFF', 'a picture', NOT_A_TEXT],
  ['GIF8', 'a picture', NOT_A_TEXT],
  ['7z\xBC\xAF', 'an archive (.7z)', UNPACK],
  ['Rar!', 'an archive (.rar)', UNPACK],
  ['\x1F\x8B', 'an archive (.gz)', UNPACK],
  ['SQLite f', 'a database', EXPORT_FROM],
] as const;

/** A document of an old office program; or one of a new program that is locked, since its lock is a file of the old kind. */
function refusalOfOldOffice(extension: string, bytes: Uint8Array): Refusal {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 1 << 20) & ~1));
  if (text.includes('EncryptedPackage') || ['.docx', '.xlsx'].includes(extension))
    return refuse(
      'This document is locked with a password.',
      'Open it in Word or Excel, remove the password (File, Info, Protect), and save it again.',
    );
  return extension === '.xls'
    ? refuse('This is a spreadsheet of an old kind (.xls).', SAVE_AS_TABLE)
    : refuse('This is a document of an old kind of Word (.doc).', SAVE_AS_WORD);
}

function refusalOfArchive(names: readonly string[]): Refusal | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/) || has(/^xl\/workbook\.xml$/)) return undefined;
  if (has(/^Index\/.*\.iwa$/))
    return refuse('This is a document of Pages, Numbers or Keynote.', SAVE_AS_WORD);
  if (has(/^ppt\/presentation\.xml$/))
    return refuse(
      'This is a presentation of PowerPoint (.pptx).',
      'Save its outline, or copy its text into a document, and import that.',
    );
  if (has(/^META-INF\/container\.xml$/))
    return refuse(
      'This is an EPUB, a whole book.',
      'Copy the part that you need into a document, and import that.',
    );
  if (has(/^content\.xml$/) && has(/^(mimetype|META-INF\/manifest\.xml)$/))
    return refuse(
      'This is a document of LibreOffice (.odt, .ods or .odp).',
      'Open it in LibreOffice. Save a text as .docx, and a table as .xlsx. Then import that file.',
    );
  if (names.every((name) => /\.(zip|docx|xlsx|odt|apkg)$|\/$/i.test(name)))
    return refuse('This is an archive of other archives or documents.', UNPACK);
  return undefined;
}
