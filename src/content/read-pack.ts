import type { Code, Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { checkEvents } from './checks/check-events.ts';
import { checkMisquotations } from './checks/check-misquotations.ts';
import { checkNames } from './checks/check-names.ts';
import { checkQuotationFields } from './checks/check-quotation-fields.ts';
import { checkReferences } from './checks/check-references.ts';
import { checkSameness } from './checks/check-sameness.ts';
import { entriesOf } from './entries/entries-of.ts';
import type { Entry, Pack } from './entries/entry.ts';
import { nameChapters } from './entries/name-chapters.ts';
import { createUnreadEntries } from './entries/unread-entries.ts';
import { CONTENT_KINDS } from './kinds/content-kinds.ts';
import type { EntryKind } from './kinds/entry-kind.ts';
import { PACK_KIND } from './kinds/pack-kind.ts';
import { type EntryMemory, type PackFile, type PackReading, readPackFile } from './read-pack-file.ts';

/** A bank of questions may be this large. Printing so many words takes minutes. */
const MOST_ENTRIES = 10_000;

/**
 * Reads and checks a pack's Markdown files.
 * @param id the name of the pack's folder
 * @param folder the folder as it is shown to its author, for problems with the whole pack
 * @param kinds every kind of entry that a pack may have, besides `pack.md` itself
 * @param memory the same for all readings with these kinds: a file is read again only if its text has changed
 * @returns undefined if the pack has no sound `pack.md`; problems elsewhere leave out what they spoil
 */
export function readPack<K extends EntryKind>(
  id: string,
  folder: string,
  files: readonly PackFile[],
  kinds: readonly K[],
  report: Report,
  memory: EntryMemory = new Map(),
): Pack<K> | undefined {
  const whole: Place = { file: `${folder}/pack.md`, line: 1, column: 1 };
  if (files.length === 0) {
    report.add(
      'empty-pack',
      whole,
      `The pack “${id}” is empty.`,
      'Start with a file called pack.md that has title, lang and date in its front matter.',
    );
    return undefined;
  }
  const unread = createUnreadEntries();
  const names = files.map(({ name }) => name);
  const lang = languageOf(files);
  const context: PackReading = { report, unread, kinds: [PACK_KIND, ...kinds], names, lang };
  noteUnreadFiles(folder, context);
  const read = files.flatMap((file) => readPackFile(file, context, memory));
  const beyond = read[MOST_ENTRIES];
  if (beyond) {
    report.add(
      'entries-too-many',
      beyond.at,
      `This pack has ${read.length} entries. The limit is ${MOST_ENTRIES}.`,
      'Divide it into several packs.',
    );
    return undefined;
  }
  const all = nameChapters(read);
  const [about] = entriesOf([PACK_KIND], all).pack;
  if (!files.some((file) => file.name === 'pack.md') && unread.isEmpty(PACK_KIND.name))
    report.add(
      'field-missing',
      whole,
      `The pack “${id}” has no pack.md.`,
      'Add one with title, lang and date in its front matter.',
    );
  if (about && unread.isEmpty() && all.length === 1)
    report.add(
      'empty-pack',
      about.at,
      `The pack “${id}” has no entries.`,
      'Add one, such as a theme, a quotation or a word.',
    );
  checkEntries(all, context);
  unread.explain(report);
  return about && { id, entries: entriesOf(kinds, all), about };
}

/** The language that `pack.md` says, even if something else in it is wrong: ids of all entries depend on it. */
function languageOf(files: readonly PackFile[]): string | undefined {
  const about = files.find(({ name }) => name === 'pack.md');
  return /^lang:[ \t]*(\S+)/m.exec(about?.text ?? '')?.[1] ?? about?.defaults?.['lang'];
}

const UNREAD_FILES: readonly Code[] = ['file-unreadable', 'file-too-large', 'files-too-many'];

/** Records files that could not even be opened, which have been reported. */
function noteUnreadFiles(folder: string, { report, unread, kinds }: PackReading): void {
  for (const cause of report.diagnostics) {
    const { code, where } = cause;
    if (!UNREAD_FILES.includes(code) || !where.file.startsWith(`${folder}/`)) continue;
    if (code === 'files-too-many') {
      unread.add(undefined, undefined, cause);
      continue;
    }
    const name = where.file.slice(folder.length + 1).replace(/\.md$/, '');
    const [first = '', second] = name.split('/');
    const kind = kinds.find((candidate) => candidate.name === first);
    // A file with a name of its own may be one entry or a collection of them.
    if (kind) unread.add(kind.name, undefined, cause);
    else if (second === undefined || !['templates', 'styles'].includes(first))
      unread.add(undefined, undefined, cause);
  }
}

/** Checks entries against one another. */
function checkEntries(all: readonly Entry[], { report, unread, kinds }: PackReading): void {
  const isOf = (kind: EntryKind) => (entry: Entry) => entry.kind === kind.name;
  for (const kind of kinds) refuseDuplicates(all.filter(isOf(kind)), kind, report);
  checkReferences(
    kinds.flatMap((kind) => all.filter(isOf(kind))),
    kinds,
    unread,
    report,
  );
  const entries = entriesOf(CONTENT_KINDS, all);
  checkQuotationFields(entries, unread, report);
  checkMisquotations(entries, unread, report);
  checkSameness(entries, report);
  checkNames(entries, report);
  checkEvents(entries, report);
}

function refuseDuplicates(entries: readonly Entry[], kind: EntryKind, report: Report): void {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const other = first.get(entry.id);
    if (!other) first.set(entry.id, entry);
    else
      report.add(
        'duplicate-id',
        entry.at,
        `There is another ${kind.singular} with the id “${entry.id}”, at ${other.at.file}:${other.at.line}.`,
        kind.holds === 'one'
          ? 'A pack can have only one.'
          : 'Give one of them a different heading, file name or id.',
      );
  }
}
