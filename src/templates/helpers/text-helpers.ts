import { escapeMarkdown } from '../../content/entries/escape-markdown.ts';
import { onOneLine } from '../../content/entries/on-one-line.ts';
import { closeMark, openMark } from '../../diagnostics/origin.ts';
import { wordFor } from '../../words/word-for.ts';
import { isAuthored } from '../pack-context.ts';
import type { Helper } from './helper.ts';
import { asList, placedAs, textOfValue } from './helper-values.ts';

/** Helpers that make a text of others. */
export const TEXT_HELPERS: readonly Helper[] = [
  {
    // (word-for "output" name): the word of the language for a name of the program.
    name: 'word-for',
    prints: false,
    run: (filling, [set, name]) => wordFor(filling.words(), textOfValue(set) as 'output', textOfValue(name)),
  },
  {
    // (whole a b …): Markdown of any length, one text below another, as a value for yaml; empty values are left out.
    name: 'whole',
    prints: false,
    run: (filling, args) =>
      args
        .flatMap(asList)
        .flatMap(asList)
        .map((value) =>
          isAuthored(value)
            ? `${openMark(filling.note(value.at))}\n\n${value.text}\n\n${closeMark()}`
            : textOfValue(value),
        )
        .filter((text) => text !== '')
        .join('\n\n'),
  },
  {
    // (labelled "Accept" a): a label in bold before a text of one paragraph, or above a longer one; nothing if it is empty.
    name: 'labelled',
    prints: false,
    run(_, [label, value]) {
      const texts = asList(value);
      const [first, ...more] = texts;
      if (first === undefined) return [];
      const bold = `**${textOfValue(label)}**`;
      const text = textOfValue(first);
      return more.length === 0 && isOneParagraph(text)
        ? [placedAs(first, `${bold} ${onOneLine(text)}`)]
        : [bold, ...texts];
    },
  },
  {
    // (joined texts "between"): several texts joined into one, with a separator between them.
    name: 'joined',
    prints: false,
    run(_, [texts, between]) {
      const parts = asList(texts);
      const text = parts.map(textOfValue).join(textOfValue(between));
      return placedAs(parts[0], text);
    },
  },
  {
    // (lines texts): several texts of one line, each on its own line of one paragraph.
    name: 'lines',
    prints: false,
    run(_, [texts]) {
      const parts = asList(texts);
      const text = parts.map((part) => onOneLine(textOfValue(part))).join('\\\n');
      return placedAs(parts[0], text);
    },
  },
  {
    // (one-line paragraphs): several texts joined into one line: “ / ” between lines, “ // ” between paragraphs.
    name: 'one-line',
    prints: false,
    run(_, [texts]) {
      const parts = asList(texts);
      const text = parts.map((part) => onOneLine(textOfValue(part))).join(' // ');
      return placedAs(parts[0], text);
    },
  },
  {
    // (plain a): plain text as a value for a field of Markdown, such as a cell of a table: it prints as it was written.
    name: 'plain',
    prints: false,
    run: (_, [value]) => placedAs(value, escapeMarkdown(textOfValue(value))),
  },
  {
    // (capital a): a word with a capital letter.
    name: 'capital',
    prints: false,
    run(_, [value]) {
      const text = textOfValue(value);
      return placedAs(value, text.charAt(0).toUpperCase() + text.slice(1));
    },
  },
];

/** Whether a text is one paragraph, and neither a list, a table, a quotation, a heading nor code. */
const isOneParagraph = (text: string): boolean => !/\n\s*\n|^\s*([-*+>|#~`]|\d+[.)])/m.test(text.trim());
