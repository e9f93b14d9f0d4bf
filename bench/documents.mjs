import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ kind: 'heading', text: string } | { kind: 'paragraph', text: string } | { kind: 'list', items: string[]
 * }} Block
 * @typedef {{ title: string, blocks: Block[] }} Document
 */

/** Only letters and signs that mean the same, namely nothing, in Markdown and in Typst. */
const PLAIN = /^\p{Lu}[\p{L}\d ,.;:’‘“”?!()–]+[.?!]$/u;

/** The sentences of all Markdown in a folder that are plain prose, in the order of its paths. */
export function readSentences(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  return paths.sort().flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n\s*\n/)
      .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.?!]) /))
      .filter((sentence) => PLAIN.test(sentence) && sentence.split(' ').length > 4),
  );
}

/**
 * A document of about so many words: sections of three to six paragraphs, a list in every second, a word here and there
 * in italics. The same sentences, words and seed give the same document.
 * @returns {Document}
 */
export function makeDocument(sentences, words, seed) {
  const random = randomNumbers(seed);
  const upTo = (count) => Math.floor(random() * count);
  const sentence = () => sentences[upTo(sentences.length)];
  const name = () =>
    sentence()
      .split(' ')
      .slice(0, 4)
      .join(' ')
      .replace(/[^\p{L} ’]/gu, '');
  const blocks = [];
  let count = 0;
  const add = (block) => {
    blocks.push(block);
    count += (block.items ?? [block.text]).join(' ').split(' ').length;
  };
  for (let section = 1; count < words; section++) {
    add({ kind: 'heading', text: name() });
    const paragraphs = 3 + upTo(4);
    for (let index = 0; index < paragraphs && count < words; index++)
      add({
        kind: 'paragraph',
        text: emphasised(Array.from({ length: 3 + upTo(5) }, sentence).join(' '), random),
      });
    if (section % 2 === 0 && count < words)
      add({ kind: 'list', items: Array.from({ length: 3 + upTo(3) }, sentence) });
  }
  return { title: `Pages of ${name()}`, blocks };
}

/** Puts one of the longer words in italics, as both languages can be told to. */
function emphasised(text, random) {
  const words = text.split(' ');
  const at = Math.floor(random() * words.length);
  if (/^\p{L}{5,}$/u.test(words[at])) words[at] = `*${words[at]}*`;
  return words.join(' ');
}

/** Numbers from 0 to 1 that look random: mulberry32. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Markdown. @param {string} heading the mark of its headings */
export function toMarkdown({ blocks }, heading) {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return `${heading} ${block.text}\n`;
      if (block.kind === 'list') return `${block.items.map((item) => `- ${item}`).join('\n')}\n`;
      return `${block.text}\n`;
    })
    .join('\n');
}
