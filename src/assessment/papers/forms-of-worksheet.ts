import type { KindTable } from '../kinds/question-kinds.ts';
import type { ExamPaper, Form } from './exam-paper.ts';
import { makeForm } from './make-form.ts';
import type { Worksheet } from './worksheet.ts';

/** A worksheet as far as its forms depend on it. */
type Arranged = Pick<Worksheet, 'id' | 'at' | 'title' | 'items' | 'seed'>;

/** A worksheet as a paper of one section, whose questions keep their places. Nothing counts its marks. */
export function asPaper({ id, at, title, items, seed }: Arranged, forms: readonly string[]): ExamPaper {
  const section = { title, items, shuffle: false, newPage: false, marks: 0 };
  return { id, at, title, duration: 0, forms, seed, sections: [section], marks: 0 };
}

/**
 * Makes its forms: one order for all levels, so that they share a key; questions keep their places, so that forms share
 * one.
 */
export const formsOfWorksheet = (worksheet: Arranged, letters: readonly string[], kinds: KindTable): Form[] =>
  letters.map((letter) => makeForm(asPaper(worksheet, letters), letter, kinds));
