import type { EntryKind } from '../../../content/kinds/entry-kind.ts';
import type { Words } from '../../../words/words.ts';
import type { ImportRecord } from './import-record.ts';
import type { EntriesFile } from './written-entries.ts';

/** A pack as it is before an import. */
export interface PackBefore {
  /** As it is shown to its author. */
  readonly folder: string;
  readonly lang: string | undefined;
  readonly files: readonly EntriesFile[];
  /** The pictures in it, by their paths below its folder. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly record: ImportRecord;
}

/** What an import does to a pack. */
export interface ImportPlan {
  /** The files to write, with their whole text. */
  readonly files: readonly EntriesFile[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly record: ImportRecord;
  /** The entries that it adds and changes, as they are written, and how many are there already. */
  readonly added: readonly PlacedEntry[];
  readonly updated: readonly PlacedEntry[];
  readonly same: number;
  /** How many stay as a teacher has changed or deleted them. */
  readonly kept: number;
}

/** An entry and the file that it is written in. */
export interface PlacedEntry {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  readonly file: string;
}

/** Where an import comes from, and how. */
export interface ImportOptions {
  /** The name of the source, for the record: that of its file. */
  readonly source: string;
  /** What its files are called in the folders of the pack. */
  readonly stem: string;
  /** Whether to take what the source says even where a teacher has changed or deleted it since. */
  readonly replace: boolean;
  readonly kinds: readonly EntryKind[];
  /** The words of the pack’s language, for what the source does not say. */
  readonly words: Words;
}

/** What happens to an entry: it is added, written again, left as it is since it is the same, or left since somebody changed it. */
export type Fate = 'add' | 'update' | 'same' | 'keep';
