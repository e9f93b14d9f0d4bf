import { prepareText, splitWords, type Word } from '../checks/split-words.ts';
import type { SourceChapter, SourceText } from '../sources/source-text.ts';
import { findSpeech, type Speech, type SpeechMarks, speechMarks } from './find-speech.ts';
import { isPlay, playVoices } from './play-voices.ts';

/** A paragraph of a source. */
interface SourceParagraph {
  readonly chapter: SourceChapter;
  /** Its number within its chapter, from 1. */
  readonly number: number;
  /** As prepared by `prepareText`, which the words' offsets refer to. */
  readonly text: string;
  readonly speech: Speech;
  /** The index of its first word. */
  readonly from: number;
}

/** The words of a source in order, and tables to look them up. */
export interface SourceIndex {
  readonly name: string;
  readonly chapters: readonly SourceChapter[];
  /** Whether its chapters are known to be the pack’s. */
  readonly isMatched: boolean;
  readonly marks: SpeechMarks;
  readonly words: readonly Word[];
  readonly paragraphs: readonly SourceParagraph[];
  /** For each word, the index of its paragraph. */
  readonly paragraphOf: Int32Array;
  /** For each word, the index of the stretch of speech that it is in within its paragraph, or -1. */
  readonly speechOf: Int32Array;
  /** In a play: for each word the name of the person who says it, empty for names and stage directions. */
  readonly voiceOf: readonly (string | undefined)[];
  /** The words of each chapter of the pack, by its id. */
  readonly chapterWords: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** The indices of each word, by its key. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function indexSource({ name, chapters, isMatched }: SourceText): SourceIndex {
  const told = chapters.filter(({ isMatter }) => !isMatter);
  const marks = speechMarks((told.length > 0 ? told : chapters).flatMap((chapter) => chapter.paragraphs));
  const hasNames = isPlay(chapters);
  const words: Word[] = [];
  const paragraphs: SourceParagraph[] = [];
  const paragraphOf: number[] = [];
  const speechOf: number[] = [];
  const voiceOf: (string | undefined)[] = [];
  const places = new Map<string, number[]>();
  const chapterWords = new Map<string, { from: number; to: number }>();
  for (const chapter of chapters) {
    const start = words.length;
    const voiced = hasNames && !chapter.voices ? playVoices(chapter.paragraphs.map(prepareText)) : [];
    for (const [index, written] of chapter.paragraphs.entries()) {
      const text = prepareText(written);
      const speech = findSpeech(text, marks);
      const from = words.length;
      // Words, stretches of speech and those of voices are all in order, so one pass over each is enough.
      let stretch = 0;
      const voices = voiced[index] ?? [];
      let voice = 0;
      for (const word of splitWords(text)) {
        const known = places.get(word.key);
        if (known) known.push(words.length);
        else places.set(word.key, [words.length]);
        words.push(word);
        paragraphOf.push(paragraphs.length);
        while (voices[voice] !== undefined && voices[voice]!.to <= word.at) voice++;
        const isVoiced = (voices[voice]?.from ?? text.length) <= word.at;
        voiceOf.push(chapter.voices?.[index] ?? (isVoiced ? voices[voice]!.voice : undefined));
        while (speech.spoken[stretch] !== undefined && speech.spoken[stretch]!.to <= word.at) stretch++;
        speechOf.push((speech.spoken[stretch]?.from ?? text.length) <= word.at ? stretch : -1);
      }
      paragraphs.push({ chapter, number: index + 1, text, speech, from });
    }
    if (chapter.id !== undefined) chapterWords.set(chapter.id, { from: start, to: words.length });
  }
  return {
    name,
    chapters,
    isMatched,
    marks,
    words,
    paragraphs,
    paragraphOf: Int32Array.from(paragraphOf),
    speechOf: Int32Array.from(speechOf),
    voiceOf,
    chapterWords,
    places,
  };
}
