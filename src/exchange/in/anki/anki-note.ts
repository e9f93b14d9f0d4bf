import { plainName } from '../../../assessment/class-sets/column-names.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { ImportedEntry } from '../imported.ts';
import { type Gap, gapMark } from '../questions/question.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { htmlBlocks } from '../rich-text/html-blocks.ts';
import { htmlText } from '../rich-text/html-text.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import { onePlainLine, plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { CardReading } from '../words/card-reading.ts';
import { WORD_COLUMNS, type WordColumn } from '../words/word-columns.ts';

/** A note of Anki. */
export interface AnkiNote {
  readonly at: Place;
  readonly guid?: string;
  readonly fields: readonly { readonly name: string; readonly text: string }[];
  readonly isHtml: boolean;
  readonly tags: readonly string[];
  /** Gives a picture that came along. */
  find?(source: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

const CLOZE = /\{\{c\d+::([\s\S]*?)(?:::([\s\S]*?))?\}\}/g;
const SOUND = /\[sound:([^\]]*)\]/g;

/** Makes a word or an item of a note. What its other fields say is listed as lost. */
export function entryOfNote(note: AnkiNote, reading: CardReading): ImportedEntry[] {
  const { at, guid, tags } = note;
  const tools = reading.shelf.tools(at, reading.losses, note.find);
  const blocks = (text: string): TextBlock[] => {
    const silent = text.replace(SOUND, (_, name: string) => {
      tools.lose('a sound', name);
      return '';
    });
    return note.isHtml ? htmlBlocks(silent, tools) : plainBlocks(silent);
  };
  const raw = note.fields
    .map(({ text }) => (note.isHtml ? htmlText(text) : onePlainLine(text)))
    .filter((text) => text !== '')
    .join('\n');
  const cloze = note.fields.find(({ text }) => /\{\{c\d+::/.test(text));
  const id = guid === undefined ? {} : { id: guid };
  if (cloze) {
    const gaps: Gap[] = [];
    const marked = cloze.text.replace(CLOZE, (_, word: string, hint: string | undefined) => {
      if (hint) tools.lose('a hint for a gap', hint);
      gaps.push({ answers: [blocksInLine(blocks(word))], wrong: [], isChosen: false });
      return gapMark(gaps.length - 1);
    });
    const rationale = note.fields.filter((field) => field !== cloze).flatMap(({ text }) => blocks(text));
    const ask = { kind: 'cloze', gaps } as const;
    return reading.entry({ at, ...id, stem: blocks(marked), ask, tags, rationale, guidance: [], raw });
  }
  const used = placesOf(note.fields.map(({ name }) => name));
  for (const [place, { name, text }] of note.fields.entries())
    if (!used.has(place) && text.trim() !== '')
      tools.lose(
        `${name === '' ? `field ${place + 1}` : `the field “${name}”`} of a card`,
        blocksInLine(blocks(text)),
      );
  const textOf = (role: WordColumn) => {
    const place = [...used].find(([, one]) => one === role)?.[0];
    return place === undefined ? '' : (note.fields[place]?.text ?? '');
  };
  const line = (role: WordColumn) =>
    note.isHtml ? blocksInLine(blocks(textOf(role))) : plainMarkdown(textOf(role));
  return reading.card({
    at,
    ...id,
    front: blocks(textOf('word')),
    back: blocks(textOf('meaning')),
    gender: line('gender'),
    plural: line('plural'),
    example: line('example'),
    tags,
    raw,
  });
}

const partsOfName = (name: string): string[] => name.split(/[_\s-]+/).map(plainName);

/** Which field is what: by their names, and otherwise the first is the word and the second its meaning. */
function placesOf(names: readonly string[]): Map<number, WordColumn> {
  const roles = ['word', 'meaning', 'gender', 'plural', 'example'] as const;
  const found = new Map<number, WordColumn>();
  const taken = new Set<WordColumn>();
  for (const [place, name] of names.entries()) {
    const role = roles.find((one) => WORD_COLUMNS[one].test(plainName(name)) && !taken.has(one));
    if (role) {
      found.set(place, role);
      taken.add(role);
    }
  }
  // Makers of decks have several meanings, such as “en_meaning”: the first of them is the one.
  for (const [place, name] of names.entries()) {
    const role = roles.find(
      (one) => !taken.has(one) && partsOfName(name).some((part) => WORD_COLUMNS[one].test(part)),
    );
    if (!role || found.has(place)) continue;
    found.set(place, role);
    taken.add(role);
  }
  for (const role of ['word', 'meaning'] as const) {
    const free = names.findIndex((_, place) => !found.has(place));
    if (!taken.has(role) && free >= 0) found.set(free, role);
  }
  return found;
}
