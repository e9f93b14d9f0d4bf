import type { Passage } from '../../content/entries/entry.ts';
import { escapeMarkdown } from '../../content/entries/escape-markdown.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Copy } from './copy.ts';
import type { RosterCell } from './roster.ts';
import { seatRows } from './seat-rows.ts';

/** A copy that was laid out. */
export interface PrintedCopy {
  readonly copy: Copy;
  /** Without the blank one that may follow. */
  readonly pages: number;
}

/** The result of making a set. */
export interface SetSums {
  readonly copies: number;
  readonly spares: number;
  readonly pages: number;
  /** Of paper, printed on both sides. */
  readonly sheets: number;
  readonly forms: readonly { readonly letter: string; readonly key: string; readonly copies: number }[];
  readonly styles: readonly { readonly name: string; readonly copies: number }[];
}

/** Counts a set. @param keys by the letters of forms */
export function setSums(printed: readonly PrintedCopy[], keys: ReadonlyMap<string, string>): SetSums {
  const counted = (of: (copy: Copy) => string) =>
    [...new Set(printed.map(({ copy }) => of(copy)))].sort().map((name) => ({
      name,
      copies: printed.filter(({ copy }) => of(copy) === name).length,
    }));
  const spares = printed.filter(({ copy }) => !copy.name).length;
  return {
    copies: printed.length - spares,
    spares,
    pages: printed.reduce((sum, { pages }) => sum + pages, 0),
    sheets: printed.reduce((sum, { pages }) => sum + Math.ceil(pages / 2), 0),
    forms: counted(({ form }) => form).map(({ name, copies }) => ({
      letter: name,
      key: keys.get(name)!,
      copies,
    })),
    styles: counted(({ style }) => style),
  };
}

/** Sums up the copies that were made, in a sentence or two. */
export function sumsInWords({ copies, spares, pages, sheets, forms }: SetSums, words: Words): string {
  const named = say(words, 'copies', { count: copies });
  const extra = say(words, 'spares', { count: spares });
  const all = spares > 0 ? say(words, 'copies-and-spares', { copies: named, spares: extra }) : named;
  const each = forms
    .map(({ letter, copies: count }) => say(words, 'copies-of-form', { count, letter }))
    .join(', ');
  return say(words, 'sum-of-set', {
    copies: forms.length > 1 ? say(words, 'sum-of-forms', { copies: all, forms: each }) : all,
    pages: say(words, 'pages', { count: pages }),
    sheets: say(words, 'sheets', { count: sheets }),
  });
}

/**
 * A set as the template of its distribution list sees it. Texts are Markdown, and columns that no row has anything in are
 * to be left out.
 */
export function listContext(title: Passage, printed: readonly PrintedCopy[], sums: SetSums, words: Words) {
  const some = (has: (copy: Copy) => unknown) => printed.some(({ copy }) => has(copy) !== undefined);
  return {
    title,
    summary: sumsInWords(sums, words),
    forms: sums.forms,
    styles: sums.styles.map(({ name, copies }) => ({ name: styleInWords(name), copies })),
    several: sums.forms.length > 1,
    classes: some((copy) => copy.class),
    ids: some((copy) => copy.id),
    extras: some((copy) => copy.extra),
    mixed: sums.styles.length > 1,
    levels: new Set(printed.map(({ copy }) => copy.level)).size > 1,
    plans: plansOf(printed),
    rows: printed.map(({ copy, pages }) => ({
      seat: copy.seat === undefined ? copy.label : escaped({ text: copy.seat, at: copy.at ?? copy.name!.at }),
      name: escaped(copy.name),
      class: escaped(copy.class),
      id: escaped(copy.id),
      extra: escaped(copy.extra),
      form: copy.form,
      style: styleInWords(copy.style),
      level: copy.level ?? null,
      code: copy.code.replaceAll('-', '\\-'),
      pages: String(pages),
    })),
  };
}

/** The height of a seating plan on landscape paper and of the seats in it, in millimetres. */
const PLAN = 145;
const HIGHEST_SEAT = 26;
const LOWEST_SEAT = 12;

/** Where pupils sit, for each class: rows from the front, each as wide as the widest. An empty seat is null. */
function plansOf(printed: readonly PrintedCopy[]) {
  const seated = printed.map(({ copy }) => copy).filter(({ name }) => name !== undefined);
  const classes = [...new Set(seated.map((copy) => copy.class?.text))];
  return classes.map((name) => {
    const own = seated.filter((copy) => copy.class?.text === name).toSorted((a, b) => a.number - b.number);
    const rows = seatRows(own);
    const width = largest(rows.map(({ length }) => length));
    return {
      class: escaped(own[0]?.class),
      columns: Array.from({ length: width }, () => ({ share: Math.floor(1000 / width) / 10 })),
      height: Math.min(HIGHEST_SEAT, Math.max(LOWEST_SEAT, Math.floor(PLAN / (rows.length + 1)))),
      rows: rows.map((row) =>
        Array.from({ length: width }, (_, place) => {
          const copy = row[place];
          return copy ? { name: escaped(copy.name), label: copy.label, form: copy.form } : null;
        }),
      ),
    };
  });
}

/** The rows of a marking sheet: one per copy, without a name for spares. */
export const markingRows = (copies: readonly Copy[]) =>
  copies.map(({ name, label, form }) => ({ name: escaped(name) ?? label, form }));

/** Plain text as Markdown. */
const escaped = (written: RosterCell | undefined) =>
  written ? { ...written, text: escapeMarkdown(written.text) } : null;

/** `large-print-18` as a reader says it: Large print 18. */
const styleInWords = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
