import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { FieldData, Imported, ImportedEntry } from '../imported.ts';
import { type BankReading, bankReading } from '../questions/bank-reading.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { onePlainLine } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { writeBlocks } from '../rich-text/write-blocks.ts';
import type { Card } from './card.ts';
import { plainOfMarkdown } from './plain-of-markdown.ts';

/** What is shared by the cards of one source as they are read. */
export interface CardReading extends BankReading {
  /** Makes a word of a card or, if its front is a question, an item; none after it has been listed as lost. */
  card(card: Card): ImportedEntry[];
  /** What has been read. */
  imported(entries: readonly ImportedEntry[], title?: string): Imported;
}

/** Begins to read cards. */
export function cardReading(): CardReading {
  const reading = bankReading();
  const seen = new Map<string, Place>();
  return {
    ...reading,
    card(card) {
      const key = JSON.stringify([card.front, card.back, card.example]);
      const first = seen.get(key);
      if (first) reading.lose(`a card that is the same as the one in line ${first.line}`, card.raw, card.at);
      if (first) return [];
      seen.set(key, card.at);
      return cardEntry(card, reading);
    },
    imported: (entries, title) => ({
      about: title === undefined ? {} : { title },
      entries,
      pictures: reading.shelf.pictures,
      losses: reading.losses,
    }),
  };
}

const PICTURE = /!\[[^\]]*\]\([^)]*\)/g;

function cardEntry(card: Card, reading: BankReading): ImportedEntry[] {
  const { at, id, front, back, raw, tags } = card;
  if (front.length === 0 || back.length === 0) {
    const side = front.length === 0 ? 'front' : 'back';
    reading.lose(`a card, because its ${side} is empty`, raw, at);
    return [];
  }
  if (isQuestion(card))
    return reading
      .entry({
        at,
        ...(id !== undefined && { id }),
        stem: front,
        ask: { kind: 'short', answers: [[...back]], wrong: [] },
        tags,
        rationale: [],
        guidance: [],
        raw,
      })
      .map((entry) => ({ ...entry, fields: { ...entry.fields, tags: [...tagsOf(entry), 'flashcards'] } }));
  for (const text of tags) reading.loseOnce('a tag of words: words have none', text, at);
  // A word is plain text: its pictures are printed with its meaning.
  const written = blocksInLine(front);
  const pictures = (written.match(PICTURE) ?? []).map(
    (markdown): TextBlock => ({ kind: 'picture', markdown }),
  );
  const name = plainOfMarkdown(written.replace(PICTURE, ' '));
  if (name === '') {
    reading.lose('a card, because its front is a picture', raw, at);
    return [];
  }
  const { gender, plural, example, lang } = card;
  return [
    {
      kind: 'vocabulary',
      ...(id !== undefined && { id }),
      name,
      fields: {
        ...(gender && { gender }),
        ...(plural && { plural }),
        ...(example && { example }),
        ...(lang && { lang }),
      },
      body: writeBlocks([...back, ...pictures]),
      at,
    },
  ];
}

/** Whether a card asks in a sentence. */
const isQuestion = ({ front }: Card): boolean => {
  const text = onePlainLine(blocksInLine(front).replace(/<[^<>]*>/g, ''));
  return /\?\p{P}*$/u.test(text) && text.split(' ').length > 1;
};

const tagsOf = ({ fields }: ImportedEntry): readonly FieldData[] =>
  Array.isArray(fields['tags']) ? fields['tags'] : [];
