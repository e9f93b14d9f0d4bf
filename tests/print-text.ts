import { readDocument } from '../src/blocks/markdown/read-document.ts';
import { TABLES } from '../src/build/tables/tables.ts';
import { readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import { createReport, type Report } from '../src/diagnostics/report.ts';
import { createLanguage, type Language } from '../src/layout/language/language.ts';
import { layOut } from '../src/layout/lay-out.ts';
import { type PageOptions, pageSetup } from '../src/layout/paging/page-setup.ts';
import { readStyles } from '../src/layout/style/read-styles.ts';
import type { Laid } from '../src/pages/laid.ts';
import type { Mark } from '../src/pages/page.ts';
import { paperSizeNamed } from '../src/pages/paper-size.ts';
import type { Picture } from '../src/pages/picture.ts';
import { fonts } from './support.ts';
import { english } from './words-in.ts';

const style = readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!;

/**
 * Lays out a Markdown file as `print` does.
 * @param more options of the page
 * @param among the language of the documents laid out before it, which share their words and lines
 */
export function layOutText(
  text: string,
  pictures: ReadonlyMap<string, Picture> = new Map(),
  among?: Language,
  more: Partial<PageOptions> = {},
): { laid: Laid; report: Report } {
  const report = createReport(() => text, true);
  const document = readDocument({ path: 'page.md', text }, TABLES.blocks, () => english, report)!;
  const wishes: PageOptions = {
    columns: 1,
    'margin-column': 0,
    measure: 130,
    'two-sided': true,
    furniture: false,
    cover: false,
    'head-left': '',
    'head-right': '',
    'foot-left': '',
    'foot-right': '',
    ...more,
  };
  const setup = pageSetup(paperSizeNamed('a4')!, wishes, style, {
    values: { pack: '', product: '', title: '' },
    at: { file: 'page.md', line: 1, column: 1 },
    perSheet: 1,
  });
  const language = among ?? createLanguage(document.settings.lang ?? 'en');
  return { laid: layOut(document.blocks, { setup, style, fonts, language, pictures }, report), report };
}

/** All text of the pages, artifacts too, in the order of painting. */
export function textOfPages(laid: Laid): string {
  const text = (marks: readonly Mark[]): string =>
    marks
      .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? text(mark.marks) : ''))
      .join('');
  return laid.pages.map((page) => text(page.marks)).join('');
}
