import type { RosterFile } from '../assessment/class-sets/decode-roster.ts';
import { type PrintedCopy, type SetSums, setSums } from '../assessment/class-sets/list-context.ts';
import { planSet } from '../assessment/class-sets/plan-set.ts';
import { readRoster } from '../assessment/class-sets/read-roster.ts';
import { slug } from '../content/entries/entry.ts';
import type { Report } from '../diagnostics/report.ts';
import { forPrinting } from '../pdf/inks/for-printing.ts';
import { isInGrey } from '../templates/plan-jobs.ts';
import { copyLayouter, padToWholeSheets } from './class-set/lay-out-copy.ts';
import { layOutForTeacher } from './class-set/lay-out-for-teacher.ts';
import { formKeys, openExam } from './class-set/open-exam.ts';
import { openCopyReader } from './class-set/read-copies.ts';
import { openSetWriter, type SetOutput } from './class-set/set-writer.ts';
import type { BuildOptions, PackSource, TemplateSet } from './jobs/build-options.ts';

/** A class set to print: a paper or a worksheet, a class, and how its copies are made. */
export interface SetOptions {
  /** The id of the paper or worksheet. */
  readonly exam: string;
  readonly roster: RosterFile;
  /** Letters of the forms to deal out; empty for all forms of the paper. */
  readonly forms: readonly string[];
  /** Number of extra unnamed copies. */
  readonly spares: number;
  /** Number of copies per file; undefined for all in one file. */
  readonly split?: number;
  /** The order of the copies. */
  readonly order: 'seat' | 'name';
  /**
   * Whether this run makes a file of copies, counted from 0; by default it makes all. The number after the last stands for
   * the files for the teacher. Only with `split`.
   */
  readonly makes?: (file: number) => boolean;
}

/** A printed class set. It is incomplete if the report has errors. */
interface BuiltSet {
  /** Paths as they were given to the output, with their numbers of pages. */
  readonly files: readonly { readonly path: string; readonly pages: number }[];
  /** Number of files of copies, whether or not this run made them. */
  readonly parts: number;
  readonly sums: SetSums;
}

/**
 * Prints a class set: a named copy of a paper or a worksheet for each pupil of a roster, a list for handing them out and, for
 * a paper, a marking sheet. Each copy goes roster → copy → blocks → pages → part of a PDF and is then dropped from memory. One copy of each
 * form and style is read back, as `build` does with papers.
 * @returns undefined, after diagnostics, if nothing could be made
 */
export async function buildSet(
  sources: readonly PackSource[],
  templates: TemplateSet,
  request: SetOptions,
  options: BuildOptions,
  output: SetOutput,
  report: Report,
): Promise<BuiltSet | undefined> {
  // Apart, so that the paper is opened whatever is wrong with the roster, and everything is reported in one run.
  const ofRoster = report.fork();
  const pupils = await readRoster(request.roster, ofRoster);
  const exam = openExam(sources, templates, request.exam, report);
  report.merge(ofRoster);
  if (!exam) return undefined;
  const { words } = exam.open;
  const keys = formKeys(exam, request.forms, report);
  const planned = { ...exam, ...request, words, keys, style: options.style ?? exam.style };
  const copies = planSet(pupils, planned, report);
  const layOutCopy = copyLayouter(exam, options, report);
  if (report.failed()) {
    // Some names may not be printable either.
    for (const copy of copies) layOutCopy(copy);
    return undefined;
  }

  const folder = `${exam.open.pack.id}/class-set/${slug(stemOf(request.roster.path)) || 'roster'}`;
  const writer = await openSetWriter(exam, { ...request, folder, copies }, options, output);
  const finish = forPrinting({ ...options, grey: options.grey || exam.jobs.some(isInGrey) });
  const reader = await openCopyReader(exam, options, report);
  const printed: PrintedCopy[] = [];
  const { split = copies.length, makes = () => true } = request;
  const parts = Math.ceil(copies.length / split);
  const forTeacher = makes(parts);
  for (const [index, copy] of copies.entries()) {
    const isPainted = makes(Math.floor(index / split));
    // The list for the teacher says how many sheets every copy takes.
    if (!isPainted && !forTeacher) continue;
    const laid = layOutCopy(copy);
    const pages = laid && (await finish(laid.pages, report));
    printed.push({ copy, pages: pages?.pages.length ?? 0 });
    // After an error the remaining copies are still laid out, so that their errors are reported in the same run.
    if (pages && isPainted && !report.failed()) {
      writer.add(padToWholeSheets(pages), index);
      await reader.read(copy, laid.draft, pages);
    }
    options.onProgress?.(index + 1, copies.length, copy.label);
    await yieldToEventLoop();
  }
  reader.compare();
  const sums = setSums(printed, keys);
  if (report.failed()) return undefined;
  if (forTeacher) {
    const files = layOutForTeacher(exam, { copies, printed, sums }, options, report);
    if (!files) return undefined;
    for (const { name, title, pages } of files)
      writer.addForTeacher(name, title, await finish(pages, report));
  }
  return { files: writer.files, sums, parts };
}

/** Yields to the event loop: work that PDFKit has scheduled would otherwise keep finished files in memory. */
const yieldToEventLoop = () => new Promise((resolve) => setImmediate(resolve));

/** The name of a file without its folder and extension. */
const stemOf = (path: string) =>
  path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]*$/, '');
