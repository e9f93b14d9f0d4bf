import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { createFontBook } from '../../../pages/fonts/font-book.ts';
import type { Asset, StudioDisk } from '../../../studio/live/studio-disk.ts';
import { SCHOOL_FILE } from '../../../templates/school.ts';
import { packageFolder } from '../package-folder.ts';
import { cleanText, isFile, isFolder, readFolderNames, readText } from '../reading/read-files.ts';
import { readFonts } from '../reading/read-fonts.ts';
import { schoolPathOf, wordsFolderOf } from '../reading/read-school-file.ts';
import { readPackSources, readTemplateSet } from '../reading/read-sources.ts';
import { reason } from '../reason.ts';
import { copyStarter } from '../starters/copy-starter.ts';
import { starterFolder, starterSubjects } from '../starters/starter-subjects.ts';
import { removeLeftovers } from '../writing/unfinished-files.ts';
import { writeFiles } from '../writing/write-files.ts';

/** The folder of packs. */
const CONTENT = 'content';

/** What imports files, which is above this folder. */
interface Importing {
  importFile(
    file: { readonly name: string; readonly bytes: Uint8Array; readonly title?: string },
    folder: string,
    write: boolean,
    report: Report,
  ): ReturnType<StudioDisk['importFile']>;
}

/**
 * Opens a folder for Studio.
 * @param only the folder of the only pack, if a pack was opened and not a folder with `content` in it
 */
export function openStudioDisk(
  root: string,
  only: string | undefined,
  { importFile }: Importing,
  report: Report,
): StudioDisk {
  const packsFolder = join(root, CONTENT);
  const folderOf = (id: string) => (only === undefined ? join(packsFolder, id) : join(root, only));
  const known = () => (only === undefined ? readFolderNames(packsFolder, report.fork()) : [only]);
  // A save that was cut off is finished before anything is shown.
  for (const id of known()) removeLeftovers(folderOf(id));
  return {
    folder: basename(resolve(root)),
    packs: () => known().filter((id) => isFolder(folderOf(id))),
    readPack: (id, found) => readPackSources([folderOf(id)], packsFolder, found)[0],
    stampOf: (id) => (isFolder(folderOf(id)) ? stampOf(folderOf(id)) : undefined),
    readFile(id, name) {
      const path = ownPath(folderOf(id), name);
      return path !== undefined && isFile(path) ? readFileSync(path) : undefined;
    },
    writeFiles(id, files, found) {
      const folder = folderOf(id);
      const isOwn = files.every(({ name }) => ownPath(folder, name) !== undefined);
      if (!isOwn || !isFolder(folder)) {
        found.add('write-failed', wholeFile(folder), 'The folder of the pack cannot be written.');
        return false;
      }
      const all = files.map(({ name, bytes }) => ({ path: name, bytes }));
      return writeFiles(folder, all, found).length === files.length;
    },
    createPack(id, files, found) {
      const folder = join(packsFolder, id);
      if (existsSync(folder)) {
        found.add('folder-not-empty', wholeFile(folder), `There is a folder “${id}” already.`);
        return false;
      }
      const all = files.map(({ name, bytes }) => ({ path: name, bytes }));
      return writeFiles(folder, all, found).length === files.length;
    },
    readSchool: () =>
      isFile(join(root, SCHOOL_FILE)) ? readText(join(root, SCHOOL_FILE), report.fork()) : '',
    writeSchool(text, found) {
      const bytes = new TextEncoder().encode(text);
      return writeFiles(root, [{ path: SCHOOL_FILE, bytes }], found).length > 0;
    },
    importFile: (id, file, write, found) => importFile(file, folderOf(id), write, found),
    cleanText,
    templates: readTemplateSet(report),
    fonts: createFontBook(readFonts()),
    assets: readAssets(),
    starters: starterSubjects(),
    copyStarter: (subject, found) => addStarter(root, subject, found),
  };
}

/**
 * The path of a text in a pack: it ends in `.md`, and neither it nor a folder on the way to it is hidden, a link, or above the
 * folder of the pack.
 * @returns undefined for any other
 */
function ownPath(folder: string, name: string): string | undefined {
  const parts = name.split('/');
  if (
    !name.endsWith('.md') ||
    parts.some((part) => part === '' || part.startsWith('.') || /[\\:\0]/.test(part))
  )
    return undefined;
  const path = join(folder, parts.join('/'));
  try {
    const nearest = nearestThere(path);
    return realpathSync(nearest) === join(realpathSync(folder), nearest.slice(folder.length))
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}

/** The path itself, or the nearest folder above it that there is. */
function nearestThere(path: string): string {
  let near = path;
  while (!lstatSync(near, { throwIfNoEntry: false })) near = dirname(near);
  return near;
}

/** Tells the files below a folder, and those of its school, from what they were before. */
function stampOf(folder: string): string {
  const stamps: string[] = [];
  const add = (path: string) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile()) stamps.push(`${path} ${stats.size} ${stats.mtimeMs}`);
  };
  const walk = (below: string) => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(below, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) add(path);
    }
  };
  try {
    walk(folder);
    const school = schoolPathOf(folder);
    add(school);
    const words = wordsFolderOf(school);
    if (isFolder(words)) walk(words);
  } catch {
    // A folder was removed meanwhile, so it is another one now.
    stamps.push(String(Date.now()));
  }
  return stamps.join('\n');
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** The fonts of pages, by the names that the style sheet has for them. */
const FONTS: Readonly<Record<string, string>> = {
  'sans.ttf': 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-bold.ttf': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'mono.ttf': 'source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
};

/** Reads what the bundle has for the browser. */
function readAssets(): Map<string, Asset> {
  const folder = join(packageFolder(), 'dist/studio');
  const made = readdirSync(folder).map((name) => [name, join(folder, name)] as const);
  const { resolve: find } = createRequire(import.meta.url);
  const fonts = Object.entries(FONTS).map(
    ([name, path]) => [name, find(`@expo-google-fonts/${path}`)] as const,
  );
  return new Map(
    [...made, ...fonts].map(([name, path]) => [
      name,
      { type: ownValue(TYPES, extname(name)) ?? 'application/octet-stream', bytes: readFileSync(path) },
    ]),
  );
}

/** Copies a starter pack into a folder: with all that `init` makes, if there is nothing else in it. */
function addStarter(root: string, subject: string, report: Report): string | undefined {
  const isEmpty = readdirSync(root).every((name) => name.startsWith('.studypack'));
  if (isEmpty) return copyStarter(root, subject, report);
  const content = join(starterFolder(), 'subjects', subject, CONTENT);
  const [name = subject] = readdirSync(content);
  const taken = (id: string) => existsSync(join(root, CONTENT, id));
  let id = name;
  for (let number = 2; taken(id); number++) id = `${name}-${number}`;
  try {
    cpSync(join(content, name), join(root, CONTENT, id), {
      recursive: true,
      errorOnExist: true,
      force: false,
    });
    return id;
  } catch (error) {
    report.add(
      'write-failed',
      wholeFile(join(root, CONTENT, id)),
      `The folder cannot be written: ${reason(error)}.`,
    );
    return undefined;
  }
}
