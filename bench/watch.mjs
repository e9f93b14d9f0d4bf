import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

// npm run bench -- watch [ROUNDS]: from saving a file to the files that `studypack watch` writes, in milliseconds.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const rounds = Number(process.argv[2] ?? 9);

/** What is watched, which file is edited, and whether all files have to be written, or one. */
const CASES = [
  {
    name: 'one vocabulary entry, to all files written',
    args: [],
    edited: 'vocabulary/book-terms.md',
    pdf: 'reading-guide.pdf',
    all: true,
  },
  {
    name: 'an open handout, to its PDF',
    args: ['--product', 'handout'],
    edited: 'themes/identity-and-humanity.md',
    pdf: 'handout/identity-and-humanity.pdf',
    all: false,
  },
];

for (const { name, args, edited, pdf, all } of CASES) {
  const folder = mkdtempSync(join(tmpdir(), 'studypack-watch-'));
  cpSync(join(ROOT, 'content/never-let-me-go'), join(folder, 'content/never-let-me-go'), { recursive: true });
  const watcher = spawn(process.execPath, [MAIN, 'watch', 'never-let-me-go', ...args], { cwd: folder });
  try {
    let said = '';
    watcher.stderr.on('data', (text) => {
      said += text;
    });
    let printed = 0;
    watcher.stdout.on('data', (text) => {
      // The table of files comes when all of them are written.
      if (String(text).includes('.pdf')) printed++;
    });
    while (!said.includes('Watching')) await pause(50);
    const [source, target] = [
      join(folder, 'content/never-let-me-go', edited),
      join(folder, 'output/never-let-me-go', pdf),
    ];
    const times = [];
    for (let round = 0; round <= rounds; round++) {
      await pause(400);
      const [before, changed] = [printed, statSync(target).mtimeMs];
      const start = performance.now();
      writeFileSync(source, editOf(readFileSync(source, 'utf8'), round));
      while (all ? printed === before : statSync(target).mtimeMs === changed) await pause(2);
      times.push(performance.now() - start);
    }
    // The first edit is the warm-up.
    const [least, most] = [Math.min(...times.slice(1)), Math.max(...times.slice(1))];
    console.log(
      `${name}: ${Math.round(median(times.slice(1)))} ms (${Math.round(least)} to ${Math.round(most)}, ${rounds} edits)`,
    );
  } finally {
    watcher.kill('SIGINT');
    await new Promise((resolve) => watcher.on('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Changes a number in the last sentence, or adds one. */
function editOf(text, round) {
  return `${text.trimEnd().replace(/ Edit \d+\.$/, '')} Edit ${round}.\n`;
}
