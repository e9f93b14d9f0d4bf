import { ownValue } from '../../diagnostics/collections/own-value.ts';

/** A word of a text, and the punctuation after it. */
export interface Word {
  /** In lower case and without hyphens, for looking it up. */
  readonly key: string;
  /** As written, but with straight apostrophes. */
  readonly shown: string;
  /** Punctuation up to the next word, in one form whatever the typography: `,` `–` `…`. */
  readonly after: string;
  /** Whether a line ended at a hyphen inside it, so that the hyphen may or may not belong to the word. */
  readonly broken: boolean;
  /** Where it begins in the prepared text, in characters. */
  readonly at: number;
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Marks a line end after a hyphen, within a word. */
const BREAK = '\u0001';

/**
 * Removes what only typography adds to a paragraph: ligatures, invisible characters, marks for italics, and line ends
 * within hyphenated words.
 */
export function prepareText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ﬀ-ﬆ]/g, (letter) => ownValue(LIGATURES, letter) ?? letter)
    .replace(/\u0001|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/<\/?(?:i|em|b|strong|span|small)(?: [^<>]*)?>/gi, '')
    .replace(/[*_\\`]/g, '')
    .replace(/(?<=\p{L})([-‐])[ \t]*\n\s*(?=\p{L})/gu, `$1${BREAK}`);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['’ʼ‑]|[-‐]\u0001?)[\p{L}\p{N}\p{M}]+)*/gu;

/** Splits a prepared text into words, in order. Quotation marks belong neither to words nor to the punctuation between. */
export function splitWords(prepared: string): Word[] {
  const words: Word[] = [];
  // Only one match is kept at a time: they take more memory than the words.
  const matches = prepared.matchAll(WORD);
  for (let match = matches.next().value; match !== undefined; ) {
    const [word] = match;
    const next = matches.next().value;
    const shown = word.replaceAll(BREAK, '').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');
    words.push({
      key: shown.replaceAll('-', '').toLowerCase(),
      shown,
      after: punctuation(prepared.slice(match.index + word.length, next?.index)),
      broken: word.includes(BREAK),
      at: match.index,
    });
    match = next;
  }
  return words;
}

/** Gives the punctuation between two words in one form: stops, commas, dashes and the like. */
function punctuation(between: string): string {
  return between
    .replace(/\.(?:\s?\.){2,}|…\s?\.|\.\s?…/g, '…')
    .replace(/--+|[—―‒]|(?<=\s)[-‐](?=\s)|[-‐]/g, '–')
    .replace(/[^,.;:?!…–()]/g, '');
}
