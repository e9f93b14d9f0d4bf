import { task } from '../../blocks/exam/task.ts';
import { NO_LINT_FACTS, NOTHING_TO_COMPARE, type QuestionKind } from './question-kind.ts';

/** The body of a question that has parts: only these ask anything. */
interface Parts {
  readonly kind: 'parts';
}

/** A question with parts, which prints its stem and text above them. Authors do not name this kind: they write parts. */
export const parts: QuestionKind<Parts> = {
  name: 'parts',
  fields: {},
  read: ({ main }) => ({ body: { kind: 'parts' }, ...(main.text && { text: main }) }),
  textBeside: 'answer',
  isWritten: false,
  marks: () => undefined,
  room: () => undefined,
  options: () => [],
  arrange: () => [],
  block: task,
  takesRoom: false,
  print: () => ({}),
  isKeyedByOrder: false,
  key: () => '',
  answers: () => [],
  ...NOTHING_TO_COMPARE,
  levels: () => undefined,
  lint: NO_LINT_FACTS,
};
