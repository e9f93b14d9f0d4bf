import type { Coverage, CoverageRow, EntryCounts } from '../../content/checks/coverage-of.ts';
import { largest } from '../../diagnostics/collections/largest.ts';

/** Gives coverage as text: two lines per subject, a column per chapter and level, and below them what is missing. */
export function coverageTable({ chapters, levels, quotes, rows, perChapter, holes }: Coverage): string {
  const head = ['', '', ...chapters, ...(chapters.length > 0 ? ['none'] : []), ...levels, 'all'];
  const elsewhereOf = (row: CoverageRow) => (chapters.length > 0 ? [row.elsewhere] : []);
  const linesOf = (row: CoverageRow): string[][] => {
    const counts = [...row.chapters, ...elsewhereOf(row)];
    const questions = ['questions', ...counts.map(questionsOf), ...row.levels.map(shown)];
    if (!quotes) return [[row.name, ...questions, shown(row.total.questions)]];
    const quotations = ['quotations', ...counts.map(quotationsOf), ...levels.map(() => '')];
    return [
      [row.name, ...quotations, shown(row.total.quotations)],
      ['', ...questions, shown(row.total.questions)],
    ];
  };
  const whole = perChapter.length > 0 ? [['All', 'questions', ...perChapter.map(questionsOf)]] : [];
  const cells = [head, ...rows.flatMap(linesOf), ...whole];
  const widths = head.map((_, column) => largest(cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join(' ')
      .trimEnd(),
  );
  const missing = holes.length > 0 ? holes.map((hole) => `! ${hole}`) : ['Nothing is missing.'];
  return [...lines, ...missing, ''].join('\n');
}

const shown = (count: number) => (count === 0 ? '·' : String(count));
const quotationsOf = ({ quotations }: EntryCounts) => shown(quotations);
const questionsOf = ({ questions }: EntryCounts) => shown(questions);
