import { hasColour } from '../../pages/has-colour.ts';
import type { Laid } from '../../pages/laid.ts';
import { inMm, mm } from '../../pages/length.ts';
import type { Page } from '../../pages/page.ts';
import { PAPER_SIZES } from '../../pages/paper-size.ts';
import { isForTeachers, isInGrey, type Job, outputName } from '../../templates/plan-jobs.ts';
import type { Words } from '../../words/words.ts';
import type { PrintListFile } from './print-list.ts';

/** A file as it is printed: its name is that of its job, or longer if an option asks for something else. */
export interface PrintedFile {
  readonly job: Job;
  readonly name: string;
  readonly laid: Laid;
  /** The number of sheets that it takes as a booklet, if it is made to be read. */
  readonly booklet?: number | undefined;
}

/** Gives the line of a print list for one file. */
export function printListFile(
  { job, name, laid, booklet }: PrintedFile,
  { pupils, grey, words }: { readonly pupils: number; readonly grey: boolean; readonly words: Words },
): PrintListFile {
  const teacher = isForTeachers(job);
  const page = laid.pages[0]!;
  const pages = laid.pages.length;
  const isLandscape = page.width > page.height;
  // Two-sided by default, to save paper.
  const sides = laid.sides ?? (pages < 2 ? 'one-sided' : isLandscape ? 'short-edge' : 'long-edge');
  const sheets = sides === 'one-sided' ? pages : Math.ceil(pages / 2);
  const copies = laid.finish?.kind === 'poster' || teacher ? 1 : copiesFor(job, pupils);
  const grid = laid.finish && 'columns' in laid.finish ? laid.finish : undefined;
  return {
    file: `${name.split('/').slice(1).join('/')}.pdf`,
    title: titleOf(job, words),
    for: teacher ? 'teacher' : 'pupils',
    copies,
    pages,
    sheets,
    total: copies * sheets,
    sides: pages < 2 ? 'one-sided' : sides,
    paper: paperOf(page),
    ink: !grey && !isInGrey(job) && hasColour(laid) ? 'colour' : 'black',
    finish: finishOf(laid, sheets),
    ...(booklet !== undefined && booklet < sheets && { booklet }),
    ...(grid && { grid: `${grid.columns}x${grid.rows}` }),
  };
}

/** Number of pupils per copy. */
const SHARE = {
  each: 1,
  pair: 2,
  group: 4,
  class: Number.POSITIVE_INFINITY,
  teacher: Number.POSITIVE_INFINITY,
};

/** Number of copies for a class. Forms of a paper and outputs for pupils are alternatives: each pupil gets one of them. */
function copiesFor(job: Job, pupils: number): number {
  const { copies } = job.product.settings;
  return Math.max(1, Math.ceil(pupils / SHARE[copies] / Math.max(1, job.alternatives)));
}

/** The title of a file among those of its product. */
function titleOf(job: Job, words: Words): string {
  const parts = [job.entry?.name, outputName(job, words)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : job.product.settings.title;
}

function paperOf({ width, height }: Page): string {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const near = (a: number, b: number) => Math.abs(a - b) < mm(0.5);
  const known = PAPER_SIZES.find((paper) => near(paper.width, short) && near(paper.height, long));
  return known?.name ?? `${inMm(width)}x${inMm(height)}`;
}

function finishOf({ finish }: Laid, sheets: number): PrintListFile['finish'] {
  if (!finish) return sheets > 1 ? 'staple' : 'none';
  if (finish.kind === 'booklet') return sheets > 1 ? 'fold-and-staple' : 'fold';
  return finish.kind;
}
