import { joinBytes } from '../join-bytes.ts';
import { eachFilteredRow, type PngHeader } from './png-pixels.ts';
import { isGreyRow } from './row-encoder.ts';
import { unfilterRow } from './unfilter-row.ts';

/** Encoding this many bytes again takes a tenth of a second if they are noise, as photos and scanned paper are. */
const LARGE = 1024 * 1024;
/** Data that is hardly smaller than its pixels is better encoded again: some programs do not compress it. */
const MOST_SHARE = 0.9;
const FILTERS = 5;

/**
 * Gives the compressed rows of a large PNG in one piece, if a PDF can take them as they are: 8 bits per sample, neither
 * interlaced nor transparent, in grey or with colour, and without any fault.
 * @param data its compressed parts
 */
export function samePixelData(data: readonly Uint8Array[], header: PngHeader): Uint8Array | undefined {
  const { width, height, depth, colour } = header;
  const channels = colour === 0 ? 1 : 3;
  if (depth !== 8 || (colour !== 0 && colour !== 2) || width * height * channels < LARGE) return undefined;
  const length = data.reduce((sum, part) => sum + part.length, 0);
  if (length > width * height * channels * MOST_SHARE) return undefined;
  const sum = createChecksum();
  let hasColour = false;
  let above: Uint8Array = new Uint8Array(width * channels);
  const fault = eachFilteredRow(data, header, (filter, row) => {
    if (filter >= FILTERS) return 'it has an unknown filter';
    sum.add(Uint8Array.of(filter));
    sum.add(row);
    if (channels === 3 && !hasColour) {
      unfilterRow(filter, row, above, channels);
      hasColour = !isGreyRow(row);
      above = row;
    }
    return undefined;
  });
  if (fault !== undefined || (channels === 3 && !hasColour)) return undefined;
  const whole = joinBytes(data);
  // Readers of PDFs refuse or warn of data whose checksum is wrong, or that something follows.
  return endsWith(whole, sum.value()) ? whole : undefined;
}

const endsWith = (bytes: Uint8Array, value: number): boolean =>
  bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4) === value;

/** Adler-32, the checksum of inflated data (RFC 1950). */
function createChecksum() {
  const modulus = 65521;
  /** So many bytes can be added before a number gets too large for fast arithmetic. */
  const atOnce = 3800;
  let low = 1;
  let high = 0;
  return {
    add(bytes: Uint8Array): void {
      for (let from = 0; from < bytes.length; from += atOnce) {
        const end = Math.min(from + atOnce, bytes.length);
        for (let at = from; at < end; at++) {
          low += bytes[at]!;
          high += low;
        }
        low %= modulus;
        high %= modulus;
      }
    },
    value: (): number => high * 65536 + low,
  };
}
