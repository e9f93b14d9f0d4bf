import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Report } from '../../diagnostics/report.ts';
import { prepareText, splitWords } from '../checks/split-words.ts';
import type { SourceText } from '../sources/source-text.ts';

/** How many words running are hashed together, and how many bytes of each hash are kept. */
export const WORDS_PER_RUN = 6;
const BYTES_PER_HASH = 4;

/**
 * What is used in place of a text on another machine: hashes of runs of words, without their order. It does not protect
 * the text: much of a book can be guessed back from it, word by word (docs/decisions.md: “An index is as sensitive as the book”).
 */
const textIndexSchema = z.strictObject({
  format: z.literal('studypack-index'),
  version: z.literal(1),
  /** The name of the source that it was made of. */
  source: z.string(),
  words: z.literal(WORDS_PER_RUN),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Said only where they are not known to be the pack’s: then each is named by its heading, and no place can be checked. */
  matched: z.literal(false).optional(),
  /** For each chapter its hashes, in numerical order, in base64. */
  chapters: z.array(z.strictObject({ id: z.string(), runs: z.string() })),
});
export type TextIndex = z.output<typeof textIndexSchema>;

/** Makes an index of a text. @param salt 16 bytes in hexadecimal; chance by default, so that no two indexes agree */
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
      // Front matter belongs to no chapter, but for a text that has none at all, or none that is known.
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

/** The hash of each run of words: the first bytes of SHA-256 over the salt and the words. */
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

/** An index as it was written to a file, or undefined and a diagnostic. */
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
      'This is no index of a text that this version can read.',
      'Make one with “studypack verify PACK --source BOOK --index FILE”.',
    );
    return undefined;
  }
}
