import { checkHeadings } from '../blocks/check-headings.ts';
import { figuresIn } from '../blocks/figures-in.ts';
import { readDocument } from '../blocks/markdown/read-document.ts';
import { flagPlace } from '../diagnostics/flag-place.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { createLanguage } from '../layout/language/language.ts';
import { layOut } from '../layout/lay-out.ts';
import { type PageOptions, pageSetup } from '../layout/paging/page-setup.ts';
import { setLabel } from '../layout/set-label.ts';
import type { PosterText } from '../layout/sheets/impose-poster.ts';
import { type LayOutAt, layOnSheets } from '../layout/sheets/lay-on-sheets.ts';
import { onSmallPages } from '../layout/sheets/on-small-pages.ts';
import { withTrimMarks } from '../layout/sheets/with-trim-marks.ts';
import { readStyles, styleNamed } from '../layout/style/read-styles.ts';
import { BLEED } from '../pages/bleed.ts';
import { lettersOf } from '../pages/fonts/letters-of.ts';
import type { Laid } from '../pages/laid.ts';
import { orientedPaper, paperSizeNamed } from '../pages/paper-size.ts';
import { type PictureFile, readPictures } from '../pages/pictures/read-pictures.ts';
import { forPrinting } from '../pdf/inks/for-printing.ts';
import { paint } from '../pdf/painting/paint.ts';
import { impositionOf } from '../templates/imposition.ts';
import type { BuildOptions, TemplateSet } from './jobs/build-options.ts';
import { checkFurniture } from './jobs/check-furniture.ts';

/** The pages of a Markdown file. Its measure is that of a text that is read on: 60 to 75 letters a line. */
const DOCUMENT: PageOptions = {
  columns: 1,
  'margin-column': 0,
  measure: 130,
  'two-sided': true,
  furniture: true,
  cover: false,
  'head-left': '',
  'head-right': '',
  'foot-left': '{title}',
  'foot-right': 'Page\u00A0{page} of\u00A0{pages}',
};

/** The paths of the pictures that a Markdown file shows, as it names them. */
export function picturesNamed(file: { path: string; text: string }): string[] {
  return figuresIn(readDocument(file, createReport())?.blocks ?? []).map(({ picture }) => picture);
}

/** The date of a document that says none, so that the same file gives the same bytes. */
const UNDATED = new Date('2000-01-01T00:00:00Z');

/**
 * One Markdown file as a document: read → lay out → put on sheets → paint. It stands apart from `build.ts`, since it needs neither packs
 * nor templates, and what is not imported need not be loaded.
 * @param onPages what is done to the pages before they are painted
 * @returns the PDF, or undefined if anything was wrong
 */
export async function printDocument(
  file: { path: string; text: string; pictures: readonly PictureFile[] },
  templates: TemplateSet,
  options: Omit<BuildOptions, 'products' | 'keep'> & { orientation?: 'portrait' | 'landscape' },
  report: Report,
  onPages: (laid: Laid) => Laid = (laid) => laid,
): Promise<{ bytes: Uint8Array; pages: number } | undefined> {
  const document = readDocument(file, report);
  if (!document) return undefined;
  const { settings, langAt, title, blocks } = document;
  checkFurniture(settings.lang, langAt, '“Page 1 of 2”', report);
  const style = styleNamed(
    options.style ?? settings.style,
    readStyles(templates.styles, report),
    file.path,
    report,
  );
  checkHeadings(blocks, report);
  if (blocks.length === 0)
    report.add('nothing-to-print', wholeFile(file.path), 'There is nothing in this file.');
  const pictures = readPictures(figuresIn(blocks), file.pictures, options.fonts, report);
  if (!style || report.failed()) return undefined;

  const paper = orientedPaper(
    paperSizeNamed(options.paper ?? settings.paper)!,
    options.orientation ?? 'portrait',
  );
  const { author, lang } = settings;
  const language = createLanguage(lang);
  const { press } = options;
  const layOutAt: LayOutAt = (size, { perSheet = 1, small = false }, found) => {
    const setup = pageSetup(size, small ? onSmallPages(DOCUMENT, size) : DOCUMENT, style, {
      values: { pack: title, product: title, title },
      at: wholeFile(file.path),
      perSheet,
      bound: !options.impose,
      ...(press && { bleed: BLEED }),
    });
    return layOut(blocks, { setup, style, fonts: options.fonts, language, pictures }, found);
  };
  const at = flagPlace('--impose');
  const { impose, offset } = options;
  const lettering: PosterText = {
    title,
    label: (text) => setLabel(text, { style, fonts: options.fonts, language }, report),
    lettersOf: (mark) => lettersOf(mark, options.fonts),
  };
  const pages = impose
    ? layOnSheets(
        paper,
        {
          imposition: { ...impositionOf(impose), bleed: press ? BLEED : 0 },
          at,
          offset,
          growing: false,
          lettering,
        },
        layOutAt,
        report,
      )
    : withTrimMarks(layOutAt(paper, {}, report));
  if (report.failed()) return undefined;
  const info = {
    title,
    ...(author && { author }),
    lang,
    date: options.date ?? UNDATED,
    ...(press && { press }),
  };
  const finished = await forPrinting(options)(
    onPages({ ...pages, sides: pages.sides ?? 'long-edge' }),
    report,
  );
  if (report.failed()) return undefined;
  return { bytes: paint(finished, options.fonts, info), pages: pages.pages.length };
}
