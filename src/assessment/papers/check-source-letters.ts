import type { Report } from '../../diagnostics/report.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { sourceLetters } from './source-letters.ts';

/** The words for “and” and “or” between letters, in the languages that the program has words for. */
// cspell:disable-next-line
const BETWEEN = 'and|or|et|ou|und|oder|sowie|y|e|o|u|i|oraz|lub|a|ac|neu';

/** Finds `Source A`, `Sources A and B`, `Sources A, B or C` in the words of a language, with other endings of the word too. */
function mentionPattern(words: Words): RegExp {
  const named = [
    say(words, 'source-letter', { letter: '' }),
    say(words, 'source-letters', { letters: '', last: '' }),
  ];
  const stems = named.map((phrase) => {
    const word = /\p{L}+/u.exec(phrase)?.[0] ?? '';
    const [first = '', ...rest] = word.slice(0, Math.max(4, word.length - 2));
    return `[${first.toLowerCase()}${first.toUpperCase()}]${rest.join('')}`;
  });
  return new RegExp(
    `(?<!\\p{L})(?:${stems.join('|')})\\p{L}{0,4}\\s+((?:\\p{Lu}(?!\\p{L})(?:\\s*,\\s*|\\s+(?:${BETWEEN})\\s+)?)+)`,
    'gu',
  );
}

/**
 * Warns where a question speaks of a source by a letter that none of its stimuli has. A paper decides which letter a
 * stimulus gets, so a question may fit one paper and not the next.
 * @param items those of one paper or worksheet, in the order of its author
 * @param title of that paper or worksheet
 */
export function checkSourceLetters(
  items: readonly Item[],
  title: string,
  words: Words,
  report: Report,
): void {
  const letters = sourceLetters(items);
  if (letters.size === 0) return;
  const pattern = mentionPattern(words);
  for (const { stimuli, task } of items) {
    if (stimuli.length === 0) continue;
    const own = stimuli.map((id) => letters.get(id)!);
    for (const { stem, text } of [task, ...tasksOf(task).map((one) => one.task)]) {
      const stray = mentionedIn(`${stem.text}\n${text?.text ?? ''}`, pattern).find(
        (letter) => !own.includes(letter),
      );
      if (stray === undefined) continue;
      report.add(
        'source-letter',
        stem.at,
        `This question mentions Source ${stray}, but in “${title}” it is about ${inEnglish(own)}.`,
        'Sources get their letters in the order in which the questions name them. Change the letter, or the order in “stimulus”.',
      );
      break;
    }
  }
}

/** `Source A`, `Sources A and B`: the messages of the program are in English, whatever the language of the pack. */
const inEnglish = (letters: readonly string[]): string =>
  letters.length < 2
    ? `Source\u00A0${letters.join('')}`
    : `Sources\u00A0${letters.slice(0, -1).join(', ')} and ${letters.at(-1)}`;

/** “The source I found” is about no letter. */
const mentionedIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([whole, list = '']) =>
    /^\p{Ll}.*\sI$/u.test(whole.trim()) ? [] : (list.match(/(?<!\p{L})\p{Lu}(?!\p{L})/gu) ?? []),
  );
