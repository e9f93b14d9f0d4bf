import type { BoardFile } from '../../assessment/boards/read-board.ts';
import type { PackFile } from '../../content/read-pack-file.ts';
import type { PrinterOffset } from '../../layout/sheets/printer-offset.ts';
import type { StyleFile } from '../../layout/style/read-styles.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { PictureFile } from '../../pages/pictures/read-pictures.ts';
import type { PressProfile } from '../../pdf/inks/read-profile.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import type { LeftOut } from '../../templates/lacking-for.ts';
import type { TextFile } from '../../templates/product.ts';
import type { School } from '../../templates/school.ts';
import type { WordsFile } from '../../words/read-words.ts';
import type { StageMemory } from '../memory/stage-memory.ts';
import type { PrintListOptions } from '../print-list/print-list-of.ts';
import type { Tables } from '../tables/tables.ts';

/** A pack's files, with its own templates and styles, which take precedence over those of the program. */
export interface PackSource extends SchoolFiles {
  readonly id: string;
  readonly folder: string;
  readonly content: readonly PackFile[];
  readonly pictures: readonly PictureFile[];
  /** The file of verdicts from checking its quotations, if there is one. */
  readonly verdicts?: { readonly path: string; readonly text: string };
  readonly templates: TemplateSet;
  /** Files in its folder that nothing reads, by their paths in it. */
  readonly unread?: readonly string[];
}

/** What a school brings for all that it prints. */
export interface SchoolFiles {
  /** What it says of itself and how it prints. */
  readonly school?: School;
  readonly logo?: PictureFile;
  /** Files of words, one for each language. */
  readonly schoolWords?: readonly WordsFile[];
}

/** The templates, partials, styles, words and boards of the program or of a pack. */
export interface TemplateSet {
  readonly templates: readonly TextFile[];
  readonly partials: readonly TextFile[];
  readonly styles: readonly StyleFile[];
  /** Files of words, one for each language. */
  readonly words: readonly WordsFile[];
  /** Files of exam boards. */
  readonly boards?: readonly BoardFile[];
}

export interface BuildOptions extends PrintListOptions {
  /** The kinds of question and entry, and the blocks, in place of the program’s own. */
  readonly tables?: Tables;
  /** What earlier builds in this process made, with these fonts and tables: only what has changed is made again. */
  readonly memory?: StageMemory;
  readonly fonts: ShapingFontBook;
  /** Names of the products to make; empty for all. */
  readonly products: readonly string[];
  /** Whether to make products too that are made on request only; has no effect on named products. */
  readonly allProducts?: boolean;
  /** Ids of the entries to make files for; all files if there are none. */
  readonly only?: readonly string[];
  /** The paper, in place of the products'. */
  readonly paper?: string;
  /** The style, in place of the products'. */
  readonly style?: string;
  /** The measured offset of the printer's backs. */
  readonly offset?: PrinterOffset;
  /** The name of an imposition, in place of the products'. */
  readonly impose?: string;
  /** The profile of the printing press; undefined for a school's copier. */
  readonly press?: PressProfile;
  /** The date in the metadata of PDFs, in place of the pack's. */
  readonly date?: Date;
  /** Whether to return the result of each stage beside each PDF. */
  readonly keep: boolean;
  /** Called with the findings of preflight in each finished PDF. If undefined, there is no preflight. */
  readonly onPreflight?: (path: string, pages: number, findings: readonly Finding[]) => void;
  /** Called after each pack. If it is not sound, nothing of it is printed. */
  readonly onPack?: (id: string, sound: boolean) => void;
  /** Called when a whole pack is laid out, with the names of all its files, those that are made on request too. */
  readonly onPlanned?: (names: readonly string[]) => void;
  /** Called for each product that is left out because the pack has too little for it. */
  readonly onLeftOut?: (product: LeftOut) => void;
  /** Called after each PDF with the number done in its pack, the number of all, and its name. */
  readonly onProgress?: (done: number, of: number, name: string) => void;
}
