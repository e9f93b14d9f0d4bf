import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { pageText, passagesOf, unseenTexts } from '../../pdf/reading/text-of.ts';
import { wordsOf } from './letters-only.ts';
import type { TeacherText } from './teacher-texts.ts';

/** Six words in a row are no accident. A shorter sentence counts as a whole if it has at least four. */
const RUN = 6;
const SHORTEST = 4;

/** Texts that pupils must not read, as runs of words. */
interface Secrets {
  /** Runs that occur in texts for teachers only, by the number of their words. */
  readonly runs: ReadonlyMap<number, ReadonlyMap<string, TeacherText>>;
}

/** @param open texts that pupils may read */
export function secretsOf(texts: readonly TeacherText[], open: readonly string[]): Secrets {
  const openWords = open.map(wordsOf);
  const runs = new Map<number, Map<string, TeacherText>>();
  const split = texts.flatMap((text) =>
    sentencesOf(text.text).map((sentence) => ({ text, words: wordsOf(sentence) })),
  );
  for (let length = SHORTEST; length <= RUN; length++) {
    const known = new Set(openWords.flatMap((words) => runsOf(words, length)));
    const secretRuns = split
      .filter(({ words }) => (length === RUN ? words.length >= RUN : words.length === length))
      .flatMap(({ text, words }) => runsOf(words, length).map((run) => [run, text] as const))
      .filter(([run]) => !known.has(run));
    runs.set(length, new Map(secretRuns));
  }
  return { runs };
}

/** Splits a text where a reader pauses: no run of words crosses such a point. */
const sentencesOf = (text: string) => text.split(/[.!?]\s|[()]|\n\s*\n|\n\s*[-*\d]/);

const runsOf = (words: readonly string[], length: number): string[] =>
  words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));

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
 * @returns the first leak of each text in each place
 */
export function findLeaks(pdf: ReadPdf, { runs }: Secrets): Leak[] {
  const places = [
    ...pdf.pages.map((page, index) => ({ page: index as number | undefined, text: pageText(page) })),
    ...passagesOf(pdf).map(({ page, text }) => ({ page, text })),
    ...unseenTexts(pdf).map((text) => ({ page: undefined, text })),
  ];
  const leaks = new Map<string, Leak>();
  for (const { page, text } of places) {
    const all = wordsOf(text);
    for (const [length, known] of runs)
      for (const words of runsOf(all, length)) {
        const secret = known.get(words);
        if (!secret) continue;
        const name = JSON.stringify([secret.of, secret.what, page]);
        if (!leaks.has(name)) leaks.set(name, { secret, words, page });
      }
  }
  return [...leaks.values()];
}
