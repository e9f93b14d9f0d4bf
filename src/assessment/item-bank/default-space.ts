import type { AnswerRoom, Task } from '../tasks/item.ts';

/** Handwritten lines that a mark of a written answer needs; long answers are denser. */
const LINES_PER_MARK = 2;
const MOST_SHORT = 12;
const LINES_PER_ESSAY_MARK = 1.6;

/** Room for an answer, by its marks and its kind; none for what is ticked, matched or filled in. */
export function defaultSpace({ body, marks }: Pick<Task, 'body' | 'marks'>): AnswerRoom | undefined {
  switch (body.kind) {
    case 'short':
      return { ruling: 'lined', lines: Math.min(MOST_SHORT, marks === 1 ? 1 : marks * LINES_PER_MARK) };
    case 'extended':
      return { ruling: 'lined', lines: Math.ceil(marks * LINES_PER_ESSAY_MARK), rest: true };
    case 'identify':
      return body.asks.includes('why')
        ? { ruling: 'lined', lines: Math.max(2, (marks - body.asks.length + 1) * LINES_PER_MARK) }
        : undefined;
    default:
      return undefined;
  }
}
