import { createHash } from 'node:crypto';
import { loadSqlite } from '../../sqlite/load-sqlite.ts';
import { ANKI_TABLES, ankiSettings } from './anki-schema.ts';

/** A note of a deck: its fields as HTML, in the order of `ANKI_FIELDS`. */
interface AnkiNote {
  readonly guid: string;
  readonly fields: readonly string[];
  readonly tags: string;
}

/** A deck to write. */
interface AnkiDeck {
  /** Names it for good: a second import of a deck with this id updates the first. */
  readonly id: string;
  readonly name: string;
  /** The tag of its language, and what is said of a plural in it, with `{{Plural}}` in its place. */
  readonly lang: string;
  readonly plural: string;
  /** As 2026-09-01. Anki takes a note for newer than its own if this is later. */
  readonly date: string;
  readonly notes: readonly AnkiNote[];
}

/** Separates the fields of a note. */
const BETWEEN_FIELDS = '\x1f';

/** Writes a deck as the database in which Anki keeps cards. All ids come from those of the deck and its notes. */
export async function ankiCollection(deck: AnkiDeck): Promise<Uint8Array> {
  const { Database } = await loadSqlite();
  const database = new Database();
  try {
    const seconds = Date.parse(`${deck.date}T00:00:00Z`) / 1000;
    const taken = new Set<number>();
    const deckId = numberFor(`deck ${deck.id}`, taken);
    const modelId = numberFor(`note type ${deck.lang}`, taken);
    database.run(ANKI_TABLES);
    database.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
      seconds,
      seconds * 1000,
      seconds * 1000,
      ...ankiSettings(deck, { deckId, modelId, seconds }),
    ]);
    for (const [index, { guid, fields, tags }] of deck.notes.entries()) {
      const noteId = numberFor(`note ${guid}`, taken);
      const first = withoutTags(fields[0] ?? '');
      const spaced = tags === '' ? '' : ` ${tags} `;
      database.run('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)', [
        noteId,
        guid,
        modelId,
        seconds,
        spaced,
        fields.join(BETWEEN_FIELDS),
        first,
        checksum(first),
        '',
      ]);
      database.run('INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)', [
        numberFor(`card ${guid}`, taken),
        noteId,
        deckId,
        seconds,
        index + 1,
        '',
      ]);
    }
    return database.export();
  } finally {
    database.close();
  }
}

/** The first number for an id: Anki’s own are times in milliseconds, so that these look like some of the year 2001. */
const FIRST = 1e12;
/** How many numbers there are. */
const NUMBERS = 2 ** 36;

/** A number for an id, always the same, that no other thing of this deck has. */
function numberFor(id: string, taken: Set<number>): number {
  const hash = createHash('sha256').update(id).digest();
  let number = FIRST + (hash.readUIntBE(0, 6) % NUMBERS);
  while (taken.has(number)) number += 1;
  taken.add(number);
  return number;
}

/** What Anki sorts and compares by: the words of the first field. */
const withoutTags = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** The number by which Anki finds notes with the same first field. */
const checksum = (text: string): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);
