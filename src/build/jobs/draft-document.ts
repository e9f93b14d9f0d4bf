import { checkHeadings } from '../../blocks/check-headings.ts';
import { figuresIn } from '../../blocks/figures-in.ts';
import { readDocument } from '../../blocks/markdown/read-document.ts';
import type { NamedBlock } from '../../blocks/named/named-block.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { DetectedLanguage } from '../../layout/language/detect-language.ts';
import { findLanguage } from '../../layout/language/find-language.ts';
import type { PageOptions } from '../../layout/paging/page-setup.ts';
import { readStyles, styleNamed } from '../../layout/style/read-styles.ts';
import type { Style } from '../../layout/style/style.ts';
import { orientedPaper, paperSizeNamed } from '../../pages/paper-size.ts';
import { type PictureFile, readPictures } from '../../pages/pictures/read-pictures.ts';
import { schoolLine } from '../../templates/school.ts';
import { phraseText, say } from '../../words/say.ts';
import type { BuildOptions, SchoolFiles, TemplateSet } from './build-options.ts';
import type { Draft } from './draft.ts';
import { checkSchoolStyle } from './opening/check-school-style.ts';
import { findWords } from './opening/find-words.ts';
import { readLogo } from './opening/read-logo.ts';
import { reportDetected } from './opening/report-language.ts';
import { ifOther, variantName } from './variant-name.ts';

/** A Markdown file that is printed on its own. */
export interface DocumentFile extends SchoolFiles {
  readonly path: string;
  readonly text: string;
  /** Reads those of some pictures that there are, by the paths that the file names. */
  readPictures(paths: readonly string[]): readonly PictureFile[];
}

/** The pages of a document. The width is that of continuous text, 60 to 75 letters per line, in millimetres. */
const PAGE: Omit<PageOptions, 'foot-right'> = {
  columns: 1,
  'margin-column': 0,
  measure: 130,
  'two-sided': true,
  furniture: true,
  cover: false,
  'head-left': '{school}',
  'head-right': '',
  'foot-left': '{title}',
};

/** A draft of a document, with the author and language in its front matter. */
interface DocumentDraft extends Draft {
  readonly author: string | undefined;
  readonly lang: string;
}

/** Options for printing a document. */
export type DocumentOptions = Omit<BuildOptions, 'products' | 'keep'> & {
  readonly orientation?: 'portrait' | 'landscape';
  /** The language, whatever its front matter says. */
  readonly lang?: string;
};

/** What a school says for files that do not say it themselves. A style that does not exist has been reported. */
function usualFor({ school }: SchoolFiles, styles: ReadonlyMap<string, Style>) {
  const { lang, style, paper } = school?.value ?? {};
  return {
    ...(lang !== undefined && { lang }),
    ...(style !== undefined && styles.has(style) && { style }),
    ...(paper !== undefined && { paper }),
  };
}

/** What stands for the names in braces in the heads and feet of a document. */
const valuesFor = ({ school }: SchoolFiles, title: string) => ({
  pack: title,
  product: title,
  title,
  school: school ? schoolLine(school) : '',
});

/**
 * Reads a Markdown file and turns it into blocks.
 * @param file with the named blocks that its fences may be
 * @param detected the language of its text, for a file that does not say it
 * @returns undefined, after diagnostics, if anything is wrong
 */
export function draftDocument(
  file: DocumentFile & { readonly blocks: readonly NamedBlock[] },
  templates: TemplateSet,
  options: DocumentOptions,
  detected: DetectedLanguage,
  report: Report,
): DocumentDraft | undefined {
  const styles = readStyles(templates.styles, report);
  checkSchoolStyle(file.school, styles, report);
  const langFor = (given: string | undefined) => options.lang ?? given ?? detected.lang;
  const wordsIn = (given: string | undefined, langAt: Place) => {
    if (options.lang === undefined && given === undefined) reportDetected(detected, file.path, report);
    const sets = [[], file.schoolWords ?? [], templates.words];
    return findWords(langFor(given), sets, langAt, '“Page 1 of 2”', report);
  };
  const document = readDocument(file, file.blocks, wordsIn, report, usualFor(file, styles));
  if (!document) return undefined;
  const { settings, words, title, blocks } = document;
  const { author } = settings;
  const lang = langFor(settings.lang);
  const at = wholeFile(file.path);
  const style = styleNamed(options.style ?? settings.style, styles, file.path, report);
  checkHeadings(blocks, report);
  if (blocks.length === 0) report.add('nothing-to-print', at, 'There is nothing in this file.');
  const figures = figuresIn(blocks);
  const files = file.readPictures(figures.map(({ picture }) => picture));
  const logo = readLogo(file, options.fonts, report);
  const pictures = new Map([
    ...readPictures(figures, files, options.fonts, report),
    ...(logo ? [[logo.path, logo.picture] as const] : []),
  ]);
  if (!style || report.failed()) return undefined;
  return {
    name: variantName(file.path.replace(/\.[^./\\]*$/, ''), {
      style: ifOther(options.style, settings.style),
      paper: ifOther(options.paper, settings.paper),
    }),
    title,
    product: 'document',
    page: { ...PAGE, 'foot-right': phraseText(words, 'page-of-pages') },
    furniture: {
      values: { ...valuesFor(file, title), 'turn-over': say(words, 'turn-over') },
      ...(logo && { logo: logo.path }),
      at,
    },
    imposition: undefined,
    style,
    paper: orientedPaper(paperSizeNamed(options.paper ?? settings.paper)!, options.orientation ?? 'portrait'),
    blocks,
    language: findLanguage(lang),
    words,
    pictures,
    author,
    lang,
  };
}
