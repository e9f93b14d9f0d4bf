import { onOneLine } from '../content/entries/on-one-line.ts';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { closeMark, markOrigin, openMark } from '../diagnostics/origin.ts';
import type { PhraseKey } from '../words/phrases.ts';
import { phraseParts } from '../words/say.ts';
import { wordFor } from '../words/word-for.ts';
import type { Words } from '../words/words.ts';
import { isAuthored } from './context.ts';

/** State that helpers share while one template is filled. */
export interface Filling {
  /** Records where a pasted text was written. @returns the number of its origin mark */
  note(place: Place): number;
  /** The words of the language that is printed. */
  words(): Words;
}

interface Helper {
  readonly name: string;
  /** Whether a template may print the result. */
  readonly prints: boolean;
  /** Whether it is called in parentheses, as an argument of another; by default if it doesn't print. */
  readonly gives?: boolean;
  /** @param named the arguments with a name: `count=6` */
  run(filling: Filling, args: readonly unknown[], named: Readonly<Record<string, unknown>>): unknown;
}

const textOf = (value: unknown): string =>
  isAuthored(value) ? value.text : value === null || value === undefined ? '' : String(value);

const isEntry = (value: unknown): value is { id: string } & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];

/** Escapes the characters that mean something in Markdown, so that plain text prints as it was written. */
const escapeMarkdown = (text: string): string => onOneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Puts origin marks around an authored text; text of the template itself needs none. */
function withOrigin(filling: Filling, value: unknown, convert: (text: string) => string): string {
  // The words of a phrase are Markdown already.
  if (isPhrase(value)) return phraseWith(filling, value.parts, convert);
  return isAuthored(value) ? markOrigin(filling.note(value.at), convert(value.text)) : convert(textOf(value));
}

/** A phrase with its values: on its own it is Markdown, in which they are escaped. Fields of blocks take them as they are. */
interface Phrase {
  readonly parts: ReturnType<typeof phraseParts>;
  toString(): string;
}

const isPhrase = (value: unknown): value is Phrase =>
  typeof value === 'object' && value !== null && 'parts' in value && !isAuthored(value) && !isEntry(value);

const phraseWith = (filling: Filling, parts: Phrase['parts'], convert: (text: string) => string): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : withOrigin(filling, part.value, convert))).join('');

const joined = (filling: Filling, args: readonly unknown[], convert: (text: string) => string): string =>
  args.map((value) => withOrigin(filling, value, convert)).join('');

function yaml(filling: Filling, value: unknown): unknown {
  // A fence is closed by a line of its own: the mark behind a text must not stand on it.
  if (isAuthored(value))
    return withOrigin(filling, value, (text) => text.replace(/(\n *(?:~~~+|```+) *)$/, '$1\n'));
  if (isPhrase(value)) return phraseWith(filling, value.parts, (text) => text);
  if (Array.isArray(value)) return value.map((item) => yaml(filling, item));
  return value ?? '';
}

/** The speed of a steady reader of school age. */
const WORDS_PER_MINUTE = 200;

function wordsOf(entry: unknown): number {
  if (!isEntry(entry)) return 0;
  const texts = [entry['body'], ...Object.values((entry['sections'] ?? {}) as Record<string, unknown>)].map(
    textOf,
  );
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}

/** Writes ascending numbers with runs of three or more as ranges: “1–4, 7”. */
function joinedNumbers(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs
    .map(({ from, to }) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ');
}

/** All helpers of templates, besides Handlebars' own `if`, `unless`, `each` and `with`. */
export const HELPERS: readonly Helper[] = [
  {
    // {{text a b …}}: plain text, escaped, one after another.
    name: 'text',
    prints: true,
    run: (filling, args) => joined(filling, args, escapeMarkdown),
  },
  {
    // {{inline a}}: Markdown of one paragraph inside a line, for instance a cell of a table.
    name: 'inline',
    prints: true,
    run: (filling, args) => joined(filling, args, (text) => onOneLine(text).replaceAll('|', '\\|')),
  },
  {
    // {{markdown a}}: Markdown of any length, on lines of its own.
    name: 'markdown',
    prints: true,
    run(filling, [value]) {
      if (!isAuthored(value)) return textOf(value);
      return `\n${openMark(filling.note(value.at))}\n\n${value.text}\n\n${closeMark()}\n`;
    },
  },
  {
    // {{yaml a b …}}: a value for a field of a named block; several values are joined into one text.
    name: 'yaml',
    prints: true,
    run: (filling, args) =>
      JSON.stringify(args.length === 1 ? yaml(filling, args[0]) : joined(filling, args, (text) => text)),
  },
  {
    // {{words "key" name=value …}}: a phrase of the language, as Markdown; (words …) as a value for text or yaml.
    name: 'words',
    prints: true,
    gives: true,
    run(filling, [key], named): Phrase {
      const parts = phraseParts(filling.words(), textOf(key) as PhraseKey, { ...named });
      return { parts, toString: () => phraseWith(filling, parts, escapeMarkdown) };
    },
  },
  {
    // (word-for "output" name): the word of the language for a name of the program.
    name: 'word-for',
    prints: false,
    run: (filling, [set, name]) => wordFor(filling.words(), textOf(set) as 'output', textOf(name)),
  },
  {
    // (whole a b …): Markdown of any length, one text below another, as a value for yaml; empty values are left out.
    name: 'whole',
    prints: false,
    run: (filling, args) =>
      args
        .flatMap(listOf)
        .flatMap(listOf)
        .map((value) =>
          isAuthored(value)
            ? `${openMark(filling.note(value.at))}\n\n${value.text}\n\n${closeMark()}`
            : textOf(value),
        )
        .filter((text) => text !== '')
        .join('\n\n'),
  },
  {
    // (labelled "Accept" a): a label in bold with the text below it; nothing if the text is empty.
    name: 'labelled',
    prints: false,
    run: (_, [label, value]) =>
      listOf(value).length === 0 ? [] : [`**${textOf(label)}**`, ...listOf(value)],
  },
  {
    // (pick entries ids): the entries with these ids, in the order of the ids.
    name: 'pick',
    prints: false,
    run(_, [entries, ids]) {
      const byId = new Map(
        listOf(entries)
          .filter(isEntry)
          .map((entry) => [entry.id, entry]),
      );
      return listOf(ids).flatMap((id) => byId.get(textOf(id)) ?? []);
    },
  },
  {
    // (one entries id): the entry with this id, or nothing.
    name: 'one',
    prints: false,
    run: (_, [entries, id]) =>
      listOf(entries).find((entry) => isEntry(entry) && entry.id === textOf(id)) ?? null,
  },
  {
    // (where entries "field" value): the entries whose field is, or whose list holds, the value.
    name: 'where',
    prints: false,
    run: (_, [entries, field, value]) =>
      listOf(entries).filter(
        (entry) =>
          isEntry(entry) &&
          listOf(ownValue(entry, textOf(field))).some((item) => textOf(item) === textOf(value)),
      ),
  },
  {
    // (shared entries "field" values): the entries whose list in the field holds all the values.
    name: 'shared',
    prints: false,
    run(_, [entries, field, values]) {
      const wanted = listOf(values).map(textOf);
      return listOf(entries).filter((entry) => {
        if (!isEntry(entry)) return false;
        const held = listOf(ownValue(entry, textOf(field))).map(textOf);
        return wanted.every((value) => held.includes(value));
      });
    },
  },
  {
    // (without entries "field"): the entries whose field is empty.
    name: 'without',
    prints: false,
    run: (_, [entries, field]) =>
      listOf(entries).filter(
        (entry) => isEntry(entry) && listOf(ownValue(entry, textOf(field))).length === 0,
      ),
  },
  {
    // (among entries "field" others): the entries whose field is the id of one of the others.
    name: 'among',
    prints: false,
    run(_, [entries, field, others]) {
      const ids = new Set(
        listOf(others)
          .filter(isEntry)
          .map((entry) => entry.id),
      );
      return listOf(entries).filter(
        (entry) =>
          isEntry(entry) && listOf(ownValue(entry, textOf(field))).some((item) => ids.has(textOf(item))),
      );
    },
  },
  {
    // (primary entries "field" value): the entries whose list in the field begins with the value.
    name: 'primary',
    prints: false,
    run: (_, [entries, field, value]) =>
      listOf(entries).filter(
        (entry) => isEntry(entry) && textOf(listOf(ownValue(entry, textOf(field)))[0]) === textOf(value),
      ),
  },
  {
    // (ranges ids chapters): chapters by their ids, with runs of numbers as ranges: “1–4, 7”, “1.7, 2.1”.
    name: 'ranges',
    prints: false,
    run(_, [ids, chapters]) {
      const names = listOf(ids).map((id) => {
        const chapter = listOf(chapters).find((one) => isEntry(one) && one.id === textOf(id));
        return isEntry(chapter) ? textOf(chapter['short']) : textOf(id);
      });
      const isNumber = (name: string) => /^\d+$/.test(name);
      return names.every(isNumber) ? joinedNumbers(names.map(Number)) : names.join(', ');
    },
  },
  {
    // (count-from-one @index): an index in a list, counted from 1.
    name: 'count-from-one',
    prints: false,
    run: (_, [index]) => Number(index) + 1,
  },
  {
    // (reading-minutes entries…): the time it takes to read their texts, to the nearest five minutes.
    name: 'reading-minutes',
    prints: false,
    run(_, args) {
      const words = args.flatMap(listOf).reduce((sum: number, entry) => sum + wordsOf(entry), 0);
      return Math.max(5, Math.round(words / WORDS_PER_MINUTE / 5) * 5);
    },
  },
  {
    // (names entries): the names of entries, as texts.
    name: 'names',
    prints: false,
    run: (_, [entries]) => listOf(entries).flatMap((entry) => (isEntry(entry) ? [entry['name']] : [])),
  },
  {
    // (place-names entries): the names in their places, each once: “Verona, a public place” has one.
    name: 'place-names',
    prints: false,
    run(_, [entries]) {
      const places = listOf(entries).flatMap((entry) => (isEntry(entry) ? [textOf(entry['place'])] : []));
      const names = places.flatMap((place) => place.split(/[,;]/)).map((part) => part.trim());
      return [
        ...new Set(
          names.filter((name) => /^(?:The )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}$/u.test(name)),
        ),
      ];
    },
  },
  {
    // (joined texts "between"): several texts joined into one, with a separator between them.
    name: 'joined',
    prints: false,
    run(_, [texts, between]) {
      const parts = listOf(texts);
      const text = parts.map(textOf).join(textOf(between));
      return isAuthored(parts[0]) ? { text, at: parts[0].at } : text;
    },
  },
  {
    // (lines texts): several texts of one line, each on its own line of one paragraph.
    name: 'lines',
    prints: false,
    run(_, [texts]) {
      const parts = listOf(texts);
      const text = parts.map((part) => onOneLine(textOf(part))).join('\\\n');
      return isAuthored(parts[0]) ? { text, at: parts[0].at } : text;
    },
  },
  {
    // (one-line paragraphs): several texts joined into one line: “ / ” between lines, “ // ” between paragraphs.
    name: 'one-line',
    prints: false,
    run(_, [texts]) {
      const parts = listOf(texts);
      const text = parts.map((part) => onOneLine(textOf(part))).join(' // ');
      return isAuthored(parts[0]) ? { text, at: parts[0].at } : text;
    },
  },
  {
    // (plain a): plain text as a value for a field of Markdown, such as a cell of a table: it prints as it was written.
    name: 'plain',
    prints: false,
    run(_, [value]) {
      const text = escapeMarkdown(textOf(value));
      return isAuthored(value) ? { text, at: value.at } : text;
    },
  },
  {
    // (capital a): a word with a capital letter.
    name: 'capital',
    prints: false,
    run(_, [value]) {
      const text = textOf(value);
      const capital = text.charAt(0).toUpperCase() + text.slice(1);
      return isAuthored(value) ? { text: capital, at: value.at } : capital;
    },
  },
  {
    // (is a b): whether two values are the same text.
    name: 'is',
    prints: false,
    run: (_, [a, b]) => textOf(a) === textOf(b),
  },
  {
    // (concat lists…): several lists joined into one.
    name: 'concat',
    prints: false,
    run: (_, args) => args.flatMap(listOf),
  },
];
