/** Scripts that are written without spaces: each of their letters counts as a word. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/gu;

/** A stretch of letters, or one of digits: `H2O` and `H~2~O` are the same three words. */
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;

/** A text of Latin letters and common punctuation, as nearly all are, and a quicker way to its words. */
const LATIN = /^[\x00-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e]*$/;
const LATIN_WORD = /[A-Za-zªµº\xc0-\xd6\xd8-\xf6\xf8-\u024f]+|[0-9²³¹¼½¾]+/g;

/** Soft hyphens and characters without a width, which print as nothing. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u2060-\u2069\uFEFF]|\u034F|\uFE0E|\uFE0F/g;

/** The first code unit of the scripts in `UNSPACED`. */
const FIRST_UNSPACED = 0x0e00;

/** Lists the words of a text as they stand there, in capitals or not. A word of these may be several of `settledWords`. */
export function rawWords(text: string): readonly string[] {
  if (LATIN.test(text)) return text.match(LATIN_WORD) ?? [];
  return text.replace(INVISIBLE, '').normalize('NFC').match(WORD) ?? [];
}

/** Gives a word as it compares with others: in small letters; one of a script without spaces letter by letter. */
export function settledWords(word: string): readonly string[] {
  const small = word.toLowerCase().replaceAll('ß', 'ss');
  for (let index = 0; index < small.length; index++)
    if (small.charCodeAt(index) >= FIRST_UNSPACED || isNumberSign(small.charCodeAt(index)))
      return (small.normalize('NFKC').match(WORD) ?? []).flatMap(lettersOf);
  return [small];
}

/** Lists the words of a text as they compare with those of a page. */
export const wordTokens = (text: string): readonly string[] => rawWords(text).flatMap(settledWords);

/** Raised digits and fractions of Latin-1, which are other digits on pages: ², ³, ¹, ¼, ½, ¾. */
const isNumberSign = (code: number) => code >= 0xb2 && code <= 0xbe;

/** The letters of a word in a script without spaces; any other word as it is. */
function lettersOf(word: string): readonly string[] {
  const letters = word.match(UNSPACED);
  if (!letters) return [word];
  return [...letters, ...word.replace(UNSPACED, ' ').split(' ').filter(Boolean)];
}
