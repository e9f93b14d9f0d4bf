import { basename, join, normalize, relative, resolve } from 'node:path';
import type { PackSource, TemplateSet } from '../../../build/jobs/build-options.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { StyleFile } from '../../../layout/style/read-styles.ts';
import type { TextFile } from '../../../templates/product.ts';
import type { WordsFile } from '../../../words/read-words.ts';
import { packageFolder } from '../package-folder.ts';
import { checkPackNames } from './check-pack-names.ts';
import { listUnread } from './list-unread.ts';
import { placeOfText, VERDICTS_FILE } from './place-of-text.ts';
import { isFile, isFolder, readFolderNames, readText, readTextFiles } from './read-files.ts';
import { readPictureFiles } from './read-pictures.ts';
import { readSchoolFile, schoolPathOf } from './read-school-file.ts';
import { withChecked } from './with-checked.ts';

/** A list of more packs than this is not shown: `studypack list` shows it. */
const LONGEST_LIST = 40;

/** Reads the templates, styles, words and boards that come with the program. */
export const readTemplateSet = (report: Report): TemplateSet =>
  templateSetOf(readTextFiles(join(packageFolder(), 'templates'), ['.hbs', '.yaml'], report));

/** Reads what the program prints documents with: its styles and words, and the boards that packs name. */
export const readStylesAndWords = (report: Report): TemplateSet =>
  templateSetOf(
    ['styles', 'words', 'boards'].flatMap((kind) =>
      readTextFiles(join(packageFolder(), 'templates', kind), ['.yaml'], report).map((file) => ({
        ...file,
        name: `${kind}/${file.name}`,
      })),
    ),
  );

function templateSetOf(files: readonly TextFile[]): TemplateSet {
  const templates = sortTemplates(withShortPaths(files));
  return {
    ...templates,
    styles: withChecked<StyleFile>('styles', templates.styles),
    words: withChecked<WordsFile>('words', templates.words),
  };
}

/**
 * Reads the files of packs.
 * @param packs names of folders in `contentFolder`, or paths of folders, each a pack or a folder of packs; empty for all in
 * `contentFolder`. Shells add slashes to names of folders; these are ignored
 */
export function readPackSources(
  packs: readonly string[],
  contentFolder: string,
  report: Report,
): PackSource[] {
  const names = packs.map((pack) => pack.replace(/\/+$/, ''));
  const known = readFolderNames(contentFolder, report);
  if (names.length === 0 && known.length === 0)
    report.add(
      'no-packs',
      wholeFile(contentFolder),
      `There are no packs in “${contentFolder}”.`,
      'A pack is a folder that contains a file called pack.md.',
    );
  const folders =
    names.length === 0
      ? known.map((name) => join(contentFolder, name))
      : names.flatMap((name) =>
          known.includes(name) ? [join(contentFolder, name)] : packsAt(normalize(name), report),
        );
  // A pack that is named twice is printed once.
  const once = [...new Map(folders.map((folder) => [resolve(folder), folder])).values()];
  checkPackNames(once, report);
  return once.flatMap((folder) => {
    if (!isFolder(folder)) {
      report.add(
        'pack-unknown',
        wholeFile(folder),
        `There is no pack “${folder}”.`,
        suggest(folder, known, LONGEST_LIST),
      );
      return [];
    }
    const files = readTextFiles(folder, ['.md', '.hbs', '.yaml'], report);
    const templateFiles = files.filter((file) => placeOfText(file.name) === 'template');
    const content = files.filter((file) => placeOfText(file.name) === 'content');
    const templates = sortTemplates(
      templateFiles.map((file) => ({ ...file, name: file.name.replace(/^templates\//, '') })),
    );
    const ofSchool = readSchoolFile(schoolPathOf(folder), report);
    const { school } = ofSchool;
    const pictures = readPictureFiles(folder, report);
    const verdicts = readVerdictFile(folder, report);
    const about = school?.value.lang === undefined ? {} : { defaults: { lang: school.value.lang } };
    return [
      {
        id: basename(folder),
        folder,
        content: content.map((file) => (file.name === 'pack.md' ? { ...file, ...about } : file)),
        pictures,
        ...verdicts,
        templates,
        unread: listUnread(folder),
        ...ofSchool,
      },
    ];
  });
}

/** Lists the packs in a folder that is no pack itself; otherwise gives the folder, which may turn out to be none. */
function packsAt(folder: string, report: Report): string[] {
  if (!isFolder(folder) || isFile(join(folder, 'pack.md'))) return [folder];
  const packs = readFolderNames(folder, report)
    .map((name) => join(folder, name))
    .filter((path) => isFile(join(path, 'pack.md')));
  return packs.length > 0 ? packs : [folder];
}

function readVerdictFile(folder: string, report: Report): { verdicts?: TextFile } {
  const path = join(folder, VERDICTS_FILE);
  const text = isFile(path) ? readText(path, report) : undefined;
  return text === undefined ? {} : { verdicts: { path, name: VERDICTS_FILE, text } };
}

function sortTemplates(files: readonly TextFile[]): TemplateSet {
  const within = (folder: string) =>
    files
      .filter((file) => file.name.startsWith(`${folder}/`))
      .map((file) => ({ ...file, name: file.name.slice(folder.length + 1) }));
  return {
    templates: files.filter((file) => !file.name.includes('/') && file.name.endsWith('.md.hbs')),
    partials: within('partials'),
    styles: within('styles'),
    words: within('words'),
    boards: within('boards'),
  };
}

/** Makes paths relative to the current folder if they are below it. */
function withShortPaths(files: readonly TextFile[]): TextFile[] {
  return files.map((file) => {
    const near = relative(process.cwd(), file.path);
    return { ...file, path: near.startsWith('..') ? file.path : near };
  });
}
