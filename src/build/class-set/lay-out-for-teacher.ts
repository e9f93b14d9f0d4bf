import type { Copy } from '../../assessment/class-sets/copy.ts';
import {
  listContext,
  markingRows,
  type PrintedCopy,
  type SetSums,
} from '../../assessment/class-sets/list-context.ts';
import { printMarking } from '../../assessment/for-teachers/print-marking.ts';
import { append } from '../../diagnostics/collections/append.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import { draftJob } from '../jobs/draft-job.ts';
import { layOutDraft } from '../jobs/lay-out-draft.ts';
import type { Exam } from './open-exam.ts';

/** A file for the teacher of a class set. */
interface TeachersFile {
  readonly name: 'list' | 'seats' | 'marking';
  readonly title: string;
  readonly pages: Laid;
}

/**
 * Lays out the files for the teacher: the list for handing copies out, the seating plan and, for a paper, a marking sheet with
 * the names of the pupils who sit it.
 * @returns undefined, after diagnostics, if one of them could not be made
 */
export function layOutForTeacher(
  exam: Exam,
  set: { readonly copies: readonly Copy[]; readonly printed: readonly PrintedCopy[]; readonly sums: SetSums },
  options: BuildOptions,
  report: Report,
): TeachersFile[] | undefined {
  const { open, paper, forms, list, seats, marking } = exam;
  const lay = (
    name: TeachersFile['name'],
    job: Job,
    context: Readonly<Record<string, unknown>>,
  ): TeachersFile[] => {
    const pages = layOutWith(exam, job, context, options, report);
    return pages ? [{ name, title: job.product.settings.title, pages }] : [];
  };
  const ofSet = { set: listContext(paper.title, set.printed, set.sums, open.words) };
  const files = [...lay('list', list, ofSet), ...lay('seats', seats, ofSet)];
  if (marking) {
    const names = new Map(open.pack.entries.objectives.map(({ id, name }) => [id, name]));
    const rows = markingRows(set.copies);
    append(files, lay('marking', marking, { marking: printMarking(paper, forms, names, open.words, rows) }));
  }
  return report.failed() ? undefined : files;
}

function layOutWith(
  { open }: Exam,
  job: Job,
  extraContext: Readonly<Record<string, unknown>>,
  { fonts, paper }: BuildOptions,
  report: Report,
): Laid | undefined {
  const draft = draftJob(open, job, { fonts, ...(paper && { paper }), extraContext }, report);
  return draft && layOutDraft(draft, { fonts, products: [] }, report).pages;
}
