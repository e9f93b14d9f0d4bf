import type { Words } from '../../words/words.ts';
import type { Item } from '../item-bank/item.ts';
import { sourcesInWords } from '../tasks/in-words.ts';

/** A stimulus to print before a question. */
interface IntroducedStimulus {
  readonly id: string;
  /** Null where stimuli have no letters. */
  readonly letter: string | null;
  /** Whether it has been printed before an earlier question, so that it is only named. */
  readonly isAgain: boolean;
  /** `count`, `first` and `last` of the introduction, which a template needs beside the stimulus. */
  readonly count: Count;
  readonly first: number;
  readonly last: number;
}

type Count = 'one' | 'two' | 'more';

/** What is said before a question about the texts that it is about. */
export interface Introduction {
  /** How many questions it is for, which chooses the phrase. */
  readonly count: Count;
  /** The first and the last of them. */
  readonly first: number;
  readonly last: number;
  /** The letters of all their stimuli: `Source A`, `Sources A, B and C`; empty where stimuli have none. */
  readonly sources: string;
  /** Those to print here, or, without letters, to name again. */
  readonly stimuli: readonly IntroducedStimulus[];
}

interface Numbered {
  readonly number: number;
  readonly item: Item;
}

const NOTHING: Introduction = { count: 'one', first: 0, last: 0, sources: '', stimuli: [] };

/**
 * Gives the introduction of each question of a section. Neighbours about the same stimuli share one; a stimulus is
 * printed once in the whole paper.
 * @param printed the ids of stimuli printed so far; grows
 */
export function introduceStimuli(
  questions: readonly Numbered[],
  letters: ReadonlyMap<string, string>,
  printed: Set<string>,
  words: Words,
): Introduction[] {
  const keys = questions.map(({ item }) => item.stimuli.join(' '));
  return questions.map(({ number, item }, place) => {
    if (item.stimuli.length === 0 || keys[place - 1] === keys[place]) return NOTHING;
    const after = keys.findIndex((key, index) => index > place && key !== keys[place]);
    const last = questions[after < 0 ? questions.length - 1 : after - 1]!.number;
    const range = { count: COUNTS[Math.min(last - number, 2)]!, first: number, last };
    const stimuli = item.stimuli.flatMap((id): IntroducedStimulus[] => {
      const letter = letters.get(id) ?? null;
      const isAgain = printed.has(id);
      printed.add(id);
      return isAgain && letter !== null ? [] : [{ id, letter, isAgain, ...range }];
    });
    const named = item.stimuli.flatMap((id) => letters.get(id) ?? []);
    return { ...range, sources: sourcesInWords(named, words), stimuli };
  });
}

const COUNTS = ['one', 'two', 'more'] as const;
