import type { Copy } from '../../assessment/class-sets/copy.ts';
import {
  copyContext,
  fillInCopy,
  printsItsCode,
  printsItsName,
  QR_PATH,
  shapeOf,
} from '../../assessment/class-sets/fill-in-copy.ts';
import { qrPicture } from '../../assessment/class-sets/qr-picture.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { createSectionMemory, type SectionMemory } from '../../layout/section-memory.ts';
import type { Laid } from '../../pages/laid.ts';
import { say } from '../../words/say.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import type { PackDraft } from '../jobs/draft.ts';
import { type DraftOptions, draftJob } from '../jobs/draft-job.ts';
import { layOutDraft } from '../jobs/lay-out-draft.ts';
import { type Exam, jobFor } from './open-exam.ts';

/**
 * Gives a function that lays out copies. Copies that differ only in their texts share a filled template, and the
 * sections that none of these texts is in. The others are laid out for each, since a long name may need another line.
 * @returns a function that gives a copy and its pages, or undefined after reporting a fault in its template
 */
export function copyLayouter(
  exam: Exam,
  options: BuildOptions,
  report: Report,
): (copy: Copy) => { draft: PackDraft; pages: Laid } | undefined {
  const drafts = new Map<string, PackDraft | undefined>();
  const sections = new Map<string, SectionMemory>();
  return (copy) => {
    const shape = shapeOf(copy);
    if (!drafts.has(shape)) {
      drafts.set(shape, draftCopy(exam, copy, options, report));
      sections.set(shape, createSectionMemory());
    }
    const draft = drafts.get(shape);
    if (!draft) return undefined;
    const copyDraft: PackDraft = {
      ...draft,
      blocks: fillInCopy(draft.blocks, copy),
      pictures: new Map([...draft.pictures, [QR_PATH, qrPicture(copy.payload)]]),
      copy: { footer: `${copy.label} · ${copy.code}`, ...(copy.at && { at: copy.at }) },
    };
    const { pages } = layOutDraft(
      copyDraft,
      { fonts: options.fonts, products: [], sections: sections.get(shape)! },
      report,
    );
    return {
      draft: copyDraft,
      pages: { ...pages, outline: [{ title: titleOf(copy, exam), level: 1, page: 0 }] },
    };
  };
}

/** The bookmark of a copy. It gives the seat, not the name: names of pupils appear on paper only. */
const titleOf = ({ label, form }: Copy, { forms, open }: Exam) =>
  forms.length > 1 ? `${label} · ${say(open.words, 'form', { letter: form })}` : label;

function draftCopy(exam: Exam, copy: Copy, options: BuildOptions, report: Report): PackDraft | undefined {
  const job = jobFor(exam, copy);
  const draftOptions: DraftOptions = {
    ...options,
    style: copy.style,
    extraContext: { copy: copyContext(copy, exam.open.words) },
    extraPictures: new Map([[QR_PATH, qrPicture(copy.payload)]]),
  };
  const draft = draftJob(exam.open, job, draftOptions, report);
  if (draft && !(job.sheet ? printsItsName(draft.blocks, copy) : printsItsCode(draft.blocks)))
    report.add(
      'template-broken',
      wholeFile(job.product.path),
      'This template does not print the name of the pupil on each copy.',
      job.sheet
        ? 'Add the field “values” to its name-line, as in templates/worksheet.md.hbs.'
        : 'Add the field “copy” to its exam-cover, as in templates/exam-paper.md.hbs.',
    );
  return draft;
}

/** Adds a blank page to an odd number of pages, so that the next copy begins on a new sheet. */
export function padToWholeSheets(laid: Laid): Laid {
  const last = laid.pages.at(-1);
  if (!last || laid.pages.length % 2 === 0) return laid;
  const blank = { ...last, label: String(laid.pages.length + 1), marks: [] };
  return { ...laid, pages: [...laid.pages, blank] };
}
