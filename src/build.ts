import type { Block } from './blocks/block.ts';
import { checkHeadings } from './blocks/check-headings.ts';
import { figuresIn } from './blocks/figures-in.ts';
import { readStyles, type Style, styleNamed } from './blocks/style.ts';
import type { Pack } from './content/entry.ts';
import { allPassages, KINDS, type PackFile, readPack } from './content/read-pack.ts';
import { createReport, type Report } from './diagnostics/report.ts';
import type { ShapingFontBook } from './fonts/font-book.ts';
import { cellSize, type Grid, gridOf, imposeGrid } from './imposition/impose-grid.ts';
import { createLanguage, type Language } from './language/language.ts';
import { layOut } from './layout/lay-out.ts';
import { pageSetup } from './layout/page-setup.ts';
import { checkFences, parseMarkdown } from './markdown/parse-markdown.ts';
import { readDocument } from './markdown/read-document.ts';
import { describePages } from './pages/describe-pages.ts';
import type { Laid } from './pages/laid.ts';
import { type Paper, paperNamed } from './pages/paper.ts';
import type { Picture } from './pages/picture.ts';
import { paint } from './pdf/paint.ts';
import { type PictureFile, readPictures } from './pictures/read-pictures.ts';
import { checkPrinted } from './template/check-printed.ts';
import { jobContext } from './template/context.ts';
import { type Filled, fillTemplate } from './template/fill-template.ts';
import { documentTitle, type Job, planJobs } from './template/plan-jobs.ts';
import { readProducts, type TextFile } from './template/product.ts';

/** A pack's files, and the templates and styles that it is printed with: its own come before ours. */
export interface PackSource {
  readonly id: string;
  readonly folder: string;
  readonly content: readonly PackFile[];
  readonly pictures: readonly PictureFile[];
  readonly shelf: Shelf;
}

export interface Shelf {
  readonly templates: readonly TextFile[];
  readonly partials: readonly TextFile[];
  readonly styles: readonly TextFile[];
}

export interface BuildOptions {
  readonly fonts: ShapingFontBook;
  /** Names of the products to make; none for all. */
  readonly products: readonly string[];
  /** In place of what a product says. */
  readonly paper?: string;
  readonly style?: string;
  /** The date that PDFs carry, in place of the pack's. */
  readonly date?: Date;
  /** Whether to return every stage beside each PDF. */
  readonly keep: boolean;
  /** Told of each PDF that is done: how many of how many, and its name. */
  readonly onProgress?: (done: number, of: number, name: string) => void;
}

/** A file to write, below the output folder. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How many pages, for a PDF. */
  readonly pages?: number;
}

/** One file on its way from template to paper. */
interface Draft {
  readonly pack: Pack;
  readonly job: Job;
  readonly style: Style;
  readonly paper: Paper;
  readonly filled: Filled;
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/**
 * Everything that is printed of some packs: files → Pack → Markdown → blocks → pages → sheets → PDF → files.
 * @returns files below the output folder; none if anything was wrong, all of which is in the report
 */
export async function build(
  packs: readonly PackSource[],
  shelf: Shelf,
  options: BuildOptions,
  report: Report,
): Promise<BuiltFile[]> {
  const laid = layOutAll(packs, shelf, options, report);
  if (report.failed()) return [];
  const files: BuiltFile[] = [];
  for (const { draft, pages } of laid) {
    const { pack, job } = draft;
    const { author, lang, date } = pack.about.fields as { author?: string; lang: string; date: string };
    const info = {
      title: documentTitle(pack, job),
      ...(author && { author }),
      lang,
      date: options.date ?? new Date(`${date}T00:00:00Z`),
    };
    files.push({
      path: `${job.name}.pdf`,
      bytes: await paint(pages, options.fonts, info),
      pages: pages.pages.length,
    });
    options.onProgress?.(files.filter((file) => file.pages !== undefined).length, laid.length, job.name);
    if (options.keep) files.push(...stages(draft, pages));
  }
  return files;
}

/** The same up to the pages, with every check on the way: what `check` does. */
export function layOutAll(
  packs: readonly PackSource[],
  shelf: Shelf,
  options: BuildOptions,
  report: Report,
): { draft: Draft; pages: Laid }[] {
  const drafts = packs.flatMap((source) => draftPack(source, shelf, options, report));
  if (report.failed()) return [];
  return drafts.map((draft) => ({ draft, pages: layOutDraft(draft, options, report) }));
}

function draftPack(source: PackSource, shelf: Shelf, options: BuildOptions, report: Report): Draft[] {
  const pack = readPack(source.id, source.folder, source.content, report);
  const products = readProducts([source.shelf, shelf], options.products, report);
  const styles = readStyles([...source.shelf.styles, ...shelf.styles], report);
  if (!pack) return [];
  for (const passage of allPassages(pack)) checkFences(passage, report);
  const jobs = planJobs(pack, products, report);
  const language = createLanguage(String(pack.about.fields['lang']));
  if (report.failed()) return [];

  const pictures = new Map<string, Picture>();
  const fillings: Filled[] = [];
  const drafts = jobs.flatMap((job): Draft[] => {
    const { settings, path } = job.product;
    const style = styleNamed(options.style ?? settings.style, styles, path, report);
    const paper = paperNamed(options.paper ?? settings.paper)!;
    const partials = [...source.shelf.partials, ...shelf.partials];
    const filled = fillTemplate(job.product, jobContext(pack, job, KINDS), partials, report);
    if (!filled || !style) return [];
    fillings.push(filled);
    const { lang, typographer } = pack.about.fields as { lang: string; typographer: boolean };
    const blocks = parseMarkdown({ ...filled, language: lang, typographer }, report);
    checkHeadings(blocks, report);
    // Pictures are read once for all products of a pack.
    const wanted = figuresIn(blocks).filter(({ picture }) => !pictures.has(picture));
    for (const [path, picture] of readPictures(wanted, source.pictures, options.fonts, report))
      pictures.set(path, picture);
    // A product that finds nothing of its kind in a pack prints nothing.
    return blocks.length > 0 ? [{ pack, job, style, paper, filled, blocks, language, pictures }] : [];
  });
  // Only all products together can tell what none of them prints.
  if (options.products.length === 0 && !report.failed())
    checkPrinted(
      pack,
      KINDS,
      fillings.map(({ origins }) => origins),
      report,
    );
  return drafts;
}

function layOutDraft(
  { pack, job, style, paper, blocks, language, pictures }: Draft,
  { fonts }: BuildOptions,
  report: Report,
): Laid {
  const { settings } = job.product;
  const grid: Grid | undefined = settings.imposition && gridOf(paper, settings.imposition);
  const size = grid ? cellSize(grid) : paper;
  const setup = pageSetup(size, settings, style, {
    left: [
      ...(settings.teacher.includes(job.output ?? '') ? ['TEACHER'] : []),
      pack.about.name,
      settings.title,
    ].join(' · '),
    at: pack.about.places['title'] ?? pack.about.at,
    perSheet: grid ? grid.columns * grid.rows : 1,
  });
  const pages = layOut(blocks, { setup, style, fonts, language, pictures }, report);
  return grid ? imposeGrid(pages, grid) : pages;
}

/** Every stage of one file as a file of its own, for whoever wants to see where a page went wrong. */
function stages({ pack, job, filled, blocks }: Draft, pages: Laid): BuiltFile[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const texts = {
    'pack.json': json(pack),
    'filled.md': filled.text,
    'blocks.json': json(blocks),
    'pages.txt': describePages(pages),
  };
  return Object.entries(texts).map(([name, text]) => ({
    path: `${job.name}.${name}`,
    bytes: new TextEncoder().encode(text),
  }));
}

/** The width of a text that is read on, in millimetres: 60 to 75 letters a line at the standard size. */
const MEASURE = 130;

/** The paths of the pictures that a Markdown file shows, as it names them. */
export function picturesNamed(file: { path: string; text: string }): string[] {
  return figuresIn(readDocument(file, createReport())?.blocks ?? []).map(({ picture }) => picture);
}

/**
 * One Markdown file as a document: read → lay out → paint.
 * @returns the PDF, or undefined if anything was wrong
 */
export async function printDocument(
  file: { path: string; text: string; pictures: readonly PictureFile[] },
  shelf: Shelf,
  options: Omit<BuildOptions, 'products' | 'keep'>,
  report: Report,
): Promise<{ bytes: Uint8Array; pages: number } | undefined> {
  const document = readDocument(file, report);
  if (!document) return undefined;
  const { settings, title, blocks } = document;
  const style = styleNamed(
    options.style ?? settings.style,
    readStyles(shelf.styles, report),
    file.path,
    report,
  );
  checkHeadings(blocks, report);
  if (blocks.length === 0)
    report.add('nothing-to-print', { file: file.path, line: 1, column: 1 }, 'There is nothing in this file.');
  const pictures = readPictures(figuresIn(blocks), file.pictures, options.fonts, report);
  if (!style || report.failed()) return undefined;

  const paper = paperNamed(options.paper ?? settings.paper)!;
  const wishes = { columns: 1, 'margin-column': 0, measure: MEASURE, furniture: true, cover: false };
  const setup = pageSetup(paper, wishes, style, {
    left: title,
    at: { file: file.path, line: 1, column: 1 },
    perSheet: 1,
  });
  const { author, lang } = settings;
  const language = createLanguage(lang);
  const pages = layOut(blocks, { setup, style, fonts: options.fonts, language, pictures }, report);
  if (report.failed()) return undefined;
  const info = { title, ...(author && { author }), lang, date: options.date ?? UNDATED };
  return { bytes: await paint(pages, options.fonts, info), pages: pages.pages.length };
}

/** The date of a document that says none, so that the same file gives the same bytes. */
const UNDATED = new Date('2000-01-01T00:00:00Z');
