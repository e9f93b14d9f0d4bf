import { existsSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Finds the offsets in a word where patterns allow a hyphen, also next to its ends. */
export type Hyphenate = (word: string) => readonly number[];

/**
 * Reads the patterns of a language for Liang's algorithm (“Word Hy-phen-a-tion by Com-put-er”, 1983), as
 * `scripts/hyphenation.mjs` has written them.
 * @param name such as `en-gb`
 */
export function readHyphenation(name: string): Hyphenate {
  const bytes = readFileSync(join(patternFolder(), `${name}.bin`));
  const size = bytes.readUInt32LE();
  const data = new Uint8Array(bytes.subarray(4, 4 + size * 4));
  if (endianness() === 'BE') Buffer.from(data.buffer).swap32();
  const words = JSON.parse(bytes.toString('utf8', 4 + size * 4)) as Record<string, readonly number[]>;
  return byPatterns(new Uint32Array(data.buffer), new Map(Object.entries(words)));
}

/** It is made with the bundle, and the sources use it too. */
function patternFolder(): string {
  const below = 'dist/hyphenation';
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, below))) {
    if (folder === dirname(folder)) throw new Error(`there is no ${below}: run npm run prepare`);
    folder = dirname(folder);
  }
  return join(folder, below);
}

/** @param data as `hyphenation.mjs` describes it */
function byPatterns(data: Uint32Array, words: ReadonlyMap<string, readonly number[]>): Hyphenate {
  const [nodeCount, setCount] = [data[0]!, data[1]!];
  const firstChildren = data.subarray(2, 3 + nodeCount);
  const nodes = data.subarray(3 + nodeCount, 3 + 2 * nodeCount);
  const setStarts = data.subarray(3 + 2 * nodeCount, 4 + 2 * nodeCount + setCount);
  const setLevels = data.subarray(4 + 2 * nodeCount + setCount);

  function child(node: number, letter: number): number {
    for (let at = firstChildren[node]!; at < firstChildren[node + 1]!; at++)
      if ((nodes[at]! & 0xffff) === letter) return at;
    return 0;
  }

  /** Raises the levels before each letter by all patterns that begin at one place of the word. */
  function apply(text: string, from: number, levels: Uint8Array): void {
    // A pattern for the beginning of a word has no level before its full stop.
    const first = Math.max(0, from - 1);
    let node = 0;
    for (let at = from; at < text.length; at++) {
      node = child(node, text.charCodeAt(at));
      if (node === 0) return;
      const set = nodes[node]! >>> 16;
      if (set === 0) continue;
      const start = setStarts[set - 1]!;
      for (let index = start; index < setStarts[set]!; index++) {
        const to = first + index - start;
        if (setLevels[index]! > (levels[to] ?? 0)) levels[to] = setLevels[index]!;
      }
    }
  }

  return (word) => {
    const lower = word.toLowerCase();
    const known = words.get(lower);
    if (known) return known;
    const text = `.${lower}.`;
    const levels = new Uint8Array(word.length + 1);
    // What is left of the word is then a letter and the end, which no pattern is about.
    for (let from = 0; from <= text.length - 3; from++) apply(text, from, levels);
    return [...levels.keys()].filter((offset) => levels[offset]! % 2 === 1);
  };
}
