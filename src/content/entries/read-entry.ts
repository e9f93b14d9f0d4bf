import * as z from 'zod';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { checkYaml } from '../../diagnostics/yaml/check-yaml.ts';
import type { EntryKind, FieldsOf } from '../kinds/entry-kind.ts';
import type { TextForm } from '../kinds/form.ts';
import { type Entry, type Passage, slug } from './entry.ts';
import { headingId } from './heading-id.ts';
import { renameChapters, undotted } from './name-chapters.ts';
import { rejoinFields } from './rejoin-fields.ts';
import { setForm } from './set-form.ts';
import { type RawEntry, splitSections } from './split-entries.ts';

/** What an entry's file says about it. */
interface EntryFile {
  /** The file's name without its ending. */
  readonly stem: string;
  /** Whether the file holds only this entry, which has front matter then, and the file's name as its id. */
  readonly inOwnFile: boolean;
  /** Whether it is the first entry of its file. */
  readonly isFirst: boolean;
  /** Whether headings of its file are numbers of chapters: one of words is then likely to be meant for the text above it. */
  readonly isNumbered: boolean;
  /** The heading of a collection. */
  readonly title?: string;
  /** The language of the pack, which decides how a heading becomes an id. */
  readonly lang: string | undefined;
}

/** For headings that were meant to be in the text of the entry before. */
const NEW_ENTRY_HINT =
  'A line that begins with “## ” starts a new entry. For a heading inside an entry, use ###.';

/**
 * Reads an entry's fields, body and sections, and reports everything that is wrong with them.
 * @returns undefined if its fields or its id cannot be used
 */
export function readEntry<K extends EntryKind>(
  written: RawEntry,
  kind: K,
  file: EntryFile,
  report: Report,
): Entry<K> | undefined {
  const title = titleInHeading(kind, file, written.heading);
  const schema = file.inOwnFile ? kind.fields : collectedFields(kind, title !== undefined);
  const raw = file.inOwnFile ? written : rejoinFields(written, Object.keys(schema.shape), report);
  const isBare = raw.fields.text.trim() === '';
  const advice = !file.inOwnFile && !file.isFirst && isBare ? { advice: NEW_ENTRY_HINT } : {};
  const source = isBare ? { text: '', at: raw.at } : raw.fields;
  const checked = checkYaml({ ...source, ...advice }, schema, report);
  if (!checked) return undefined;
  const { id: givenId, ...given } = renameChapters(checked.value, undotted);
  const { places } = checked;
  const fields = title === undefined || given['title'] !== undefined ? given : { ...given, title };

  const id = readId(givenId === undefined ? undefined : String(givenId), raw, file, places['id'], report);
  if (id === undefined) return undefined;
  const { body, sections } = splitSections(raw.body);
  checkParts(body, sections, raw.at, kind, file, report);
  const name = String(fields['name'] ?? fields['title'] ?? raw.heading ?? id);
  return {
    kind: kind.name,
    id,
    name,
    group: file.stem,
    ...(file.title !== undefined && { groupTitle: file.title }),
    // The schema is the kind's own but for the id, which was taken out, and a name that the heading may give instead.
    fields: (hasName(kind) ? { ...fields, name } : fields) as FieldsOf<K>,
    body: kind.hasForm ? { ...body, text: setForm(body.text, fields['form'] as TextForm) } : body,
    sections: Object.fromEntries(readSections(sections, kind, report)),
    at: raw.at,
    places: {
      ...places,
      ...(fields['name'] === undefined && raw.heading !== undefined && { name: raw.at }),
      ...(fields['title'] !== given['title'] && { title: raw.at }),
    },
  };
}

const hasName = (kind: EntryKind) => 'name' in kind.fields.shape;

/** The heading of an entry in a collection, if it is its title where it has no field for it. */
const titleInHeading = (
  { isTitledByHeading }: EntryKind,
  { isNumbered }: EntryFile,
  heading: string | undefined,
): string | undefined =>
  isTitledByHeading === undefined || (isTitledByHeading === 'in-words' && isNumbered) ? undefined : heading;

/**
 * The fields of an entry in a collection. Its heading is its name or its title, unless it has a field for it, and it may be
 * given an id besides.
 */
function collectedFields(kind: EntryKind, hasTitle: boolean): z.ZodObject {
  const cache = hasTitle ? WITH_TITLE : WITHOUT_TITLE;
  const known = cache.get(kind);
  if (known) return known;
  const fields = kind.fields.extend({
    id: z.string().min(1).optional(),
    ...(hasName(kind) && { name: z.string().min(1).optional() }),
    ...(hasTitle && { title: z.string().min(1).optional() }),
  });
  cache.set(kind, fields);
  return fields;
}

/** Made once for each kind: a schema takes longer to make than an entry to check. */
const WITH_TITLE = new WeakMap<EntryKind, z.ZodObject>();
const WITHOUT_TITLE = new WeakMap<EntryKind, z.ZodObject>();

/** Finds an entry's id: the one it is given, or that of its file or heading. Reports one that is malformed. */
function readId(
  given: string | undefined,
  { heading = '', at }: RawEntry,
  { inOwnFile, stem, lang }: EntryFile,
  place: Place | undefined,
  report: Report,
): string | undefined {
  // Act and scene may be written 1.7: wherever they are named, they are known as 1-7.
  const id = undotted(given ?? (inOwnFile ? stem : headingId(heading, lang)));
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  const from = inOwnFile ? 'The file’s name' : given === undefined ? `The heading “${heading}”` : 'This';
  report.add(
    'id-malformed',
    place ?? at,
    `${from} does not make a valid id: “${id}”.`,
    hintForId(headingId(id, lang), given, inOwnFile),
  );
  return undefined;
}

/** @param better an id that is like the malformed one; empty if there is none */
function hintForId(better: string, given: string | undefined, inOwnFile: boolean): string {
  const rule = 'Use only a-z, 0-9 and single hyphens in ids.';
  if (given !== undefined) return better ? `Write “id: ${better}”. ${rule}` : rule;
  if (inOwnFile) return better ? `Rename it to ${better}.md. ${rule}` : rule;
  return `Add a line “id: …” below the heading. ${rule}`;
}

interface Section {
  readonly heading: string;
  readonly at: Place;
  readonly passage: Passage;
}

/** Reports a body or sections that an entry needs and does not have. */
function checkParts(
  body: Passage,
  sections: readonly Section[],
  at: Place,
  kind: EntryKind,
  { inOwnFile }: EntryFile,
  report: Report,
): void {
  if (kind.body === 'needed' && body.text === '')
    report.add(
      'field-missing',
      at,
      `This ${kind.singular} has no text.`,
      inOwnFile
        ? 'Write it below the front matter.'
        : 'Write it below the heading and the fields, after a blank line.',
    );
  const needed = kind.neededSections ?? [];
  if (needed.length > 0 && !inOwnFile) {
    report.add(
      'field-missing',
      at,
      `A ${kind.singular} needs a separate file, because it has sections (${needed.join(', ')} …).`,
      `Move it to ${kind.name}/NAME.md: its fields between two lines ---, then its text, then each section below a line such as “## ${needed[0]}”.`,
    );
    return;
  }
  for (const heading of needed)
    if (!sections.some((section) => section.heading === heading))
      report.add(
        'field-missing',
        at,
        `This ${kind.singular} has no section “${heading}”.`,
        `Add a line “## ${heading}”, with its text below it.`,
      );
}

/** Gives sections by the slugs of their headings, and reports those that are unknown or come twice. */
function readSections(sections: readonly Section[], kind: EntryKind, report: Report): [string, Passage][] {
  return sections.map(({ heading, at, passage }, index) => {
    if (sections.findIndex((other) => slug(other.heading) === slug(heading)) < index)
      report.add('section-twice', at, `The section “${heading}” is written twice.`, 'Combine the two.');
    if (!kind.sections.includes(heading)) {
      const near = suggest(heading, kind.sections);
      const hint = `${near ? `${near} ` : ''}Headings inside the text start with ###.`;
      report.add('section-unknown', at, `A ${kind.singular} has no section “${heading}”.`, hint);
    }
    return [slug(heading), passage];
  });
}
