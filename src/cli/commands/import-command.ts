import { basename } from 'node:path';
import * as z from 'zod';
import { TABLES } from '../../build/tables/tables.ts';
import { append } from '../../diagnostics/collections/append.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { FORMATS_IN } from '../../exchange/formats-in.ts';
import { readImport } from '../../exchange/in/opening/read-import.ts';
import type { ImportPlan, PackBefore } from '../../exchange/in/pack-writing/import-plan.ts';
import { planImport } from '../../exchange/in/pack-writing/plan-import.ts';
import { sourceStem } from '../../exchange/in/source-stem.ts';
import type { Loss } from '../../exchange/losses/loss.ts';
import { command } from '../command.ts';
import { readBytes } from '../files/reading/read-bytes.ts';
import { choiceFlag, Refusal, switchFlag, textFlag } from '../flags.ts';
import { checkImported } from '../importing/check-imported.ts';
import { openPackForImport } from '../importing/open-pack-for-import.ts';
import { reportLosses } from '../importing/report-losses.ts';
import { reportNothing } from '../importing/report-nothing.ts';
import { type ShownImport, showImport } from '../importing/show-import.ts';
import { writeImport } from '../importing/write-import.ts';
import { languageFlag } from '../print-flags.ts';
import { WrongUsage } from '../usage.ts';

/** The largest file that is read, in bytes: a document with many pictures. */
const LARGEST = 100 * 1024 * 1024;
const NAMES = FORMATS_IN.map(({ name }) => name);

/** `studypack import`: writes what documents, web pages, questions and lists of words say into a pack. */
export const importCommand = command({
  arguments: '<...files>',
  flags: z.object({
    into: textFlag({ value: 'pack', help: 'The pack to write into, which is made if it is new' }).optional(),
    write: switchFlag(
      'Write the files. Without it, you only see what would be written and what would be lost',
    ),
    format: choiceFlag(
      NAMES,
      { value: 'name', help: 'Format of the files, if it is not recognised' },
      (written) => new Refusal(`There is no format “${written}” to import.`, suggest(written, NAMES)),
    ).optional(),
    lang: languageFlag.optional(),
    replace: switchFlag(
      'Take what the files say even where you have changed or deleted it in the pack since',
    ),
  }),
  examples: ['import notes.html --into macbeth', 'import quiz.gift words.csv --into macbeth --write'],
  async run({ files }, { into, write, format, lang, replace }, { report, output, finish }) {
    if (into === undefined) throw new WrongUsage('No pack to write into: add --into PACK.');
    const sources = await readAll(files, format, report);
    if (report.failed()) return finish();
    const opened = await openPackForImport(into, sources, lang, report);
    if (!opened) return finish();
    let { before } = opened;
    const shown: ShownImport[] = [];
    const losses: Loss[] = [];
    const packFile = before.files.find(({ name }) => name === 'pack.md')?.text ?? '';
    for (const { path, imported, title } of sources) {
      const source = basename(path);
      const stem = sourceStem(path);
      // A new pack is about its first source.
      const isOwn = opened.isNew && shown.length === 0;
      const options = { source, stem, replace, kinds: TABLES.entryKinds, words: opened.words };
      const plan = planImport(imported, before, options, report);
      before = afterImport(before, plan);
      const lost = reportLosses(path, imported, isOwn ? undefined : packFile, report);
      append(losses, lost);
      reportNothing(path, imported, report);
      shown.push({ path, title, plan, lost: lost.length });
    }
    if (!report.failed()) checkImported(opened, before, report);
    const isSound = !report.failed();
    const written = isSound && write ? writeImport(opened, before, report) : [];
    output.say(
      showImport(shown, { folder: opened.folder, isNew: opened.isNew, written, isDry: isSound && !write }),
    );
    const imports = shown.map(({ path, plan: { added, updated, same } }) => ({ path, added, updated, same }));
    return finish([], { imports, losses, written });
  },
});

/** A pack once an import is written. */
const afterImport = (before: PackBefore, { files, pictures, record }: ImportPlan): PackBefore => ({
  ...before,
  files: [...new Map([...before.files, ...files].map((file) => [file.name, file])).values()],
  pictures: new Map([...before.pictures, ...pictures]),
  record,
});

/** Reads all files, and reports those that can't be read. */
async function readAll(files: readonly string[], format: string | undefined, report: Report) {
  const sources = [];
  const seen = new Map<string, string>();
  for (const path of files) {
    const name = basename(path);
    if (seen.has(name))
      throw new WrongUsage(`${path} and ${seen.get(name)} have the same name. Rename one of them.`);
    seen.set(name, path);
    const bytes = readBytes(path, LARGEST, report);
    const chosen = FORMATS_IN.find((one) => one.name === format);
    const read = bytes && (await readImport(path, bytes, FORMATS_IN, chosen, report));
    if (read) sources.push({ path, imported: read.imported, title: read.format.title });
  }
  return sources;
}
