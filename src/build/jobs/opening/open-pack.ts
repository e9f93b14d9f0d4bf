import { type Assessment, readAssessment } from '../../../assessment/assessment.ts';
import { findBoards } from '../../../assessment/boards/find-boards.ts';
import { withBoardObjectives } from '../../../assessment/boards/with-board-objectives.ts';
import type { ExamPack } from '../../../assessment/tasks/exam-pack.ts';
import { checkPassage } from '../../../blocks/markdown/parse-markdown.ts';
import { allPassages } from '../../../content/all-passages.ts';
import { packUpTo } from '../../../content/pack-up-to.ts';
import { readPack } from '../../../content/read-pack.ts';
import { readVerdicts } from '../../../content/verification/verdict-file.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { findLanguage } from '../../../layout/language/find-language.ts';
import type { Language } from '../../../layout/language/language.ts';
import { readStyles } from '../../../layout/style/read-styles.ts';
import type { Style } from '../../../layout/style/style.ts';
import type { ShapingFontBook } from '../../../pages/fonts/font-book.ts';
import type { Picture } from '../../../pages/picture.ts';
import { type FillTemplate, templateFiller } from '../../../templates/fill-template.ts';
import { type Context, packContext } from '../../../templates/pack-context.ts';
import { type Job, planJobs } from '../../../templates/plan-jobs.ts';
import type { Product, TextFile } from '../../../templates/product.ts';
import {
  type AddedProducts,
  type SelectedProducts,
  selectProducts,
} from '../../../templates/select-products.ts';
import type { WordsOfPack } from '../../../words/read-words.ts';
import type { Words } from '../../../words/words.ts';
import { NO_MEMORY, type Stage, type StageMemory } from '../../memory/stage-memory.ts';
import { TABLES, type Tables } from '../../tables/tables.ts';
import type { BuildOptions, PackSource, TemplateSet } from '../build-options.ts';
import { checkSchoolStyle } from './check-school-style.ts';
import { findWords } from './find-words.ts';
import { type Logo, readLogo } from './read-logo.ts';
import { checkPackLanguage } from './report-language.ts';

/** A pack that was read without errors, with everything that its files are made from. */
export interface OpenPack {
  readonly source: PackSource;
  readonly tables: Tables;
  readonly memory: StageMemory;
  readonly pack: ExamPack;
  readonly assessment: Assessment;
  /** The pack as templates see it. */
  readonly context: Context;
  /** The same for a class that has read up to a chapter. */
  readonly contextUpTo: (reached: string) => Context;
  /** The products that are made: those asked for, or all that are not made on request only. */
  readonly products: readonly Product[];
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
  options: Pick<BuildOptions, 'products' | 'allProducts' | 'only' | 'tables' | 'memory'>,
  report: Report,
): OpenPack | undefined {
  const { tables = TABLES, memory = NO_MEMORY, only = [] } = options;
  const { id, folder, content } = source;
  const read = readPack(id, folder, content, tables.entryKinds, report, memory.entries);
  const boardFiles = [...(source.templates.boards ?? []), ...(templates.boards ?? [])];
  const boards = read && findBoards(read, boardFiles, report);
  const pack = read && boards && withBoardObjectives(read, boards.all);
  const words = readWords(source, templates, pack, memory, report);
  if (!words) return undefined;
  const { products, styles, partials, fillTemplate } = readTemplates(
    source,
    templates,
    words,
    { ...options, added: addedProducts(pack, options) },
    report,
  );
  if (!pack) return undefined;
  for (const passage of allPassages(pack))
    memory.recall(PASSAGES, memory.hashOnce(passage), (found) => checkPassage(passage, found), report);
  const assessment = readAssessment(pack, tables.questionKinds, words, report, boards?.ofPapers);
  const planned = planJobs(pack, products.made, assessment, report);
  const jobs = only.length === 0 ? planned : planned.filter(({ entry }) => entry && only.includes(entry.id));
  const onRequest = planJobs(pack, products.onRequest, assessment, report.fork());
  checkSchoolStyle(source.school, styles, report);
  const checks = readVerdicts(source.verdicts, pack, report);
  const language = findLanguage(pack.about.fields.lang);
  if (report.failed()) return undefined;
  return {
    source,
    tables,
    memory,
    pack,
    assessment,
    context: packContext(pack, tables.entryKinds, assessment, checks),
    contextUpTo: (reached) => packContext(packUpTo(pack, reached), tables.entryKinds, assessment, checks),
    products: products.made,
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

/** Finds the words that are added in the language of a pack: in English if the pack is wrong, to check templates all the same. */
function readWords(
  source: PackSource,
  templates: TemplateSet,
  pack: ExamPack | undefined,
  memory: StageMemory,
  report: Report,
): Words | undefined {
  const lang = pack?.about.fields.lang ?? 'en';
  const langAt = pack?.about.places['lang'] ?? pack?.about.at ?? wholeFile(source.folder);
  const wordSets = [source.templates.words, source.schoolWords ?? [], templates.words];
  const ofPack = pack && wordsOfPack(pack);
  const words = memory.recall(
    WORDS,
    memory.hash(lang, langAt, wordSets.map(memory.hashOnce), ofPack),
    (found) => findWords(lang, wordSets, langAt, FURNITURE, found, ofPack),
    report,
  );
  if (words && pack) checkPackLanguage(source.content, lang, langAt, report);
  return words;
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

/** The products that a pack adds to the usual ones, or all of them. */
function addedProducts(
  pack: ExamPack | undefined,
  { allProducts = false }: Pick<BuildOptions, 'allProducts'>,
): AddedProducts {
  const names = pack?.about.fields.products ?? [];
  const places = names.map((_, index) => ownValue(pack!.about.places, `products.${index}`) ?? pack!.about.at);
  return { names, places, all: allProducts };
}

/** Reads the templates and styles of a pack and of the program. */
function readTemplates(
  source: PackSource,
  templates: TemplateSet,
  words: Words,
  {
    products: names,
    added,
    memory = NO_MEMORY,
  }: Pick<BuildOptions, 'products' | 'memory'> & { readonly added: AddedProducts },
  report: Report,
) {
  const sets = [source.templates, templates];
  const styleFiles = sets.flatMap((set) => set.styles);
  const own = source.templates.partials;
  const partials = own.length > 0 ? [...own, ...templates.partials] : templates.partials;
  const { hash, hashOnce, recall } = memory;
  const ofSets = sets.map(hashOnce);
  return {
    products: recall(
      PRODUCTS,
      hash(ofSets, names, added, words),
      (found) => selectProducts(sets, names, words, found, added),
      report,
    ),
    styles: recall(STYLES, hash(ofSets), (found) => readStyles(styleFiles, found), report),
    partials,
    fillTemplate: recall(FILLERS, hash(ofSets), () => templateFiller(partials), report),
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
