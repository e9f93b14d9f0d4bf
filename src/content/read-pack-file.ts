import { holdsOriginMark } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';
import { nearest, suggest } from '../diagnostics/suggest.ts';
import { reportComments, takeOutComments, type Uncommented } from '../diagnostics/take-out-comments.ts';
import { isNumberOfChapter } from './entries/chapter-name.ts';
import type { Entry } from './entries/entry.ts';
import { headingId, isUnreadable } from './entries/heading-id.ts';
import { readEntry } from './entries/read-entry.ts';
import { type RawEntry, splitEntries } from './entries/split-entries.ts';
import { idsIn, type UnreadEntries } from './entries/unread-entries.ts';
import type { EntryKind } from './kinds/entry-kind.ts';
import { withDefaults } from './kinds/with-defaults.ts';

/** A text file of a pack. */
export interface PackFile {
  /** As it is shown to its author. */
  readonly path: string;
  /** Within the pack's folder, with `/`. */
  readonly name: string;
  readonly text: string;
  /** Values for fields that its front matter leaves out. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The entries of files in which nothing was wrong, by the paths of the files: what a second reading does not read again. */
export type EntryMemory = Map<
  string,
  { readonly text: string; readonly defaults: string; readonly entries: readonly Entry[] }
>;

/** What reading a file of a pack shares with the others. */
export interface PackReading {
  readonly report: Report;
  readonly unread: UnreadEntries;
  /** Every kind that a file may be of, that of `pack.md` first. */
  readonly kinds: readonly EntryKind[];
  /** The names of the pack's files. */
  readonly names: readonly string[];
  /** The language of the pack, if it says one. */
  readonly lang: string | undefined;
}

/** Gives the entries of a file: those of an earlier reading if its text is the same and nothing was wrong in it. */
export function readPackFile(file: PackFile, context: PackReading, memory: EntryMemory): readonly Entry[] {
  const known = memory.get(file.path);
  const defaults = JSON.stringify([context.lang, file.defaults ?? {}]);
  if (known?.text === file.text && known.defaults === defaults) return known.entries;
  memory.delete(file.path);
  const before = context.report.diagnostics.length;
  const entries = readFile(file, context);
  // What is wrong has to be reported each time.
  if (context.report.diagnostics.length === before)
    memory.set(file.path, { text: file.text, defaults, entries });
  return entries;
}

/** Reads the entries of a file. Those that could not be read are recorded. */
function readFile(written: PackFile, context: PackReading): Entry[] {
  const { report } = context;
  refuseOriginMarks(written, report);
  const { text, emptied, faults } = takeOutComments(written.text);
  reportComments(faults, (line, column) => ({ file: written.path, line, column }), report);
  const file = { ...written, text, emptied };
  const placed = placeFile(file, context);
  return placed ? readEntries(file, withDefaults(placed.kind, file.defaults), placed.stem, context) : [];
}

/**
 * Finds the kind of a file's entries, by the folder that it is in or, at the top of a pack, by its name. Reports a file
 * in any other place.
 * @returns the kind, and the file's name without its ending
 */
function placeFile(file: PackFile, context: PackReading): { kind: EntryKind; stem: string } | undefined {
  const { report, kinds } = context;
  const [first = '', second, ...deeper] = file.name.replace(/\.md$/, '').split('/');
  const kind = kinds.find((candidate) => candidate.name === first);
  const isPlaced = deeper.length === 0 && (second === undefined || kind?.holds === 'many');
  if (kind && isPlaced) return { kind, stem: second ?? first };
  if (/^questions?$/.test(first)) return refuseQuestions(file, context);
  const known = kinds.map(({ name }) => name);
  const hint = kind
    ? `Move it to ${kind.holds === 'one' ? 'the pack’s folder' : `${kind.name}/`}.`
    : (suggest(first, known) ?? `Entries go in files or folders with these names: ${known.join(', ')}.`);
  const message = `“${file.name}” is in a place where the program does not look for entries.`;
  const meant = kind ?? kinds.find(({ name }) => name === nearest(first, known));
  // A kind of one entry has only one place, so its file is known even where it was put wrong.
  const sure = kind ?? (meant?.holds === 'one' ? meant : undefined);
  const stem = sure?.holds === 'one' ? sure.name : (deeper.at(-1) ?? second ?? first);
  const at = { file: file.path, line: 1, column: 1 };
  const refuse = () => report.add('file-misplaced', at, message, hint);
  noteUnread(refuse, sure?.name, idsIn(file.text, stem, context.lang), context);
  return undefined;
}

/** Reports a file of questions in the place where packs used to have those that only have an answer. */
function refuseQuestions(file: PackFile, context: PackReading): undefined {
  const target = file.name.replace(/^questions?/, 'items');
  const isTaken = context.names.includes(target);
  const where = { file: file.path, line: 1, column: 1 };
  const message = `“${file.name}” is not read: all questions of a pack are in one bank, its items.`;
  const hint = isTaken
    ? `Move its questions to the end of ${target}, as they are, and delete this file.`
    : `Move it to ${target}, as it is.`;
  const refuse = () => context.report.add('file-misplaced', where, message, hint);
  noteUnread(refuse, 'items', idsIn(file.text, undefined, context.lang), context);
  return undefined;
}

function readEntries(
  file: PackFile & Pick<Uncommented, 'emptied'>,
  kind: EntryKind,
  stem: string,
  context: PackReading,
): Entry[] {
  const { report } = context;
  const split = noteUnread(
    () => splitEntries(file, report),
    kind.name,
    idsIn(file.text, stem, context.lang),
    context,
    ({ lost }) => lost === true,
  );
  const inOwnFile = split.shape === 'entry';
  if (kind.holds === 'one' && !inOwnFile) {
    const place = { file: file.path, line: 1, column: 1 };
    const message = `${file.name} has no front matter.`;
    const hint = 'Start the file with a line ---, then its fields, then another line ---.';
    noteUnread(() => report.add('field-missing', place, message, hint), kind.name, [stem], context);
    return [];
  }
  warnOfUnreadable(split.entries, kind, report);
  const isNumbered = split.entries.some(({ heading }) => heading !== undefined && isNumberOfChapter(heading));
  return split.entries.flatMap((raw, index) => {
    const about = {
      stem,
      inOwnFile,
      isFirst: index === 0,
      isNumbered,
      lang: context.lang,
      ...(split.title && { title: split.title.text }),
    };
    const heading = raw.heading === undefined ? '' : `## ${raw.heading}\n`;
    const ids = idsIn(heading + raw.fields.text, inOwnFile ? stem : undefined, context.lang);
    return noteUnread(() => readEntry(raw, kind, about, report), kind.name, ids, context) ?? [];
  });
}

/** Warns, once in a file, of headings whose ids are only numbers. */
function warnOfUnreadable(entries: readonly RawEntry[], kind: EntryKind, report: Report): void {
  const found = entries.filter(
    ({ heading = '', fields }) => isUnreadable(heading) && !/^id:/m.test(fields.text),
  );
  const [first] = found;
  if (!first) return;
  const others = found.length - 1;
  const what = others === 0 ? '' : others === 1 ? ', and so is one more' : `, and so are ${others} more`;
  report.add(
    'id-unreadable',
    first.at,
    `The id of the ${kind.singular} “${first.heading}” is made of numbers: “${headingId(first.heading!)}”${what} in this file.`,
    'If you want to refer to it, or a separate file is printed for it, add a line “id: …” in Latin letters below the heading.',
  );
}

function refuseOriginMarks(file: PackFile, report: Report): void {
  file.text.split('\n').forEach((line, index) => {
    const column = line.search(/[\uE000-\uE002]/);
    if (column >= 0 && holdsOriginMark(line))
      report.add(
        'reserved-character',
        { file: file.path, line: index + 1, column: column + 1 },
        'This line contains a private-use character (U+E000 to U+E002), which the program reserves for itself.',
        'Delete it. It is invisible, or looks like an empty box.',
      );
  });
}

/**
 * Reads something that may be lost; if it is, entries are recorded as unread.
 * @param lost whether what was read lacks something; by default, whether there is nothing
 */
function noteUnread<T>(
  read: () => T,
  kind: string | undefined,
  ids: readonly string[],
  { report, unread }: PackReading,
  lost: (result: T) => boolean = (result) => result === undefined,
): T {
  const before = report.diagnostics.length;
  const result = read();
  const cause = report.diagnostics.slice(before).find((finding) => finding.severity === 'error');
  if (cause && lost(result)) unread.add(kind, ids, cause);
  return result;
}
