import type { Item } from '../item-bank/item.ts';
import { sourcesInWords } from '../tasks/in-words.ts';

/** A stimulus to print before a question. */
interface IntroducedStimulus {
  readonly id: string;
  /** Null where stimuli have no letters. */
  readonly letter: string | null;
  /** Whether it has been printed before an earlier question, so that it is only named. */
  readonly isAgain: boolean;
  /** `about` and `verb` of the introduction, which a template needs beside the stimulus. */
  readonly about: string;
  readonly verb: string;
}

/** What is said before a question about the texts that it is about. */
export interface Introduction {
  /** The questions that it is for: `Questions 3 and 4`; empty if nothing is said. */
  readonly about: string;
  /** The verb that goes with them: `is` or `are`. */
  readonly verb: string;
  /** The letters of all their stimuli: `Source A`, `Sources A, B and C`; empty where stimuli have none. */
  readonly sources: string;
  /** Those to print here, or, without letters, to name again. */
  readonly stimuli: readonly IntroducedStimulus[];
}

interface Numbered {
  readonly number: number;
  readonly item: Item;
}

const NOTHING: Introduction = { about: '', verb: '', sources: '', stimuli: [] };

/**
 * Gives the introduction of each question of a section. Neighbours about the same stimuli share one; a stimulus is
 * printed once in the whole paper.
 * @param printed the ids of stimuli printed so far; grows
 */
export function introduceStimuli(
  questions: readonly Numbered[],
  letters: ReadonlyMap<string, string>,
  printed: Set<string>,
): Introduction[] {
  const keys = questions.map(({ item }) => item.stimuli.join(' '));
  return questions.map(({ number, item }, place) => {
    if (item.stimuli.length === 0 || keys[place - 1] === keys[place]) return NOTHING;
    const after = keys.findIndex((key, index) => index > place && key !== keys[place]);
    const last = questions[after < 0 ? questions.length - 1 : after - 1]!.number;
    const about = questionsInWords(number, last);
    const verb = last === number ? 'is' : 'are';
    const stimuli = item.stimuli.flatMap((id): IntroducedStimulus[] => {
      const letter = letters.get(id) ?? null;
      const isAgain = printed.has(id);
      printed.add(id);
      return isAgain && letter !== null ? [] : [{ id, letter, isAgain, about, verb }];
    });
    const named = item.stimuli.flatMap((id) => letters.get(id) ?? []);
    return { about, verb, sources: sourcesInWords(named), stimuli };
  });
}

/** `Question 7`, `Questions 3 and 4`, `Questions 3 to 5`. */
function questionsInWords(first: number, last: number): string {
  if (first === last) return `Question\u00A0${first}`;
  return `Questions\u00A0${first}${last === first + 1 ? ' and ' : ' to '}${last}`;
}
