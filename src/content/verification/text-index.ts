import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Report } from '../../diagnostics/report.ts';
import { prepareText, splitWords } from '../checks/split-words.ts';
import type { SourceText } from '../sources/source-text.ts';

/** The number of consecutive words hashed together, and of bytes kept of each hash. */
export const WORDS_PER_RUN = 6;
const BYTES_PER_HASH = 4;

/**
 * Stands in for a text on another machine: hashes of runs of words, without their order. It does not protect the text:
 * much of a book can be guessed back from it, word by word (docs/decisions.md: “An index is as sensitive as the book”).
 */
const textIndexSchema = z.strictObject({
  format: z.literal('studypack-index'),
  version: z.literal(1),
  /** The name of the source that it was made from. */
  source: z.string(),
  words: z.literal(WORDS_PER_RUN),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Only given if the chapters are not known to be the pack’s: then each has its heading as id, and no place can be checked. */
  matched: z.literal(false).optional(),
  /** For each chapter its hashes, in ascending order, in base64. */
  chapters: z.array(z.strictObject({ id: z.string(), runs: z.string() })),
});
export type TextIndex = z.output<typeof textIndexSchema>;

/**
 * Makes an index of a text.
 * @param salt 16 bytes in hexadecimal; random by default, so that no two indexes are alike
 */
export function createTextIndex(
  { name, chapters, isMatched }: SourceText,
  salt: string = randomBytes(16).toString('hex'),
): TextIndex {
  return {
    format: 'studypack-index',
    version: 1,
    source: name,
    words: WORDS_PER_RUN,
    salt,
    ...(!isMatched && { matched: false as const }),
    chapters: chapters.flatMap(({ id, title, paragraphs }) => {
      // Front matter is left out, unless the text has no chapters or none that are known.
      if (id === undefined && chapters.length > 1 && isMatched) return [];
      const keys = paragraphs.flatMap((text) => splitWords(prepareText(text)).map(({ key }) => key));
      const hashes = Uint32Array.from(new Set(hashRuns(keys, salt))).sort();
      const bytes = new DataView(new ArrayBuffer(hashes.length * BYTES_PER_HASH));
      hashes.forEach((hash, index) => {
        bytes.setUint32(index * BYTES_PER_HASH, hash);
      });
      return [{ id: id ?? title, runs: Buffer.from(bytes.buffer).toString('base64') }];
    }),
  };
}

/** Hashes each run of words: the first bytes of SHA-256 over the salt and the words. */
export function hashRuns(keys: readonly string[], salt: string): number[] {
  const runs: number[] = [];
  for (let from = 0; from + WORDS_PER_RUN <= keys.length; from++)
    runs.push(
      createHash('sha256')
        .update(`${salt} ${keys.slice(from, from + WORDS_PER_RUN).join(' ')}`)
        .digest()
        .readUInt32BE(0),
    );
  return runs;
}

/** Reads an index from its file's text; reports it and gives undefined if this is not one. */
export function readTextIndex(
  { path, text }: { path: string; text: string },
  report: Report,
): TextIndex | undefined {
  try {
    return textIndexSchema.parse(JSON.parse(text));
  } catch {
    report.add(
      'index-broken',
      { file: path, line: 1, column: 1 },
      'This is not an index that this version of Studypack can read.',
      'Make one with “studypack verify PACK --source BOOK --index FILE”.',
    );
    return undefined;
  }
}
