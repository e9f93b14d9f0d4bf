import type { Ask } from './question.ts';

/** The most that one question is printed with. */
const MOST_OPTIONS = 12;
const MOST_STATEMENTS = 20;
const MOST_LEFT = 20;
const MOST_RIGHT = 26;
const MOST_STEPS = 20;

/** Says why a question can't be in a pack, as a clause after “because”; undefined if it can. */
export function askProblem(ask: Ask): string | undefined {
  switch (ask.kind) {
    case 'multiple-choice': {
      const { options } = ask;
      const keys = options.filter(({ key }) => key).length;
      if (options.length < 2) return 'it has fewer than two options';
      if (options.length > MOST_OPTIONS) return `it has more than ${MOST_OPTIONS} options`;
      if (options.some(({ text }) => text === '')) return 'one of its options is empty';
      if (keys === 0) return 'none of its options is right';
      return keys === options.length ? 'all its options are right' : undefined;
    }
    case 'true-false':
      if (ask.statements.some(({ text }) => text === '')) return 'one of its statements is empty';
      return ask.statements.length > MOST_STATEMENTS
        ? `it has more than ${MOST_STATEMENTS} statements`
        : undefined;
    case 'matching': {
      const { pairs, extras } = ask;
      if (pairs.length < 2) return 'it has fewer than two pairs';
      if (pairs.some(({ left, right }) => left === '' || right === '')) return 'one side of a pair is empty';
      const rights = new Set([...pairs.map(({ right }) => right), ...extras]);
      if (pairs.length > MOST_LEFT) return `it has more than ${MOST_LEFT} pairs`;
      if (rights.size < 2) return 'all its pairs have the same right side';
      return rights.size > MOST_RIGHT ? `it has more than ${MOST_RIGHT} answers to choose from` : undefined;
    }
    case 'ordering':
      if (ask.steps.length < 2) return 'it has fewer than two steps';
      if (ask.steps.some((step) => step === '')) return 'one of its steps is empty';
      return ask.steps.length > MOST_STEPS ? `it has more than ${MOST_STEPS} steps` : undefined;
    case 'cloze':
      if (ask.gaps.length === 0) return 'it has no gaps';
      return ask.gaps.some(({ answers }) => (answers[0] ?? '') === '')
        ? 'one of its gaps has no answer'
        : undefined;
    default:
      return undefined;
  }
}
