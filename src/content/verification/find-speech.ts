import { tagAfter } from './speech-tag.ts';

/** Which marks a text puts around what is said aloud; `none` if it uses no marks, as some books do. */
export type SpeechMarks = 'double' | 'single' | 'none';

/** A stretch of a paragraph that is said aloud, in characters, without its marks. */
interface SpokenStretch {
  readonly from: number;
  readonly to: number;
}

/** What of a paragraph is said aloud. */
export interface Speech {
  readonly spoken: readonly SpokenStretch[];
  /** Whether the last of it is never closed: the speech goes on in the next paragraph, or a mark is missing. */
  readonly open: boolean;
}

/** So far behind a mark its tag is looked for, in characters. */
const TAG_REACH = 80;

const DOUBLE = /[“”„«»"]/;
/** Words that begin with an apostrophe rather than a quotation mark. */
const CLIPPED = /^['’‘](?:(?:em|cause|tis|twas|til|till|bout|cept|un|er|im|ere|nuff|n)(?!\p{L})|\d)/iu;

/** Which marks speech has in a whole text: those that more of its paragraphs begin with, or else hold. */
export function speechMarks(paragraphs: readonly string[]): SpeechMarks {
  const count = (pattern: RegExp) => paragraphs.filter((text) => pattern.test(text)).length;
  const double = [count(/^\s*[“„«»"]/), count(DOUBLE)];
  const single = [count(/^\s*[‘'](?=\p{Lu})/u), count(/(?:^|\s)[‘'](?=\p{Lu})/u)];
  if (double[0]! + single[0]! > 0) return double[0]! >= single[0]! ? 'double' : 'single';
  if (double[1]! + single[1]! === 0) return 'none';
  return double[1]! >= single[1]! ? 'double' : 'single';
}

/**
 * Finds what is said aloud in a paragraph. Marks around a word or two that are not punctuated within (“calm”) are
 * quotations in the narrator's own sentence, and are no speech.
 */
export function findSpeech(text: string, marks: SpeechMarks): Speech {
  if (marks === 'none') return { spoken: [], open: false };
  const places = marks === 'double' ? doubleMarks(text) : singleMarks(text);
  const spoken: SpokenStretch[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const from = places[index]! + 1;
    const to = places[index + 1] ?? text.length;
    const within = text.slice(from, to).trimEnd();
    const isSpeech =
      places[index + 1] === undefined ||
      /[,.!?…–—:;-][’”'"»]?$/.test(within) ||
      tagAfter(text.slice(to + 1, to + 1 + TAG_REACH)) !== undefined;
    if (isSpeech) spoken.push({ from, to });
  }
  return { spoken, open: places.length % 2 === 1 };
}

/** In a paragraph every second double mark closes, whichever way it is turned. */
const doubleMarks = (text: string) => [...text.matchAll(/[“”„«»"]/g)].map(({ index }) => index);

/** Single marks that open and close by turns; the apostrophes among them are passed over. */
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

/** So far ahead another closing mark is looked for, in characters. */
const LONGEST_SPEECH = 3000;

/** Whether a mark after a letter closes: no later one before the next that opens is better placed to. */
function isLast(text: string, index: number): boolean {
  const rest = text.slice(index + 1, index + 1 + LONGEST_SPEECH);
  const opening = rest.search(/[\s(–—]‘|\s'(?=\p{L})/u);
  const until = opening < 0 ? rest : rest.slice(0, opening);
  return !/[,.!?…–—:;-]['’](?![\p{L}\p{N}])/u.test(until);
}
