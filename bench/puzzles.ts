import { unwantedWords } from '../src/blocks/puzzles/fill-squares.ts';
import { makeCrossword } from '../src/blocks/puzzles/make-crossword.ts';
import { makeWordSearch } from '../src/blocks/puzzles/make-word-search.ts';

// cspell:disable
/** Makes word searches in six languages and looks for rude words in them, and times crosswords: [number of grids]. */

const WORDS: Readonly<Record<string, string>> = {
  en: 'particle reservoir aquifer flood gravity humidity narrator irony metaphor assassin glass analysis',
  fr: 'évaporation nuage rivière phare tempête lumière navire marée voyage écume château falaise',
  de: 'Bahnhof Straße Brücke Rathaus Kirche Ampel Kreuzung Haltestelle Apotheke Schwimmbad Bücherei Markt',
  es: 'niñez montaña lluvia río desierto bosque camino puente ciudad llanura nieve tormenta',
  it: 'pioggia fiume montagna deserto bosco strada ponte città pianura neve tempesta isola',
  pl: 'żółw źródło rzeka góra pustynia las droga most miasto równina śnieg burza',
};

const grids = Number(process.argv[2] ?? 10_000);
let rude = 0;
let leftOut = 0;
let slowest = 0;
const start = performance.now();
for (let index = 0; index < grids; index++) {
  const [lang = 'en', words = ''] = Object.entries(WORDS)[index % 6]!;
  const given = words.split(' ').map((text) => ({ text, lang }));
  const size = { columns: 13, rows: 13, langs: [lang] };
  const from = performance.now();
  const made = makeWordSearch(given, { ...size, seed: String(index), directions: [2, 4, 8][index % 3]! });
  slowest = Math.max(slowest, performance.now() - from);
  rude += unwantedWords(made.letters, made.hidden, size).length;
  leftOut += made.leftOut.length;
}
const each = (performance.now() - start) / grids;
console.log(
  `word search: ${grids} grids, ${rude} with a word that must not be there, ${leftOut} words left out, ${each.toFixed(1)} ms each, ${slowest.toFixed(0)} ms at most`,
);

const from = performance.now();
let placed = 0;
let all = 0;
for (let index = 0; index < 100; index++) {
  const given = WORDS['en']!.split(' ').map((text) => ({ text, lang: 'en' }));
  placed += makeCrossword(given, { columns: 15, rows: 17, seed: String(index) }).entries.length;
  all += given.length;
}
const eachCrossword = (performance.now() - from) / 100;
console.log(`crossword: ${placed} of ${all} words placed in 100 grids, ${eachCrossword.toFixed(1)} ms each`);
