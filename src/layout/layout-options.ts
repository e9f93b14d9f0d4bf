import type { FontBook } from '../pages/fonts/font-book.ts';
import type { Picture } from '../pages/picture.ts';
import type { Language } from './language/language.ts';
import type { PageSetup } from './paging/page-setup.ts';
import type { Style } from './style/style.ts';

/** What layout needs besides blocks. */
export interface LayoutOptions {
  readonly setup: PageSetup;
  readonly style: Style;
  readonly fonts: FontBook;
  readonly language: Language;
  /** The pictures that the blocks name, by path. A missing one is replaced by its description. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}
