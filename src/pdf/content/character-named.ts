import { Encodings } from '@cantoo/pdf-lib/standard-fonts';

let characters: Map<string, string> | undefined;

/** Gives the character of a glyph's name, for the names that most fonts use; empty for any other name. */
export function characterNamed(name: string): string {
  characters ??= new Map([
    ...[Encodings.WinAnsi, Encodings.Symbol, Encodings.ZapfDingbats].flatMap((encoding) =>
      encoding.supportedCodePoints.map((point): [string, string] => [
        encoding.encodeUnicodeCodePoint(point).name,
        String.fromCodePoint(point),
      ]),
    ),
    ...['ff', 'fi', 'fl', 'ffi', 'ffl'].map((letters): [string, string] => [letters, letters]),
  ]);
  const plain = name.split('.')[0]!;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(plain);
  const point = hex && Number.parseInt(hex[1] ?? hex[2]!, 16);
  if (point) return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  return characters.get(plain) ?? '';
}
