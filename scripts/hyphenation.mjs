import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The patterns of the package `hyphen` that `language.ts` names. */
const PATTERN_FILES = ['en-gb', 'en-us', 'de-1996', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'cy'];

const require = createRequire(import.meta.url);

/**
 * Writes the patterns of each language as a file of numbers, which can be used as it is read. The package has them as
 * nested objects of JavaScript, which take 20 ms to make.
 * @param {string} folder
 */
export function writeHyphenation(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of PATTERN_FILES)
    writeFileSync(join(folder, `${file}.bin`), flatPatterns(require(`hyphen/patterns/${file}.js`)));
}

/** @typedef {{ [letter: string]: number | Trie | [Trie, number] }} Trie nodes, sets of levels, or both */

/**
 * Numbers of 32 bits, little-endian: how many follow, the number of nodes and of sets of levels; for each node its first
 * child (the next node's first child ends its children); for each node its letter, and in the upper half its set of levels
 * plus 1, or 0; for each set where it begins, and their levels. Then, as JSON, words with offsets of their own.
 * @param {[number[][], Trie, Record<string, number[]>]} patterns
 */
function flatPatterns([levelSets, trie, words]) {
  const firstChildren = [];
  const nodes = [0];
  /** @type {Trie[]} Those whose children are still to be listed, in the order of their numbers. */
  const waiting = [trie];
  for (let node = 0; node < waiting.length; node++) {
    firstChildren.push(nodes.length);
    for (const [letter, value] of Object.entries(waiting[node] ?? {})) {
      const [children, set] = Array.isArray(value)
        ? value
        : typeof value === 'number'
          ? [{}, value]
          : [value, -1];
      nodes.push(letter.charCodeAt(0) | ((set + 1) << 16));
      waiting.push(children);
    }
  }
  firstChildren.push(nodes.length);
  const starts = levelSets.map((_, index) => levelSets.slice(0, index).flat().length);
  const levels = levelSets.flat();
  const numbers = [
    nodes.length,
    levelSets.length,
    ...firstChildren,
    ...nodes,
    ...starts,
    levels.length,
    ...levels,
  ];
  return Buffer.concat([
    Buffer.from(Uint32Array.from([numbers.length, ...numbers]).buffer),
    Buffer.from(JSON.stringify(words ?? {})),
  ]);
}
