import { append } from '../../../diagnostics/collections/append.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { readSeparated } from '../spreadsheets/read-separated.ts';
import { cardReading } from '../words/card-reading.ts';
import { entryOfNote } from './anki-note.ts';

/** How Anki names separators. */
const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/** Columns that are about a note, not part of it. */
const ABOUT = ['guid', 'notetype', 'deck', 'tags'];

/** Reads notes as Anki exports them in plain text, with lines such as `#separator:tab` and `#guid column:1` above them. */
export function readAnkiText({ path, text }: ImportSource): Imported {
  const reading = cardReading();
  const lines = text.split('\n');
  const length = lines.findIndex((line) => !line.startsWith('#'));
  const head = new Map(
    lines.slice(0, length < 0 ? lines.length : length).map((line): [string, string] => {
      const [, name = '', value = ''] = /^#([^:]*):(.*)$/.exec(line) ?? [];
      return [name.trim().toLowerCase(), value.trim()];
    }),
  );
  const named = head.get('separator') ?? 'tab';
  const separator = ownValue(SEPARATORS, named.toLowerCase()) ?? named;
  const places = new Map(ABOUT.map((name) => [name, Number(head.get(`${name} column`) ?? 0) - 1]));
  const names = (head.get('columns') ?? '').split(separator);
  const rest = lines.slice(head.size === 0 ? 0 : length < 0 ? lines.length : length).join('\n');
  const { rows, losses } = readSeparated(path, rest, separator, Math.max(0, length) + 1);
  append(reading.losses, losses);
  const at = { file: path, line: 1, column: 1 };
  const decks = new Set<string>([head.get('deck') ?? '']);
  const entries = rows.flatMap((row) => {
    const about = (name: string) => row.cells[places.get(name)!] ?? '';
    decks.add(about('deck'));
    const fields = row.cells
      .map((cell, place) => ({ name: names[place]?.trim() ?? '', text: cell, place }))
      .filter(({ place }) => ![...places.values()].includes(place));
    const guid = about('guid');
    return entryOfNote(
      {
        at: row.at,
        ...(guid !== '' && { guid }),
        fields,
        isHtml: head.get('html') !== 'false',
        tags: `${head.get('tags') ?? ''} ${about('tags')}`.split(/\s+/).filter((tag) => tag !== ''),
      },
      reading,
    );
  });
  const titles = [...decks].filter((deck) => deck !== '');
  if (titles.length > 1)
    for (const deck of titles) reading.lose('the name of a deck among several', deck, at);
  return reading.imported(entries, titles.length === 1 ? titles[0] : undefined);
}
