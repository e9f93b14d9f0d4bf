import type { PackFile } from '../../content/read-pack.ts';
import type { PrinterOffset } from '../../layout/sheets/printer-offset.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { PictureFile } from '../../pages/pictures/read-pictures.ts';
import type { PressProfile } from '../../pdf/inks/read-profile.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import type { TextFile } from '../../templates/product.ts';
import type { PrintListOptions } from '../print-list/print-list-of.ts';

/** A pack's files, and the templates and styles that it is printed with: its own come before ours. */
export interface PackSource {
  readonly id: string;
  readonly folder: string;
  readonly content: readonly PackFile[];
  readonly pictures: readonly PictureFile[];
  /** What was found when its quotations were checked, if that was written down. */
  readonly verdicts?: { readonly path: string; readonly text: string };
  readonly templates: TemplateSet;
}

export interface TemplateSet {
  readonly templates: readonly TextFile[];
  readonly partials: readonly TextFile[];
  readonly styles: readonly TextFile[];
}

export interface BuildOptions extends PrintListOptions {
  readonly fonts: ShapingFontBook;
  /** Names of the products to make; none for all. */
  readonly products: readonly string[];
  /** In place of what a product says. */
  readonly paper?: string;
  readonly style?: string;
  /** What was measured of the printer, for backs. */
  readonly offset?: PrinterOffset;
  /** The name of a way to put pages on sheets, in place of what a product says. */
  readonly impose?: string;
  /** The press that it is printed on, if it is not a school's copier. */
  readonly press?: PressProfile;
  /** The date that PDFs carry, in place of the pack's. */
  readonly date?: Date;
  /** Whether to return every stage beside each PDF. */
  readonly keep: boolean;
  /** Told what was found in each finished PDF, which is then read back; without it none is. */
  readonly onPreflight?: (path: string, pages: number, findings: readonly Finding[]) => void;
  /** Told of each pack that is done, and whether it is sound; if not, nothing of it is printed. */
  readonly onPack?: (id: string, sound: boolean) => void;
  /** Told of each PDF that is done: how many of how many in its pack, and its name. */
  readonly onProgress?: (done: number, of: number, name: string) => void;
}
