import { type Assessment, worksheetOf } from '../assessment/assessment.ts';
import type { Sheet } from '../assessment/papers/worksheet.ts';
import type { ExamEntry, ExamPack } from '../assessment/tasks/exam-pack.ts';
import { LEVELS, levelMarks } from '../assessment/tasks/levels.ts';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { reservedName } from '../diagnostics/reserved-name.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { say } from '../words/say.ts';
import { wordFor } from '../words/word-for.ts';
import type { Words } from '../words/words.ts';
import type { Product } from './product.ts';

/** One file to make. */
export interface Job {
  readonly product: Product;
  readonly entry?: ExamEntry;
  readonly output?: string;
  /** The sheet of a worksheet that it prints; undefined for its key, and for any other file. */
  readonly sheet?: Sheet;
  /** How many files for pupils are alternatives, of which each pupil gets one: forms, levels, outputs. */
  readonly alternatives: number;
  /** The path of its file below the output folder, with `/` and without an extension. */
  readonly name: string;
}

/**
 * Lists the files that a pack's products make, in order. Reports two files of the same name.
 * @param assessment gives the sheets of worksheets
 */
export function planJobs(
  pack: ExamPack,
  products: readonly Product[],
  assessment: Assessment,
  report: Report,
): Job[] {
  const jobs: Job[] = [];
  const taken = new Map<string, Job>();
  const clashes = new Set<Place | undefined>();
  for (const product of products) {
    const { repeat } = product.settings;
    checkLeast(pack, product, report);
    checkReached(pack, product, report);
    const entries = repeat.length > 0 ? entriesFor(pack, product, report) : [undefined];
    for (const entry of entries) {
      for (const { output, sheet, alternatives } of filesFor(product, entry, assessment)) {
        const last = [entry?.id, output].filter((part) => part !== undefined).join('-');
        const job: Job = {
          product,
          alternatives,
          ...(entry && { entry }),
          ...(output && { output }),
          ...(sheet && { sheet }),
          name: [pack.id, product.name, ...(last ? [last] : [])].join('/'),
        };
        const other = taken.get(job.name);
        if (other) {
          // A worksheet and its key collide with those of another once, not twice.
          if (!clashes.has(entry?.at)) reportClash(job, other, report);
          clashes.add(entry?.at);
          continue;
        }
        taken.set(job.name, job);
        reportReserved(job, report);
        jobs.push(job);
      }
    }
  }
  return jobs;
}

/** Warns of a file that could not be copied to Windows, at the entry that it is named after. */
function reportReserved({ entry, product, name }: Job, report: Report): void {
  const why = reservedName(name.split('/').at(-1)!);
  if (why === undefined) return;
  const where = entry?.at ?? wholeFile(product.path);
  report.add(
    'name-reserved',
    where,
    `${why}: “${name}.pdf”.`,
    'Give it another id, such as one of two words.',
  );
}

/** Reports two jobs that make one file, at the entry of the later. */
function reportClash({ entry, product, name }: Job, other: Job, report: Report): void {
  const where = entry?.at ?? wholeFile(product.path);
  const place = other.entry ? `${other.entry.at.file}:${other.entry.at.line}` : other.product.path;
  if (entry && other.entry?.id === entry.id)
    report.add(
      'collision',
      where,
      `The id “${entry.id}” is among the ${entry.kind} and the ${other.entry.kind} (${place}), and both make a file ${name}.pdf.`,
      `Give one of them a different id: rename its file or, if it has only a heading, add a line “id: ${entry.id}-2” below it.`,
    );
  else
    report.add(
      'collision',
      where,
      `This makes a file ${name}.pdf, and so does ${place}.`,
      'Give one of them a different id.',
    );
}

/** Whether a file is for teachers only. */
export const isForTeachers = ({ product: { settings }, output }: Job): boolean =>
  settings.copies === 'teacher' || settings.teacher.includes(output ?? 'all');

/** Whether a file is printed without the colours of its style. */
export const isInBlack = (job: Job): boolean =>
  isInGrey(job) || !(job.product.settings.colour ?? !isForTeachers(job));

/** Whether the pictures of a file are printed without their colours, too. */
export const isInGrey = ({ product: { settings } }: Job): boolean => settings.grey;

/** A file of a product for one entry: an output, a form of a paper or a sheet of a worksheet. */
type PlannedFile = Pick<Job, 'alternatives'> & {
  readonly output: string | undefined;
  readonly sheet?: Sheet;
};

function filesFor(
  { settings }: Product,
  entry: ExamEntry | undefined,
  assessment: Assessment,
): PlannedFile[] {
  const sheets = settings['each-sheet'] ? (worksheetOf(assessment, entry)?.sheets ?? []) : [];
  const outputs = settings['each-form'] && entry ? formLettersOf(entry) : settings.outputs;
  const alternatives = sheets.length + outputs.filter((output) => !settings.teacher.includes(output)).length;
  // An entry without a worksheet has no key either.
  if (settings['each-sheet'] && sheets.length === 0) return [];
  const files = [
    ...sheets.map((sheet) => ({ sheet, output: sheet.name })),
    ...outputs.map((output) => ({ output })),
  ];
  return (files.length > 0 ? files : [{ output: undefined }]).map((file) => ({ ...file, alternatives }));
}

/** The forms of a paper, as file names give them. */
const formLettersOf = (entry: ExamEntry): readonly string[] =>
  entry.kind === 'papers' ? entry.fields.forms.map((form) => form.toLowerCase()) : [];

/** The name of the form that a job prints, such as `Form A`; undefined if there is only one. */
export function formName({ product, entry, output, sheet }: Job, words: Words): string | undefined {
  if (sheet) return sheet.saysForm ? say(words, 'form', { letter: sheet.form }) : undefined;
  return product.settings['each-form'] && entry && output && formLettersOf(entry).length > 1
    ? say(words, 'form', { letter: output.toUpperCase() })
    : undefined;
}

/** What the foot of its pages says to tell them from those of other forms and levels: `●● Form A`; empty if there are none. */
export function footName(job: Job, words: Words): string {
  const { sheet, output } = job;
  const level = sheet ? (sheet.saysLevel ? sheet.level : undefined) : LEVELS.find((one) => one === output);
  const marks = level ? levelMarks(level) : '';
  return [marks, formName(job, words)].filter(Boolean).join(' ');
}

/** What tells a file from the others of its product and entry: its level, its form, or who it is for. */
export function outputName(job: Job, words: Words): string | undefined {
  const { product, output, sheet } = job;
  const form = formName(job, words);
  if (sheet) {
    const level = sheet.saysLevel ? [wordFor(words, 'output', sheet.level)] : [];
    return [...level, ...(form ? [form] : [])].join(', ') || undefined;
  }
  const { outputs, 'each-sheet': eachSheet } = product.settings;
  const isOneOfSeveral = outputs.length > 1 || eachSheet;
  return form ?? (isOneOfSeveral && output !== undefined ? wordFor(words, 'output', output) : undefined);
}

/** Reports kinds in `least` that do not exist. */
function checkLeast(pack: ExamPack, { settings: { least }, path }: Product, report: Report): void {
  for (const kind of least?.kinds ?? [])
    if (!ownValue(pack.entries, kind))
      report.add(
        'template-broken',
        wholeFile(path),
        `“least” names a kind of entry that does not exist: “${kind}”.`,
        suggest(kind, Object.keys(pack.entries)),
      );
}

/** Reports a chapter in `reached` that the pack does not have. */
function checkReached(pack: ExamPack, { settings: { reached }, reachedAt }: Product, report: Report): void {
  const chapters = pack.entries.chapters.map(({ id }) => id);
  if (reached === undefined || chapters.includes(reached)) return;
  report.add(
    'reference-unknown',
    reachedAt,
    `This pack has no chapter “${reached}”, which the product says the class has “reached”.`,
    chapters.length === 0 ? 'Add chapters.md, or remove “reached”.' : suggest(reached, chapters),
  );
}

function entriesFor(pack: ExamPack, product: Product, report: Report): ExamEntry[] {
  return product.settings.repeat.flatMap((rule) => {
    const { kind, where = {} } = typeof rule === 'string' ? { kind: rule } : rule;
    const entries = ownValue(pack.entries, kind);
    if (!entries) {
      report.add(
        'template-broken',
        wholeFile(product.path),
        `“repeat” names a kind of entry that does not exist: “${kind}”.`,
        suggest(kind, Object.keys(pack.entries)),
      );
      return [];
    }
    return entries.filter((entry) =>
      Object.entries(where).every(
        ([field, value]) => String(ownValue<unknown>(entry.fields, field)) === value,
      ),
    );
  });
}

/** The title of a file as a document: its entry, its product, its output or form, its pack. */
export function documentTitle(pack: ExamPack, job: Job, words: Words): string {
  const { entry, product, output } = job;
  // The first output of a product is the product itself.
  const isFirst = output !== undefined && output === product.settings.outputs[0] && !isForTeachers(job);
  const reader = isFirst ? undefined : outputName(job, words);
  return [entry?.name, product.settings.title, reader, pack.about.name]
    .filter((part) => part !== undefined)
    .join(' – ');
}
