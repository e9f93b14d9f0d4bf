import type { Copy } from '../assessment/class-sets/copy.ts';
import type { RosterFile } from '../assessment/class-sets/decode-roster.ts';
import {
  listContext,
  markingRows,
  type PrintedCopy,
  type SetSums,
  setSums,
} from '../assessment/class-sets/list-context.ts';
import { planSet } from '../assessment/class-sets/plan-set.ts';
import { readRoster } from '../assessment/class-sets/read-roster.ts';
import { printMarking } from '../assessment/for-teachers/print-marking.ts';
import { slug } from '../content/entries/entry.ts';
import type { Report } from '../diagnostics/report.ts';
import { forPrinting } from '../pdf/inks/for-printing.ts';
import { layOutForTeacher, padded, sharedCopies } from './class-set/lay-out-copy.ts';
import { type Exam, formKeys, openExam } from './class-set/open-exam.ts';
import { openCopyReader } from './class-set/read-copies.ts';
import { openSetWriter, type SetOutput } from './class-set/set-writer.ts';
import type { BuildOptions, PackSource, TemplateSet } from './jobs/build-options.ts';

/** What is asked of a set. */
export interface SetOptions {
  /** The id of the paper. */
  readonly exam: string;
  readonly roster: RosterFile;
  /** Letters of forms that take turns; none for all that the paper has. */
  readonly forms: readonly string[];
  readonly spares: number;
  /** How many copies a file has; all in one if undefined. */
  readonly split?: number;
  readonly order: 'seat' | 'name';
}

/** What was made: a set whose report has errors is not whole. */
export interface BuiltSet {
  /** Paths as they were given to the output, with how many pages each has. */
  readonly files: readonly { readonly path: string; readonly pages: number }[];
  readonly sums: SetSums;
}

/**
 * A named copy of a paper for each pupil of a roster, the list to hand them out by, and a sheet for their marks:
 * roster → copies → for each its blocks → pages → a part of a PDF. A copy is forgotten when it is painted. One of each form
 * and style is read back, as `build` does with papers.
 * @returns undefined, and diagnostics, if nothing could be made
 */
export async function buildSet(
  sources: readonly PackSource[],
  templates: TemplateSet,
  wishes: SetOptions,
  options: BuildOptions,
  output: SetOutput,
  report: Report,
): Promise<BuiltSet | undefined> {
  const pupils = readRoster(wishes.roster, report);
  const exam = openExam(sources, templates, wishes.exam, report);
  if (!exam) return undefined;
  const keys = formKeys(exam, wishes.forms, report);
  const copies = planSet(pupils, { ...exam, ...wishes, keys, style: options.style ?? exam.style }, report);
  if (report.failed()) return undefined;

  const folder = `${exam.open.pack.id}/class-set/${slug(stemOf(wishes.roster.path)) || 'roster'}`;
  const press = await openSetWriter(exam, { ...wishes, folder, copies }, options, output);
  const layOutCopy = sharedCopies(exam, options, report);
  const finish = forPrinting(options);
  const reader = await openCopyReader(exam, options, report);
  const printed: PrintedCopy[] = [];
  for (const [index, copy] of copies.entries()) {
    const own = layOutCopy(copy);
    const pages = own && (await finish(own.pages, report));
    printed.push({ copy, pages: pages?.pages.length ?? 0 });
    // After an error the others are laid out all the same, so that what is wrong with them comes out too.
    if (pages && !report.failed()) {
      press.add(padded(pages), copy);
      await reader.read(copy, own.draft, pages);
    }
    options.onProgress?.(index + 1, copies.length, copy.label);
    await elseFirst();
  }
  reader.compare();
  const sums = setSums(printed, keys);
  if (report.failed()) return undefined;
  const set = listContext(exam.paper.title, printed, sums);
  const list = layOutForTeacher(exam, exam.list, { set }, options, report);
  const marking = layOutForTeacher(exam, exam.marking, { marking: markingOf(exam, copies) }, options, report);
  if (!list || !marking || report.failed()) return undefined;
  press.addForTeacher('list', 'Distribution list', await finish(list, report));
  press.addForTeacher('marking', 'Marking sheet', await finish(marking, report));
  return { files: press.files, sums };
}

/** A marking sheet with the names of those who sit the paper. */
function markingOf({ open, paper, forms }: Exam, copies: readonly Copy[]) {
  const names = new Map((open.pack.entries['objectives'] ?? []).map(({ id, name }) => [id, name]));
  return printMarking(paper, forms, names, markingRows(copies));
}

/** Lets the rest of the program run: what PDFKit has scheduled would keep files that are finished. */
const elseFirst = () => new Promise((resolve) => setImmediate(resolve));

/** The name of a file without its folder and ending. */
const stemOf = (path: string) =>
  path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]*$/, '');
