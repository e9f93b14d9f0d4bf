import type { PackSource, TemplateSet } from '../../build/jobs/build-options.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Loss } from '../../exchange/losses/loss.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';

/** The folder that Studio shows, and the disk of the program. Studio itself reads and writes nothing. */
export interface StudioDisk {
  /** The name of the folder, as its author knows it. */
  readonly folder: string;
  /** The ids of the packs in it. */
  packs(): readonly string[];
  /** Reads all files of a pack. @returns undefined, after diagnostics, if there is no such pack any more */
  readPack(id: string, report: Report): PackSource | undefined;
  /** Tells the files of a pack, as they are now, from what they were before, without reading them; undefined if it is gone. */
  stampOf(id: string): string | undefined;
  /** Reads the bytes of a file of a pack; undefined if it is gone, or not an ordinary file in the folder of the pack. */
  readFile(id: string, name: string): Uint8Array | undefined;
  /** Writes files of a pack, all or none. @returns whether they were written; if not, the report says why */
  writeFiles(id: string, files: readonly NewFile[], report: Report): boolean;
  /** Reads the text of the file of the school; empty if there is none. Undefined if it is not text. */
  readSchool(): string | undefined;
  /** @returns whether it was written; if not, the report says why */
  writeSchool(text: string, report: Report): boolean;
  /**
   * Imports a file into a pack, which is made if there is none of that id, or finds out what that would do.
   * @param file with the title of a new pack, if somebody gave it one
   * @returns undefined, after an error, if nothing can be read from it
   */
  importFile(
    id: string,
    file: NewFile & { readonly title?: string },
    write: boolean,
    report: Report,
  ): Promise<ImportOutcome | undefined>;
  /** Gives a text as it would be if it were read from a file: with plain line ends, for instance. */
  cleanText(text: string, path: string, report: Report): string;
  readonly templates: TemplateSet;
  readonly fonts: ShapingFontBook;
  /** Reads what a page of Studio needs: its style sheet, its script, its fonts. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The subjects of the packs that there are to start from. */
  readonly starters: readonly string[];
  /** Makes a new pack of some files. @returns false, after diagnostics, if there is one of that id or it cannot be written */
  createPack(id: string, files: readonly NewFile[], report: Report): boolean;
  /** Copies a starter pack. @returns the id of the new pack */
  copyStarter(subject: string, report: Report): string | undefined;
}

/** A file to write, with its path within the pack. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an import does, or would do. */
export interface ImportOutcome {
  /** What the format of the file is called. */
  readonly format: string;
  readonly isNew: boolean;
  readonly added: readonly ImportedTo[];
  readonly updated: readonly ImportedTo[];
  /** Everything that was in the file and is in none of the entries. */
  readonly losses: readonly Loss[];
  readonly isWritten: boolean;
}

/** An entry, and the file that it goes into. */
interface ImportedTo {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
}

/** A file that pages of Studio load. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}
