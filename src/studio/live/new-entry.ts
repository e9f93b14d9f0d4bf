import { stringify } from 'yaml';
import type { PackSource } from '../../build/jobs/build-options.ts';
import type { OpenPack } from '../../build/jobs/opening/open-pack.ts';
import { slug } from '../../content/entries/entry.ts';
import { type EntryKind, referredKinds } from '../../content/kinds/entry-kind.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { jsonSchema } from '../../diagnostics/json-schema.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { choicesOf } from './form-of-text.ts';

/** A new entry in a file, which may be new too. */
export interface NewEntry {
  readonly name: string;
  /** The whole text of the file with it. */
  readonly text: string;
  /** Which entry of the file it is, from 0; undefined for the last. */
  readonly isFirst: boolean;
}

/**
 * Writes a new entry of a kind: into a file of its own if its kind has sections, as handouts have, or if others are in files of
 * their own; or else at the end of the file of its kind.
 * @param textOf gives the text of a file as it is now
 */
export function newEntry(
  kind: EntryKind,
  title: string,
  source: Pick<PackSource, 'content'>,
  open: OpenPack | undefined,
  textOf: (name: string) => string | undefined,
): NewEntry {
  const all = source.content.map(({ name }) => name);
  const together = `${kind.name}.md`;
  const isApart =
    kind.holds === 'many' &&
    !all.includes(together) &&
    hasTitle(kind) &&
    (kind.sections.length > 0 || all.some((name) => name.startsWith(`${kind.name}/`)));
  const needed = {
    ...neededFields(kind, title, open, !isApart && kind.holds === 'many'),
    ...usualFields(kind, open),
  };
  const text =
    kind.name === 'items' ? STUDIO_WORDS.newAnswer : kind.body === 'needed' ? STUDIO_WORDS.newText : '';
  const body = text === '' ? '' : `\n${text}\n`;
  if (isApart || kind.holds === 'one') {
    const fields = Object.keys(needed).length === 0 ? '' : stringify(needed);
    const name = isApart ? freeName(kind.name, slug(title) || kind.singular, all) : together;
    return { name, text: `---\n${fields}---\n${body}`, isFirst: true };
  }
  const before = textOf(together) ?? '';
  const gap = before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const fields = Object.entries(needed)
    .map(([field, value]) => `${field}: ${stringify(value, ON_ONE_LINE)}`)
    .join('');
  return { name: together, text: `${before}${gap}## ${title}\n${fields}${body}`, isFirst: before === '' };
}

/** Blank lines would end the fields of an entry, and lists are read more easily on one line. */
const ON_ONE_LINE = { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false } as const;

/** Whether an entry can say what it is called. That of a question is its heading, which only a file of several has. */
const hasTitle = ({ fields }: EntryKind): boolean => 'name' in fields.shape || 'title' in fields.shape;

/** The kinds of entry that are made of questions. */
export const OF_QUESTIONS: readonly string[] = ['worksheets', 'papers'];

/** The questions of the pack that may be in a new entry: those of a paper have marks. */
export function questionsIn(kind: string, open: OpenPack | undefined): readonly string[] {
  const items = open?.pack.entries.items ?? [];
  return items.flatMap(({ id, fields }) => (kind === 'papers' && fields.marks === undefined ? [] : [id]));
}

/**
 * What a new question, worksheet or paper has besides, so that it prints something: marks, which a paper asks for, and all
 * questions that there are. What is not wanted is taken out.
 */
function usualFields({ name }: EntryKind, open: OpenPack | undefined): Record<string, unknown> {
  if (name === 'items') return { marks: NEW_MARKS };
  const items = OF_QUESTIONS.includes(name) ? questionsIn(name, open) : [];
  if (name === 'worksheets') return items.length === 0 ? {} : { items };
  return name === 'papers'
    ? { duration: NEW_MINUTES, sections: [{ title: STUDIO_WORDS.newSection, items }] }
    : {};
}

/** What a teacher asks for most often. */
const NEW_MARKS = 2;
const NEW_MINUTES = 45;

function freeName(folder: string, stem: string, taken: readonly string[]): string {
  const named = (number: number) => `${folder}/${number === 1 ? stem : `${stem}-${number}`}.md`;
  let number = 1;
  while (taken.includes(named(number))) number++;
  return named(number);
}

/** The fields that an entry must have, with an example in each, or with the first entry that it may refer to. */
function neededFields(
  kind: EntryKind,
  title: string,
  open: OpenPack | undefined,
  isInHeading: boolean,
): Record<string, unknown> {
  const { properties = {}, required = [] } = jsonSchema(kind.fields, '') as {
    properties?: Record<string, { examples?: unknown[]; enum?: unknown[] }>;
    required?: string[];
  };
  const titled = ['name', 'title'].filter((field) => Object.hasOwn(properties, field))[0];
  const choices = choicesOf(open);
  return Object.fromEntries(
    required.flatMap((field): [string, unknown][] => {
      if (field === titled) return isInHeading ? [] : [[field, title]];
      const kinds = referredKinds(ownValue(kind.fields.shape, field) as never);
      const [known] = (kinds ?? []).flatMap((one) => ownValue(choices, one) ?? []);
      if (kinds) return known ? [[field, known.value]] : [];
      const property = ownValue(properties, field);
      const example = property?.examples?.[0] ?? property?.enum?.[0];
      return example === undefined ? [] : [[field, example]];
    }),
  );
}
