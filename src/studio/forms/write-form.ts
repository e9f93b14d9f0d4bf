import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { FORM_WORDS } from '../wording/form-words.ts';
import { withBodyParts } from './body-parts.ts';
import { type ChoicesOfPack, describeForm, type RowsOnPage } from './describe-form.ts';
import {
  BODY_NAME,
  type EntryForm,
  FIELD_PREFIX,
  type FormData,
  HEADING_NAME,
  SECTION_PREFIX,
} from './entry-form.ts';
import { fieldsOf } from './fields-of.ts';
import { type EntriesOfFile, type EntryText, fileEntries } from './file-entries.ts';
import { fieldsIn, formData } from './form-data.ts';
import { keepLineEnds } from './keep-line-ends.ts';
import { isSameValue, valueFrom, withPlainLineEnds } from './value-from.ts';
import { type FieldChange, saysNothing, yamlOfField } from './yaml-of-field.ts';

/** The text of a file after a form was filled in, or why it can't be written. */
export type WrittenForm = { readonly text: string } | { readonly problem: string };

/** A stretch of a text, and what to put in its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Writes what was changed in a form into the text of its file, and nothing else: every other line stays as it is, with its
 * comments, its order and its line ends.
 * @param text the file as it was when the form was made
 * @param index which entry of the file, from 0
 */
export function writeForm(
  kind: EntryKind,
  text: string,
  index: number,
  data: FormData,
  choices: ChoicesOfPack,
): WrittenForm {
  const { problems } = FORM_WORDS;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const plain = withPlainLineEnds(text.slice(mark.length));
  const file = fileEntries(plain);
  const entry = file?.entries[index];
  const form = describeForm(kind, plain, index, choices, rowsIn(data));
  if (!file || !entry) return { problem: problems.gone };
  if (!form) return { problem: problems.broken };
  const before = formData(form);
  const heading = changedText(HEADING_NAME, before, data)?.replace(/\s+/g, ' ').trim();
  const parts = changedParts(form, before, data);
  if (heading === '') return { problem: problems.noHeading };
  const problem = problemOfParts(form, [...parts.values()]);
  if (problem !== undefined) return { problem };
  const body = parts.size === 0 ? undefined : changedBody(kind, plain, file, entry, form, parts);
  if (parts.size > 0 && body === undefined) return { problem: problems.unchanged };
  const fields = fieldEdits(kind, changesOf(form, data), plain, file, entry);
  if (!fields) return { problem: problems.unchanged };
  const edits: Edit[] = [
    ...(heading !== undefined && entry.heading ? [{ ...entry.heading, text: heading }] : []),
    ...fields,
    ...(body === undefined ? [] : [bodyEdit(plain, entry, body)]),
  ];
  if (edits.length === 0) return { text };
  const edited = withEdits(plain, edits);
  const after = describeForm(kind, edited, index, choices);
  const isWritten = after !== undefined && saysAsMuch(after, form, data, heading, parts);
  const isWhole = fileEntries(edited)?.entries.length === file.entries.length;
  return isWritten && isWhole
    ? { text: mark + keepLineEnds(text.slice(mark.length), edited) }
    : { problem: problems.unchanged };
}

/** How many groups of each list were sent. */
function rowsIn(data: FormData): RowsOnPage {
  const keys = Object.keys(data);
  return (name) => {
    const lead = `${FIELD_PREFIX}${name}.`;
    const numbers = keys.flatMap((key) =>
      key.startsWith(lead) ? key.slice(lead.length).split('.')[0]! : [],
    );
    return largest(
      numbers.filter((one) => /^\d{1,4}$/.test(one)).map((one) => Number(one) + 1),
      0,
    );
  };
}

/** Gives what was sent under a name, if it is not what the form held. */
function changedText(name: string, before: FormData, data: FormData): string | undefined {
  const [sent] = ownValue(data, name) ?? [];
  const text = sent === undefined ? undefined : withPlainLineEnds(sent);
  return text === ownValue(before, name)?.[0] ? undefined : text;
}

/** The texts that were changed: by the headings of their parts, and '' for the text itself. */
function changedParts(
  { sections }: EntryForm,
  before: FormData,
  data: FormData,
): ReadonlyMap<string, string> {
  const tidied = (name: string) =>
    changedText(name, before, data)
      ?.replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd();
  const names = [
    ['', BODY_NAME] as const,
    ...sections.map(({ heading }) => [heading, SECTION_PREFIX + heading] as const),
  ];
  return new Map(
    names.flatMap(([heading, name]) => {
      const text = tidied(name);
      return text === undefined ? [] : [[heading, text] as const];
    }),
  );
}

/** Why texts cannot be written into an entry. */
function problemOfParts(form: EntryForm, texts: readonly string[]): string | undefined {
  const { problems } = FORM_WORDS;
  const isDivided = form.sections.length > 0;
  if ((form.heading !== undefined || isDivided) && texts.some((text) => /^##[^#]/m.test(text)))
    return isDivided ? problems.newPart : problems.newEntry;
  return texts.some(isUnclosed) ? problems.unclosed : undefined;
}

/** Gives the whole text of an entry with the parts that were changed; undefined if a comment would be lost. */
function changedBody(
  { sections }: EntryKind,
  text: string,
  { blanked }: EntriesOfFile,
  { body: { from, to } }: EntryText,
  form: EntryForm,
  parts: ReadonlyMap<string, string>,
): string | undefined {
  if (form.sections.length === 0) return parts.get('');
  return withBodyParts(text.slice(from, to), blanked.slice(from, to), sections, parts);
}

const isUnclosed = (text: string): boolean =>
  text.lastIndexOf('<!--') >= 0 && text.indexOf('-->', text.lastIndexOf('<!--')) < 0;

/** The changes of each field of the front matter, by its name. */
function changesOf(form: EntryForm, data: FormData): ReadonlyMap<string, readonly FieldChange[]> {
  const before = formData(form);
  const changes = new Map<string, FieldChange[]>();
  for (const field of fieldsIn([...form.parts, ...form.more])) {
    const sent = valueFrom(field, data);
    if (sent === undefined || isSameValue(sent, valueFrom(field, before))) continue;
    const [name = '', ...path] = field.name.split('.');
    const value = typeof sent === 'string' ? sent.trim() : sent;
    changes.set(name, [...(changes.get(name) ?? []), { path, value }]);
  }
  return changes;
}

/**
 * The edits of the fields that were changed. A new one goes behind the one that is before it in the form.
 * @returns undefined if there is a comment in one of them, which would be lost
 */
function fieldEdits(
  kind: EntryKind,
  changes: ReadonlyMap<string, readonly FieldChange[]>,
  text: string,
  { blanked }: EntriesOfFile,
  { fields: { from, to }, heading }: EntryText,
): Edit[] | undefined {
  const written = blanked.slice(from, to);
  const known = fieldsOf(written) ?? [];
  const order = ['id', ...Object.keys(kind.fields.shape)];
  const isInCollection = heading !== undefined;
  const edits: Edit[] = [];
  const first: string[] = [];
  for (const [name, ofField] of [...changes].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))) {
    const here = known.find((one) => one.name === name);
    const lines = here ? written.slice(here.from, here.to) : '';
    if (here && text.slice(from + here.from, from + here.to) !== lines) return undefined;
    const yaml = yamlOfField(name, lines, ofField, isInCollection);
    const lead = (end: number) => (end > 0 && written[end - 1] !== '\n' ? '\n' : '');
    if (here) {
      const isUnended = here.to === written.length && !written.endsWith('\n');
      const own = saysNothing(yaml) ? '' : isUnended ? yaml.trimEnd() : yaml;
      edits.push({ from: from + here.from, to: from + here.to, text: own });
    } else if (saysNothing(yaml)) continue;
    else if (known.length === 0) first.push(yaml);
    else {
      const earlier = order.slice(0, order.indexOf(name));
      const end = known.filter((one) => earlier.includes(one.name)).at(-1)?.to ?? known[0]!.from;
      edits.push({ from: from + end, to: from + end, text: lead(end) + yaml });
    }
  }
  if (first.length === 0) return edits;
  // Below the heading or the line that opens the front matter; in a collection, the text is behind a blank line.
  const lead = text.slice(0, to).endsWith('\n') ? '' : '\n';
  const gap = !isInCollection || /^[ \t]*(?:\n|$)/.test(text.slice(to)) ? '' : '\n';
  return [...edits, { from: to, to, text: lead + first.join('') + gap }];
}

/** The edit of a text. It is apart from what is around it by blank lines. */
function bodyEdit(text: string, { body: { from, to } }: EntryText, body: string): Edit {
  if (from < to) return { from, to, text: body };
  const before = text.slice(0, from);
  const lead = before === '' || before.endsWith('\n') ? '\n' : '\n\n';
  const rest = text.slice(to);
  const gap = rest === '' || rest.startsWith('\n') ? '\n' : '\n\n';
  return body === '' ? { from, to, text: '' } : { from, to, text: `${lead}${body}${gap}` };
}

/** Makes edits that do not overlap. Of two at one place, the first comes first. */
function withEdits(text: string, edits: readonly Edit[]): string {
  const last = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => b.edit.from - a.edit.from || b.edit.to - a.edit.to || b.order - a.order);
  return last.reduce(
    (edited, { edit }) => edited.slice(0, edit.from) + edit.text + edited.slice(edit.to),
    text,
  );
}

/** Whether a form holds what was sent, and in every field that was not sent what it held before. */
function saysAsMuch(
  after: EntryForm,
  before: EntryForm,
  data: FormData,
  heading: string | undefined,
  parts: ReadonlyMap<string, string>,
): boolean {
  const had = formData(before);
  const has = formData(after);
  const isSame = fieldsIn([...before.parts, ...before.more]).every((field) => {
    const sent = valueFrom(field, data) ?? valueFrom(field, had);
    const expected =
      typeof sent === 'string' && !isSameValue(sent, valueFrom(field, had)) ? sent.trim() : sent;
    // A group that was emptied is gone, and those behind it have its number.
    if (field.name.includes('.')) return true;
    return isSameValue(expected, valueFrom(field, has));
  });
  const sameHeading = has[HEADING_NAME]?.[0] === (heading ?? had[HEADING_NAME]?.[0]);
  const texts = [BODY_NAME, ...before.sections.map((section) => SECTION_PREFIX + section.heading)];
  const sameTexts = texts.every((name) => {
    const part = name === BODY_NAME ? '' : name.slice(SECTION_PREFIX.length);
    return (ownValue(has, name)?.[0] ?? '') === (parts.get(part) ?? ownValue(had, name)?.[0]);
  });
  return isSame && sameHeading && sameTexts;
}
