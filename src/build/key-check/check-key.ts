import type { Task } from '../../assessment/tasks/item.ts';
import type { Compared } from './check-paper.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReadTask } from './read-questions.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { ReportDrift } from './report-drift.ts';

/**
 * Compares the key of a form with its paper, both as they were read back: each task must have one entry, and what an
 * entry names must be printed in that place and be right by the item bank.
 */
export function checkKey(
  scheme: ReadScheme,
  form: { readonly letter: string; readonly only: boolean },
  paper: readonly Compared[],
  reportDrift: ReportDrift,
): void {
  const lines = scheme.key.filter(
    (line) => line.form === form.letter || (form.only && line.form === undefined),
  );
  const rows = scheme.rows.flatMap(({ number, marks }) =>
    numbersIn(number, form.letter).map((one) => ({ number: one, marks })),
  );
  for (const { number, task, printed } of paper) {
    const inScheme = rows.filter((row) => row.number === number);
    if (inScheme.length !== 1)
      reportDrift(
        'key-drift',
        `Question ${number} has ${entriesInWords(inScheme.length)} in the mark scheme, in place of one.`,
      );
    else if (inScheme[0]!.marks !== task.marks)
      reportDrift(
        'marks-drift',
        `Question ${number} is worth ${task.marks}, and its mark scheme says ${inScheme[0]!.marks ?? 'nothing'}.`,
      );
    const answers = lines.filter((line) => line.number === number).map(({ answer }) => answer);
    const expected = rightIn(task) === undefined ? 0 : 1;
    if (answers.length !== expected)
      reportDrift(
        'key-drift',
        `Question ${number} has ${entriesInWords(answers.length)} in the short key, in place of ${expected === 1 ? 'one' : 'none'}.`,
      );
    for (const answer of answers) checkAnswer(number, answer, task, printed, reportDrift);
  }
  const known = new Set(paper.map(({ number }) => number));
  for (const number of new Set([...lines, ...rows].map((entry) => entry.number)))
    if (!known.has(number))
      reportDrift(
        'key-drift',
        `The key has an answer to question ${number}, and the paper has no such question.`,
      );
}

const entriesInWords = (count: number) =>
  count === 0 ? 'no entry' : count === 1 ? 'an entry' : `${count} entries`;

/** The numbers of one form in `A3 B5(a)`, or in `3` for all forms. */
function numbersIn(text: string, letter: string): string[] {
  // A narrow column breaks a number between its labels.
  return text
    .replace(/\s+\(/g, '(')
    .split(/\s+/)
    .flatMap((word) => {
      const found = /^([A-Z])?(\d+(?:\([a-z]+\))*)$/.exec(word);
      return found && (found[1] === undefined || found[1] === letter) ? [found[2]!] : [];
    });
}

function checkAnswer(
  number: string,
  answer: string,
  task: Task,
  printed: ReadTask,
  reportDrift: ReportDrift,
): void {
  const meant = meaningOf(answer, task, printed);
  const right = rightIn(task) ?? [];
  if (meant.length !== right.length || meant.some((text) => !right.includes(text)))
    reportDrift(
      'key-drift',
      `The key of question ${number} is “${answer}”, which by the printed paper is not what is right.`,
    );
}

/** What is right by the bank, as texts that do not depend on any order; undefined where no short answer can say it. */
function rightIn({ body }: Task): string[] | undefined {
  switch (body.kind) {
    case 'multiple-choice':
      return body.options.filter(({ key }) => key).map(({ text }) => lettersOnly(text));
    case 'true-false':
      return body.statements.map(({ text, key }) => `${lettersOnly(text)} is ${key}`);
    case 'matching':
      return body.left.map(
        ({ text }, index) => `${lettersOnly(text)} with ${lettersOnly(body.right[index]!.text)}`,
      );
    case 'ordering':
      return body.steps.map(({ text }, index) => `${lettersOnly(text)} at ${index + 1}`);
    case 'cloze':
    case 'table':
      return [lettersOnly(body.blanks.map(({ words }, index) => `${index + 1} ${words[0]}`).join())];
    case 'labelling':
      return [lettersOnly(body.labels.map(({ letter, answer }) => `${letter} ${answer.text}`).join())];
    default:
      return undefined;
  }
}

/** The same of an entry of the key, its letters and numbers taken for what stands behind them in print. */
function meaningOf(answer: string, { body }: Task, printed: ReadTask): string[] {
  const entry = (label: string) =>
    lettersOnly(printed.entries.find((one) => one.label === label)?.text ?? `no ${label}`);
  const parts = answer.split(/,\s+/);
  switch (body.kind) {
    case 'multiple-choice':
      return parts.map(entry);
    case 'true-false':
      return parts.map((part) => {
        const [, row, verdict] = /^(\d+)\s(true|false)$/.exec(part) ?? [];
        const statement = printed.rows.find(([label]) => label === row)?.[1] ?? `no ${row}`;
        return `${lettersOnly(statement)} is ${verdict === 'true'}`;
      });
    case 'matching':
      return parts.map((part) => {
        const [, left = '', right = ''] = /^(\d+)([A-Z])$/.exec(part) ?? [];
        return `${entry(left)} with ${entry(right)}`;
      });
    case 'ordering': {
      // Steps have no labels: they are the last paragraphs of the task.
      const steps = printed.texts.slice(-body.steps.length);
      return parts.map((part, place) => `${lettersOnly(steps[place] ?? '')} at ${Number(part)}`);
    }
    case 'cloze':
    case 'table':
    case 'labelling':
      return [lettersOnly(answer)];
    default:
      return [];
  }
}
