import { Encodings } from '@cantoo/pdf-lib/standard-fonts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';

let characters: Map<string, string> | undefined;

/** Gives the character of a glyph's name, for the names that most fonts use; empty for any other name. */
export function characterNamed(name: string): string {
  characters ??= new Map([
    ...[Encodings.WinAnsi, Encodings.Symbol].flatMap((encoding) =>
      encoding.supportedCodePoints.map((point): [string, string] => [
        encoding.encodeUnicodeCodePoint(point).name,
        String.fromCodePoint(point),
      ]),
    ),
    ...Object.entries(OTHER_NAMES),
    ...['ff', 'fi', 'fl', 'ffi', 'ffl', 'ij', 'IJ'].map((letters): [string, string] => [letters, letters]),
  ]);
  const plain = name.split('.')[0]!;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(plain);
  const point = hex && Number.parseInt(hex[1] ?? hex[2]!, 16);
  if (point) return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  return characters.get(plain) ?? accentedNamed(plain);
}

/** The rest of Adobe's Latin and standard names, and those that TeX writes. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  dotlessi: 'ı',
  dotlessj: 'ȷ',
  Lslash: 'Ł',
  lslash: 'ł',
  fraction: '⁄',
  minus: '−',
  breve: '˘',
  caron: 'ˇ',
  dotaccent: '˙',
  hungarumlaut: '˝',
  ogonek: '˛',
  ring: '˚',
  Dcroat: 'Đ',
  dcroat: 'đ',
  Eng: 'Ŋ',
  eng: 'ŋ',
  Hbar: 'Ħ',
  hbar: 'ħ',
  visiblespace: '␣',
  perthousandzero: '‰',
  nbspace: '\u00A0',
  nonbreakingspace: '\u00A0',
  sfthyphen: '\u00AD',
  softhyphen: '\u00AD',
  hyphenminus: '-',
  zerowidthspace: '\u200B',
  compwordmark: '\u200C',
  cwm: '\u200C',
};

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  macron: '\u0304',
  breve: '\u0306',
  dotaccent: '\u0307',
  dot: '\u0307',
  dieresis: '\u0308',
  ring: '\u030A',
  hungarumlaut: '\u030B',
  caron: '\u030C',
  commaaccent: '\u0326',
  cedilla: '\u0327',
  ogonek: '\u0328',
};

/** Gives the letter of a name such as `scaron` or `Abreve`; empty if it is not one character with that accent. */
function accentedNamed(name: string): string {
  const [, letter, accent] = /^([A-Za-z])([a-z]{3,})$/.exec(name) ?? [];
  const sign = ownValue(ACCENTS, accent ?? '');
  if (letter === undefined || sign === undefined) return '';
  const composed = (letter + sign).normalize('NFC');
  if (composed.length === 1) return composed;
  // Some letters have a cedilla in Unicode for what fonts call a comma.
  const withCedilla = (letter + ACCENTS['cedilla']!).normalize('NFC');
  return accent === 'commaaccent' && withCedilla.length === 1 ? withCedilla : '';
}
