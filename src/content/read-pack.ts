import * as z from 'zod';
import { checkYaml } from '../diagnostics/check-yaml.ts';
import type { Code, Place } from '../diagnostics/diagnostic.ts';
import { holdsOriginMark } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';
import { nearest, suggest } from '../diagnostics/suggest.ts';
import { reportComments, takeOutComments, type Uncommented } from '../diagnostics/take-out-comments.ts';
import { checkMisquotations } from './checks/check-misquotations.ts';
import { checkNames } from './checks/check-names.ts';
import { checkQuotations } from './checks/check-quotations.ts';
import { checkReferences } from './checks/check-references.ts';
import { checkSameness } from './checks/check-sameness.ts';
import { type Entry, type Pack, type Passage, slug } from './entries/entry.ts';
import { rejoinFields } from './entries/rejoin-fields.ts';
import { type RawEntry, splitEntries, splitSections } from './entries/split-entries.ts';
import { createUnreadEntries, idsIn, type UnreadEntries } from './entries/unread-entries.ts';
import { ASSESSMENT_KINDS } from './kinds/assessment-kinds.ts';
import { type EntryKind, GENERAL_KINDS, PACK_KIND } from './kinds/entry-kind.ts';
import { LITERATURE_KINDS } from './kinds/literature.ts';
import { SCIENCE_KINDS } from './kinds/science.ts';

/** Every kind of entry that a pack may hold. */
export const KINDS: readonly EntryKind[] = [
  ...GENERAL_KINDS,
  ...LITERATURE_KINDS,
  ...SCIENCE_KINDS,
  ...ASSESSMENT_KINDS,
];

/** A text file of a pack. */
export interface PackFile {
  /** As it is shown to its author. */
  readonly path: string;
  /** Within the pack's folder, with `/`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads and checks a pack's Markdown files.
 * @param id the name of the pack's folder
 * @param folder the folder as it is shown to its author, for problems of the whole pack
 * @returns undefined if the pack has no sound `pack.md`; problems elsewhere leave out what they spoil
 */
export function readPack(
  id: string,
  folder: string,
  files: readonly PackFile[],
  report: Report,
): Pack | undefined {
  const lists = new Map<EntryKind, Entry[]>(KINDS.map((kind) => [kind, []]));
  const whole: Place = { file: `${folder}/pack.md`, line: 1, column: 1 };
  let about: Entry | undefined;
  const reading: ReadingContext = { report, unread: createUnreadEntries() };

  if (files.length === 0) {
    report.add(
      'empty-pack',
      whole,
      `The pack “${id}” is empty.`,
      'Begin with a file pack.md that has title, lang and date in its front matter.',
    );
    return undefined;
  }
  noteUnreadFiles(folder, reading);
  for (const written of files) {
    refuseOriginMarks(written, report);
    const place: Place = { file: written.path, line: 1, column: 1 };
    const { text, emptied, faults } = takeOutComments(written.text);
    reportComments(faults, (line, column) => ({ file: written.path, line, column }), report);
    const file = { ...written, text, emptied };
    const stem = file.name.replace(/\.md$/, '');
    const [first = '', second, ...deeper] = stem.split('/');
    const kind = [PACK_KIND, ...KINDS].find((candidate) => candidate.name === first);
    if (!kind || deeper.length > 0 || (second !== undefined && kind.holds === 'one')) {
      const known = [PACK_KIND, ...KINDS].map((candidate) => candidate.name);
      const hint = kind
        ? `Put it into ${kind.holds === 'one' ? 'the pack’s folder' : `${kind.name}/`}.`
        : (suggest(first, known) ?? `Kinds: ${known.join(', ')}.`);
      const message = `“${file.name}” is not where entries of any kind are looked for.`;
      const meant =
        kind ?? [PACK_KIND, ...KINDS].find((candidate) => candidate.name === nearest(first, known));
      // A kind of one entry has only one place, so its file is known even where it was put wrong.
      const sure = kind ?? (meant?.holds === 'one' ? meant : undefined);
      const stemOfEntry = sure?.holds === 'one' ? sure.name : (deeper.at(-1) ?? second ?? first);
      const refuse = () => report.add('file-misplaced', place, message, hint);
      noteUnread(refuse, sure?.name, idsIn(file.text, stemOfEntry), reading);
      continue;
    }
    const read = readFile(file, kind, second ?? first, reading);
    if (kind === PACK_KIND) about = read[0];
    else for (const entry of read) lists.get(kind)!.push(entry);
  }
  if (!files.some((file) => file.name === 'pack.md') && reading.unread.isEmpty(PACK_KIND.name))
    report.add(
      'field-missing',
      whole,
      `The pack “${id}” has no pack.md.`,
      'Add one with title, lang and date in its front matter.',
    );
  for (const [kind, list] of lists) refuseDuplicates(list, kind, report);
  const entries = Object.fromEntries([...lists].map(([kind, list]) => [kind.name, list]));
  if (about && reading.unread.isEmpty() && Object.values(entries).every((list) => list.length === 0))
    report.add(
      'empty-pack',
      about.at,
      `The pack “${id}” has no entries.`,
      'Add one: a theme, a quotation, a word.',
    );
  const all = [...(about ? [about] : []), ...Object.values(entries).flat()];
  checkReferences(all, [PACK_KIND, ...KINDS], reading.unread, report);
  checkQuotations(entries, reading.unread, report);
  checkMisquotations(entries, reading.unread, report);
  checkSameness(entries, report);
  checkNames(entries, report);
  reading.unread.explain(report);
  return about && { id, entries, about };
}

/** What reading an entry shares with the others. */
interface ReadingContext {
  readonly report: Report;
  readonly unread: UnreadEntries;
}

/**
 * Reads something that may be lost; if it is, entries are noted as unread.
 * @param lost whether what was read lacks something; by default, whether there is nothing
 */
function noteUnread<T>(
  read: () => T,
  kind: string | undefined,
  ids: readonly string[],
  { report, unread }: ReadingContext,
  lost: (result: T) => boolean = (result) => result === undefined,
): T {
  const before = report.diagnostics.length;
  const result = read();
  const cause = report.diagnostics.slice(before).find((finding) => finding.severity === 'error');
  if (cause && lost(result)) unread.add(kind, ids, cause);
  return result;
}

const UNREAD_FILES: readonly Code[] = ['file-unreadable', 'file-too-large', 'files-too-many'];

/** Files that could not even be opened were reported before. */
function noteUnreadFiles(folder: string, { report, unread }: ReadingContext): void {
  for (const cause of report.diagnostics) {
    const { code, where } = cause;
    if (!UNREAD_FILES.includes(code) || !where.file.startsWith(`${folder}/`)) continue;
    if (code === 'files-too-many') {
      unread.add(undefined, undefined, cause);
      continue;
    }
    const name = where.file.slice(folder.length + 1).replace(/\.md$/, '');
    const [first = '', second] = name.split('/');
    const kind = [PACK_KIND, ...KINDS].find((candidate) => candidate.name === first);
    // A file with a name of its own may be one entry or a collection of them.
    if (kind) unread.add(kind.name, undefined, cause);
    else if (second === undefined || !['templates', 'styles'].includes(first))
      unread.add(undefined, undefined, cause);
  }
}

function readFile(
  file: PackFile & Pick<Uncommented, 'emptied'>,
  kind: EntryKind,
  stem: string,
  reading: ReadingContext,
): Entry[] {
  const { report } = reading;
  const ids = idsIn(file.text, stem);
  const split = noteUnread(
    () => splitEntries(file, report),
    kind.name,
    ids,
    reading,
    ({ lost }) => lost === true,
  );
  const inOwnFile = split.shape === 'entry';
  if (kind.holds === 'one' && !inOwnFile) {
    const place = { file: file.path, line: 1, column: 1 };
    const message = `${file.name} has no front matter.`;
    const hint = 'Begin the file with ---, its fields, and --- again.';
    noteUnread(() => report.add('field-missing', place, message, hint), kind.name, [stem], reading);
    return [];
  }
  return split.entries.flatMap((raw, index) => {
    const about = { stem, inOwnFile, isFirst: index === 0, ...(split.title && { title: split.title.text }) };
    const heading = raw.heading === undefined ? '' : `## ${raw.heading}\n`;
    const ids = idsIn(heading + raw.fields.text, inOwnFile ? stem : undefined);
    return noteUnread(() => readEntry(raw, kind, about, report), kind.name, ids, reading) ?? [];
  });
}

/** For headings that were meant to stand in the text of the entry before. */
const NEW_ENTRY_HINT =
  'A line that begins with “## ” opens a new entry; use ### for a heading inside an entry.';

function readEntry(
  written: RawEntry,
  kind: EntryKind,
  file: { stem: string; inOwnFile: boolean; isFirst: boolean; title?: string },
  report: Report,
): Entry | undefined {
  // In a collection the heading is the name, and an id may be given besides.
  const named = 'name' in kind.fields.shape;
  const schema = file.inOwnFile
    ? kind.fields
    : kind.fields.extend({
        id: z.string().min(1).optional(),
        ...(named && { name: z.string().min(1).optional() }),
      });
  const raw = file.inOwnFile ? written : rejoinFields(written, Object.keys(schema.shape), report);
  const bare = raw.fields.text.trim() === '';
  const advice = !file.inOwnFile && !file.isFirst && bare ? { advice: NEW_ENTRY_HINT } : {};
  const checked = checkYaml({ ...(bare ? { text: '', at: raw.at } : raw.fields), ...advice }, schema, report);
  if (!checked) return undefined;
  const { id: givenId, ...fields } = checked.value as Record<string, unknown> & { id?: string };

  const id = givenId ?? (file.inOwnFile ? file.stem : slug(raw.heading ?? ''));
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    const from = file.inOwnFile
      ? 'The file’s name'
      : givenId === undefined
        ? `The heading “${raw.heading}”`
        : 'This';
    report.add(
      'id-malformed',
      checked.places['id'] ?? raw.at,
      `${from} makes no id: “${id}”.`,
      'Ids are made of a-z, 0-9 and single hyphens.',
    );
    return undefined;
  }
  const { body, sections } = splitSections(raw.body);
  if (kind.body === 'needed' && body.text === '') {
    report.add(
      'field-missing',
      raw.at,
      `This ${kind.singular} has no text.`,
      file.inOwnFile
        ? 'Write it below the front matter.'
        : 'Write it below the heading and the fields, after a blank line.',
    );
  }
  for (const heading of kind.neededSections ?? [])
    if (!sections.some((section) => section.heading === heading))
      report.add(
        'field-missing',
        raw.at,
        `This ${kind.singular} has no section “${heading}”.`,
        `Add a line “## ${heading}” and below it what belongs there.`,
      );
  const named2 = String(fields['name'] ?? fields['title'] ?? raw.heading ?? id);
  return {
    kind: kind.name,
    id,
    name: named2,
    group: file.stem,
    ...(file.title !== undefined && { groupTitle: file.title }),
    fields: named ? { ...fields, name: named2 } : fields,
    body,
    sections: Object.fromEntries(readSections(sections, kind, report)),
    at: raw.at,
    places: {
      ...checked.places,
      ...(fields['name'] === undefined && raw.heading !== undefined && { name: raw.at }),
    },
  };
}

function readSections(
  sections: readonly { heading: string; at: Place; passage: Passage }[],
  kind: EntryKind,
  report: Report,
): [string, Passage][] {
  return sections.map(({ heading, at, passage }, index) => {
    if (sections.findIndex((other) => slug(other.heading) === slug(heading)) < index)
      report.add('section-twice', at, `The section “${heading}” is written twice.`, 'Combine the two.');
    if (!kind.sections.includes(heading)) {
      const near = suggest(heading, kind.sections);
      const hint = `${near ? `${near} ` : ''}Headings inside the text begin with ###.`;
      report.add('section-unknown', at, `A ${kind.singular} has no section “${heading}”.`, hint);
    }
    return [slug(heading), passage];
  });
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
        kind.holds === 'one' ? 'A pack has only one.' : 'Give one of them another heading, file name or id.',
      );
  }
}

function refuseOriginMarks(file: PackFile, report: Report): void {
  file.text.split('\n').forEach((line, index) => {
    const column = line.search(/[\uE000-\uE002]/);
    if (column >= 0 && holdsOriginMark(line))
      report.add(
        'reserved-character',
        { file: file.path, line: index + 1, column: column + 1 },
        'This line holds a private-use character (U+E000 to U+E002), which the program keeps for itself.',
        'Delete it: it shows as nothing or as an empty box.',
      );
  });
}

/** Every text of a pack that is Markdown, each to be parsed alone. */
export function allPassages(pack: Pack): Passage[] {
  return [pack.about, ...Object.values(pack.entries).flat()].flatMap((entry) => [
    entry.body,
    ...Object.values(entry.sections),
  ]);
}
