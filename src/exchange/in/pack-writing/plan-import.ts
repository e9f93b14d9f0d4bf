import type { EntryKind } from '../../../content/kinds/entry-kind.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Report } from '../../../diagnostics/report.ts';
import type { Words } from '../../../words/words.ts';
import { withPhrases } from '../added-phrases.ts';
import type { Imported, ImportedEntry } from '../imported.ts';
import { chooseIds, type NamedEntry } from './choose-ids.ts';
import { entryAsMarkdown } from './entry-as-markdown.ts';
import { FilesOfImport } from './files-of-import.ts';
import type { Fate, ImportOptions, ImportPlan, PackBefore, PlacedEntry } from './import-plan.ts';
import { hashOfImported, type SourceRecord } from './import-record.ts';
import { pathsFromFile, pathsFromPack } from './picture-paths.ts';
import { planPictures } from './plan-pictures.ts';
import { renameReferences } from './rename-references.ts';
import { reportKept } from './report-kept.ts';
import { partsOf, type WrittenEntry } from './written-entries.ts';

/**
 * Puts what a source says into the files of a pack. An entry that an earlier import wrote is written again if it is still as
 * that import left it; what a teacher has changed or deleted since stays so, and is reported if the source has changed too.
 */
export function planImport(
  imported: Imported,
  before: PackBefore,
  options: ImportOptions,
  report: Report,
): ImportPlan {
  const { source, replace } = options;
  const earlier: SourceRecord = ownValue(before.record.sources, source) ?? { entries: {} };
  const written = writtenEntries(before);
  const files = new FilesOfImport(before, options.stem, imported.about.title ?? options.stem);
  const named = withReferences(
    chooseIds(
      imported.entries.map((entry) => inWords(entry, options.words)),
      {
        earlier: earlier.entries,
        written: new Map([...written].map(([key, { text }]) => [key, text])),
        lang: before.lang,
      },
    ),
    options.kinds,
  );
  const records = new Map<string, SourceRecord['entries'][string]>();
  const added: PlacedEntry[] = [];
  const updated: PlacedEntry[] = [];
  let same = 0;
  let keptCount = 0;
  for (const one of named) {
    const { entry, id, key, from } = one;
    const text = entryAsMarkdown(entry, id);
    const known = ownValue(earlier.entries, key);
    const there = written.get(key);
    const hash = hashOfImported(text);
    const fate = replace ? replacing(there, hash) : fateOf(known?.hash, there, hash);
    records.set(key, { ...(from !== undefined && { from }), hash: fate === 'keep' ? known!.hash : hash });
    reportKept(one, { known: known?.hash, there, hash, fate }, before, report);
    if (fate === 'keep') {
      keptCount++;
      continue;
    }
    const put = () => {
      const name = there?.file ?? files.nameFor(entry.kind);
      return files.put(name, key, pathsFromFile(name, text, imported.pictures), there);
    };
    const file = fate === 'same' ? there!.file : put();
    if (fate === 'same') {
      same++;
      files.passBy(key, file);
    } else (fate === 'add' ? added : updated).push({ kind: entry.kind, name: entry.name, id, file });
  }
  const entries = Object.fromEntries(records);
  reportGone(earlier, entries, written, before, source, report);
  const pictures = planPictures(imported.pictures, before, earlier, replace, report);
  const record = {
    entries: { ...kept(earlier.entries, entries), ...entries },
    ...(pictures.hashes && { pictures: pictures.hashes }),
  };
  return {
    files: files.changed(),
    pictures: pictures.files,
    record: { ...before.record, sources: { ...before.record.sources, [source]: record } },
    added,
    updated,
    same,
    kept: keptCount,
  };
}

/** An entry with what the import adds to it in the language of the pack. */
const inWords = (entry: ImportedEntry, words: Words): ImportedEntry => ({
  ...entry,
  name: withPhrases(entry.name, words),
  fields: Object.fromEntries(
    Object.entries(entry.fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? withPhrases(value, words) : value,
    ]),
  ),
  body: withPhrases(entry.body, words),
});

function fateOf(known: string | undefined, there: WrittenEntry | undefined, hash: string): Fate {
  if (known === undefined) return there ? 'same' : 'add';
  if (!there) return 'keep';
  const now = hashOfImported(there.text);
  if (now === hash) return 'same';
  return now === known ? 'update' : 'keep';
}

const replacing = (there: WrittenEntry | undefined, hash: string): Fate =>
  !there ? 'add' : hashOfImported(there.text) === hash ? 'same' : 'update';

const writtenEntries = ({ files, lang }: PackBefore): ReadonlyMap<string, WrittenEntry> =>
  new Map(
    files
      .filter(({ name }) => name.endsWith('.md'))
      .flatMap((file) => partsOf(file, lang).entries)
      .map((entry) => [entry.key, { ...entry, text: pathsFromPack(entry.file, entry.text) }] as const),
  );

/** Gives entries whose fields name other entries of the source by the ids that these have in the pack. */
function withReferences(named: readonly NamedEntry[], kinds: readonly EntryKind[]): NamedEntry[] {
  const ids = new Map<string, string>();
  for (const { entry, id, from, wanted } of named)
    for (const name of [from ?? entry.name, wanted, id])
      if (!ids.has(`${entry.kind}/${name}`)) ids.set(`${entry.kind}/${name}`, id);
  return named.map((one) => {
    const kind = kinds.find(({ name }) => name === one.entry.kind);
    return { ...one, entry: renameReferences(one.entry, kind, (name, id) => ids.get(`${name}/${id}`)) };
  });
}

/** What an earlier import wrote and this one does not have any more stays in the record, so that it is known for what it is. */
const kept = (earlier: SourceRecord['entries'], now: SourceRecord['entries']): SourceRecord['entries'] =>
  Object.fromEntries(Object.entries(earlier).filter(([key]) => !Object.hasOwn(now, key)));

function reportGone(
  earlier: SourceRecord,
  now: SourceRecord['entries'],
  written: ReadonlyMap<string, WrittenEntry>,
  { folder }: PackBefore,
  source: string,
  report: Report,
): void {
  for (const key of Object.keys(earlier.entries)) {
    const there = written.get(key);
    if (Object.hasOwn(now, key) || !there) continue;
    report.add(
      'import-kept',
      { file: `${folder}/${there.file}`, line: 1, column: 1 },
      `“${key}” is no longer in ${source}. It stays in the pack.`,
      'If you no longer need it, delete it.',
    );
  }
}
