import { letterOf } from '../../../assessment/tasks/letter-of.ts';
import { type Ask, type Gap, gapMark, type Question } from '../questions/question.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { TableRow } from '../spreadsheets/sheet-table.ts';
import { kindNamed } from './kind-named.ts';
import type { QuestionColumn } from './question-columns.ts';

/** The texts of a row by what they are. */
type Cells = (column: QuestionColumn) => readonly string[];

const GAP = /\[\[[^\]]+\]\]/;
const TRUTH = /^(true|t|wahr|richtig|vrai|verdadero|vero|prawda|cywir)$/i;
const UNTRUTH = /^(false|f|falsch|faux|falso|fa[lł]sz|anghywir)$/i;

/** Makes a question of a row. @returns undefined if it has none */
export function questionOfRow(
  row: TableRow,
  columns: Readonly<Record<QuestionColumn, readonly number[]>>,
): Question | undefined {
  const cells: Cells = (column) => columns[column].map((place) => row.cells[place] ?? '');
  const [text = ''] = cells('question').filter((cell) => cell !== '');
  if (text === '') return undefined;
  const marks = Number((cells('marks')[0] ?? '').replace(',', '.') || 'NaN');
  const [id = ''] = cells('id');
  const { ask, stem } = askOf(text, cells);
  return {
    at: row.at,
    ...(id !== '' && { id }),
    stem,
    ask,
    ...(!Number.isNaN(marks) && { marks }),
    tags: cells('tags')
      .flatMap((cell) => cell.split(/[,;|]/))
      .map((tag) => tag.trim()),
    rationale: cells('explanation').flatMap(paragraphs),
    guidance: cells('guidance').flatMap(paragraphs),
    raw: row.cells.filter((cell) => cell !== '').join('\n'),
  };
}

/** Every line of a cell is a paragraph. */
const paragraphs = (text: string): TextBlock[] => plainBlocks(text.replaceAll('\n', '\n\n'));

function askOf(text: string, cells: Cells): { ask: Ask; stem: TextBlock[] } {
  const options = optionsIn(text, cells);
  const kind = kindNamed(cells('kind')[0] ?? '') ?? guessKind(text, options, cells);
  const stem = paragraphs(text);
  const right = [...cells('correct'), ...cells('answer')].filter((cell) => cell !== '');
  switch (kind) {
    case 'cloze':
      return gapsIn(text, cells);
    case 'matching': {
      const pairs = options.map(pairOf);
      return {
        ask: {
          kind,
          pairs: pairs.filter(({ left }) => left !== ''),
          extras: pairs.filter(({ left }) => left === '').map((pair) => pair.right),
        },
        stem,
      };
    }
    case 'ordering':
      return { ask: { kind, steps: options.map(plainMarkdown) }, stem };
    case 'true-false':
      return truthAsk(text, right[0] ?? '', options);
    case 'multiple-choice':
      return { ask: choiceAsk(options, right, cells), stem };
    default: {
      const answers = right.length > 0 ? right : options;
      return { ask: { kind, answers: answers.map(paragraphs), wrong: [] }, stem };
    }
  }
}

/** Options, each in a cell of its own or all in one cell, between bars, semicolons or line ends. */
function optionsIn(text: string, cells: Cells): string[] {
  const options = cells('option').filter((cell) => cell !== '');
  const [all = ''] = cells('choose').filter((cell) => cell !== '');
  if (options.length > 0 || all === '' || GAP.test(text)) return options;
  const separator = ['\n', '|', ';'].find((one) => all.includes(one));
  return separator === undefined ? [] : all.split(separator).flatMap((part) => part.trim() || []);
}

function guessKind(text: string, options: readonly string[], cells: Cells): Ask['kind'] {
  const [correct = ''] = [...cells('correct'), ...cells('answer')].filter((cell) => cell !== '');
  const isTruth = TRUTH.test(correct) || UNTRUTH.test(correct);
  if (GAP.test(text)) return 'cloze';
  if (options.length > 1 && options.every((option) => /(^|\s)=\s/.test(option))) return 'matching';
  if (options.length === 0 && cells('wrong').every((cell) => cell === ''))
    return isTruth ? 'true-false' : 'short';
  if (
    options.length === 2 &&
    options.some((one) => TRUTH.test(one)) &&
    options.some((one) => UNTRUTH.test(one))
  )
    return 'true-false';
  return 'multiple-choice';
}

function pairOf(text: string): { left: string; right: string } {
  const [, left = '', right = ''] = /^(.*?)\s*(?<!\S)=\s+(.*)$/s.exec(text) ?? [];
  return { left: plainMarkdown(left), right: plainMarkdown(right) };
}

function truthAsk(
  text: string,
  correct: string,
  options: readonly string[],
): { ask: Ask; stem: TextBlock[] } {
  const said = /^[a-d1-4]$/i.test(correct) ? (options[placeOf(correct)] ?? correct) : correct;
  const ask: Ask =
    TRUTH.test(said) || UNTRUTH.test(said)
      ? { kind: 'true-false', statements: [{ text: plainMarkdown(text), key: TRUTH.test(said) }] }
      : // It can't be known, as if no option were right.
        { kind: 'multiple-choice', options: ['true', 'false'].map((word) => ({ text: word, key: false })) };
  return { ask, stem: [] };
}

/** The place of an option by its letter or number, from 0. */
const placeOf = (mark: string): number =>
  /^\d+$/.test(mark) ? Number(mark) - 1 : mark.toUpperCase().charCodeAt(0) - 65;

/** Options, of which the right ones are named by letters, by numbers or by their words. */
function choiceAsk(options: readonly string[], right: readonly string[], cells: Cells): Ask {
  const wrong = cells('wrong').filter((cell) => cell !== '');
  if (wrong.length > 0 && options.length === 0)
    return {
      kind: 'multiple-choice',
      options: [
        ...right.map((text) => ({ text, key: true })),
        ...wrong.map((text) => ({ text, key: false })),
      ].map(({ text, key }) => ({ text: plainMarkdown(text), key })),
    };
  const named = (text: string) => right.some((one) => one.toLowerCase() === text.toLowerCase());
  const parts = right.flatMap((cell) => cell.split(/\s*[,;&/]\s*|\s+and\s+/)).map((one) => one.toUpperCase());
  // Letters may follow one another without anything between them: ACD.
  const marks = parts.flatMap((part) => (/^[A-L]{2,}$/.test(part) ? [...part] : part));
  const isByWords = options.some(named);
  const keys = options.map((text, index) =>
    isByWords ? named(text) : marks.includes(letterOf(index)) || marks.includes(String(index + 1)),
  );
  return {
    kind: 'multiple-choice',
    options: options.map((text, index) => ({ text: plainMarkdown(text), key: keys[index]! })),
  };
}

/** A text whose gaps are written `[[word|another]]`. */
function gapsIn(text: string, cells: Cells): { ask: Ask; stem: TextBlock[] } {
  const words = cells('choose')
    .flatMap((cell) => cell.split(/\s*[|;]\s*/))
    .filter((word) => word !== '');
  const gaps: Gap[] = [];
  const marked = text.replace(/\[\[([^\]]*)\]\]/g, (_, inner: string) => {
    gaps.push({
      answers: inner.split('|').map((word) => plainMarkdown(word)),
      wrong: gaps.length === 0 ? words.map(plainMarkdown) : [],
      isChosen: words.length > 0,
    });
    return gapMark(gaps.length - 1);
  });
  const right = new Set(gaps.flatMap(({ answers }) => answers));
  const kept = gaps.map((gap) => ({ ...gap, wrong: gap.wrong.filter((word) => !right.has(word)) }));
  return { ask: { kind: 'cloze', gaps: kept }, stem: paragraphs(marked) };
}
