import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { pageText, passagesOf, unseenTexts } from '../../pdf/reading/text-of.ts';
import { lowerCaseWords } from './letters-only.ts';
import type { TeacherText } from './teacher-texts.ts';

/** Six words in a row are no accident. A shorter sentence counts as a whole if it has at least four. */
const RUN = 6;
const SHORTEST = 4;

/** Texts that pupils must not read, as runs of words. */
interface Secrets {
  /** Runs that occur in texts for teachers only, by the number of their words. */
  readonly runs: ReadonlyMap<number, ReadonlyMap<string, TeacherText>>;
  /** The words that runs begin with, and those that follow there: most places of a text are passed over by these two. */
  readonly beginnings: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @param open texts that pupils may read */
export function secretsOf(texts: readonly TeacherText[], open: readonly string[]): Secrets {
  const runs = new Map<number, Map<string, TeacherText>>();
  const beginnings = new Map<string, Set<string>>();
  const split = texts.flatMap((text) =>
    sentencesOf(text.text).map((sentence) => ({ text, words: lowerCaseWords(sentence) })),
  );
  for (let length = SHORTEST; length <= RUN; length++) {
    const ofLength = new Map<string, TeacherText>();
    for (const { text, words } of split) {
      if (length === RUN ? words.length < RUN : words.length !== length) continue;
      for (let at = 0; at + length <= words.length; at++) {
        const following = beginnings.get(words[at]!) ?? new Set();
        beginnings.set(words[at]!, following.add(words[at + 1]!));
        ofLength.set(runAt(words, at, length), text);
      }
    }
    runs.set(length, ofLength);
  }
  for (const text of open) {
    const words = lowerCaseWords(text);
    for (const [length, secret] of runs)
      eachLikelyRun(words, length, beginnings, (run) => void secret.delete(run));
  }
  return { runs, beginnings };
}

/** Splits a text where a reader pauses: no run of words crosses such a point. */
const sentencesOf = (text: string) => text.split(/[.!?]\s|[()]|\n\s*\n|\n\s*[-*\d]/);

const runAt = (words: readonly string[], at: number, length: number): string =>
  words.slice(at, at + length).join(' ');

/** Visits the runs of some words that begin as a secret does. */
function eachLikelyRun(
  words: readonly string[],
  length: number,
  beginnings: Secrets['beginnings'],
  visit: (run: string) => void,
): void {
  for (let at = 0; at + length <= words.length; at++)
    if (beginnings.get(words[at]!)?.has(words[at + 1]!)) visit(runAt(words, at, length));
}

/** A text for teachers that was found in a file for pupils. */
interface Leak {
  readonly secret: TeacherText;
  /** The first of its words that were found. */
  readonly words: string;
  /** From 0; undefined for one that is not drawn: in a title, a description, a bookmark. */
  readonly page: number | undefined;
}

/**
 * Finds texts for teachers anywhere in a file for pupils: on its pages, as drawn and as tagged, and in everything that is
 * not drawn.
 * @param shown texts that pupils may read in this file
 * @returns the first leak of each text in each place
 */
export function findLeaks(pdf: ReadPdf, { runs, beginnings }: Secrets, shown: readonly string[]): Leak[] {
  const places = [
    ...pdf.pages.map((page, index) => ({ page: index as number | undefined, text: pageText(page) })),
    ...passagesOf(pdf).map(({ page, text }) => ({ page, text })),
    ...unseenTexts(pdf).map((text) => ({ page: undefined, text })),
  ];
  const allowed = new Set<string>();
  for (const text of shown)
    for (const length of runs.keys())
      eachLikelyRun(lowerCaseWords(text), length, beginnings, (run) => void allowed.add(run));
  const leaks = new Map<string, Leak>();
  for (const { page, text } of places) {
    const all = lowerCaseWords(text);
    for (const [length, known] of runs)
      eachLikelyRun(all, length, beginnings, (words) => {
        const secret = known.get(words);
        if (!secret || allowed.has(words)) return;
        const name = JSON.stringify([secret.of, secret.what, page]);
        if (!leaks.has(name)) leaks.set(name, { secret, words, page });
      });
  }
  return [...leaks.values()];
}
