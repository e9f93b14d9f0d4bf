import type { OpenPack } from '../../build/jobs/opening/open-pack.ts';
import { TABLES } from '../../build/tables/tables.ts';
import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import { PACK_KIND } from '../../content/kinds/pack-kind.ts';
import { type ChoicesOfPack, describeForm } from '../forms/describe-form.ts';
import type { EntryForm } from '../forms/entry-form.ts';
import { fileEntries } from '../forms/file-entries.ts';

/** A text of a pack as forms: one for each entry in it. */
export interface TextForms {
  /** The titles of its entries, in order. */
  readonly titles: readonly string[];
  /** Which of them the form is for, from 0. */
  readonly index: number;
  /** The line of its heading; undefined in a file of its own, whose first line is printed nowhere. */
  readonly line: number | undefined;
  readonly form: EntryForm;
}

/** The kind of the entries in a file of a pack. */
export function kindOfFile(name: string): EntryKind | undefined {
  const first = name.replace(/\.md$/, '').split('/')[0];
  return [PACK_KIND, ...TABLES.entryKinds].find((kind) => kind.name === first);
}

const choices = new WeakMap<OpenPack, ChoicesOfPack>();

/** What fields of a pack may refer to. */
export function choicesOf(open: OpenPack | undefined): ChoicesOfPack {
  if (!open) return {};
  const known =
    choices.get(open) ??
    Object.fromEntries(
      Object.entries(open.pack.entries).map(([kind, entries]) => [
        kind,
        entries.map(({ id, name, fields }) => {
          const title = 'title' in fields && typeof fields.title === 'string' ? fields.title : name;
          return { value: id, label: title === name ? name : `${name}: ${title}` };
        }),
      ]),
    );
  choices.set(open, known);
  return known;
}

/**
 * Gives a form for an entry of a text.
 * @param asked which entry, from 0; or the line that it is on
 * @returns undefined if the text cannot be shown as forms
 */
export function formOfText(
  name: string,
  text: string,
  asked: { readonly entry?: number; readonly line?: number },
  open: OpenPack | undefined,
): TextForms | undefined {
  const kind = kindOfFile(name);
  const entries = fileEntries(text)?.entries ?? [];
  if (!kind || entries.length === 0) return undefined;
  const ofLine = entries.findLastIndex(({ line }) => line <= (asked.line ?? 1));
  const index = Math.min(asked.entry ?? Math.max(ofLine, 0), entries.length - 1);
  const form = describeForm(kind, text, index, choicesOf(open));
  if (!form) return undefined;
  const { heading, line } = entries[index]!;
  const titles = entries.map((one) => one.heading?.text ?? '');
  return { titles, index, line: heading && line, form };
}
