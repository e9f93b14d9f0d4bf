import type { TextEncoding } from './text-encoding.ts';

/** Decodes a text, without its byte order mark. Bytes that the encoding does not have become U+FFFD. */
export const decodeText = (bytes: Uint8Array, encoding: TextEncoding): string =>
  encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes);

/** Windows-1252 from 80 to 9F, where it is not Latin-1. Not all versions of Node know it. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const decodeWindows = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? WINDOWS[byte - 0x80] : String.fromCharCode(byte)))
    .join('');
