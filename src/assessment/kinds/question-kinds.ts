import { cloze } from './cloze.ts';
import { extended } from './extended.ts';
import { gapTable } from './gap-table.ts';
import { identify } from './identify.ts';
import { labelling } from './labelling.ts';
import { matching } from './matching.ts';
import { multipleChoice } from './multiple-choice.ts';
import { ordering } from './ordering.ts';
import { parts } from './parts.ts';
import type { QuestionKind } from './question-kind.ts';
import { short } from './short.ts';
import { trueFalse } from './true-false.ts';

/** Every kind of question. A new one is a file beside this one and a line here. */
export const QUESTION_KINDS = [
  multipleChoice,
  trueFalse,
  matching,
  ordering,
  cloze,
  short,
  extended,
  identify,
  gapTable,
  labelling,
] as const satisfies readonly QuestionKind[];

/** The kind of a task that names none. */
export const DEFAULT_KIND = short.name;

/** What a task asks, by its kind: the union of the bodies of all kinds. */
export type TaskBody = BodyOf<(typeof QUESTION_KINDS)[number] | typeof parts>;

type BodyOf<Kind> = Kind extends QuestionKind<infer Body, infer _> ? Body : never;

/** The kinds of question that a build knows. */
export type KindTable = readonly QuestionKind<TaskBody>[];

/**
 * The kind of a body.
 * @throws if the table has no such kind: bodies are read with the table that they are used with
 */
export function kindOf({ kind }: TaskBody, kinds: KindTable): QuestionKind<TaskBody> {
  const found = [...kinds, parts].find(({ name }) => name === kind);
  if (!found) throw new Error(`There is no kind of question “${kind}”.`);
  return found;
}
