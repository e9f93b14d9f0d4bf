import type { Passage } from '../../content/entries/entry.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Assessment } from '../assessment.ts';
import { objectiveText } from '../boards/with-board-objectives.ts';
import { mannerOf } from '../for-pupils/manner-of.ts';
import type { ExamPaper, Form } from '../papers/exam-paper.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';
import { durationInWords, marksInWords } from '../tasks/in-words.ts';
import { formKey } from './form-key.ts';
import { keyOf } from './key-of.ts';
import { objectiveGrid } from './objective-grid.ts';
import { type SchemeRow, schemeRows } from './scheme-rows.ts';
import { shortNames } from './short-names.ts';

/** The context of a mark scheme's template. */
interface PrintedScheme {
  readonly title: Passage;
  readonly code: Passage | null;
  readonly duration: string;
  readonly marks: string;
  /** That it is set in the manner of a board; empty without one. */
  readonly manner: string;
  readonly total: number;
  readonly letters: readonly string[];
  readonly several: boolean;
  /** Which parts of the general guidance a marker of this paper needs. */
  readonly uses: SchemeUses;
  /** The short key of each form, number and answer; empty if nothing in the paper has a short answer. */
  readonly short: readonly { readonly letter: string; readonly entries: readonly ShortAnswer[] }[];
  /** Markdown: how the codes of named copies begin, by form. */
  readonly codesLine: string;
  readonly sections: readonly SchemeSection[];
  /** Whether any row in any section has guidance, so that all tables have the same columns. */
  readonly guided: boolean;
  /** What each objective asks for, and its marks; null where questions name none. */
  readonly objectives: readonly SchemeObjective[] | null;
}

interface ShortAnswer {
  readonly number: string;
  readonly answer: string;
}

interface SchemeUses {
  /** Whether the numbers of any question differ by form; then examples of such a question: `A3 B5`. */
  readonly numbers: string;
  readonly alternatives: boolean;
  readonly indicative: boolean;
  readonly levels: boolean;
  readonly choice: boolean;
}

interface SchemeObjective {
  /** As in the column of objectives. */
  readonly short: string;
  /** The whole name, where `short` is not. */
  readonly name: string | null;
  readonly body: Passage;
  /** Markdown: the sections with their marks, those without left out. */
  readonly sections: readonly Passage[];
  readonly marks: string;
  /** `90 %`. */
  readonly share: string;
  /** `Share 90 %`. */
  readonly shareLine: string;
  /** `Planned 85 %`; null if the paper plans none. */
  readonly planned: string | null;
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

/** Gives everything that a teacher needs to mark a paper in any of its forms. Rows are in the order of the first form. */
export function printScheme(
  paper: ExamPaper,
  forms: readonly Form[],
  assessment: Assessment,
  pack: ExamPack,
): PrintedScheme {
  const names = namesOf(pack, assessment.words);
  const [first] = forms;
  const { words } = assessment;
  const short = shortKeys(forms, assessment);
  const sections = paper.sections.map((section, index): SchemeSection => {
    const rows = (first?.sections[index]?.questions ?? []).flatMap(({ item }) =>
      schemeRows(
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
    manner: mannerOf(paper, words),
    total: paper.marks,
    letters: paper.forms,
    several: paper.forms.length > 1,
    uses: usesOf(paper, sections),
    short,
    codesLine: codesLine(paper, forms, assessment, pack),
    sections,
    guided: sections.some(({ rows }) =>
      rows.some(({ guidance, rationale, accept, reject }) => guidance ?? rationale ?? accept ?? reject),
    ),
    objectives: objectivesOf(paper, pack, words),
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

/** The objectives of a pack by id, with names that fit a narrow column. */
const namesOf = ({ entries }: ExamPack, words: Words) =>
  shortNames(
    entries.objectives.map(({ id, name }) => [id, name] as const),
    words,
  );

function objectivesOf(paper: ExamPaper, pack: ExamPack, words: Words): PrintedScheme['objectives'] {
  const percent = (number: number) => say(words, 'percent', { number });
  const short = namesOf(pack, words);
  const rows = objectiveGrid(paper, pack.entries.objectives).map(
    ({ id, name, sections, marks, share, planned }) => ({
      short: short.get(id)!,
      name: short.get(id) === name ? null : name,
      body: objectiveText(pack.entries.objectives.find((entry) => entry.id === id)!, paper.board),
      sections: paper.sections.flatMap(({ title }, index) =>
        sections[index] ? [{ text: `${title.text}:\u00A0${sections[index]}`, at: title.at }] : [],
      ),
      marks: String(marks),
      share: percent(share),
      shareLine: `${say(words, 'share')}\u00A0${percent(share)}`,
      planned: planned === null ? null : `${say(words, 'planned')}\u00A0${percent(planned)}`,
    }),
  );
  return rows.length === 0 ? null : rows;
}

function usesOf(paper: ExamPaper, sections: readonly SchemeSection[]): SchemeUses {
  const rows = sections.flatMap((section) => section.rows);
  return {
    numbers: rows.find(({ number }) => /^[A-Z]/.test(number))?.number ?? '',
    alternatives: rows.some(({ accept, reject }) => accept ?? reject),
    indicative: rows.some(({ indicative }) => indicative),
    levels: rows.some(({ levels }) => levels.length > 0),
    choice: paper.sections.some(({ answer }) => answer !== undefined),
  };
}

/** The short key of each form that has one: question numbers and answers. */
const shortKeys = (forms: readonly Form[], bank: Assessment): PrintedScheme['short'] =>
  forms
    .map((form) => ({
      letter: form.letter,
      entries: keyOf(form, bank, bank.words)
        .filter(({ answer }) => answer !== '')
        .map(({ number, answer }) => ({ number, answer })),
    }))
    .filter(({ entries }) => entries.length > 0);

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
