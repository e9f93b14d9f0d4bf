import { buildSet } from '../src/build/build-set.ts';
import { readFonts } from '../src/cli/files/reading/read-fonts.ts';
import { readPackSources, readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { createFontBook } from '../src/pages/fonts/font-book.ts';

/**
 * Measures the memory of class sets, in one process: how much the program holds after each hundred copies once rubbish is
 * collected, and how much the operating system has given it. Nothing here passes or fails.
 *     npm run bench -- sets [paper] [copies] [split]
 */
const [exam = 'paper-2', count = '1000', split] = process.argv.slice(2);
const copies = Number(count);
const every = Math.max(10, Math.floor(copies / 10));
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});
const MB = 1024 * 1024;
const now = () => {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: (heapUsed + external) / MB, rss: rss / MB };
};

const FIRST = ['Ada', 'Bo', 'Chidi', 'Dana', 'Emre', 'Fay', 'Gil', 'Hana', 'Ivo', 'June'];
const LAST = ['Adler', 'Bell', 'Cruz', 'Dorsey', 'Engel', 'Frost', 'Grant', 'Hale', 'Ibsen', 'Jonas'];
const rows = Array.from({ length: copies }, (_, index) => {
  const style = index % 30 === 7 ? 'dyslexia' : '';
  return `${FIRST[index % 10]} ${LAST[Math.floor(index / 10) % 10]}-${LAST[Math.floor(index / 100) % 10]},${index + 1},${style}`;
});
const bytes = new TextEncoder().encode(`name,seat,style\n${rows.join('\n')}\n`);

const report = createReport();
const templates = readTemplateSet(report);
const sources = readPackSources(['content/never-let-me-go'], 'content', report);
const fonts = createFontBook(readFonts());
let written = 0;
const samples: { done: number; held: number; rss: number }[] = [];
const started = performance.now();
const onProgress = (done: number) => {
  if (done % every === 0) samples.push({ done, ...now() });
};
const built = await buildSet(
  sources,
  templates,
  {
    exam,
    roster: { path: 'made-up.csv', bytes },
    forms: [],
    spares: 0,
    order: 'seat',
    ...(split && { split: Number(split) }),
  },
  { fonts, products: [], keep: false, onProgress },
  {
    begin: () => (piece) => {
      written += piece.length;
    },
  },
  report,
);
if (!built) throw new Error(JSON.stringify(report.diagnostics, null, 2));

const seconds = (performance.now() - started) / 1000;
console.log(
  `${exam}, ${copies} copies${split ? `, ${split} a file` : ''}: ${built.sums.pages} pages, ${Math.round(written / MB)} MB of PDF, ${seconds.toFixed(1)} s`,
);
console.log('copies     MB held     MB of the process');
for (const { done, held, rss } of samples)
  console.log(`${String(done).padStart(6)} ${held.toFixed(1).padStart(11)} ${rss.toFixed(0).padStart(21)}`);
// The first copies fill caches of words and fonts, and after the last one the file is done.
const [from, to] = [samples[samples.length > 4 ? 1 : 0]!, samples.at(-2) ?? samples[0]!];
const each = (measure: 'held' | 'rss') =>
  ((to[measure] - from[measure]) / Math.max(1, to.done - from.done)).toFixed(3);
console.log(
  `MB a copy, from ${from.done} to ${to.done}: ${each('held')} held, ${each('rss')} of the process\n`,
);
