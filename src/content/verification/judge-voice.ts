import { NARRATOR } from '../kinds/narrator.ts';
import type { CharacterNames } from './character-names.ts';
import type { SourceIndex } from './index-source.ts';
import type { SpeakerVerdict } from './speaker-verdict.ts';

/**
 * Judges a speaker by the names that a play gives to its speeches.
 * @param places the indices of the quotation's words in the source
 * @returns undefined if no name is given for any of the words
 */
export function judgeVoice(
  speaker: string,
  places: readonly number[],
  source: SourceIndex,
  names: CharacterNames,
): SpeakerVerdict | undefined {
  const voices = new Set(places.map((place) => source.voiceOf[place]));
  if (voices.size === 0 || (voices.size === 1 && voices.has(undefined))) return undefined;
  const spoken = [...voices].filter((voice) => voice !== '');
  const [voice] = spoken;
  if (spoken.length === 0)
    return speaker === NARRATOR
      ? { verdict: 'confirmed', reason: 'it is a stage direction' }
      : { verdict: 'contradicted', reason: 'it is a stage direction, which nobody says' };
  if (spoken.length > 1 || voice === undefined)
    return { verdict: 'not checkable', reason: 'these words are not all in the speeches of one person' };
  const reason = `the play gives these words to “${voice}”`;
  const ids = new Set(
    [...names].flatMap(([name, known]) => (inOneForm(name) === inOneForm(voice) ? known : [])),
  );
  if (speaker !== NARRATOR && ids.size !== 1) return { verdict: 'not checkable', reason };
  return { verdict: ids.has(speaker) ? 'confirmed' : 'contradicted', reason };
}

const inOneForm = (name: string) =>
  name
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^the\s|\./g, '')
    .trim();
