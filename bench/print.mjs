import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { batchBench } from './batch-bench.mjs';
import { readSentences } from './documents.mjs';
import { installProgram } from './install-program.mjs';
import { measureInTurn } from './measure.mjs';
import { printBench } from './print-bench.mjs';

/** Each gives cases: a name, how often to run, and what Node is to run on both sides. Add further benches here. */
const BENCHES = [printBench, batchBench];

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '..');

// npm run bench -- print [--only PART-OF-A-NAME] [--rounds N] [--keep]
const option = (name) => process.argv.at(process.argv.indexOf(name, 2) + 1 || Number.POSITIVE_INFINITY);
const [only, most] = [option('--only') ?? '', Number(option('--rounds') ?? Number.POSITIVE_INFINITY)];
const keep = process.argv.includes('--keep');

if (!existsSync(join(HERE, 'node_modules')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HERE, stdio: 'inherit' });

const folder = mkdtempSync(join(tmpdir(), 'studypack-bench-'));
try {
  const program = installProgram(ROOT, folder);
  const sentences = readSentences(join(ROOT, 'content/never-let-me-go'));
  const cases = BENCHES.flatMap((bench) => bench({ ...program, sentences, folder }));
  console.log(row('', 'pages', 'CPU ms', 'wall ms', 'MB', 'CPU', 'wall', 'MB'));
  for (const { name, rounds, cwd = folder, ours, typst, pdfs = [] } of cases) {
    if (!name.includes(only)) continue;
    const sides = [ours, typst].map((args) => ({ args, cwd }));
    const found = measureInTurn(sides, Math.min(rounds, most));
    const both = (measure) => `${Math.round(found.ours[measure])} : ${Math.round(found.typst[measure])}`;
    const ratio = (measure) => found.ratio[measure].toFixed(2);
    console.log(
      row(
        name,
        pdfs.map(pagesOf).join(' : '),
        ...['cpu', 'wall', 'memory'].map(both),
        ...['cpu', 'wall', 'memory'].map(ratio),
      ),
    );
  }
  console.log('\nOurs : Typst. The last three are ours / Typst, the median over pairs of runs.');
} finally {
  if (keep) console.log(`Documents and PDFs are in ${folder}.`);
  else rmSync(folder, { recursive: true });
}

function row(name, ...cells) {
  const widths = [11, 13, 13, 11, 6, 6, 6];
  return name.padEnd(24) + cells.map((cell, index) => cell.padStart(widths[index])).join('');
}

/** How many pages a PDF has, to see that both sides did the same work. */
function pagesOf(path) {
  return [...readFileSync(path, 'latin1').matchAll(/\/Type ?\/Page\b/g)].length;
}
