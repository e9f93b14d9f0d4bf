import type { ExamEntry, ExamPack } from '../assessment/tasks/exam-pack.ts';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Report } from '../diagnostics/report.ts';
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
  /** The path of its file below the output folder, with `/` and without an extension. */
  readonly name: string;
}

/** Lists the files that a pack's products make, in order. Reports two files of the same name. */
export function planJobs(pack: ExamPack, products: readonly Product[], report: Report): Job[] {
  const jobs: Job[] = [];
  const taken = new Map<string, Job>();
  for (const product of products) {
    const { repeat } = product.settings;
    const entries = repeat.length > 0 ? entriesFor(pack, product, report) : [undefined];
    for (const entry of entries) {
      const outputs = outputsFor(product, entry);
      for (const output of outputs.length > 0 ? outputs : [undefined]) {
        const last = [entry?.id, output].filter((part) => part !== undefined).join('-');
        const job: Job = {
          product,
          ...(entry && { entry }),
          ...(output && { output }),
          name: [pack.id, product.name, ...(last ? [last] : [])].join('/'),
        };
        const other = taken.get(job.name);
        if (other) {
          const where = entry?.at ?? wholeFile(product.path);
          const place = other.entry?.at;
          report.add(
            'collision',
            where,
            `This makes a file ${job.name}.pdf, and so does ${place ? `${place.file}:${place.line}` : other.product.path}.`,
            'Give one of them a different id.',
          );
          continue;
        }
        taken.set(job.name, job);
        jobs.push(job);
      }
    }
  }
  return jobs;
}

/** Whether a file is for teachers only. */
export const isForTeachers = ({ product: { settings }, output }: Job): boolean =>
  settings.copies === 'teacher' || settings.teacher.includes(output ?? 'all');

/** Whether a file is printed without the colours of its style. */
export const isInBlack = (job: Job): boolean => !(job.product.settings.colour ?? !isForTeachers(job));

const outputsFor = ({ settings }: Product, entry: ExamEntry | undefined): readonly string[] =>
  settings['each-form'] && entry ? formsOf(entry) : settings.outputs;

/** All the outputs or forms that a job is one of; empty if its product has only one. */
export const outputsOf = ({ product, entry }: Job): readonly string[] => outputsFor(product, entry);

/** The forms of a paper, as file names give them. */
const formsOf = (entry: ExamEntry): readonly string[] =>
  entry.kind === 'papers' ? entry.fields.forms.map((form) => form.toLowerCase()) : [];

/** The name of the form that a job prints, such as `Form A`; undefined if the paper has only one. */
export const formName = ({ product, entry, output }: Job, words: Words): string | undefined =>
  product.settings['each-form'] && entry && output && formsOf(entry).length > 1
    ? say(words, 'form', { letter: output.toUpperCase() })
    : undefined;

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
  const outputs = product.settings.outputs;
  const reader =
    outputs.length > 1 && output !== undefined && output !== outputs[0]
      ? wordFor(words, 'output', output)
      : formName(job, words);
  return [entry?.name, product.settings.title, reader, pack.about.name]
    .filter((part) => part !== undefined)
    .join(' – ');
}
