import type { Copy } from '../../assessment/class-sets/copy.ts';
import { readCode } from '../../assessment/class-sets/copy-code.ts';
import { formKey } from '../../assessment/for-teachers/form-key.ts';
import { keyOf } from '../../assessment/for-teachers/key-of.ts';
import type { ExamPaper, Form } from '../../assessment/papers/exam-paper.ts';
import { asPaper } from '../../assessment/papers/forms-of-worksheet.ts';
import type { SheetLevel, Worksheet } from '../../assessment/papers/worksheet.ts';
import { readPack } from '../../content/read-pack.ts';
import { flagPlace } from '../../diagnostics/flag-place.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import { ownSetup } from '../../templates/school.ts';
import type { PackSource, TemplateSet } from '../jobs/build-options.ts';
import { type OpenPack, openPack } from '../jobs/opening/open-pack.ts';
import { TABLES } from '../tables/tables.ts';

/** The products that a class set consists of. */
const PAPER = 'exam-paper';
const WORKSHEET = 'worksheet';
const LIST = 'distribution-list';
const SEATS = 'seating-plan';
const MARKING = 'marking-sheet';

/** A paper or a worksheet, its pack, and the jobs that print it. */
export interface Exam {
  readonly open: OpenPack;
  /** A worksheet counts as a paper of one section. */
  readonly paper: ExamPaper;
  readonly forms: readonly Form[];
  /** The levels of a worksheet, if it has several sheets that differ in them. */
  readonly levels: readonly SheetLevel[];
  readonly jobs: readonly Job[];
  readonly list: Job;
  readonly seats: Job;
  /** A worksheet has no marks, and so no sheet for them. */
  readonly marking: Job | undefined;
  /** The style that its template names. */
  readonly style: string;
  /** Names of all styles. */
  readonly styles: readonly string[];
  /** The beginning of the QR code of each copy. */
  readonly source: string;
}

/** Finds a paper or a worksheet by its id in some packs. Reports one that no pack has, or that is there twice. */
export function openExam(
  sources: readonly PackSource[],
  templates: TemplateSet,
  id: string,
  report: Report,
): Exam | undefined {
  const source = packWith(id, sources, report);
  if (!source) return undefined;
  const open = openPack(source, templates, { products: [PAPER, WORKSHEET, LIST, SEATS, MARKING] }, report);
  if (!open) return undefined;
  const paper = open.assessment.papers.find((one) => one.paper.id === id);
  const worksheet = open.assessment.worksheets.find((one) => one.id === id);
  if (paper && worksheet) {
    const message = `“${id}” is both a paper and a worksheet.`;
    report.add('collision', worksheet.at, message, 'Rename the file of one of them.');
    return undefined;
  }
  const ownJobs = open.jobs.filter(({ entry }) => entry?.id === id);
  const jobs = ownJobs.filter(({ product, sheet }) =>
    paper ? product.name === PAPER : product.name === WORKSHEET && sheet !== undefined,
  );
  const [first] = jobs;
  const sat = paper ? { ...paper, levels: [] } : worksheet && satAsPaper(worksheet);
  if (!first || !sat) return undefined;
  const jobOf = (name: string) => open.jobs.find(({ product }) => product.name === name)!;
  return {
    open,
    ...sat,
    jobs,
    list: jobOf(LIST),
    seats: jobOf(SEATS),
    marking: paper && ownJobs.find(({ product }) => product.name === MARKING),
    style: ownSetup(first.product, open.source.school).style,
    styles: [...open.styles.keys()],
    source: `SP1/${open.pack.id}/${id}`.toUpperCase(),
  };
}

/** The only one of some packs that has a paper or worksheet with this id; undefined, after a finding, if there is none. */
function packWith(id: string, sources: readonly PackSource[], report: Report): PackSource | undefined {
  const at = wholeFile(id);
  const known = sources.map((source) => ({ source, ids: namesIn(source) }));
  const having = known.filter(({ ids }) => ids.includes(id)).map(({ source }) => source);
  const [first, ...others] = having;
  if (first && others.length > 0) {
    const message = `There is a paper or worksheet “${id}” in more than one pack: ${having.map((source) => source.id).join(' and ')}.`;
    report.add('collision', at, message, `Choose one: --pack ${first.id}`);
    return undefined;
  }
  if (!first && sources.length > 0) {
    const ids = known.flatMap((one) => one.ids);
    report.add(
      'exam-unknown',
      at,
      `There is no paper or worksheet “${id}”.`,
      suggest(id, ids) ??
        'Papers are files in the papers/ folder of a pack, worksheets those in worksheets/.',
    );
  }
  return first;
}

/** A worksheet as a paper of one section, with its forms and levels. */
function satAsPaper(worksheet: Worksheet): Pick<Exam, 'paper' | 'forms' | 'levels'> {
  const { forms, sheets } = worksheet;
  const letters = forms.map(({ letter }) => letter);
  const levels = [...new Set(sheets.flatMap(({ level, saysLevel }) => (saysLevel ? [level] : [])))];
  return { paper: asPaper(worksheet, letters), forms, levels };
}

/** The job that prints a copy: that of its form and, for a worksheet, of its level. */
export const jobFor = ({ jobs }: Exam, { form, level }: Pick<Copy, 'form' | 'level'>): Job =>
  jobs.find(({ output, sheet }) =>
    sheet
      ? sheet.form === form && (level === undefined || sheet.level === level)
      : output?.toUpperCase() === form,
  )!;

/** The files that papers and worksheets are written in, and that of the pack itself. */
const EXAM_FILES = /^(?:pack|papers|worksheets)(?:\.md$|\/)/;

/** The ids of a pack's papers and worksheets: nothing else of it is read for them. Errors in the pack are not reported here. */
function namesIn({ id, folder, content }: PackSource): string[] {
  const files = content.filter(({ name }) => EXAM_FILES.test(name));
  const { papers = [], worksheets = [] } =
    readPack(id, folder, files, TABLES.entryKinds, createReport())?.entries ?? {};
  return [...new Set([...papers, ...worksheets].map((entry) => entry.id))];
}

/**
 * Gives the keys of a paper's forms, by their letters.
 * @param requested letters; empty for all. Letters that the paper does not have are reported
 */
export function formKeys(
  { open, paper, forms, marking }: Exam,
  requested: readonly string[],
  report: Report,
): Map<string, string> {
  const letters = requested.map((letter) => letter.trim().toUpperCase()).filter(Boolean);
  const at = flagPlace('--forms');
  for (const letter of letters)
    if (!paper.forms.includes(letter))
      report.add(
        'form-unknown',
        at,
        `“${paper.id}” has no form ${letter}.`,
        `It has ${paper.forms.join(', ')}. For more, write “forms: ${marking ? `[${[...new Set([...paper.forms, ...letters])].join(', ')}]` : paper.forms.length + 1}” in ${paper.at.file}.`,
      );
  const used = forms.filter(({ letter }) => letters.length === 0 || letters.includes(letter));
  // Neighbours may well work on the same worksheet.
  if (used.length === 1 && letters.length === 0 && marking)
    report.add(
      'neighbours-alike',
      paper.at,
      'This paper has only one form, so pupils sitting next to each other get the same one.',
      'For two forms, write “forms: [A, B]”. If one is enough, add --forms A.',
    );
  return new Map(
    used.map((form) => [form.letter, formKey(open.pack.id, paper, form, keyOf(form, open.assessment))]),
  );
}

/** Finds the copy that a code belongs to, or reports that there is none. */
export function findCode(
  exam: Exam,
  code: string,
  report: Report,
): { form: string; copy: number } | undefined {
  const at = flagPlace('--code');
  const parts = readCode(code);
  const keys = [...formKeys(exam, exam.paper.forms, report)];
  const form = keys.find(([, key]) => key === parts?.key)?.[0];
  if (parts && form) return { form, copy: parts.copy };
  if (!parts)
    report.add(
      'code-wrong',
      at,
      `“${code}” is not the code of a copy: a character is wrong or missing.`,
      'Check it again. It has six characters, a number of at least three digits, and one character at the end.',
    );
  else
    report.add(
      'code-wrong',
      at,
      `“${code}” does not belong to any current form of “${exam.paper.id}”.`,
      `It may belong to another paper or worksheet, or the items, their order or the key may have changed since. The keys are now ${keys.map(([, key]) => key).join(', ')}.`,
    );
  return undefined;
}
