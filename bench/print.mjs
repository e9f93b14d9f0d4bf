import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { batchBench } from './batch-bench.mjs';
import { cardsBench } from './cards-bench.mjs';
import { readSentences } from './documents.mjs';
import { examBench } from './exam-bench.mjs';
import { installProgram } from './install-program.mjs';
import { measureInTurn } from './measure.mjs';
import { packsBench } from './packs-bench.mjs';
import { printBench } from './print-bench.mjs';
import { setsBench } from './sets-bench.mjs';

/**
 * Each gives cases: a name, how often to run, and what Node is to run on each side, with the PDF that comes of it. Only
 * `ours` has to be there. Add further benches here.
 */
const BENCHES = [printBench, batchBench, cardsBench, examBench, setsBench, packsBench];

/** The sides, in the order in which they are printed. */
const SIDES = { ours: 'Studypack', typst: 'Typst', pdfkit: 'naive PDFKit' };

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
  const cases = BENCHES.flatMap((bench) => bench({ ...program, root: ROOT, sentences, folder }));
  console.log('| | | pages | CPU ms | wall ms | MB | CPU, Typst = 1 |\n|---|---|--:|--:|--:|--:|--:|');
  for (const { name, rounds, cwd = folder, before, ...sides } of cases) {
    if (!name.includes(only)) continue;
    const names = Object.keys(SIDES).filter((side) => sides[side]);
    const runs = names.map((side) => [side, { args: sides[side].args, cwd, ...(before && { before }) }]);
    const found = measureInTurn(Object.fromEntries(runs), Math.min(rounds, most));
    for (const side of names) {
      const { cpu, wall, memory, ratios } = found[side];
      const cells = [
        side === names[0] ? name : '',
        SIDES[side],
        await pagesOf(sides[side].pdf),
        ...[cpu, wall, memory].map((value) => Math.round(value)),
        ratios.typst ? ratios.typst.cpu.toFixed(2) : '',
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
  console.log(
    '\nThe medians over all rounds; the last column is the median of the ratios within each round.',
  );
} finally {
  if (keep) console.log(`Documents and PDFs are in ${folder}.`);
  else rmSync(folder, { recursive: true });
}

/** How many pages a PDF has, to see that all sides did the same work. */
async function pagesOf(path) {
  if (path === undefined) return '';
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
  return document.getPageCount();
}
