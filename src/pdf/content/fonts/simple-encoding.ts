import { decodeText } from '../../../diagnostics/decode-text.ts';
import {
  dictOf,
  get,
  itemsOf,
  nameOf,
  numberOf,
  type PDFDict,
  streamBytes,
  streamOf,
} from '../syntax/pdf-objects.ts';
import { characterNamed } from './character-named.ts';

/** What the codes of a font of single bytes stand for. */
export interface SimpleEncoding {
  /** The name that the file gives the glyph of a code. */
  nameOf(code: number): string | undefined;
  /** The character of a code by its name or the encoding; empty if the name says nothing. */
  characterOf(code: number): string;
  /** Whether the characters are certain without a Unicode map (ISO 14289-1, 7.21.7). */
  readonly isReadable: boolean;
}

/** Adobe's standard encoding where it is not ASCII, from code 0xA1 on; a space where there is nothing. */
const STANDARD_UPPER =
  // cspell:disable-next-line
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";
/** Encodings whose names say what each code stands for. */
const PREDEFINED = ['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding'];
const SYMBOLIC = 4;

/** Reads what the codes of a font of single bytes stand for (ISO 32000-1, 9.6.6). */
export function simpleEncoding(dict: PDFDict, descriptor: PDFDict | undefined, kind: string): SimpleEncoding {
  const written = get(dict, 'Encoding');
  const base = nameOf(written) ?? nameOf(get(dictOf(written), 'BaseEncoding'));
  const differences = readDifferences(itemsOf(get(dictOf(written), 'Differences')));
  const builtIn =
    base === undefined && kind === 'Type1' ? builtInNames(descriptor) : new Map<number, string>();
  const isSymbolic = ((numberOf(get(descriptor, 'Flags')) ?? 0) & SYMBOLIC) !== 0;
  const isStandard =
    base === 'StandardEncoding' || (base === undefined && /Type1$/.test(kind) && !isSymbolic);
  const decoded = (bytes: Uint8Array) =>
    base === 'MacRomanEncoding'
      ? new TextDecoder('macintosh').decode(bytes)
      : decodeText(bytes, 'windows-1252');
  const names = new Map([...builtIn, ...differences]);
  const isBaseReadable =
    base === undefined
      ? builtIn.size > 0 || differences.size > 0 || isStandard
      : PREDEFINED.includes(base) || isStandard;
  return {
    nameOf: (code) => names.get(code),
    characterOf(code) {
      const name = names.get(code);
      if (name !== undefined) return characterNamed(name);
      return isStandard ? standardCharacter(code) : decoded(new Uint8Array([code]));
    },
    isReadable:
      isBaseReadable &&
      [...names.values()].every((name) => name === '.notdef' || characterNamed(name) !== ''),
  };
}

function standardCharacter(code: number): string {
  if (code === 0x27) return '’';
  if (code === 0x60) return '‘';
  if (code < 0x7f) return String.fromCharCode(code);
  return STANDARD_UPPER[code - 0xa1]?.trim() ?? '';
}

/** Reads the names of glyphs by code, as `Differences` writes them. */
function readDifferences(items: ReturnType<typeof itemsOf>): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of items) {
    const number = numberOf(item);
    if (number !== undefined) code = number;
    else names.set(code++, nameOf(item) ?? '.notdef');
  }
  return names;
}

/** The most of a font program that is searched for its encoding, which comes before anything encrypted. */
const LONGEST_HEADER = 20_000;

/** Reads the encoding that a Type 1 font program brings along: `dup 65 /A put`. */
function builtInNames(descriptor: PDFDict | undefined): Map<number, string> {
  const stream = streamOf(get(descriptor, 'FontFile'));
  if (!stream) return new Map();
  let bytes: Uint8Array;
  try {
    bytes = streamBytes(stream).subarray(0, LONGEST_HEADER);
  } catch {
    return new Map();
  }
  const [header] = new TextDecoder('latin1').decode(bytes).split('eexec');
  return new Map(
    [...header!.matchAll(/\bdup\s+(\d{1,3})\s*\/([^\s/]+)\s+put\b/g)].map(([, code, name]) => [
      Number(code),
      name!,
    ]),
  );
}
