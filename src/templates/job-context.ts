import { type Assessment, worksheetOf } from '../assessment/assessment.ts';
import { printForm } from '../assessment/for-pupils/print-form.ts';
import { printWorksheet } from '../assessment/for-pupils/print-worksheet.ts';
import { printKey, shownAnswers } from '../assessment/for-teachers/print-answers.ts';
import { printMarking } from '../assessment/for-teachers/print-marking.ts';
import { printScheme } from '../assessment/for-teachers/print-scheme.ts';
import type { Sheet } from '../assessment/papers/worksheet.ts';
import type { ExamPack } from '../assessment/tasks/exam-pack.ts';
import type { Entry } from '../content/entries/entry.ts';
import type { EntryKind } from '../content/kinds/entry-kind.ts';
import { type Context, entryContext } from './pack-context.ts';

/**
 * For a job of a paper: the `form` that its output prints, the mark `scheme` and the `marking` sheet. Anything that gives
 * answers away is null unless the output is for teachers.
 */
function paperContext(pack: ExamPack, job: PaperJob, assessment: Assessment): Context {
  const own =
    job.entry?.kind === 'papers'
      ? assessment.papers.find(({ paper }) => paper.id === job.entry?.id)
      : undefined;
  const source = { kinds: assessment.kinds, words: assessment.words, pack };
  const form = own?.forms.find(({ letter }) => letter.toLowerCase() === job.output);
  const forTeacher = job.product.settings.teacher.includes(job.output ?? 'all');
  const names = new Map(pack.entries.objectives.map(({ id, name }) => [id, name]));
  return {
    form: own && form ? printForm(form, own.paper, source) : null,
    scheme: own && forTeacher ? printScheme(own.paper, own.forms, assessment, pack) : null,
    marking: own && forTeacher ? printMarking(own.paper, own.forms, names, assessment.words) : null,
  };
}

/**
 * For a job of a worksheet, or of a theme that has one: the `sheet` that it prints, the `answers` if the author lets
 * pupils see them, and the `key` if the output is for teachers.
 */
function worksheetContext(pack: ExamPack, job: PaperJob, assessment: Assessment): Context {
  const own = worksheetOf(assessment, job.entry);
  const source = { kinds: assessment.kinds, words: assessment.words, pack };
  const { sheet } = job;
  const forTeacher = job.product.settings.teacher.includes(job.output ?? 'all');
  const shown = own && sheet && own.answers !== 'apart';
  return {
    sheet: own && sheet ? printWorksheet(own, sheet, source) : null,
    answers: shown
      ? { turned: own.answers === 'upside-down', entries: shownAnswers(own, sheet, source) }
      : null,
    key: own && forTeacher ? printKey(own, source) : null,
    checking: checkingContext(assessment, source, forTeacher),
  };
}

/** The tasks on checking quotations: their `sheet`, and their `key` for teachers. */
function checkingContext(
  { checking }: Assessment,
  source: Parameters<typeof printKey>[1],
  forTeacher: boolean,
): Context | null {
  const [sheet] = checking?.sheets ?? [];
  if (!checking || !sheet) return null;
  return {
    sheet: printWorksheet(checking, sheet, source),
    key: forTeacher ? printKey(checking, source) : null,
  };
}

/** The parts of a job that say which form or level it prints, and for whom. */
interface PaperJob {
  readonly entry?: Entry;
  readonly sheet?: Sheet;
  readonly output?: string;
  readonly product: { readonly settings: { readonly teacher: readonly string[] } };
}

/**
 * Gives the data that fills a template for one job: `pack`, the `entry` that is printed, `output`, and the rest below.
 * @param packAsSeen the pack as templates see it, by `packContext`: the same for all of its files
 * @param large whether the style sets text so large that wide tables fit no page
 */
export function jobContext(
  packAsSeen: Context,
  pack: ExamPack,
  job: {
    entry?: Entry;
    sheet?: Sheet;
    output?: string;
    product: { settings: { title: string; teacher: readonly string[] } };
  },
  kinds: readonly EntryKind[],
  large: boolean,
  assessment: Assessment,
): Context {
  const kind = kinds.find((candidate) => candidate.name === job.entry?.kind);
  return {
    pack: packAsSeen,
    entry: job.entry ? entryContext(job.entry, kind) : null,
    output: job.output ?? null,
    large,
    ...paperContext(pack, job, assessment),
    ...worksheetContext(pack, job, assessment),
    // Null here: the pack’s school, if it has one, is filled in by the build.
    school: null,
    // Null here: only class sets fill these in.
    copy: null,
    set: null,
    // Null here: only print lists fill this in.
    printList: null,
    product: { title: job.product.settings.title },
  };
}
