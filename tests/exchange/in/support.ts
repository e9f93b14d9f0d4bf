import { TABLES } from '../../../src/build/tables/tables.ts';
import type { Pack } from '../../../src/content/entries/entry.ts';
import type { EntryKind } from '../../../src/content/kinds/entry-kind.ts';
import { readPack } from '../../../src/content/read-pack.ts';
import { createReport, type Report } from '../../../src/diagnostics/report.ts';
import type { Imported, ImportedEntry } from '../../../src/exchange/in/imported.ts';
import type { ImportPlan, PackBefore } from '../../../src/exchange/in/pack-writing/import-plan.ts';
import { EMPTY_RECORD } from '../../../src/exchange/in/pack-writing/import-record.ts';
import { newPackFile } from '../../../src/exchange/in/pack-writing/new-pack-file.ts';
import { planImport } from '../../../src/exchange/in/pack-writing/plan-import.ts';
import { english } from '../../words-in.ts';

/** The place of everything in tests that do not look at places. */
export const AT = { file: 'notes.html', line: 1, column: 1 };

/** A source with some entries and nothing else. */
export const importedOf = (...entries: readonly Partial<ImportedEntry>[]): Imported => ({
  about: { title: 'Notes' },
  entries: entries.map((entry) => ({
    kind: 'vocabulary',
    name: 'a word',
    fields: {},
    body: 'What it means.',
    at: AT,
    ...entry,
  })),
  pictures: [],
  losses: [],
});

/** A pack with nothing in it but `pack.md`. */
export const EMPTY_PACK: PackBefore = {
  folder: 'content/demo',
  lang: 'en-GB',
  files: [{ name: 'pack.md', text: newPackFile({}, { title: 'Demo', lang: 'en-GB' }, '2026-11-01') }],
  pictures: new Map(),
  record: EMPTY_RECORD,
};

/** Imports a source into a pack. @returns the pack as it is then, with the plan and what was reported */
export function importInto(
  pack: PackBefore,
  imported: Imported,
  { source = 'notes.html', replace = false, words = english } = {},
): { pack: PackBefore; plan: ImportPlan; report: Report } {
  const report = createReport();
  const options = {
    source,
    stem: source.replace(/\..*/, ''),
    replace,
    kinds: TABLES.entryKinds,
    words,
  };
  const plan = planImport(imported, pack, options, report);
  const files = new Map([...pack.files, ...plan.files].map((file) => [file.name, file]));
  const after = {
    ...pack,
    files: [...files.values()],
    pictures: new Map([...pack.pictures, ...plan.pictures]),
    record: plan.record,
  };
  return { pack: after, plan, report };
}

/** Reads a pack back as any command does. */
export function readBack(pack: PackBefore): { pack: Pack<EntryKind> | undefined; report: Report } {
  const report = createReport();
  const files = pack.files.map((file) => ({ ...file, path: `${pack.folder}/${file.name}` }));
  return { pack: readPack('demo', pack.folder, files, TABLES.entryKinds, report), report };
}

/** The findings of a report, a line each. */
export const findings = (report: Report): string[] =>
  report.diagnostics.map(({ code, message, where }) => `${where.file}:${where.line} ${code}: ${message}`);
