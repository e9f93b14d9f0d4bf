import type { Fact } from '../../assessment/kinds/question-kind.ts';
import type { Words } from '../../words/words.ts';
import type { ComparedTask } from './compared-task.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { ReportDrift } from './report-drift.ts';

/**
 * Compares the key of a form with its paper, both as they were read back: each task must have one entry, and what an
 * entry names must be printed in that place and be right by the item bank.
 */
export function checkKey(
  scheme: ReadScheme,
  form: { readonly letter: string; readonly only: boolean },
  paper: readonly ComparedTask[],
  words: Words,
  reportDrift: ReportDrift,
): void {
  const lines = scheme.key.filter(
    (line) => line.form === form.letter || (form.only && line.form === undefined),
  );
  const rows = scheme.rows.flatMap(({ number, marks }) =>
    numbersIn(number, form.letter).map((one) => ({ number: one, marks })),
  );
  for (const compared of paper) {
    const { number, task, kind } = compared;
    const inScheme = rows.filter((row) => row.number === number);
    if (inScheme.length !== 1)
      reportDrift(
        'key-drift',
        `Question ${number} has ${entriesInWords(inScheme.length)} in the mark scheme, instead of one.`,
      );
    else if (inScheme[0]!.marks !== task.marks)
      reportDrift(
        'marks-drift',
        `Question ${number} is worth ${task.marks}, but its mark scheme says ${inScheme[0]!.marks ?? 'nothing'}.`,
      );
    const answers = lines.filter((line) => line.number === number).map(({ answer }) => answer);
    const expected = kind.right(task.body) === undefined ? 0 : 1;
    if (answers.length !== expected)
      reportDrift(
        'key-drift',
        `Question ${number} has ${entriesInWords(answers.length)} in the short key, instead of ${expected === 1 ? 'one' : 'none'}.`,
      );
    for (const answer of answers) checkAnswer(answer, compared, words, reportDrift);
  }
  const known = new Set(paper.map(({ number }) => number));
  for (const number of new Set([...lines, ...rows].map((entry) => entry.number)))
    if (!known.has(number))
      reportDrift(
        'key-drift',
        `The key has an answer to question ${number}, but the paper has no such question.`,
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

/** Compares an entry of a printed key with what is right: it must mean that in the order in which the question is printed. */
export function checkAnswer(
  answer: string,
  { number, task: { body }, kind, printed }: ComparedTask,
  words: Words,
  reportDrift: ReportDrift,
): void {
  const meant = factTexts(kind.meaning(answer, body, printed, words));
  const right = factTexts(kind.right(body) ?? []);
  if (meant.length !== right.length || meant.some((text) => !right.includes(text)))
    reportDrift(
      'key-drift',
      `The key gives “${answer}” for question ${number}, but that is not the right answer as it is printed.`,
    );
}

/** Facts as texts that are equal if their letters and digits are. */
const factTexts = (facts: readonly Fact[]) => facts.map((fact) => fact.map(lettersOnly).join(' '));
