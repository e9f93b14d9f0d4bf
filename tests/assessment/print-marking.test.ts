import { describe, expect, it } from 'vitest';
import { printMarking } from '../../src/assessment/for-teachers/print-marking.ts';
import { english } from '../words-in.ts';
import { assessmentOf } from './support.ts';

const question = (id: string, marks: number, objectives: string) =>
  `## Question ${id}\nid: ${id}\nmarks: ${marks}\nobjectives: ${objectives}\n\nAn answer.\n\n`;
const OBJECTIVES = '## AO1\nid: know\n\nKnow.\n\n## Analysing well\nid: analyse\n\nAnalyse.\n';

/** The marking sheet of a paper: section A with all questions, section B with one of two. */
function marking(count: number, forms: string, pupils?: { name: string; form: string }[], shuffle = 'no') {
  const ids = Array.from({ length: count }, (_, index) => `q${index}`);
  const items =
    ids.map((id) => question(id, 2, 'know')).join('') +
    question('essay-one', 10, '{ know: 4, analyse: 6 }') +
    question('essay-two', 10, '{ know: 7, analyse: 3 }');
  const paper = `---\ntitle: Quiz\nduration: 10\nseed: 1\nforms: [${forms}]\nsections:\n  - title: 'Part A: All'\n    shuffle: ${shuffle}\n    items: [${ids.join(', ')}]\n  - title: The essay\n    shuffle: no\n    answer: 1\n    items: [essay-one, essay-two]\n---\n`;
  const { assessment, pack, report } = assessmentOf({
    'items.md': items,
    'objectives.md': OBJECTIVES,
    'papers/quiz.md': paper,
  });
  expect(report.diagnostics).toEqual([]);
  const own = assessment.papers[0]!;
  const names = new Map(pack.entries.objectives.map(({ id, name }) => [id, name]));
  return printMarking(own.paper, own.forms, names, english, pupils);
}

const heads = (table: { columns: readonly { head: string }[] } | undefined) =>
  table!.columns.map(({ head }) => head.replaceAll('\\\n', ' '));

describe('a marking sheet', () => {
  it('has a column for each question, with its marks, and for what is added up', () => {
    const { tables, several } = marking(2, 'A');
    expect(several).toBe(false);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.name).toBe('');
    // AO1: 2 × 2, and 4 or 7 of the essay; AO2, whose name is long: 6 or 3.
    expect(heads(tables[0])).toEqual([
      '1 [2]',
      '2 [2]',
      'Sect. A [4]',
      '3 [10]',
      '4 [10]',
      'Sect. 2 [10]',
      'Total [14]',
      'AO1 [8–11]',
      'AO2 [3–6]',
    ]);
  });

  it('says what number a question has in each form, where they differ', () => {
    const { tables, several } = marking(8, 'A, B', undefined, 'yes');
    expect(several).toBe(true);
    const questions = heads(tables[0]).slice(0, 8);
    // In the order of form A, whose numbers are those of the columns.
    expect(questions.map((head) => Number(/\d+/.exec(head)![0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const inB = questions.map((head) => Number(/B(\d+)/.exec(head)?.[1] ?? /^\d+/.exec(head)?.[0]));
    expect(inB).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...inB].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is parted into tables of about equally many columns where there are too many', () => {
    const { tables, largeTables } = marking(40, 'A');
    // 40 questions, 2 essays, 2 sections, the total and 2 objectives: 47 columns, 22 at most in one.
    expect(tables.map(({ columns }) => columns.length)).toEqual([16, 16, 15]);
    expect(tables.map(({ name }) => name)).toEqual(['Part 1 of 3', 'Part 2 of 3', 'Part 3 of 3']);
    expect(tables.flatMap(heads)).toEqual(largeTables.flatMap(heads));
    expect(Math.max(...largeTables.map(({ columns }) => columns.length))).toBeLessThanOrEqual(6);
  });

  it('has 32 rows to fill in, or one for each pupil who is named', () => {
    expect(marking(1, 'A').pupils).toHaveLength(32);
    const named = [{ name: 'Ada Byron', form: 'B' }];
    expect(marking(1, 'A', named).pupils).toEqual(named);
  });
});
