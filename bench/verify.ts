import { entriesOf } from '../src/content/entries/entries-of.ts';
import type { EntryOf, Pack } from '../src/content/entries/entry.ts';
import { CONTENT_KINDS } from '../src/content/kinds/content-kinds.ts';
import { readSource } from '../src/content/sources/read-source.ts';
import { verifyQuotations } from '../src/content/verification/verify-quotations.ts';
import { createReport } from '../src/diagnostics/report.ts';

/** Times `verify`: 60 quotations against a text of 100,000 words. Nothing here passes or fails. */

const WORDS = 100_000;
const CHAPTERS = 23;
const QUOTATIONS = 60;
const HERE = { file: 'bench', line: 1, column: 1 };

/** The same numbers from 0 to 1 on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = numbers(3);
const upTo = (most: number) => Math.floor(next() * most);
const syllables = 'ba ce di fo gu la me ni po ru sa te vi wo zu ar el in or un'.split(' ');
const vocabulary = Array.from({ length: 8000 }, () =>
  Array.from({ length: 1 + upTo(3) }, () => syllables[upTo(syllables.length)]).join(''),
);
/** Few words are common and most are rare, as in any book. */
const word = () => vocabulary[Math.floor(vocabulary.length * next() ** 4)]!;

const paragraph = (): string => {
  const words = Array.from({ length: 40 + upTo(60) }, word).join(' ');
  return next() < 0.4 ? `“${words},” said Ada. “${word()} ${word()}.”` : `${words}.`;
};
const chapters = Array.from({ length: CHAPTERS }, (_, index) => {
  const paragraphs: string[] = [];
  for (let count = 0; count < WORDS / CHAPTERS; count += paragraphs.at(-1)!.split(' ').length)
    paragraphs.push(paragraph());
  return { id: String(index + 1), title: `Chapter ${index + 1}`, paragraphs };
});

/** A third true, a third with a word changed, a third that stand nowhere. */
const quotations = Array.from({ length: QUOTATIONS }, (_, index): EntryOf<'quotations'> => {
  const { id, paragraphs } = chapters[upTo(CHAPTERS)]!;
  const words = paragraphs[upTo(paragraphs.length)]!.replace(/[“”]/g, '').split(' ').slice(2, 22);
  if (index % 3 === 1) words[9] = word();
  const text = (index % 3 === 2 ? Array.from({ length: 20 }, word) : words).join(' ');
  return {
    kind: 'quotations',
    id: `q${index}`,
    name: `q${index}`,
    group: 'quotations',
    at: HERE,
    places: {},
    sections: {},
    fields: {
      form: 'prose',
      speaker: 'ada',
      provenance: 'book',
      chapter: id,
      themes: [],
      symbols: [],
      about: [],
    },
    body: { text, at: HERE },
  };
});
const about: Pack['about'] = {
  ...quotations[0]!,
  kind: 'pack',
  id: 'bench',
  fields: {
    title: 'Bench',
    lang: 'en-GB',
    date: '2026-01-01',
    'lesson-days': [],
    notes: false,
    typographer: false,
    'allow-unverified': false,
  },
};
const pack: Pack = { id: 'bench', about, entries: entriesOf(CONTENT_KINDS, quotations) };

function time<T>(what: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  process.stdout.write(`${what.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(2)} s\n`);
  return result;
}

const count = chapters
  .flatMap(({ paragraphs }) => paragraphs)
  .join(' ')
  .split(' ').length;
process.stdout.write(`${count} words, ${QUOTATIONS} quotations\n`);
const written = chapters.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n\n')).join('\n\n');
const file = { path: 'bench.txt', name: 'bench.txt', bytes: new TextEncoder().encode(written) };
const wanted = { chapters: chapters.map(({ id, title }) => ({ id, title })), unit: 'chapter' };
const text = time('read the text', () => readSource('bench.txt', [file], wanted, createReport()))!;
const verdicts = time('verify', () => verifyQuotations(pack, text));
const kinds = [...new Set(verdicts.map(({ verdict }) => verdict))].sort();
process.stdout.write(
  `${kinds.map((kind) => `${verdicts.filter(({ verdict }) => verdict === kind).length} ${kind}`).join(', ')}\n`,
);
