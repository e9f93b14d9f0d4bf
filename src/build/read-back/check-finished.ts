import { worksheetOf } from '../../assessment/assessment.ts';
import { textsForPupils } from '../../assessment/for-pupils/texts-for-pupils.ts';
import { keyOf } from '../../assessment/for-teachers/key-of.ts';
import { shownAnswers } from '../../assessment/for-teachers/print-answers.ts';
import { allTasks } from '../../assessment/item-bank/all-tasks.ts';
import type { ExamPaper, Form } from '../../assessment/papers/exam-paper.ts';
import { questionsAt } from '../../assessment/papers/questions-at.ts';
import type { Worksheet } from '../../assessment/papers/worksheet.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { isForPupils } from '../../templates/readers.ts';
import type { PackDraft } from '../jobs/draft.ts';
import { checkCards } from '../key-check/check-cards.ts';
import { checkKey } from '../key-check/check-key.ts';
import { checkPaper } from '../key-check/check-paper.ts';
import { checkGridKey, checkGrids, isSamePuzzle } from '../key-check/check-puzzle.ts';
import { checkQuiz } from '../key-check/check-quiz.ts';
import { checkSheet } from '../key-check/check-sheet.ts';
import { checkSheetKey } from '../key-check/check-sheet-key.ts';
import type { ComparedTask } from '../key-check/compared-task.ts';
import { findKeyLetters } from '../key-check/find-key-letters.ts';
import { findLeaks, secretsOf } from '../key-check/find-leaks.ts';
import { lettersOnly } from '../key-check/letters-only.ts';
import { quizAnswers } from '../key-check/quiz-answers.ts';
import { readCards } from '../key-check/read-cards.ts';
import { readGrids } from '../key-check/read-grids.ts';
import { readQuestions } from '../key-check/read-questions.ts';
import { readScheme } from '../key-check/read-scheme.ts';
import type { ReportDrift } from '../key-check/report-drift.ts';
import { pupilTexts, teacherTexts } from '../key-check/teacher-texts.ts';

/** A finished file that was read back. */
export interface Finished {
  readonly draft: PackDraft;
  readonly pdf: ReadPdf;
}

/**
 * Compares the finished files of one pack with their sources and with one another: each paper with its items and its
 * key, and each file for pupils with the texts meant for teachers only.
 * @param printed texts that templates print themselves
 */
export function checkFinished(files: readonly Finished[], printed: readonly string[], report: Report): void {
  const [first] = files;
  if (!first) return;
  const { pack, assessment } = first.draft;
  const compared = new Map<string, readonly ComparedTask[]>();
  const formOf = ({ job }: PackDraft) => {
    const found = assessment.papers.find(({ paper }) => paper.id === job.entry?.id);
    const form = found?.forms.find(({ letter }) => letter.toLowerCase() === job.output);
    return found && form && job.product.settings['read-back'] === 'paper'
      ? { paper: found.paper, form }
      : undefined;
  };
  for (const { draft, pdf } of files) {
    const printed = formOf(draft);
    if (!printed) continue;
    const reportDrift = driftReporter(draft, printed.paper, report);
    const { words } = draft;
    const questions = readQuestions(pdf, words);
    compared.set(
      nameOf(printed.paper, printed.form),
      checkPaper(questions, printed.paper, printed.form, { ...assessment, words }, reportDrift),
    );
    const answers = keyOf(printed.form, assessment, words).map(({ answer }) => answer);
    for (const { text: answer, page } of findKeyLetters(pdf, answers))
      reportDrift('answer-leaked', `“${answer}” gives the answer away ${placeInWords(page)}.`);
  }
  for (const { draft, pdf } of files) {
    if (draft.job.product.settings['read-back'] !== 'scheme') continue;
    const found = assessment.papers.find(({ paper }) => paper.id === draft.job.entry?.id);
    const scheme = readScheme(pdf, draft.words);
    for (const form of found?.forms ?? []) {
      const paper = compared.get(nameOf(found!.paper, form));
      const known = { letter: form.letter, only: found!.forms.length === 1 };
      if (paper) checkKey(scheme, known, paper, draft.words, driftReporter(draft, found!.paper, report));
    }
  }
  checkWorksheets(files, report);
  checkPuzzles(files, report);
  checkCardKeys(files, report);
  checkQuizzes(files, report);
  const forPupils = files.filter(({ draft }) => isForPupils(draft.job));
  if (forPupils.length === 0) return;
  const known = new Set([...pupilTexts(pack, assessment), ...printed]);
  const secrets = secretsOf(teacherTexts(pack, assessment), [...known]);
  for (const { draft, pdf } of forPupils)
    for (const { secret, words, page } of findLeaks(pdf, secrets, textsShownTo(draft)))
      report.add(
        'answer-leaked',
        secret.at,
        `The ${secret.what} of “${secret.of}” is for teachers only, but ${draft.name}.pdf gives away “${words}” ${placeInWords(page)}.`,
        `Remove it from ${draft.job.product.path}, or reword it in the text that pupils may read.`,
      );
}

/** Compares the sheets of each worksheet with its items and with its key. */
function checkWorksheets(files: readonly Finished[], report: Report): void {
  const read = new Map<Worksheet, { form: string; compared: ComparedTask[] }[]>();
  const ownOf = ({ assessment, job }: PackDraft) =>
    job.product.settings['read-back'] === 'worksheet' ? worksheetOf(assessment, job.entry) : undefined;
  for (const { draft, pdf } of files) {
    const { assessment, job } = draft;
    const worksheet = ownOf(draft);
    if (!worksheet || !job.sheet) continue;
    const { form } = job.sheet;
    const reportDrift = driftReporter(draft, worksheet, report);
    const questions = readQuestions(pdf, assessment.words);
    const compared = checkSheet(questions, worksheet, job.sheet, assessment.kinds, reportDrift);
    read.set(worksheet, [...(read.get(worksheet) ?? []), { form, compared }]);
    const own = worksheet.forms.find(({ letter }) => letter === form);
    const answers = own && worksheet.answers === 'apart' ? keyOf(own, assessment, assessment.words) : [];
    const letters = answers.map(({ answer }) => answer);
    for (const { text: answer, page } of findKeyLetters(pdf, letters))
      reportDrift('answer-leaked', `“${answer}” gives the answer away ${placeInWords(page)}.`);
  }
  for (const { draft, pdf } of files) {
    const worksheet = ownOf(draft);
    const sheets = worksheet && !draft.job.sheet ? read.get(worksheet) : undefined;
    if (!worksheet || !sheets) continue;
    const { assessment } = draft;
    const questions = readQuestions(pdf, assessment.words);
    checkSheetKey(questions, worksheet, sheets, assessment, driftReporter(draft, worksheet, report));
  }
}

/** Compares the puzzles of each product with their grids and with its key. */
function checkPuzzles(files: readonly Finished[], report: Report): void {
  const read = files
    .filter(({ draft }) => draft.job.product.settings['read-back'] === 'puzzle')
    .map(({ draft, pdf }) => ({ draft, grids: readGrids(pdf), isKey: !isForPupils(draft.job) }));
  for (const { draft, grids, isKey } of read) {
    const reportDrift = driftReporter(draft, { at: wholeFile(draft.job.product.path) }, report);
    checkGrids(grids, draft.blocks, reportDrift);
    const { entries } = draft.pack;
    const given = entries.vocabulary.flatMap(({ fields }) => fields.lang ?? []);
    if (isKey) checkGridKey(grids, [...new Set([draft.words.lang, ...given])], reportDrift);
    const keys = read.filter((one) => one.isKey && one.draft.product === draft.product);
    if (isKey || keys.length === 0) continue;
    for (const [index, grid] of grids.entries())
      if (!keys.some((key) => key.grids.some((one) => isSamePuzzle(grid, one))))
        reportDrift('key-drift', `Grid ${index + 1} is not in the key.`);
  }
}

/** Compares sets of cards with their keys, which are products whose names begin with theirs. */
function checkCardKeys(files: readonly Finished[], report: Report): void {
  const read = files.filter(({ draft }) => draft.job.product.settings['read-back'] === 'cards');
  for (const { draft, pdf } of read) {
    const { product } = draft.job;
    const own = read.find((one) => one.draft.job.product.name.startsWith(`${product.name}-`));
    if (!own) continue;
    const meanings = new Map(
      draft.pack.entries.vocabulary.map(({ name, body }) => [lettersOnly(name), body.text]),
    );
    const reportDrift = driftReporter(draft, { at: wholeFile(product.path) }, report);
    checkCards(readCards(pdf), readCards(own.pdf), { meanings, words: draft.words }, reportDrift);
  }
}

/** Whether a file of a quiz is for teachers. */
const isKey = ({ product, output = '' }: PackDraft['job']) => product.settings.teacher.includes(output);

/** Compares the sheets of each quiz with its key: a file of the same product, or a product whose name begins with its name. */
function checkQuizzes(files: readonly Finished[], report: Report): void {
  const read = files.filter(({ draft }) => draft.job.product.settings['read-back'] === 'quiz');
  for (const { draft, pdf } of read.filter(({ draft: { job } }) => isKey(job))) {
    const { product } = draft.job;
    const quizOf = ({ pdf: own }: Finished) => ({ ...readQuestions(own, draft.words), ...readCards(own) });
    const sheets = read.filter(
      ({ draft: { job } }) =>
        !isKey(job) && (job.product === product || product.name === `${job.product.name}-key`),
    );
    if (sheets.length === 0) continue;
    const reportDrift = driftReporter(draft, { at: wholeFile(product.path) }, report);
    const answers = quizAnswers(draft.pack, draft.assessment);
    checkQuiz(sheets.map(quizOf), quizOf({ draft, pdf }), answers, reportDrift);
  }
}

/** Texts that a worksheet shows pupils on purpose: its word banks, and its answers if the author prints them. */
function textsShownTo({ pack, job, assessment }: PackDraft): string[] {
  const { sheet } = job;
  const found = worksheetOf(assessment, job.entry);
  if (!found || !sheet) return [];
  const { kinds, words } = assessment;
  const source = { kinds, words, pack, isSupport: sheet.level === 'support' };
  const questions = questionsAt(found, sheet).map(({ item }) => item);
  const tasks = found.items.filter(({ id }) => questions.includes(id)).flatMap(({ task }) => allTasks(task));
  const answers =
    found.answers === 'apart' ? [] : shownAnswers(found, sheet, source).flatMap(({ parts }) => parts);
  return [
    ...tasks.flatMap((task) => textsForPupils(task, source)),
    ...answers.map((part) => (typeof part === 'string' ? part : part.text)),
  ];
}

const placeInWords = (page: number | undefined) =>
  page === undefined
    ? 'in a place that is not visible: a title, a description or a bookmark'
    : `on page ${page + 1}`;

const nameOf = (paper: ExamPaper, form: Form) => `${paper.id}/${form.letter}`;

const driftReporter =
  ({ job, name }: PackDraft, { at }: Pick<ExamPaper, 'at'>, report: Report): ReportDrift =>
  (code, message) =>
    report.add(
      code,
      at,
      `${name}.pdf: ${message}`,
      `The printed text comes from ${job.product.path}, so look there first.`,
    );
