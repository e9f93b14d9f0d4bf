import type { Report } from '../../diagnostics/report.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { sourceLetters } from './source-letters.ts';

/** `Source A`, `Sources A and B`, `Sources A, B or C`. */
const MENTION = /\bSources?\s+((?:[A-Z]\b(?:\s*,\s*|\s+(?:and|or)\s+)?)+)/g;

/**
 * Warns where a question speaks of a source by a letter that none of its stimuli has. A paper decides which letter a
 * stimulus gets, so a question may fit one paper and not the next.
 * @param items those of one paper or worksheet, in the order of its author
 * @param title of that paper or worksheet
 */
export function checkSourceLetters(items: readonly Item[], title: string, report: Report): void {
  const letters = sourceLetters(items);
  if (letters.size === 0) return;
  for (const { stimuli, task } of items) {
    if (stimuli.length === 0) continue;
    const own = stimuli.map((id) => letters.get(id)!);
    for (const { stem, text } of [task, ...tasksOf(task).map((one) => one.task)]) {
      const stray = mentionedIn(`${stem.text}\n${text?.text ?? ''}`).find((letter) => !own.includes(letter));
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

const mentionedIn = (text: string): string[] =>
  [...text.matchAll(MENTION)].flatMap(([, list = '']) => list.match(/\b[A-Z]\b/g) ?? []);
