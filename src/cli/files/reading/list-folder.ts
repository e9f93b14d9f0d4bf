import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../../diagnostics/decode-text.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { reportUnreadable } from './report-unreadable.ts';

/** An entry of a folder. Links count as neither files nor folders, so that they are not followed. */
interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isFile: boolean;
}

/**
 * Lists a folder, sorted by name, without hidden files. Reports a folder that cannot be read, and names that are not
 * UTF-8.
 * @param isIncluded whether a file of this name would be read; names of other files are not reported
 */
export function listFolder(
  folder: string,
  isIncluded: (name: string) => boolean,
  report: Report,
): FolderEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
      .flatMap((entry) => {
        const [isFolder, isFile] = [entry.isDirectory(), entry.isFile()];
        const name = nameOf(entry.name);
        if (name.text.startsWith('.')) return [];
        if (name.isUtf8) return [{ name: name.text, isFolder, isFile }];
        if (isFolder || (isFile && isIncluded(name.text)))
          reportName(join(folder, name.text), isFolder ? 'folder' : 'file', report);
        return [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    reportUnreadable(folder, 'folder', error, report);
    return [];
  }
}

/** Decodes a name. If it is not UTF-8, it is most likely from an old archive or disk, in Windows-1252. */
function nameOf(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: decodeText(bytes, 'windows-1252'), isUtf8: false };
  }
}

function reportName(path: string, what: 'file' | 'folder', report: Report): void {
  report.add(
    'file-unreadable',
    wholeFile(path),
    `The name of this ${what} is not UTF-8 text, so the ${what} cannot be read. The name shown here is a guess.`,
    `Rename the ${what}. Names without accents always work. Old archive programs often damage the others.`,
  );
}
