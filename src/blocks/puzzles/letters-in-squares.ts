import { ownValue } from '../../diagnostics/collections/own-value.ts';

/** Letters that two letters stand for in puzzles, in any language, and those that only some languages keep apart. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'SS',
  ẞ: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
};
const UMLAUTS: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE' };
/** Letters with marks that are letters of their own in the crosswords of a language. */
const OWN: Readonly<Record<string, string>> = { es: 'Ñ', pl: 'ĄĆĘŁŃÓŚŹŻ' }; // cspell:disable-line

/** What is left out between the letters of a word: spaces, hyphens and dashes, apostrophes, full stops and soft hyphens. */
const BETWEEN = /[\s\u00AD\p{Pd}'’ʼ.]/gu;

/**
 * Gives the letters of a word as they stand in the squares of a puzzle, one in each: capitals, without spaces, hyphens,
 * apostrophes and accents. German Ä, Ö, Ü and ß become AE, OE, UE and SS. Spanish Ñ and the Polish letters stay, since they
 * are letters of their own.
 * @param lang the tag of the language of the word
 * @returns undefined for a word with anything else in it, such as a digit
 */
export function lettersInSquares(word: string, lang: string): readonly string[] | undefined {
  const [language = ''] = lang.toLowerCase().split('-');
  const own = ownValue(OWN, language) ?? '';
  const capitals = word.normalize('NFC').replace(BETWEEN, '').replaceAll('ß', 'SS').toUpperCase();
  const squares: string[] = [];
  for (const letter of capitals) {
    // Some capitals have no sign of their own with their marks: those follow them.
    if (/^\p{M}$/u.test(letter) && squares.length > 0) continue;
    const spelt = (language === 'de' ? ownValue(UMLAUTS, letter) : undefined) ?? ownValue(SPELT, letter);
    const plain = own.includes(letter) ? letter : (spelt ?? withoutMarks(letter));
    for (const one of plain) {
      if (!/^\p{L}$/u.test(one)) return undefined;
      squares.push(one);
    }
  }
  return squares;
}

/** Only Latin and Greek letters lose their marks: in other alphabets they are letters of their own (Й). */
const withoutMarks = (letter: string): string =>
  /[\p{Script=Latin}\p{Script=Greek}]/u.test(letter) && letter !== 'Ł'
    ? letter.normalize('NFD').replace(/\p{M}/gu, '')
    : letter === 'Ł'
      ? 'L'
      : letter;
