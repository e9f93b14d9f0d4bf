import { escapeMarkdown } from '../../content/entries/escape-markdown.ts';
import { onOneLine } from '../../content/entries/on-one-line.ts';
import { closeMark, markOrigin, openMark } from '../../diagnostics/origin.ts';
import type { PhraseKey } from '../../words/phrases.ts';
import { phraseParts } from '../../words/say.ts';
import { isAuthored } from '../pack-context.ts';
import type { Filling, Helper } from './helper.ts';
import { isEntry, textOfValue } from './helper-values.ts';

/** Puts origin marks around an authored text; text of the template itself needs none. */
function withOrigin(filling: Filling, value: unknown, convert: (text: string) => string): string {
  // The words of a phrase are Markdown already.
  if (isPhrase(value)) return phraseWith(filling, value.parts, convert);
  return isAuthored(value)
    ? markOrigin(filling.note(value.at), convert(value.text))
    : convert(textOfValue(value));
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

/** Helpers that print: what an author wrote gets the marks of its place. */
export const PRINTING_HELPERS: readonly Helper[] = [
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
      if (!isAuthored(value)) return textOfValue(value);
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
      const parts = phraseParts(filling.words(), textOfValue(key) as PhraseKey, { ...named });
      return { parts, toString: () => phraseWith(filling, parts, escapeMarkdown) };
    },
  },
];
