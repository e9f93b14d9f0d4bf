import type { Passage } from '../../content/entries/entry.ts';
import type { Words } from '../../words/words.ts';
import type { CoverPart } from '../boards/board.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { ExamPaper } from '../papers/exam-paper.ts';
import { marksInWords } from '../tasks/in-words.ts';
import { mannerOf } from './manner-of.ts';

/** The texts of a cover: those of the paper, or else those of its board. */
interface CoverTexts extends Readonly<Record<CoverPart, Passage | null>> {
  /** What it says of the marks for clear writing; null for a paper without such marks. */
  readonly accuracy: Passage | null;
  /** That it is set in the manner of a board, and is not one of its papers; empty without a board. */
  readonly manner: string;
}

/** Gives the texts of a paper's cover, with its marks in them. */
export function coverTexts(paper: ExamPaper, words: Words): CoverTexts {
  const { board } = paper;
  const text = (part: CoverPart): Passage | null =>
    paper[part] ?? withMarks(board?.cover[part], paper.marks, words);
  const accurate = board?.accuracy ? marksFor(board.accuracy.objective, paper) : 0;
  return {
    instructions: text('instructions'),
    materials: text('materials'),
    information: text('information'),
    advice: text('advice'),
    accuracy: accurate > 0 ? withMarks(board?.accuracy?.text, accurate, words) : null,
    manner: mannerOf(paper, words),
  };
}

const withMarks = (passage: Passage | undefined, marks: number, words: Words): Passage | null =>
  passage ? { ...passage, text: passage.text.replaceAll('{marks}', marksInWords(marks, words)) } : null;

/** The most that a candidate can get for an objective. */
const marksFor = (id: string, { sections }: ExamPaper): number =>
  sections
    .map(({ items, answer }) =>
      items
        .map(({ task }) =>
          tasksOf(task)
            .flatMap((one) => one.task.objectives)
            .reduce((sum, share) => sum + (share.id === id ? share.marks : 0), 0),
        )
        .sort((a, b) => b - a)
        .slice(0, answer ?? items.length)
        .reduce((sum, marks) => sum + marks, 0),
    )
    .reduce((sum, marks) => sum + marks, 0);
