import { decodedAddress } from '../../../diagnostics/decoded-address.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { unpackArchive } from '../../archives/unpack-archive.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { cardReading } from '../words/card-reading.ts';
import { entryOfNote } from './anki-note.ts';
import { type ApkgNotes, apkgNotes } from './apkg-notes.ts';

const OLDER =
  'In Anki, choose File, Export, tick “Support older Anki versions”, and import that file; or export “Notes in Plain Text”.';

/** Reads a deck of Anki (.apkg), with its pictures. */
export async function readApkg(source: ImportSource, report: Report): Promise<Imported | undefined> {
  const { path, bytes, files } = source;
  const refuse = (message: string) => {
    report.add('import-refused', wholeFile(path), message, OLDER);
    return undefined;
  };
  if (files.some((name) => name === 'collection.anki21b'))
    return refuse(
      'This deck is packed as newer versions of Anki do it (collection.anki21b), which the program does not unpack.',
    );
  const name = ['collection.anki21', 'collection.anki2'].find((one) => files.includes(one));
  const unpacked = name === undefined ? undefined : unpackArchive(bytes, () => true);
  const collection = name === undefined ? undefined : unpacked?.get(name);
  const notes = collection && (await apkgNotes(collection));
  if (!unpacked || !notes) return refuse('The cards in this deck cannot be read: it is damaged.');
  const media = mediaIn(unpacked.get('media'));
  const find = (wanted: string) => {
    const named = decodedAddress(wanted);
    const file = [...media].find(([, one]) => one === named || one === wanted)?.[0];
    const found = file === undefined ? undefined : unpacked.get(file);
    return found && { name: named, bytes: found };
  };
  return importedFrom(notes, path, find);
}

function importedFrom(
  { notes, decks, unread }: ApkgNotes,
  path: string,
  find: (source: string) => { readonly name: string; readonly bytes: Uint8Array } | undefined,
): Imported {
  const reading = cardReading();
  const entries = notes.flatMap((note, index) =>
    // A deck has no lines: notes are counted in their place.
    entryOfNote({ ...note, isHtml: true, at: { file: path, line: index + 1, column: 1 }, find }, reading),
  );
  if (decks.length > 1)
    for (const deck of decks) reading.lose('the name of a deck among several', deck, wholeFile(path));
  if (unread > 0) reading.lose('notes after the first 50,000', `${unread} notes`, wholeFile(path));
  return reading.imported(entries, decks.length === 1 ? decks[0] : undefined);
}

/** The names of the files in a deck, which are numbered in it. */
function mediaIn(bytes: Uint8Array | undefined): Map<string, string> {
  try {
    const names: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return new Map(Object.entries(names ?? {}).map(([number, name]) => [number, String(name)]));
  } catch {
    return new Map();
  }
}
