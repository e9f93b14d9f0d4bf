import { paperWords } from '../../assessment/paper-words.ts';
import type { Block } from '../../blocks/block.ts';
import { checkHeadings } from '../../blocks/check-headings.ts';
import { parseMarkdown } from '../../blocks/markdown/parse-markdown.ts';
import type { Report } from '../../diagnostics/report.ts';
import { inBlack } from '../../layout/style/in-black.ts';
import { styleNamed } from '../../layout/style/read-styles.ts';
import type { Style } from '../../layout/style/style.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { orientedPaper, paperSizeNamed } from '../../pages/paper-size.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Filled } from '../../templates/fill-template.ts';
import { jobContext } from '../../templates/job-context.ts';
import type { Context } from '../../templates/pack-context.ts';
import { documentTitle, footName, isInBlack, isInGrey, type Job } from '../../templates/plan-jobs.ts';
import { reportingLeftOut } from '../../templates/report-left-out.ts';
import { ownSetup, schoolContext, schoolLine } from '../../templates/school.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Stage } from '../memory/stage-memory.ts';
import type { Draft, PackDraft } from './draft.ts';
import { forAfter } from './for-after.ts';
import type { OpenPack } from './opening/open-pack.ts';
import { pictureHashes, picturesFor } from './pictures-for.ts';
import { picturesInGrey } from './pictures-in-grey.ts';
import { ifOther, variantName } from './variant-name.ts';

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
  const { tables, pack, fillTemplate, styles, language } = open;
  const words = paperWords(open.assessment, pack, job.entry);
  const assessment = words === open.words ? open.assessment : { ...open.assessment, words };
  const { settings, path } = job.product;
  const styleAt = options.style === undefined ? path : '--style';
  const own = ownSetup(job.product, open.source.school);
  const printedStyle = styleNamed(options.style ?? own.style, styles, styleAt, report);
  const style = printedStyle && isInBlack(job) ? inBlack(printedStyle) : printedStyle;
  const paper = orientedPaper(paperSizeNamed(options.paper ?? own.paper)!, settings.orientation);
  if (!style) return undefined;
  const large = style['smallest-size'] >= LARGE;
  const seen = settings.reached === undefined ? open.context : open.contextUpTo(settings.reached);
  const packAsSeen = reportingLeftOut(seen, pack.about.at, report);
  const context = jobContext(packAsSeen, pack, job, tables.entryKinds, large, assessment);
  const { fonts, extraPictures = NO_PICTURES } = options;
  const logo = open.logo(fonts, report);
  const school = schoolContext(open.source.school, logo !== undefined);
  const filled = fillTemplate(job.product, { ...context, school, ...options.extraContext }, words, report);
  if (!filled) return undefined;
  const { lang } = pack.about.fields;
  const { blocks, key } = readFilled(filled, words, { open, of: job.name }, report);
  const shown = logo && new Map([[logo.path, isInBlack(job) ? logo.grey : logo.picture]]);
  const extra = shown ? new Map([...extraPictures, ...shown]) : extraPictures;
  const coloured = picturesFor(blocks, open, fonts, extra, report);
  const pictures = isInGrey(job) ? picturesInGrey(blocks, coloured) : coloured;
  const logoHash = open.source.logo && open.memory.hashBytes(open.source.logo.bytes);
  const madeOf = open.memory.hash(key, lang, pictureHashes(blocks, open), logoHash);
  const made = { pack, assessment, job, filled, key: madeOf };
  const name = variantName(job.name, {
    style: ifOther(options.style, own.style),
    paper: ifOther(options.paper, own.paper),
  });
  return {
    ...made,
    ...pageOptions({ ...open, words }, job, style, logo?.path),
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
  words: Words,
  { open: { pack, tables, memory }, of }: { readonly open: OpenPack; readonly of: string },
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
  return { blocks: memory.recall(BLOCKS, key, read, report, of), key };
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
        after: isTeachers ? '' : forAfter(pack, job, words),
      },
      ...(logo !== undefined && { logo }),
      ...(isTeachers && { mark: style.capitals ? teacher.toUpperCase() : teacher }),
      at: pack.about.places['title'] ?? pack.about.at,
    },
    imposition: settings.imposition && { as: settings.imposition, at: impositionAt },
  };
}
