import type { Loss } from '../losses/loss.ts';
import type { PackOut } from './pack-out.ts';
import type { ProductOut } from './product-out.ts';

/**
 * What a format exports: all questions or all words of a pack, one file of a product, or the whole pack as a text. Each is
 * handed what it is made from.
 */
interface Exported {
  readonly questions: PackOut;
  readonly words: PackOut;
  readonly pack: PackOut;
  readonly product: ProductOut;
}

/** A file in another format, and everything of the pack that is not in it. */
export interface FileOut {
  readonly bytes: Uint8Array;
  /** How many questions or words are in it; undefined for a product or a pack. */
  readonly count?: number;
  readonly losses: readonly Loss[];
}

/** Writes what it is given in a format. It gives the same bytes for the same source, whenever and wherever it runs. */
export type WriteOut<Source> = (source: Source) => FileOut | Promise<FileOut>;

/** A format that exports one thing. */
interface FormatFor<What extends keyof Exported> {
  /** As the command takes it: `gift`. Formats of different things may share a name, such as `csv`. */
  readonly name: string;
  readonly exports: What;
  /** Of its files, with the full stop: `.zip`. */
  readonly extension: string;
  /** What its files are, as a sentence calls them: “a question bank for Moodle”. */
  readonly title: string;
  /** The product that it exports if none is named. */
  readonly usual?: string;
  /** Loads what writes it, with its libraries. */
  load(): Promise<WriteOut<Exported[What]>>;
}

/** A format that can be exported: `exports` says what, and so what its writer is handed. */
export type FormatOut = { [What in keyof Exported]: FormatFor<What> }[keyof Exported];
