import { type Assessment, readAssessment } from '../../src/assessment/assessment.ts';
import type { Boards } from '../../src/assessment/boards/find-boards.ts';
import { withBoardObjectives } from '../../src/assessment/boards/with-board-objectives.ts';
import type { PrintedTask } from '../../src/assessment/for-pupils/print-task.ts';
import type { ExamPack } from '../../src/assessment/tasks/exam-pack.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport, type Report } from '../../src/diagnostics/report.ts';
import type { Words } from '../../src/words/words.ts';
import { english } from '../words-in.ts';

const PACK = '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n';

/** What a pack of these files asks. */
export function assessmentOf(
  files: Readonly<Record<string, string>>,
  words: Words = english,
  boards: Boards = { all: [], ofPapers: {} },
): {
  pack: ExamPack;
  assessment: Assessment;
  report: Report;
} {
  const report = createReport();
  const all = Object.entries({ 'pack.md': PACK, ...files });
  const read = readPack(
    't',
    't',
    all.map(([name, text]) => ({ path: name, name, text })),
    TABLES.entryKinds,
    report,
  )!;
  const pack = withBoardObjectives(read, boards.all);
  const assessment = readAssessment(pack, TABLES.questionKinds, words, report, boards.ofPapers);
  return { pack, assessment, report };
}

/** The texts of a field of the block that a task is printed in; none if it has no such field. */
export function fieldTexts({ fields }: PrintedTask, name: string): string[] {
  const values = fields.filter((one) => one.name === name).flatMap(({ value }) => value);
  return values.map((value) => (typeof value === 'object' && 'text' in value ? value.text : String(value)));
}
