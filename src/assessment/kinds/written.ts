import { task } from '../../blocks/exam/task.ts';
import { reference } from '../../content/kinds/entry-kind.ts';
import { NO_LINT_FACTS, NOTHING_TO_COMPARE, type QuestionKind } from './question-kind.ts';

/** An answer in sentences; `levels` is the id of the scheme of levels that it is marked by. */
interface Written<Name extends string> {
  readonly kind: Name;
  readonly levels?: string;
}

const FIELDS = { levels: reference('levels').optional() };

/** Makes a kind of question that is answered in sentences, with room by its marks. */
export function writtenKind<const Name extends string>(
  name: Name,
  room: QuestionKind<Written<Name>>['room'],
): QuestionKind<Written<Name>, typeof FIELDS> {
  return {
    name,
    fields: FIELDS,
    read: ({ fields: { levels }, main }) => ({
      body: { kind: name, ...(levels !== undefined && { levels }) },
      ...(main.text && { answer: main }),
    }),
    textBeside: 'answer',
    isWritten: true,
    marks: () => undefined,
    room,
    options: () => [],
    arrange: () => [],
    block: task,
    takesRoom: true,
    print: () => ({}),
    isKeyedByOrder: false,
    key: () => '',
    answers: () => [],
    ...NOTHING_TO_COMPARE,
    levels: ({ levels }) => levels,
    lint: NO_LINT_FACTS,
  };
}
