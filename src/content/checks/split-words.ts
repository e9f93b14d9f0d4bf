import { ownValue } from '../../diagnostics/collections/own-value.ts';
/** A word as it stands in a text, and what stands after it. */
export interface Word {
  /** In small letters and without hyphens: what it is looked up by. */
  readonly key: string;
  /** As it is written, with straight apostrophes. */
  readonly shown: string;
  /** Punctuation up to the next word, in one form whatever the typography: `,` `–` `…`. */
  readonly after: string;
  /** Whether a line ended at a hyphen in it, so that nobody can tell whether the hyphen belongs to the word. */
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

/** Stands for a line end after a hyphen, within a word. */
const BREAK = '\u0001';

/**
 * A paragraph without what typography alone adds to it: ligatures, invisible characters, marks of italics, and the
 * line ends of words that are broken at one.
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

/** The words of a prepared text, in order. Quotation marks are no part of words, nor of what stands between them. */
export function splitWords(prepared: string): Word[] {
  const found = [...prepared.matchAll(WORD)];
  return found.map((match, index) => {
    const [word] = match;
    const end = match.index + word.length;
    const shown = word.replaceAll(BREAK, '').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');
    return {
      key: shown.replaceAll('-', '').toLowerCase(),
      shown,
      after: punctuation(prepared.slice(end, found[index + 1]?.index)),
      broken: word.includes(BREAK),
      at: match.index,
    };
  });
}

/** Stops, commas, dashes and the like between two words. */
function punctuation(between: string): string {
  return between
    .replace(/\.(?:\s?\.){2,}|…\s?\.|\.\s?…/g, '…')
    .replace(/--+|[—―‒]|(?<=\s)[-‐](?=\s)|[-‐]/g, '–')
    .replace(/[^,.;:?!…–()]/g, '');
}
