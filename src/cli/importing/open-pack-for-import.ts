import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PackSource } from '../../build/jobs/build-options.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { Imported } from '../../exchange/in/imported.ts';
import type { PackBefore } from '../../exchange/in/pack-writing/import-plan.ts';
import {
  EMPTY_RECORD,
  type ImportRecord,
  readImportRecord,
} from '../../exchange/in/pack-writing/import-record.ts';
import { newPackFile } from '../../exchange/in/pack-writing/new-pack-file.ts';
import { detectLanguage } from '../../layout/language/detect-language.ts';
import { readWords } from '../../words/read-words.ts';
import type { Words } from '../../words/words.ts';
import { checkPackNames } from '../files/reading/check-pack-names.ts';
import { IMPORTS_FILE } from '../files/reading/place-of-text.ts';
import { isFile, readText } from '../files/reading/read-files.ts';
import { readPackSources, readTemplateSet } from '../files/reading/read-sources.ts';
import { removeLeftovers } from '../files/writing/unfinished-files.ts';

/** A pack that is imported into: as it is on the disk, or empty if it is new. */
export interface PackToImport {
  readonly folder: string;
  readonly isNew: boolean;
  /** As the commands read it; undefined if it is new. */
  readonly source: PackSource | undefined;
  /** With a `pack.md`, if it is new. */
  readonly before: PackBefore;
  /** What the import adds is in the language of the pack. */
  readonly words: Words;
}

/** Opens a pack to import into. @returns undefined, after an error, if that is not possible */
export async function openPackForImport(
  into: string,
  sources: readonly { readonly path: string; readonly imported: Imported }[],
  lang: string | undefined,
  report: Report,
): Promise<PackToImport | undefined> {
  const name = into.replace(/[\\/]+$/, '');
  const folder = /[\\/]/.test(name) ? name : join('content', name);
  // An import that was cut off is finished before the pack is read.
  removeLeftovers(folder);
  if (existsSync(join(folder, 'pack.md'))) return openOld(folder, report);
  checkPackNames([folder], report);
  if (isFile(folder)) {
    report.add(
      'pack-unknown',
      wholeFile(folder),
      `“${folder}” is a file, not a pack.`,
      'Choose another name.',
    );
    return undefined;
  }
  const [first] = sources;
  const found = lang ?? sources.find(({ imported }) => imported.about.lang)?.imported.about.lang;
  const code = found ?? (await languageOf(sources));
  const stem = basename(first?.path ?? name).replace(/\.[^.]*$/, '');
  const about = { ...first?.imported.about, lang: code };
  const text = newPackFile(about, { title: stem, lang: code }, today());
  const words = wordsIn(code, report);
  return (
    words && {
      folder,
      isNew: true,
      source: undefined,
      words,
      before: {
        folder,
        lang: code,
        files: [{ name: 'pack.md', text }],
        pictures: new Map(),
        record: EMPTY_RECORD,
      },
    }
  );
}

function openOld(folder: string, report: Report): PackToImport | undefined {
  const tried = report.fork();
  const [source] = readPackSources([folder], 'content', tried);
  const record = readRecord(join(folder, IMPORTS_FILE), tried);
  report.merge(tried);
  if (!source || !record || tried.failed()) return undefined;
  const below = (path: string) => path.replaceAll('\\', '/').slice(folder.length + 1);
  const about = source.content.find(({ name }) => name === 'pack.md');
  const lang = /^lang:[ \t]*(\S+)/m.exec(about?.text ?? '')?.[1] ?? about?.defaults?.['lang'];
  const words = wordsIn(lang ?? 'en-GB', report);
  return (
    words && {
      folder,
      isNew: false,
      source,
      words,
      before: {
        folder,
        lang,
        files: source.content.map((file) => ({ name: file.name, text: file.text })),
        pictures: new Map(source.pictures.map(({ path, bytes }) => [below(path), bytes])),
        record,
      },
    }
  );
}

/** The words of a language, in English if there are none. The pack says so when it is read. */
const wordsIn = (lang: string, report: Report): Words | undefined =>
  readWords(lang, [readTemplateSet(report).words], report)?.words;

function readRecord(path: string, report: Report): ImportRecord | undefined {
  if (!isFile(path)) return EMPTY_RECORD;
  const text = readText(path, report);
  const record = text === undefined ? undefined : readImportRecord(text);
  if (text !== undefined && !record)
    report.add(
      'import-refused',
      wholeFile(path),
      'This record of earlier imports cannot be read, so nobody knows what you have changed since.',
      'Get it back from a copy of the pack. If you delete it, what was imported before is imported a second time.',
    );
  return record;
}

/** The language of most words of the sources. */
async function languageOf(sources: readonly { readonly imported: Imported }[]): Promise<string> {
  const texts = sources.flatMap(({ imported }) =>
    imported.entries.map(({ name, body }) => `${name}\n\n${body}`),
  );
  const { lang } = await detectLanguage(texts.join('\n\n'));
  return lang === 'en' ? 'en-GB' : lang;
}

/** The day of the import, or that which the environment gives. */
function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  const now = /^\d{1,10}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
