import { loadSqlite } from '../../sqlite/load-sqlite.ts';
import type { AnkiNote } from './anki-note.ts';

/** The notes of a deck, and what its decks are called. */
export interface ApkgNotes {
  readonly notes: readonly Pick<AnkiNote, 'guid' | 'fields' | 'tags'>[];
  readonly decks: readonly string[];
  /** How many notes were not read, since there are more than anybody learns. */
  readonly unread: number;
}

/** More notes than anybody learns. */
const MOST_NOTES = 50_000;
/** Columns that are computed when they are asked for may be as large as they like. */
const COMPUTED = /\bgenerated\b|\bvirtual\b|\bas\s*\(/i;

/** Reads the database of a deck. Only real tables are asked, which end. @returns undefined if it is damaged */
export async function apkgNotes(bytes: Uint8Array): Promise<ApkgNotes | undefined> {
  const { Database } = await loadSqlite();
  let database: InstanceType<typeof Database> | undefined;
  try {
    database = new Database(bytes);
    const rows = (sql: string) => database!.exec(sql)[0]?.values ?? [];
    const made = rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'");
    if (made.some(([, sql]) => COMPUTED.test(String(sql)))) return undefined;
    const tables = made.map(([name]) => name);
    if (!tables.includes('notes') || !tables.includes('col')) return undefined;
    const [settings] = rows('SELECT models, decks FROM col LIMIT 1');
    const models = fieldNames(String(settings?.[0] ?? ''));
    const notes = rows(`SELECT guid, mid, tags, flds FROM notes ORDER BY id LIMIT ${MOST_NOTES}`).map(
      ([guid, model, tags, fields]) => {
        const names = models.get(String(model)) ?? [];
        const texts = String(fields ?? '').split('\x1f');
        return {
          guid: String(guid),
          fields: texts.map((text, index) => ({ name: names[index] ?? '', text })),
          tags: String(tags ?? '')
            .split(/\s+/)
            .filter((tag) => tag !== ''),
        };
      },
    );
    const used = tables.includes('cards')
      ? new Set(rows('SELECT DISTINCT did FROM cards').map(([id]) => String(id)))
      : new Set<string>();
    const decks = objectIn(String(settings?.[1] ?? '')).flatMap(([id, deck]) =>
      used.has(id) && typeof deck.name === 'string' && deck.name !== 'Default' ? [deck.name] : [],
    );
    const [count] = rows('SELECT count(*) FROM notes');
    return { notes, decks, unread: Number(count?.[0]) - notes.length };
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}

/** The names of the fields of each type of note. */
const fieldNames = (json: string): Map<string, string[]> =>
  new Map(
    objectIn(json).map(([id, { flds }]) => [
      id,
      Array.isArray(flds) ? flds.map((field: { readonly name?: unknown }) => String(field.name ?? '')) : [],
    ]),
  );

function objectIn(json: string): [string, { readonly name?: unknown; readonly flds?: unknown }][] {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === 'object' && read !== null ? Object.entries(read) : [];
  } catch {
    return [];
  }
}
