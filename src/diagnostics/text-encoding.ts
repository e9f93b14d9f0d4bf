/** How the bytes of a text file were saved. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A kind of file that is not text, but is often given for one. `ole` is a document of an old office program. */
export type BinaryFormat = 'pdf' | 'zip' | 'ole';

/**
 * Finds out how a text was saved: by its byte order mark, by the zeros of UTF-16, or by whether it is UTF-8. Whatever else
 * it is, it is taken for Windows-1252, which has a character for every byte.
 * @returns the format of a file that is not text, if its first bytes name one
 */
export function textEncoding(bytes: Uint8Array): TextEncoding | BinaryFormat {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  const binary = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (binary) return binary[1];
  if (start.startsWith('\xFF\xFE')) return 'utf-16le';
  if (start.startsWith('\xFE\xFF')) return 'utf-16be';
  // In UTF-16, one byte of each Western character is zero.
  const [even, odd] = zeros(bytes);
  if (even + odd > Math.min(bytes.length, SAMPLE) / 8) return even > odd ? 'utf-16be' : 'utf-16le';
  if (isUtf8(bytes)) return 'utf-8';
  // A Chinese list in UTF-16 may have hardly any zeros, except in the Western words it begins with.
  if (bytes[1] === 0 && bytes[0] !== 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf-16be';
  return 'windows-1252';
}

const SIGNATURES = [
  ['%PDF-', 'pdf'],
  ['PK\x03\x04', 'zip'],
  ['\xD0\xCF\x11\xE0', 'ole'],
] as const;

/** Zeros are counted in so many bytes at the start of a file. */
const SAMPLE = 4096;

/** Counts the zeros at even and at odd places. */
function zeros(bytes: Uint8Array): [number, number] {
  const counts: [number, number] = [0, 0];
  bytes.subarray(0, SAMPLE).forEach((byte, index) => {
    if (byte === 0) counts[index % 2 === 0 ? 0 : 1]++;
  });
  return counts;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
