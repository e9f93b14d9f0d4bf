import { basename, join, normalize, relative } from 'node:path';
import type { PackSource, TemplateSet } from '../../build/jobs/build-options.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { TextFile } from '../../templates/product.ts';
import { packageFolder } from './package-folder.ts';
import { isFile, isFolder, readFolderNames, readText, readTextFiles } from './read-files.ts';
import { readPictureFiles } from './read-pictures.ts';

/** The templates and styles that come with the program. */
export function readTemplateSet(report: Report): TemplateSet {
  return sortTemplates(shown(readTextFiles(join(packageFolder(), 'templates'), ['.hbs', '.yaml'], report)));
}

/**
 * Reads packs.
 * @param wanted names of folders in `content`, or paths of folders; none for all in `content`
 */
export function readPackSources(
  wanted: readonly string[],
  contentFolder: string,
  report: Report,
): PackSource[] {
  const known = readFolderNames(contentFolder, report);
  if (wanted.length === 0 && known.length === 0)
    report.add(
      'no-packs',
      { file: contentFolder, line: 1, column: 1 },
      `There are no packs in “${contentFolder}”.`,
      'A pack is a folder with a file pack.md in it.',
    );
  const folders =
    wanted.length === 0
      ? known.map((name) => join(contentFolder, name))
      : wanted.map((name) => (known.includes(name) ? join(contentFolder, name) : normalize(name)));
  return folders.flatMap((folder) => {
    if (!isFolder(folder)) {
      report.add(
        'pack-unknown',
        { file: folder, line: 1, column: 1 },
        `There is no pack “${folder}”.`,
        suggest(folder, known),
      );
      return [];
    }
    const files = readTextFiles(folder, ['.md', '.hbs', '.yaml'], report);
    const own = files.filter((file) => /^(templates|styles)\//.test(file.name));
    const content = files.filter((file) => file.name.endsWith('.md') && !own.includes(file));
    const templates = sortTemplates(
      own.map((file) => ({ ...file, name: file.name.replace(/^templates\//, '') })),
    );
    const pictures = readPictureFiles(folder, report);
    const verdicts = readVerdictFile(folder, report);
    return [{ id: basename(folder), folder, content, pictures, ...verdicts, templates }];
  });
}

function readVerdictFile(folder: string, report: Report): { verdicts?: TextFile } {
  const path = join(folder, VERDICTS);
  const text = isFile(path) ? readText(path, report) : undefined;
  return text === undefined ? {} : { verdicts: { path, name: VERDICTS, text } };
}

/** What `verify --write` leaves in a pack’s folder. */
const VERDICTS = 'verdicts.json';

function sortTemplates(files: readonly TextFile[]): TemplateSet {
  const within = (folder: string) =>
    files
      .filter((file) => file.name.startsWith(`${folder}/`))
      .map((file) => ({ ...file, name: file.name.slice(folder.length + 1) }));
  return {
    templates: files.filter((file) => !file.name.includes('/') && file.name.endsWith('.md.hbs')),
    partials: within('partials'),
    styles: within('styles'),
  };
}

/** Paths as a person in the current folder would write them, where that is shorter. */
function shown(files: readonly TextFile[]): TextFile[] {
  return files.map((file) => {
    const near = relative(process.cwd(), file.path);
    return { ...file, path: near.startsWith('..') ? file.path : near };
  });
}
