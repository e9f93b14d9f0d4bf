import type { Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Assessment } from '../assessment.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import type { ExamPaper, Form } from '../papers/exam-paper.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';
import { durationInWords, marksInWords } from '../tasks/in-words.ts';
import { byForm } from './by-form.ts';
import { formKey } from './form-key.ts';
import { keyOf } from './key-of.ts';
import { type ObjectiveRow, objectiveGrid } from './objective-grid.ts';
import { questionNumbers } from './question-numbers.ts';

/** The context of a mark scheme's template. */
interface PrintedScheme {
  readonly title: Passage;
  readonly code: Passage | null;
  readonly duration: string;
  readonly marks: string;
  readonly total: number;
  readonly letters: readonly string[];
  readonly several: boolean;
  /** The short key: two forms side by side, each with number and answer; empty if nothing in the paper has a short answer. */
  readonly keys: readonly {
    readonly letters: readonly string[];
    /** The cells of each row; a form that has fewer rows has empty ones. */
    readonly rows: readonly (readonly string[])[];
  }[];
  /** Markdown: how the codes of named copies begin, by form. */
  readonly codesLine: string;
  /** The same, one form below another, for type too large for two side by side. */
  readonly short: readonly { readonly letter: string; readonly rows: readonly (readonly string[])[] }[];
  readonly sections: readonly SchemeSection[];
  /** Whether any row in any section has guidance, so that all tables have the same columns. */
  readonly guided: boolean;
  /** A column for each objective and one for all; a row for each section, and the totals. */
  readonly grid: { readonly names: readonly string[]; readonly rows: readonly GridRow[] } | null;
}

interface GridRow {
  readonly title: Passage | string;
  readonly cells: readonly string[];
}

interface SchemeSection {
  readonly title: Passage;
  readonly marks: string;
  readonly total: number;
  /** The number of questions to answer; 0 where all are to be answered. */
  readonly choice: number;
  readonly rows: readonly SchemeRow[];
  /** Each scheme of levels once, with a heading that names the questions that it is for. */
  readonly levels: readonly { readonly title: string; readonly levels: SchemeRow['levels'] }[];
}

interface SchemeRow {
  /** `A3 B5` where forms differ, else `3`; with labels: `A3(a) B5(a)`. */
  readonly number: string;
  readonly stem: Passage | null;
  /** The right answers in words. */
  readonly answers: readonly Passage[];
  /** The right answers by letters; by form where forms differ: `A: C`. */
  readonly short: readonly string[];
  readonly answer: Passage | null;
  readonly accept: Passage | null;
  readonly reject: Passage | null;
  readonly guidance: Passage | null;
  readonly rationale: Passage | null;
  readonly indicative: Passage | null;
  readonly levels: readonly { readonly marks: string; readonly descriptor: Passage }[];
  readonly marks: number;
  /** `AO1`, or `AO1 (2)` and `AO2 (3)`. */
  readonly objectives: readonly string[];
  /** The same in a line. */
  readonly objectivesLine: string;
}

/** Gives everything that a teacher needs to mark a paper in any of its forms. Rows are in the order of the first form. */
export function printScheme(
  paper: ExamPaper,
  forms: readonly Form[],
  assessment: Assessment,
  pack: ExamPack,
): PrintedScheme {
  const names = new Map(pack.entries.objectives.map(({ id, name }) => [id, name]));
  const [first] = forms;
  const { words } = assessment;
  const short = shortKeys(forms, assessment);
  const sections = paper.sections.map((section, index): SchemeSection => {
    const rows = (first?.sections[index]?.questions ?? []).flatMap(({ item }) =>
      rowsOf(
        section.items.find(({ id }) => id === item)!,
        forms.map((form) => ({
          letter: form.letter,
          question: form.sections[index]!.questions.find((one) => one.item === item)!,
        })),
        forms,
        assessment,
        names,
        pack,
      ),
    );
    return {
      title: section.title,
      marks: marksInWords(section.marks, words),
      total: section.marks,
      choice: section.answer ?? 0,
      rows,
      levels: levelsOf(rows, words),
    };
  });
  return {
    title: paper.title,
    code: paper.code ?? null,
    duration: durationInWords(paper.duration, words),
    marks: marksInWords(paper.marks, words),
    total: paper.marks,
    letters: paper.forms,
    several: paper.forms.length > 1,
    keys: keyTables(short),
    short,
    codesLine: codesLine(paper, forms, assessment, pack),
    sections,
    guided: sections.some(({ rows }) =>
      rows.some(({ guidance, rationale, accept, reject }) => guidance ?? rationale ?? accept ?? reject),
    ),
    grid: gridOf(paper, objectiveGrid(paper, names), words),
  };
}

function codesLine(paper: ExamPaper, forms: readonly Form[], assessment: Assessment, pack: ExamPack): string {
  const { words } = assessment;
  const codes = forms.map((form) => {
    const code = `**${formKey(pack.id, paper, form, keyOf(form, assessment))}**`;
    return paper.forms.length > 1 ? say(words, 'code-of-form', { code, letter: form.letter }) : code;
  });
  return say(words, 'codes-begin-with', { codes: codes.join(', ') });
}

function gridOf(paper: ExamPaper, objectives: readonly ObjectiveRow[], words: Words): PrintedScheme['grid'] {
  const percent = (number: number) => say(words, 'percent', { number });
  if (objectives.length === 0) return null;
  const cells = (of: (row: ObjectiveRow) => string, all: string) => [...objectives.map(of), all];
  const isPlanned = objectives.some((row) => row.planned !== null);
  return {
    names: objectives.map(({ name }) => name),
    rows: [
      ...paper.sections.map(({ title, marks }, index) => ({
        title,
        cells: cells((row) => String(row.sections[index]), String(marks)),
      })),
      { title: say(words, 'total'), cells: cells(({ marks }) => String(marks), String(paper.marks)) },
      { title: say(words, 'share'), cells: cells(({ share }) => percent(share), percent(100)) },
      ...(isPlanned
        ? [{ title: say(words, 'planned'), cells: cells((row) => percent(row.planned ?? 0), percent(100)) }]
        : []),
    ],
  };
}

/** The short key of each form that has one: question numbers and answers. */
const shortKeys = (forms: readonly Form[], bank: Assessment): PrintedScheme['short'] =>
  forms
    .map((form) => ({
      letter: form.letter,
      rows: keyOf(form, bank, bank.words)
        .filter(({ answer }) => answer !== '')
        .map(({ number, answer }) => [number, answer]),
    }))
    .filter(({ rows }) => rows.length > 0);

/** The short keys, two forms to a table. */
function keyTables(columns: PrintedScheme['short']): PrintedScheme['keys'] {
  const pairs = Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) =>
    columns.slice(index * 2, index * 2 + 2),
  );
  return pairs.map((pair) => ({
    letters: pair.map(({ letter }) => letter),
    rows: (pair[0]?.rows ?? []).map((_, index) => pair.flatMap(({ rows }) => rows[index] ?? ['', ''])),
  }));
}

function levelsOf(rows: readonly SchemeRow[], words: Words): SchemeSection['levels'] {
  const schemes = new Map<string, { numbers: string[]; levels: SchemeRow['levels'] }>();
  for (const { number, levels } of rows) {
    if (levels.length === 0) continue;
    const key = JSON.stringify(levels);
    const known = schemes.get(key);
    if (known) known.numbers.push(number);
    else schemes.set(key, { numbers: [number], levels });
  }
  return [...schemes.values()].map(({ numbers, levels }) => ({
    title:
      numbers.length === 1
        ? say(words, 'levels-for-question', { number: numbers[0]! })
        : say(words, 'levels-for-questions', { numbers: numbers.join(', ') }),
    levels,
  }));
}

type Asked = {
  readonly letter: string;
  readonly question: { number: number; orders: Readonly<Record<string, readonly number[]>> };
};

function rowsOf(
  item: Item,
  asked: readonly Asked[],
  forms: readonly Form[],
  { levels, kinds, words }: Assessment,
  names: ReadonlyMap<string, string>,
  pack: ExamPack,
): SchemeRow[] {
  return tasksOf(item.task).map(({ labels, task }) => {
    const path = labels.join('');
    const { body } = task;
    const kind = kindOf(body, kinds);
    const short = asked.map(({ letter, question }) => ({
      letter,
      value: kind.key(body, ownValue(question.orders, path) ?? [], words),
    }));
    const scheme = ownValue(levels, kind.levels(body) ?? '') ?? [];
    const note = (name: string) => ownValue(task.notes, name) ?? null;
    const shares = task.objectives.map(({ id, marks }) => {
      const name = names.get(id) ?? id;
      return task.objectives.length === 1 ? name : `${name}\u00A0(${marks})`;
    });
    return {
      number: questionNumbers(forms, item.id, labels).join(' '),
      stem: task.stem.text === '' ? (item.task.stem ?? null) : task.stem,
      answers: kind.answers(body, { pack, words }),
      short: short[0]?.value === '' || !kind.isKeyedByOrder ? [] : [`**${byForm(short, words)}**`],
      answer: note('answer'),
      accept: note('accept'),
      reject: note('reject'),
      guidance: note('guidance'),
      rationale: note('rationale'),
      indicative: note('indicative-content'),
      levels: scheme.map(({ from, to, descriptor }) => ({
        marks: from === to ? `${from}` : `${from}–${to}`,
        descriptor,
      })),
      marks: task.marks,
      objectives: shares,
      objectivesLine: shares.join(', '),
    };
  });
}
