import type { Report } from '../diagnostics/report.ts';
import { type DetectedLanguage, detectLanguage } from '../layout/language/detect-language.ts';
import { hasColour } from '../pages/has-colour.ts';
import type { Laid } from '../pages/laid.ts';
import { forPrinting } from '../pdf/inks/for-printing.ts';
import { paint } from '../pdf/painting/paint.ts';
import type { TemplateSet } from './jobs/build-options.ts';
import { type DocumentFile, type DocumentOptions, draftDocument } from './jobs/draft-document.ts';
import { layOutDraft } from './jobs/lay-out-draft.ts';
import { reportLackingUa } from './jobs/report-lacking-ua.ts';
import { variantName } from './jobs/variant-name.ts';

/** The date in the PDF of a document, unless the environment gives one: the same file always gives the same bytes. */
const UNDATED = new Date('2000-01-01T00:00:00Z');

/** A field for the language, if it is in front matter; elsewhere it does no harm. */
const LANGUAGE_FIELD = /^\s*lang(?:uage)?\s*[:=]/m;

/** What opens a named block. */
const FENCE = /`{3}|~{3}/;

/** As much of a file as its front matter may take. */
const FRONT_MATTER = 4000;

const ENGLISH: DetectedLanguage = { lang: 'en', certainty: 'clear' };

/**
 * Prints one Markdown file as a document: file → blocks → pages → sheets → PDF. It is apart from `build.ts`, since it
 * needs neither packs nor templates, and so does not load them.
 * @param onPages changes the pages before they are painted
 * @returns the PDF, and its path without an extension, next to the file; undefined, after diagnostics, if anything was wrong
 */
export async function printDocument(
  file: DocumentFile,
  templates: TemplateSet,
  options: DocumentOptions,
  report: Report,
  onPages: (laid: Laid) => Laid = (laid) => laid,
): Promise<{ name: string; bytes: Uint8Array; pages: number } | undefined> {
  const saysItsLanguage = options.lang !== undefined || LANGUAGE_FIELD.test(file.text.slice(0, FRONT_MATTER));
  const detected = saysItsLanguage ? ENGLISH : await detectLanguage(file.text);
  // Of two hundred milliseconds that a page takes, loading all blocks would be twenty.
  const blocks = FENCE.test(file.text) ? (await import('./tables/blocks.ts')).BLOCKS : [];
  const draft = draftDocument({ ...file, blocks }, templates, options, detected, report);
  if (!draft) return undefined;

  // A document is always asked for by name: an imposition that it does not fit is an error.
  const { pages: laid, imposed } = layOutDraft(draft, { ...options, products: [draft.product] }, report);
  if (report.failed()) return undefined;
  const lacksUa = reportLackingUa(draft.blocks, laid.structure, file.path, report);
  const sheets = onPages({ ...laid, sides: laid.sides ?? 'long-edge' });

  const pages = await forPrinting(options)(sheets, report);
  if (report.failed()) return undefined;
  const { title, author, lang } = draft;
  const { fonts, press, date = UNDATED } = options;
  const info = { title, ...(author && { author }), lang, date, ...(press && { press }), lacksUa };
  const { grey = false } = options;
  const name = variantName(draft.name, {
    impose: imposed,
    grey: grey && hasColour(laid),
    press: press !== undefined,
  });
  return { name, bytes: paint(pages, fonts, info), pages: laid.pages.length };
}
