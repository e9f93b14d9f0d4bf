import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { entriesOfNotes } from '../study-notes/entries-of-notes.ts';
import { textPieces } from './text-pieces.ts';

/** Reads text without markup, as it is copied from a page or saved from a word processor. */
export function readPlainText({ path, text }: Pick<ImportSource, 'path' | 'text'>): Imported {
  return entriesOfNotes({ about: {}, pieces: textPieces(path, text), pictures: [], losses: [] }, path);
}
