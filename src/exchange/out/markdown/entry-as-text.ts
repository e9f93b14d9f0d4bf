import type * as z from 'zod';
import type { Entry, Passage } from '../../../content/entries/entry.ts';
import { type EntryKind, referredKinds } from '../../../content/kinds/entry-kind.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';
import { passageAsMarkdown } from './passage-as-markdown.ts';

/**
 * Writes an entry: its name as a heading, its fields, its text, and its sections.
 * @param kind undefined for what is said of the pack itself: then there is no heading, and none of its fields
 * @param level of the heading
 * @param losses grows
 */
export function entryAsText(
  entry: Entry,
  kind: EntryKind | undefined,
  level: number,
  source: PackOut,
  losses: Loss[],
): string {
  const { name, body, sections } = entry;
  const written = (passage: Passage, depth: number) => passageAsMarkdown(passage, depth, source, losses);
  return [
    ...(kind
      ? [`${'#'.repeat(level)} ${asWritten(oneLine(name), kind)}`, fieldsAsList(entry, kind, source)]
      : []),
    written(body, level + 1),
    ...Object.entries(sections).map(([slug, passage]) =>
      [`${'#'.repeat(level + 1)} ${headingOf(slug, kind)}`, written(passage, level + 2)].join('\n\n'),
    ),
  ]
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** The heading of a section, as authors write it. */
const headingOf = (slug: string, kind: EntryKind | undefined): string =>
  kind?.sections.find((heading) => heading.toLowerCase().replace(/[^a-z]+/g, '-') === slug) ??
  slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** Fields as a list, one line each: what its author wrote, with the names of entries in place of their ids. */
function fieldsAsList({ fields, places, name }: Entry, kind: EntryKind, source: PackOut): string {
  const written = new Set(Object.keys(places).map((path) => path.split('.')[0]!));
  return Object.entries(fields)
    .filter(([field, value]) => written.has(field) && value !== name && field !== 'id')
    .map(([field, value]) => {
      const schema = ownValue<z.ZodType>(kind.fields.shape as Readonly<Record<string, z.ZodType>>, field);
      const kinds = schema && referredKinds(schema);
      const text = valueInWords(value, (one) => (kinds ? nameOf(one, kinds, source) : one));
      return `- ${field}: ${asWritten(oneLine(text), kind)}`;
    })
    .join('\n');
}

/** A value on one line. @param put what is written for each text in it */
function valueInWords(value: unknown, put: (text: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, put)).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${valueInWords(one, put)}`)
      .join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return put(String(value));
}

/** The name of the entry with an id, or the id itself: the narrator of a book need not have an entry. */
function nameOf(id: string, kinds: readonly string[], { pack }: PackOut): string {
  const entries = pack.entries as Readonly<Record<string, readonly Entry[]>>;
  return kinds.flatMap((kind) => ownValue(entries, kind) ?? []).find((entry) => entry.id === id)?.name ?? id;
}

/** Names and fields are plain text, but for those of questions, in which Markdown is read. */
const asWritten = (text: string, { name }: EntryKind): string =>
  name === 'items' ? text : text.replace(/[\\`*_[\]<>]/g, '\\$&');

const oneLine = (text: string): string => text.replace(/(?<!\s)\s*\n\s*/g, ' ');
