import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';

/**
 * On what packs print, files are 8 per cent smaller than at level 4, for a tenth of a millisecond more per page. Higher
 * levels save less than one per cent more.
 */
const LEVEL = 6;
/**
 * Only pictures are this large. On noise, as in scanned paper, level 6 takes six times as long as level 4, and saves a
 * twentieth.
 */
const LARGE = 8 * 1024 * 1024;
const LEVEL_OF_LARGE = 4;

/** The SHA-256 of the sample at each level, as the zlib that comes with Node compresses it. */
const KNOWN: ReadonlyMap<number, string> = new Map([
  [LEVEL, 'ef826998d1679b1f1a2791f998a21ed8ceed8c27a05f47be51090ee786165818'],
  [LEVEL_OF_LARGE, 'a5291ae0c7860d0e0b4d367251b65bf15f9d96862bcef30266bc994f7093bff9'],
]);

/** Compresses a stream in zlib's format (RFC 1950). The same data gives the same bytes on every machine. */
export const compress = portableCompression(deflateSync);

/**
 * Makes a function that compresses with Node's zlib. Its bytes are the same on every processor and in every release, but
 * a Node that was linked to the zlib of its system gives others. A sample, compressed when a level is first used, shows
 * which it is; if the bytes differ, fflate is used instead, which is slower and written in JavaScript.
 */
export function portableCompression(
  deflate: (bytes: Uint8Array, options: { level: number }) => Uint8Array,
): (bytes: Uint8Array) => Uint8Array {
  const known = new Map<number, boolean>();
  const isKnown = (level: number) => {
    const answer =
      known.get(level) ??
      createHash('sha256').update(deflate(sample(), { level })).digest('hex') === KNOWN.get(level);
    known.set(level, answer);
    return answer;
  };
  return (bytes) => {
    const level = bytes.length < LARGE ? LEVEL : LEVEL_OF_LARGE;
    return (isKnown(level) ? deflate : zlibSync)(bytes, { level });
  };
}

/** Some 21,000 bytes that resemble a page: in text like this, implementations differ in the repetitions that they find. */
function sample(): Uint8Array {
  const lines: string[] = [];
  let random = 1;
  for (let line = 0; line < 600; line++) {
    random = (random * 16807) % 2147483647;
    lines.push(`1 0 0 -1 ${random % 97} ${line}.5 Tm [<00${random % 64}> ${random % 23}] TJ`);
  }
  return Buffer.from(lines.join('\n'));
}
