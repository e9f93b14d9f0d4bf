import { PRODUCT_TAGS } from '../../../assessment/item-bank/tags-of.ts';
import { slug } from '../../../content/entries/entry.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FieldData, ImportedEntry } from '../imported.ts';
import { LONGEST_ID } from '../longest-id.ts';
import { onePlainLine } from '../rich-text/plain-markdown.ts';
import { askProblem } from './ask-problem.ts';
import { bodyOfQuestion } from './body-of-question.ts';
import { isInformativeName } from './is-informative-name.ts';
import type { Ask, Question } from './question.ts';
import { splitStem } from './split-stem.ts';

const MOST_MARKS = 100;

/**
 * Makes an item of a question.
 * @param lose lists what is in the question and not in the item
 * @returns undefined after the whole question has been listed, if it can't be an item
 */
export function entryOfQuestion(found: Question, lose: (loss: Loss) => void): ImportedEntry | undefined {
  const question = withModelAnswer(found);
  const { at, ask, raw } = question;
  const problem = askProblem(ask);
  if (problem !== undefined) {
    lose({ what: `a whole question, because ${problem}`, text: raw, at });
    return undefined;
  }
  const { heading, below } = splitStem(question);
  const id = idOf(question, heading, lose);
  return {
    kind: 'items',
    ...(id !== undefined && { id }),
    name: heading,
    fields: {
      kind: ask.kind,
      ...marksOf(question, lose),
      ...fieldsOf(ask, question, lose),
      ...tagsOf(question, lose),
    },
    body: bodyOfQuestion(question, below),
    at,
  };
}

/** What is said after an essay, whatever was written, is where banks keep its model answer. */
function withModelAnswer(question: Question): Question {
  const { ask, rationale } = question;
  if (ask.kind !== 'extended' || ask.answers.length > 0 || ask.content || rationale.length === 0)
    return question;
  return { ...question, ask: { ...ask, answers: [[...rationale]] }, rationale: [] };
}

/** What the source calls a question: its id or, if it has none, a name that is more than a number. */
function idOf(
  { id, title = '', at, ask }: Question,
  heading: string,
  lose: (loss: Loss) => void,
): string | undefined {
  const name = onePlainLine(title);
  const isNew =
    name !== '' && isInformativeName(name, heading) && !(ask.kind === 'cloze' && heading.includes(name));
  if (id === undefined && isNew && slug(name) !== '') {
    // Longer ids are cut, so that a name with more letters would not be whole.
    if (slug(name).length > LONGEST_ID || !isWholeInId(name))
      lose({
        what: 'the name of a question in its bank: the item has an id that is like it',
        text: name,
        at,
      });
    return name;
  }
  if (isNew && slug(name) !== slug(id ?? ''))
    lose({ what: 'the name of a question in its bank', text: name, at });
  return id;
}

/** Whether all letters of a name are in the id that is made of it. */
const isWholeInId = (name: string): boolean =>
  slug(name).replace(/-/g, '').length >= (name.match(/[\p{L}\p{N}]/gu) ?? []).length;

function marksOf({ marks, at }: Question, lose: (loss: Loss) => void): Record<string, FieldData> {
  if (marks === undefined) return {};
  if (Number.isInteger(marks) && marks >= 1 && marks <= MOST_MARKS) return { marks };
  lose({ what: 'its marks: in a pack they are whole numbers from 1 to 100', text: String(marks), at });
  return {};
}

function tagsOf({ tags, at }: Question, lose: (loss: Loss) => void): Record<string, FieldData> {
  const all = [...new Set(tags.map(onePlainLine).filter((tag) => tag !== ''))];
  const reserved = all.filter((tag) => PRODUCT_TAGS.includes(tag));
  for (const text of reserved) lose({ what: 'a tag that says in packs where an item is printed', text, at });
  const kept = all.filter((tag) => !reserved.includes(tag));
  return kept.length > 0 ? { tags: kept } : {};
}

function fieldsOf(ask: Ask, { at }: Question, lose: (loss: Loss) => void): Record<string, FieldData> {
  switch (ask.kind) {
    case 'multiple-choice': {
      const keys = ask.options.filter(({ key }) => key);
      if (ask.anyKey && keys.length > 1)
        lose({
          what: `that any one of its ${keys.length} right options was enough: pupils are told to tick all of them`,
          text: '',
          at,
        });
      return ask.shuffle === false ? { shuffle: false } : {};
    }
    case 'matching': {
      const rights = ask.pairs.map(({ right }) => right);
      return {
        ...(ask.extras.length > 0 && { unequal: true }),
        ...(new Set(rights).size < rights.length && { reuse: true }),
      };
    }
    case 'cloze': {
      const isChosen = ask.gaps.every((gap) => gap.isChosen);
      const right = new Set(ask.gaps.map(({ answers }) => answers[0]));
      const extra = [...new Set(ask.gaps.flatMap(({ wrong }) => wrong))].filter((word) => !right.has(word));
      if (!isChosen) {
        for (const { wrong } of ask.gaps)
          for (const text of wrong) lose({ what: 'a wrong answer to a gap', text, at });
        return {};
      }
      if (ask.gaps.length > 1)
        lose({
          what: 'which words belong to which gap: pupils choose from one box for all gaps',
          text: '',
          at,
        });
      return { bank: true, ...(extra.length > 0 && { extra }) };
    }
    case 'short':
    case 'extended':
      if (ask.answers.length === 0 && !ask.content)
        lose({
          what: 'a model answer, which the source does not have: write one',
          text: '',
          at,
        });
      return {};
    default:
      return {};
  }
}
