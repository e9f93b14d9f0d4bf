import { addedPhrase } from '../added-phrases.ts';
import { onePlainLine } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { writeBlocks } from '../rich-text/write-blocks.ts';
import { type AskCloze, type AskWritten, gapMark, type Question } from './question.ts';

/** What stands where a model answer is needed and the source has none. */
const NO_ANSWER = addedPhrase('import-no-answer');

/**
 * Writes the text of an item.
 * @param below what pupils read below the heading
 */
export function bodyOfQuestion(question: Question, below: readonly TextBlock[]): string {
  const { ask, rationale, guidance } = question;
  const last = [section('Guidance', guidance), section('Rationale', rationale)];
  switch (ask.kind) {
    case 'multiple-choice':
      return withList(
        ask.options.map(
          ({ text, key, pinned }) => `- [${key ? 'x' : ' '}] ${text}${pinned ? ' (pinned)' : ''}`,
        ),
        below,
        last,
      );
    case 'true-false':
      return withList(
        ask.statements.map(({ text, key }) => `- [${key ? 'x' : ' '}] ${text}`),
        below,
        last,
      );
    case 'matching':
      return withList(
        [
          ...ask.pairs.map(({ left, right }) => `- ${leftSide(left)} = ${right}`),
          ...ask.extras.map((right) => `- = ${right}`),
        ],
        below,
        last,
      );
    case 'ordering':
      return withList(
        ask.steps.map((step) => `- ${plainEntry(step)}`),
        below,
        last,
      );
    case 'cloze':
      return joined([withGaps(writeBlocks(below), ask), ...last]);
    default:
      return joined([...written(ask, below), ...last]);
  }
}

/** An equals sign between spaces would end the left side. */
const leftSide = (text: string): string => plainEntry(text).replace(/(^|\s)=/g, '$1\\=');

/** An entry of a list that has no box, so that it does not begin with one. */
const plainEntry = (text: string): string => text.replace(/^\[(?=[ xX]\])/, '\\[');

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const section = (name: string, blocks: readonly TextBlock[]): string =>
  blocks.length === 0 ? '' : `### ${name}\n\n${writeBlocks(blocks)}`;

/** The list of an item, with what is to be read above it. A text that may hold lists of its own has a section for itself. */
function withList(entries: readonly string[], below: readonly TextBlock[], last: readonly string[]): string {
  const text = writeBlocks(below);
  const isPlain = below.every(({ kind }) => kind !== 'other') && !/^(?:[-*+]|\d+[.)])\s/m.test(text);
  const list = entries.map(onePlainLine).join('\n');
  return isPlain ? joined([text, list, ...last]) : joined([list, section('Task', below), ...last]);
}

/** Writes the words of gaps where the gaps are. */
function withGaps(text: string, { gaps }: AskCloze): string {
  return gaps.reduce((written, { answers }, index) => {
    const words = answers.map(gapWords).filter((word) => word !== '');
    return written.replaceAll(gapMark(index), `[[${words.join('|')}]]`);
  }, text);
}

/** Words for between double brackets, where neither a bracket nor a bar can be escaped with a backslash. */
const gapWords = (answer: string): string =>
  onePlainLine(answer).replace(/\\?\[/g, '&#91;').replace(/\\?\]/g, '&#93;').replace(/\\?\|/g, '&#124;');

function written({ answers, wrong, content }: AskWritten, below: readonly TextBlock[]): string[] {
  const [best, ...others] = answers;
  const task = section('Task', below);
  const answer = best ? writeBlocks(best) : content ? section('Indicative content', content) : NO_ANSWER;
  const list = (texts: readonly string[]): TextBlock[] =>
    texts.length === 0 ? [] : [{ kind: 'other', markdown: texts.map((text) => `- ${text}`).join('\n') }];
  const accepted = others.map((blocks) => blocks.map(({ markdown }) => markdown).join('<br>'));
  const parts = [section('Accept', list(accepted)), section('Reject', list(wrong))];
  // What is written below a heading belongs to it, so an answer without one comes first.
  return answer.startsWith('###') ? [task, answer, ...parts] : [answer, task, ...parts];
}
