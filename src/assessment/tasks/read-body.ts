import type { Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { BodySource } from './body-source.ts';
import type { TaskBody } from './item.ts';
import { readBlanks } from './read-blanks.ts';
import { readChoice } from './read-choice.ts';
import { readList, type TextWithList } from './read-list.ts';
import { readMatching } from './read-matching.ts';
import { readOrdering } from './read-ordering.ts';
import type { TaskFields } from './task-fields.ts';

/** What a task asks, and what else stood in its text. */
export interface ReadBody {
  readonly body: TaskBody;
  /** Printed below the stem. */
  readonly text?: Passage;
  /** The model answer, or why the key is right. */
  readonly answer?: Passage;
}

/** Reads a task's text by its kind. @returns undefined after reporting what is wrong with it */
export function readBody(source: BodySource, report: Report): ReadBody | undefined {
  const { main, fields, at } = source;
  const kind = fields.kind ?? 'short';
  const list = readList(main);
  const around = (body: TaskBody): ReadBody => ({
    body,
    ...(list.above && { text: list.above }),
    ...(list.below && { answer: list.below }),
  });
  switch (kind) {
    case 'multiple-choice':
    case 'true-false': {
      const body = readChoice(kind, list.entries, source, report);
      return body && around(body);
    }
    case 'matching': {
      const body = readMatching(list.entries, source, report);
      return body && around(body);
    }
    case 'ordering': {
      if (!holdsList(list, 2, 'The steps stand as a list, in the right order.', at, report)) return undefined;
      const body = readOrdering(list.entries, source, report);
      return body && around(body);
    }
    case 'labelling': {
      if (!holdsList(list, 1, 'Write what each letter of the figure stands for: - A = the lamp', at, report))
        return undefined;
      const labels = list.entries.map(({ text, at: where }) => {
        const [, letter = '', words = ''] = /^(\S+)\s*=\s*(.*)$/.exec(text) ?? [];
        if (words === '')
          report.add(
            'key-missing',
            where,
            `“${text}” does not say what the letter stands for.`,
            'Write “A = what it is”.',
          );
        return { letter, answer: { text: words, at: where } };
      });
      const bank = bankOf(
        fields,
        labels.map(({ answer }) => answer),
        source,
      );
      return around({ kind, labels, ...(bank && { bank }) });
    }
    case 'cloze':
    case 'table': {
      const read = readBlanks(main, at, report);
      if (!read) return undefined;
      const words = read.blanks.map((blank) => ({ text: blank.words[0] ?? '', at: blank.at }));
      const bank = bankOf(fields, words, source);
      return { body: { kind, text: read.text, blanks: read.blanks, ...(bank && { bank }) } };
    }
    case 'identify': {
      if (fields.quotation === undefined) {
        const hint = 'Write its id below the heading: quotation: one-id';
        report.add('key-missing', at, 'This item asks for a quotation and names none.', hint);
        return undefined;
      }
      const body: TaskBody = { kind, quotation: fields.quotation, asks: fields.asks };
      return { body, ...(main.text && { answer: main }) };
    }
    case 'short':
    case 'extended':
      return {
        body: { kind, ...(fields.levels !== undefined && { levels: fields.levels }) },
        ...(main.text && { answer: main }),
      };
  }
}

function holdsList(list: TextWithList, least: number, hint: string, at: Place, report: Report): boolean {
  if (list.entries.length >= least) return true;
  report.add('key-missing', at, 'This item has no list to make its key of.', hint);
  return false;
}

/** The words of a bank: one of each that is missing, and some that fit nowhere. */
function bankOf(
  fields: TaskFields,
  words: readonly Passage[],
  { places, at }: BodySource,
): Passage[] | undefined {
  if (!fields.bank) return undefined;
  const extra = fields.extra.map((text, index) => ({
    text,
    at: ownValue(places, `extra.${index}`) ?? places['extra'] ?? at,
  }));
  return [...words, ...extra].filter(
    (word, index, all) => all.findIndex(({ text }) => text === word.text) === index,
  );
}
