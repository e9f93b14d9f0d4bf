import type { Copy } from '../../assessment/class-sets/copy.ts';
import { copyContext, fillIn, namesItsCopy, QR_PATH, shapeOf } from '../../assessment/class-sets/fill-in.ts';
import { qrPicture } from '../../assessment/class-sets/qr-picture.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import { draftJob } from '../jobs/draft-job.ts';
import { type Draft, layOutDraft } from '../jobs/lay-out-draft.ts';
import type { Exam } from './open-exam.ts';

/**
 * Lays copies out. Copies that are alike but for their texts share a filled template; lines and pages are made anew for
 * each, since a long name may take a line more.
 * @returns a function that gives a copy and its pages, or undefined after reporting what is wrong with its template
 */
export function sharedCopies(
  exam: Exam,
  options: BuildOptions,
  report: Report,
): (copy: Copy) => { draft: Draft; pages: Laid } | undefined {
  const drafts = new Map<string, Draft | undefined>();
  return (copy) => {
    const shape = shapeOf(copy);
    if (!drafts.has(shape)) drafts.set(shape, draftCopy(exam, copy, options, report));
    const draft = drafts.get(shape);
    if (!draft) return undefined;
    const own: Draft = {
      ...draft,
      blocks: fillIn(draft.blocks, copy),
      pictures: new Map([...draft.pictures, [QR_PATH, qrPicture(copy.payload)]]),
      copy: { says: `${copy.label} · ${copy.code}`, ...(copy.at && { at: copy.at }) },
    };
    const pages = layOutDraft(own, { fonts: options.fonts, products: [] }, report);
    return {
      draft: own,
      pages: { ...pages, outline: [{ title: titleOf(copy, exam), level: 1, page: 0 }] },
    };
  };
}

/** Outlines tell copies apart by their seats: names stay on paper. */
const titleOf = ({ label, form }: Copy, { forms }: Exam) =>
  forms.length > 1 ? `${label} · Form\u00A0${form}` : label;

function draftCopy(exam: Exam, copy: Copy, options: BuildOptions, report: Report): Draft | undefined {
  const job = exam.jobs.get(copy.form)!;
  const wishes = {
    ...options,
    style: copy.style,
    more: { copy: copyContext(copy) },
    drawn: new Map([[QR_PATH, qrPicture(copy.payload)]]),
  };
  const draft = draftJob(exam.open, job, wishes, report);
  if (draft && !namesItsCopy(draft.blocks))
    report.add(
      'template-broken',
      { file: job.product.path, line: 1, column: 1 },
      'This template does not print whose copy a paper is.',
      'Give its exam-cover the field copy, as templates/exam-paper.md.hbs does.',
    );
  return draft;
}

/** Pages with a blank one behind them if need be, so that the next copy begins on paper of its own. */
export function padded(laid: Laid): Laid {
  const last = laid.pages.at(-1);
  if (!last || laid.pages.length % 2 === 0) return laid;
  const blank = { ...last, label: String(laid.pages.length + 1), marks: [] };
  return { ...laid, pages: [...laid.pages, blank] };
}

/** What a teacher gets with a set: the list that copies are handed out by, or the sheet that their marks are kept on. */
export function layOutForTeacher(
  { open }: Exam,
  job: Job,
  more: Readonly<Record<string, unknown>>,
  { fonts, paper }: BuildOptions,
  report: Report,
): Laid | undefined {
  const draft = draftJob(open, job, { fonts, ...(paper && { paper }), more }, report);
  return draft && layOutDraft(draft, { fonts, products: [] }, report);
}
