import { tagAfter, tagBefore } from './speech-tag.ts';

/** The quotation marks that a text uses for speech; `none` if it uses none, as in some books. */
export type SpeechMarks = 'double' | 'single' | 'none';

/** A stretch of a paragraph that is said aloud, in characters, excluding its marks. */
interface SpokenStretch {
  readonly from: number;
  readonly to: number;
}

/** What is said aloud in a paragraph. */
export interface Speech {
  readonly spoken: readonly SpokenStretch[];
  /** A few words in marks of which nothing shows that somebody says them aloud. */
  readonly marked: readonly SpokenStretch[];
  /** Whether the last stretch is never closed: the speech continues in the next paragraph, or a mark is missing. */
  readonly open: boolean;
}

/** How far from a mark to look for its speech tag, in characters. */
const TAG_REACH = 80;
/** As many words in marks are speech, even without a stop before the closing mark. */
const SPEECH_WORDS = 5;

const DOUBLE = /[“”„«»"]/;
/** Words that begin with an apostrophe rather than a quotation mark. */
const CLIPPED = /^['’‘](?:(?:em|cause|tis|twas|til|till|bout|cept|un|er|im|ere|nuff|n)(?!\p{L})|\d)/iu;

/** Detects the marks that a text uses for speech: those that more of its paragraphs begin with, or else contain. */
export function speechMarks(paragraphs: readonly string[]): SpeechMarks {
  const count = (pattern: RegExp) => paragraphs.filter((text) => pattern.test(text)).length;
  const double = [count(/^\s*[“„«»"]/), count(DOUBLE)];
  const single = [count(/^\s*[‘'](?=\p{Lu})/u), count(/(?:^|\s)[‘'](?=\p{Lu})/u)];
  if (double[0]! + single[0]! > 0) return double[0]! >= single[0]! ? 'double' : 'single';
  if (double[1]! + single[1]! === 0) return 'none';
  return double[1]! >= single[1]! ? 'double' : 'single';
}

/**
 * Finds what is said aloud in a paragraph. A few words in marks with no punctuation inside them (“calm”) and no dash or
 * speech tag beside them are a quotation in the narrator's own sentence, not speech.
 */
export function findSpeech(text: string, marks: SpeechMarks): Speech {
  if (marks === 'none') return { spoken: [], marked: [], open: false };
  const places = marks === 'double' ? doubleMarks(text) : singleMarks(text);
  const spoken: SpokenStretch[] = [];
  const marked: SpokenStretch[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const from = places[index]! + 1;
    const to = places[index + 1] ?? text.length;
    const within = text.slice(from, to).trimEnd();
    const [before, after] = [
      text.slice(Math.max(0, from - 1 - TAG_REACH), from - 1),
      text.slice(to + 1, to + 1 + TAG_REACH),
    ];
    const isSpeech =
      places[index + 1] === undefined ||
      /[,.!?…–—:;-][’”'"»]?$/.test(within) ||
      /^\s*(?:[–—]|--)/.test(after) ||
      /(?:[–—]|--)\s*$/.test(before) ||
      within.trim().split(/\s+/).length >= SPEECH_WORDS ||
      tagAfter(after, within) !== undefined ||
      (tagBefore(before)?.who ?? '') !== '';
    (isSpeech ? spoken : marked).push({ from, to });
  }
  return { spoken, marked, open: places.length % 2 === 1 };
}

/** Finds double marks. Every second one in a paragraph closes, whichever way it is turned. */
const doubleMarks = (text: string) => Array.from(text.matchAll(/[“”„«»"]/g), ({ index }) => index);

/** Finds single marks that open and close in turn, skipping apostrophes. */
function singleMarks(text: string): number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(/['‘’]/g)) {
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    const opens = places.length % 2 === 0;
    if (opens) {
      if (
        text[index] !== '’' &&
        /[\s(–—“"-]/.test(before) &&
        /[\p{L}\p{N}…–—]/u.test(after) &&
        !CLIPPED.test(text.slice(index))
      )
        places.push(index);
    } else if (
      text[index] !== '‘' &&
      !/[\p{L}\p{N}]/u.test(after) &&
      (/[,.!?…–—:;-]/.test(before) || isLast(text, index))
    )
      places.push(index);
  }
  return places;
}

/** How far ahead to look for another closing mark, in characters. */
const LONGEST_SPEECH = 3000;

/** Whether a mark after a letter closes the speech: no later mark before the next opening one is more likely to. */
function isLast(text: string, index: number): boolean {
  const rest = text.slice(index + 1, index + 1 + LONGEST_SPEECH);
  const opening = rest.search(/[\s(–—-]‘|[\s–—-]'(?=\p{L})/u);
  const until = opening < 0 ? rest : rest.slice(0, opening);
  return !/[,.!?…–—:;-]['’](?![\p{L}\p{N}])/u.test(until);
}
