import { type Assessment, readAssessment } from '../../assessment/assessment.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { Block } from '../../blocks/block.ts';
import { checkHeadings } from '../../blocks/check-headings.ts';
import { checkPassage, parseMarkdown } from '../../blocks/markdown/parse-markdown.ts';
import { allPassages, readPack } from '../../content/read-pack.ts';
import { readVerdicts } from '../../content/verification/verdict-file.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { findLanguage } from '../../layout/language/find-language.ts';
import type { Language } from '../../layout/language/language.ts';
import { inBlack } from '../../layout/style/in-black.ts';
import { readStyles, styleNamed } from '../../layout/style/read-styles.ts';
import type { Style } from '../../layout/style/style.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { orientedPaper, paperSizeNamed } from '../../pages/paper-size.ts';
import type { Picture } from '../../pages/picture.ts';
import { type Context, jobContext, packContext } from '../../templates/context.ts';
import { createTemplateFiller, type Filled, type FillTemplate } from '../../templates/fill-template.ts';
import { documentTitle, footName, isInBlack, type Job, planJobs } from '../../templates/plan-jobs.ts';
import { type SelectedProducts, selectProducts, type TextFile } from '../../templates/product.ts';
import { ownSetup, schoolContext, schoolLine } from '../../templates/school.ts';
import type { WordsOfPack } from '../../words/read-words.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { NO_MEMORY, type Stage, type StageMemory } from '../memory/stage-memory.ts';
import { TABLES, type Tables } from '../tables/tables.ts';
import type { BuildOptions, PackSource, TemplateSet } from './build-options.ts';
import { checkSchoolStyle } from './check-school-style.ts';
import type { Draft, PackDraft } from './draft.ts';
import { findWords } from './find-words.ts';
import { pictureHashes, picturesFor } from './pictures-for.ts';
import { type Logo, readLogo } from './read-logo.ts';
import { checkPackLanguage } from './report-language.ts';
import { ifOther, variantName } from './variant-name.ts';

/** A pack that was read without errors, with everything that its files are made from. */
export interface OpenPack {
  readonly source: PackSource;
  readonly tables: Tables;
  readonly memory: StageMemory;
  readonly pack: ExamPack;
  readonly assessment: Assessment;
  /** The pack as templates see it. */
  readonly context: Context;
  readonly jobs: readonly Job[];
  /** If no product was asked for: the jobs of products that are made on request only. */
  readonly onRequest: readonly Job[];
  readonly partials: readonly TextFile[];
  readonly fillTemplate: FillTemplate;
  readonly styles: ReadonlyMap<string, Style>;
  readonly language: Language;
  readonly words: Words;
  /** Pictures by their paths, read once for all files, when the first file needs them. */
  readonly pictures: Map<string, Picture>;
  /** Gives the logo of the school, read when the first file needs it. */
  readonly logo: (fonts: ShapingFontBook, report: Report) => Logo | undefined;
}

const PRODUCTS: Stage<SelectedProducts> = { name: 'products', most: 100 };
const STYLES: Stage<Map<string, Style>> = { name: 'styles', most: 20 };
const PASSAGES: Stage<void> = { name: 'passages', most: 20_000 };
const WORDS: Stage<Words | undefined> = { name: 'words', most: 20 };
const FILLERS: Stage<FillTemplate> = { name: 'fillers', most: 20 };

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
  options: Pick<BuildOptions, 'products' | 'only' | 'tables' | 'memory'>,
  report: Report,
): OpenPack | undefined {
  const { tables = TABLES, memory = NO_MEMORY, only = [] } = options;
  const { id, folder, content } = source;
  const pack = readPack(id, folder, content, tables.entryKinds, report, memory.entries);
  // Templates are checked even if the pack is wrong: then in English.
  const lang = pack?.about.fields.lang ?? 'en';
  const langAt = pack?.about.places['lang'] ?? pack?.about.at ?? wholeFile(folder);
  const wordSets = [source.templates.words, source.schoolWords ?? [], templates.words];
  const ofPack = pack && wordsOfPack(pack);
  const words = memory.recall(
    WORDS,
    memory.hash(lang, langAt, wordSets, ofPack),
    (found) => findWords(lang, wordSets, langAt, FURNITURE, found, ofPack),
    report,
  );
  if (!words) return undefined;
  if (pack) checkPackLanguage(source.content, lang, langAt, report);
  const { products, styles, partials, fillTemplate } = readTemplates(
    source,
    templates,
    words,
    options,
    report,
  );
  if (!pack) return undefined;
  for (const passage of allPassages(pack))
    memory.recall(PASSAGES, memory.hash(passage.text), (found) => checkPassage(passage, found), report);
  const assessment = readAssessment(pack, tables.questionKinds, words, report);
  const planned = planJobs(pack, products.made, assessment, report);
  const jobs = only.length === 0 ? planned : planned.filter(({ entry }) => entry && only.includes(entry.id));
  const onRequest = planJobs(pack, products.onRequest, assessment, report.fork());
  checkSchoolStyle(source.school, styles, report);
  const checks = readVerdicts(source.verdicts, pack, report);
  const language = findLanguage(lang);
  if (report.failed()) return undefined;
  return {
    source,
    tables,
    memory,
    pack,
    assessment,
    context: packContext(pack, tables.entryKinds, assessment, checks),
    jobs,
    onRequest,
    partials,
    fillTemplate,
    styles,
    language,
    words,
    pictures: new Map(),
    logo: logoReader(source, memory),
  };
}

/** What a pack says about the words on its pages: whether it is about a book, and the words that its `pack.md` changes. */
function wordsOfPack({ entries, about }: ExamPack): WordsOfPack {
  const { words } = about.fields;
  const holds = {
    book: entries.book.length + entries.books.length > 0,
    people: entries.people.length > 0,
  };
  if (words === undefined) return holds;
  const places = Object.entries(about.places).flatMap(([path, place]) =>
    path.startsWith('words.') ? [[path.slice('words.'.length), place] as const] : [],
  );
  return { ...holds, own: { value: words, places: { '': about.at, ...Object.fromEntries(places) } } };
}

/** Reads the templates and styles of a pack and of the program. */
function readTemplates(
  source: PackSource,
  templates: TemplateSet,
  words: Words,
  { products: names, memory = NO_MEMORY }: Pick<BuildOptions, 'products' | 'memory'>,
  report: Report,
) {
  const sets = [source.templates, templates];
  const styleFiles = sets.flatMap((set) => set.styles);
  const partials = sets.flatMap((set) => set.partials);
  const { hash, recall } = memory;
  return {
    products: recall(
      PRODUCTS,
      hash(sets, names, words),
      (found) => selectProducts(sets, names, words, found),
      report,
    ),
    styles: recall(STYLES, hash(styleFiles), (found) => readStyles(styleFiles, found), report),
    partials,
    fillTemplate: recall(FILLERS, hash(partials), () => createTemplateFiller(partials), report),
  };
}

const LOGO: Stage<Logo | undefined> = { name: 'logo', most: 5 };

/** Gives a function that reads the logo of a pack's school once. */
function logoReader(source: PackSource, memory: StageMemory): OpenPack['logo'] {
  let read: { readonly logo: Logo | undefined } | undefined;
  return (fonts, report) => {
    const { school, logo } = source;
    const key = memory.hash(school, logo && memory.hashBytes(logo.bytes));
    const readNow = (found: Report) => readLogo(source, fonts, found);
    read ??= { logo: logo && memory.recall(LOGO, key, readNow, report) };
    return read.logo;
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
  const { tables, pack, assessment, fillTemplate, styles, language, words } = open;
  const { settings, path } = job.product;
  const styleAt = options.style === undefined ? path : '--style';
  const own = ownSetup(job.product, open.source.school);
  const printedStyle = styleNamed(options.style ?? own.style, styles, styleAt, report);
  const style = printedStyle && isInBlack(job) ? inBlack(printedStyle) : printedStyle;
  const paper = orientedPaper(paperSizeNamed(options.paper ?? own.paper)!, settings.orientation);
  if (!style) return undefined;
  const large = style['smallest-size'] >= LARGE;
  const context = jobContext(open.context, pack, job, tables.entryKinds, large, assessment);
  const { fonts, extraPictures = NO_PICTURES } = options;
  const logo = open.logo(fonts, report);
  const school = schoolContext(open.source.school, logo !== undefined);
  const filled = fillTemplate(job.product, { ...context, school, ...options.extraContext }, words, report);
  if (!filled) return undefined;
  const { lang } = pack.about.fields;
  const { blocks, key } = readFilled(filled, open, report);
  const shown = logo && new Map([[logo.path, isInBlack(job) ? logo.grey : logo.picture]]);
  const extra = shown ? new Map([...extraPictures, ...shown]) : extraPictures;
  const pictures = picturesFor(blocks, open, fonts, extra, report);
  const logoHash = open.source.logo && open.memory.hashBytes(open.source.logo.bytes);
  const madeOf = open.memory.hash(key, lang, pictureHashes(blocks, open), logoHash);
  const made = { pack, assessment, job, filled, key: madeOf };
  const name = variantName(job.name, {
    style: ifOther(options.style, own.style),
    paper: ifOther(options.paper, own.paper),
  });
  return {
    ...made,
    ...pageOptions(open, job, style, logo?.path),
    name,
    style,
    paper,
    blocks,
    language,
    words,
    pictures,
  };
}

const BLOCKS: Stage<Block[]> = { name: 'blocks', most: 5000, weigh: (blocks) => blocks.length };

/** Turns a filled template into blocks. @returns them, and a hash of everything that they are made from */
function readFilled(
  filled: Filled,
  { pack, tables, memory, words }: OpenPack,
  report: Report,
): { blocks: Block[]; key: string } {
  const { typographer } = pack.about.fields;
  const key = memory.hash(filled, words, typographer);
  const read = (found: Report) => {
    const source = { ...filled, blocks: tables.blocks, words, typographer };
    const blocks = parseMarkdown(source, found);
    checkHeadings(blocks, found);
    return blocks;
  };
  return { blocks: memory.recall(BLOCKS, key, read, report), key };
}

const NO_PICTURES: ReadonlyMap<string, Picture> = new Map();

/** The code of the paper that a job prints; empty if it has none. */
const codeOf = ({ entry }: Job): string =>
  entry?.kind === 'papers' && 'code' in entry.fields ? String(entry.fields.code ?? '') : '';

/** Gives the title of a job's file, and how its pages and sheets are set up. */
function pageOptions(
  { pack, words, source: { school } }: OpenPack,
  job: Job,
  style: Style,
  logo: string | undefined,
): Pick<Draft, 'title' | 'product' | 'page' | 'furniture' | 'imposition'> {
  const { name: product, settings, impositionAt } = job.product;
  const hasNotes = settings.notes ?? pack.about.fields.notes;
  const isTeachers = settings.teacher.includes(job.output ?? 'all');
  const teacher = say(words, 'teacher-mark');
  return {
    title: documentTitle(pack, job, words),
    product,
    page: hasNotes ? settings : { ...settings, 'notes-title': '' },
    furniture: {
      values: {
        pack: pack.about.name,
        product: settings.title,
        title: job.entry?.name ?? settings.title,
        code: codeOf(job),
        form: footName(job, words),
        school: school ? schoolLine(school) : '',
        'turn-over': say(words, 'turn-over'),
      },
      ...(logo !== undefined && { logo }),
      ...(isTeachers && { mark: style.capitals ? teacher.toUpperCase() : teacher }),
      at: pack.about.places['title'] ?? pack.about.at,
    },
    imposition: settings.imposition && { as: settings.imposition, at: impositionAt },
  };
}
