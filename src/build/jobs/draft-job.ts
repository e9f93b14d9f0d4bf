import { type Assessment, readAssessment } from '../../assessment/assessment.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { checkHeadings } from '../../blocks/check-headings.ts';
import { figuresIn } from '../../blocks/figures-in.ts';
import { checkPassage, parseMarkdown } from '../../blocks/markdown/parse-markdown.ts';
import { allPassages, readPack } from '../../content/read-pack.ts';
import { readVerdicts } from '../../content/verification/verdict-file.ts';
import type { Report } from '../../diagnostics/report.ts';
import { findLanguage } from '../../layout/language/find-language.ts';
import type { Language } from '../../layout/language/language.ts';
import { inBlack } from '../../layout/style/in-black.ts';
import { readStyles, styleNamed } from '../../layout/style/read-styles.ts';
import type { Style } from '../../layout/style/style.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { orientedPaper, paperSizeNamed } from '../../pages/paper-size.ts';
import type { Picture } from '../../pages/picture.ts';
import { readPictures } from '../../pages/pictures/read-pictures.ts';
import { type Context, jobContext, packContext } from '../../templates/context.ts';
import { createTemplateFiller, type FillTemplate } from '../../templates/fill-template.ts';
import { documentTitle, formName, isInBlack, type Job, planJobs } from '../../templates/plan-jobs.ts';
import { selectProducts, type TextFile } from '../../templates/product.ts';
import { TABLES, type Tables } from '../tables/tables.ts';
import type { BuildOptions, PackSource, TemplateSet } from './build-options.ts';
import { checkFurniture } from './check-furniture.ts';
import type { Draft, PackDraft } from './draft.ts';

/** A pack that was read without errors, with everything that its files are made from. */
export interface OpenPack {
  readonly source: PackSource;
  readonly tables: Tables;
  readonly pack: ExamPack;
  readonly assessment: Assessment;
  /** The pack as templates see it. */
  readonly context: Context;
  readonly jobs: readonly Job[];
  readonly partials: readonly TextFile[];
  readonly fillTemplate: FillTemplate;
  readonly styles: ReadonlyMap<string, Style>;
  readonly language: Language;
  /** Pictures by their paths, read once for all files, when the first file needs them. */
  readonly pictures: Map<string, Picture>;
}

/** Some of the words that products add to a pack. */
const FURNITURE = '“Name”, “Answers”, “Page 1 of 2”';

/**
 * Reads a pack and plans the files of some of its products.
 * @param options `products`: their names; empty for all that are not made on request only
 * @returns undefined, after diagnostics, if anything is wrong
 */
export function openPack(
  source: PackSource,
  templates: TemplateSet,
  options: Pick<BuildOptions, 'products' | 'tables' | 'memory'>,
  report: Report,
): OpenPack | undefined {
  const { tables = TABLES, memory } = options;
  const pack = readPack(source.id, source.folder, source.content, tables.entryKinds, report, memory);
  const products = selectProducts([source.templates, templates], options.products, report);
  const styles = readStyles([...source.templates.styles, ...templates.styles], report);
  if (!pack) return undefined;
  const lang = pack.about.fields.lang;
  checkFurniture(lang, pack.about.places['lang'] ?? pack.about.at, FURNITURE, report);
  for (const passage of allPassages(pack)) checkPassage(passage, report);
  const assessment = readAssessment(pack, tables.questionKinds, report);
  const jobs = planJobs(pack, products, report);
  const checks = readVerdicts(source.verdicts, pack, report);
  const language = findLanguage(lang);
  const partials = [...source.templates.partials, ...templates.partials];
  if (report.failed()) return undefined;
  return {
    source,
    tables,
    pack,
    assessment,
    context: packContext(pack, tables.entryKinds, checks),
    jobs,
    partials,
    fillTemplate: createTemplateFiller(partials),
    styles,
    language,
    pictures: new Map(),
  };
}

/** Type of this size or more, in points, counts as large: wide tables set in it fit no page. */
const LARGE = 12;

/** Options for drafting one file. */
export interface DraftOptions {
  readonly fonts: ShapingFontBook;
  /** The paper, in place of the product's. */
  readonly paper?: string;
  /** The style, in place of the product's. */
  readonly style?: string;
  /** Data that fills its template besides that of the job. */
  readonly extraContext?: Context;
  /** Pictures that no file holds, such as QR codes, by the paths that its blocks name. */
  readonly extraPictures?: ReadonlyMap<string, Picture>;
}

/** Fills a job's template and turns it into blocks. @returns undefined, after a diagnostic, if that fails */
export function draftJob(
  open: OpenPack,
  job: Job,
  options: DraftOptions,
  report: Report,
): PackDraft | undefined {
  const { source, tables, pack, assessment, fillTemplate, styles, language, pictures } = open;
  const { settings, path } = job.product;
  const styleAt = options.style === undefined ? path : '--style';
  const printedStyle = styleNamed(options.style ?? settings.style, styles, styleAt, report);
  const style = printedStyle && isInBlack(job) ? inBlack(printedStyle) : printedStyle;
  const paper = orientedPaper(paperSizeNamed(options.paper ?? settings.paper)!, settings.orientation);
  if (!style) return undefined;
  const large = style['smallest-size'] >= LARGE;
  const context = jobContext(open.context, pack, job, tables.entryKinds, large, assessment);
  const filled = fillTemplate(job.product, { ...context, ...options.extraContext }, report);
  if (!filled) return undefined;
  const { lang, typographer } = pack.about.fields;
  const blocks = parseMarkdown({ ...filled, blocks: tables.blocks, language: lang, typographer }, report);
  checkHeadings(blocks, report);
  const extra = options.extraPictures ?? new Map<string, Picture>();
  const missing = figuresIn(blocks).filter(({ picture }) => !pictures.has(picture) && !extra.has(picture));
  for (const [name, picture] of readPictures(missing, source.pictures, options.fonts, report))
    pictures.set(name, picture);
  const allPictures = extra.size > 0 ? new Map([...pictures, ...extra]) : pictures;
  const made = { pack, assessment, job, filled };
  return { ...made, ...pageOptions(pack, job, style), style, paper, blocks, language, pictures: allPictures };
}

/** Gives the names of a job's file, and how its pages and sheets are set up. */
function pageOptions(
  pack: ExamPack,
  job: Job,
  style: Style,
): Pick<Draft, 'name' | 'title' | 'product' | 'page' | 'furniture' | 'imposition'> {
  const { name: product, settings, impositionAt } = job.product;
  const isTeachers = settings.teacher.includes(job.output ?? 'all');
  return {
    name: job.name,
    title: documentTitle(pack, job),
    product,
    page: settings,
    furniture: {
      values: {
        pack: pack.about.name,
        product: settings.title,
        title: job.entry?.name ?? settings.title,
        form: formName(job) ?? '',
      },
      ...(isTeachers && { mark: style.capitals ? 'TEACHER' : 'Teacher' }),
      at: pack.about.places['title'] ?? pack.about.at,
    },
    imposition: settings.imposition && { as: settings.imposition, at: impositionAt },
  };
}
