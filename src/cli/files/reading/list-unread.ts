import { join } from 'node:path';
import { createReport } from '../../../diagnostics/report.ts';
import { listFolder } from './list-folder.ts';
import { IMPORTS_FILE, placeOfText, VERDICTS_FILE } from './place-of-text.ts';
import { isPicture } from './read-pictures.ts';

/** Files that say who may use a pack, and those that other programs leave in any folder. */
const EXPECTED = /^(licen[cs]e|copying|notice|authors)(\.\w+)?$|^(thumbs\.db|desktop\.ini)$|^~\$|~$/i;
/** More files than anybody keeps in a pack by mistake. */
const MOST_FILES = 1000;

/** Lists the files below a pack's folder that nothing reads, by their paths in it. Hidden files are not listed. */
export function listUnread(folder: string): string[] {
  const unread: string[] = [];
  const walk = (below: string) => {
    // Names that cannot be read were reported when the pack was read.
    for (const { name, isFolder, isFile } of listFolder(join(folder, below), () => false, createReport())) {
      const path = below === '' ? name : `${below}/${name}`;
      if (unread.length >= MOST_FILES) return;
      if (isFolder) walk(path);
      else if (isFile && !isRead(path) && !EXPECTED.test(name)) unread.push(path);
    }
  };
  walk('');
  return unread;
}

const isRead = (path: string) =>
  path === VERDICTS_FILE || path === IMPORTS_FILE || isPicture(path) || placeOfText(path) !== undefined;
