import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { ExamPaper } from '../papers/exam-paper.ts';

/** Says that a paper is set in the manner of a board, and is not one of its papers; empty without a board that sets papers. */
export const mannerOf = ({ board }: ExamPaper, words: Words): string =>
  board?.specification === undefined
    ? ''
    : say(words, 'in-manner-of', { board: `${board.name} (${board.specification})` });
