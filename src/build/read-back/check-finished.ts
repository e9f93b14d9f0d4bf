import { printWorksheet } from '../../assessment/for-pupils/print-worksheet.ts';
import { keyOf } from '../../assessment/for-teachers/key-of.ts';
import { shownAnswers } from '../../assessment/for-teachers/print-answers.ts';
import type { ExamPaper, Form } from '../../assessment/papers/exam-paper.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { isForPupils } from '../../templates/readers.ts';
import type { Draft } from '../jobs/lay-out-draft.ts';
import { checkKey } from '../key-check/check-key.ts';
import { type Compared, checkPaper } from '../key-check/check-paper.ts';
import { findKeyLetters } from '../key-check/find-key-letters.ts';
import { findLeaks, secretsOf } from '../key-check/find-leaks.ts';
import { readQuestions } from '../key-check/read-questions.ts';
import { readScheme } from '../key-check/read-scheme.ts';
import type { ReportDrift } from '../key-check/report-drift.ts';
import { pupilTexts, teacherTexts } from '../key-check/teacher-texts.ts';

/** A finished file that was read back. */
export interface Finished {
  readonly draft: Draft;
  readonly pdf: ReadPdf;
}

/**
 * Compares the finished files of one pack with what they were made of, and with one another: each paper with its items and
 * its key, and every file for pupils with what only teachers are to read.
 * @param printed texts that templates print
 */
export function checkFinished(files: readonly Finished[], printed: readonly string[], report: Report): void {
  const [first] = files;
  if (!first) return;
  const { pack, assessment } = first.draft;
  const compared = new Map<string, readonly Compared[]>();
  const formOf = ({ job }: Draft) => {
    const own = assessment.papers.find(({ paper }) => paper.id === job.entry?.id);
    const form = own?.forms.find(({ letter }) => letter.toLowerCase() === job.output);
    return own && form && job.product.settings['read-back'] === 'paper'
      ? { paper: own.paper, form }
      : undefined;
  };
  for (const { draft, pdf } of files) {
    const made = formOf(draft);
    if (!made) continue;
    const complain = complainOf(draft, made.paper, report);
    const questions = readQuestions(pdf);
    compared.set(nameOf(made.paper, made.form), checkPaper(questions, made.paper, made.form, complain));
    const answers = keyOf(made.form, assessment.items).map(({ answer }) => answer);
    for (const { said, page } of findKeyLetters(pdf, answers))
      complain('answer-leaked', `“${said}” tells what is right, ${whereSaid(page)}.`);
  }
  for (const { draft, pdf } of files) {
    if (draft.job.product.settings['read-back'] !== 'scheme') continue;
    const own = assessment.papers.find(({ paper }) => paper.id === draft.job.entry?.id);
    const scheme = readScheme(pdf);
    for (const form of own?.forms ?? []) {
      const paper = compared.get(nameOf(own!.paper, form));
      const known = { letter: form.letter, only: own!.forms.length === 1 };
      if (paper) checkKey(scheme, known, paper, complainOf(draft, own!.paper, report));
    }
  }
  const open = files.filter(({ draft }) => isForPupils(draft.job));
  if (open.length === 0) return;
  const secretsBut = (shown: readonly string[]) =>
    secretsOf(teacherTexts(pack, assessment.items), [
      ...pupilTexts(pack, assessment.items),
      ...printed,
      ...shown,
    ]);
  const secrets = secretsBut([]);
  for (const { draft, pdf } of open) {
    const shown = shownIn(draft);
    for (const { secret, words, page } of findLeaks(pdf, shown.length > 0 ? secretsBut(shown) : secrets))
      report.add(
        'answer-leaked',
        secret.at,
        `The ${secret.what} of “${secret.of}” is only for teachers, and ${draft.job.name}.pdf says of it “${words}” ${whereSaid(page)}.`,
        `Take it out of ${draft.job.product.path}, or write it in other words where pupils may read it.`,
      );
  }
}

/** What a worksheet shows at its level besides what is asked: the words of its boxes, answers if its author wants them. */
function shownIn({ pack, job, assessment }: Draft): string[] {
  const own =
    job.entry?.kind === 'worksheets' && assessment.worksheets.find(({ id }) => id === job.entry?.id);
  const level = own ? own.levels.find((one) => one === job.output) : undefined;
  if (!own || !level) return [];
  const tasks = printWorksheet(own, level).questions.flatMap((question) => question.tasks);
  const answers = own.answers === 'apart' ? [] : shownAnswers(own, level, pack).flatMap(({ parts }) => parts);
  return [...tasks.flatMap(({ bank }) => bank), ...answers].map((part) =>
    typeof part === 'string' ? part : part.text,
  );
}

const whereSaid = (page: number | undefined) =>
  page === undefined
    ? 'where it is not drawn: in a title, a description or a bookmark'
    : `on page ${page + 1}`;

const nameOf = (paper: ExamPaper, form: Form) => `${paper.id}/${form.letter}`;

const complainOf =
  ({ job }: Draft, paper: ExamPaper, report: Report): ReportDrift =>
  (code, message) =>
    report.add(
      code,
      paper.at,
      `${job.name}.pdf: ${message}`,
      `What is printed comes from ${job.product.path}: look there first.`,
    );
