import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// npm run bench -- [NAME [ARGUMENTS]]: one bench, or without a name those that are `always` run.
const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(HERE, '../dist/bench');

/** What each bench runs, and with which arguments if none are given: once for each list of them. */
const BENCHES = {
  print: { file: 'print.mjs', always: true },
  watch: { file: 'watch.mjs', always: true },
  verify: { file: 'verify.ts', always: true },
  preflight: { file: 'preflight.ts', always: true },
  sets: {
    file: 'sets.ts',
    runs: [
      ['paper-2', '30'],
      ['paper-2', '1000'],
      ['paper-2', '1000', '100'],
    ],
  },
  typography: { file: 'typography.ts' },
  pages: { file: 'pages.ts' },
  puzzles: { file: 'puzzles.ts' },
  profile: { file: 'profile.mjs' },
};

const [name, ...given] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(BENCHES, name)) {
  console.error(`There is no bench “${name}”. Benches: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [known, { file, always = false, runs = [[]] }] of Object.entries(BENCHES)) {
  if (name === undefined ? !always : name !== known) continue;
  const program = file.endsWith('.ts') ? await bundled(file) : join(HERE, file);
  for (const args of given.length > 0 ? [given] : runs) {
    const { status } = spawnSync(process.execPath, ['--expose-gc', program, ...args], { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}

/** Bundles a bench with the sources that it measures, in parts, so that what is imported late is loaded late. */
async function bundled(file) {
  const outdir = join(OUT, file.replace('.ts', ''));
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: HERE,
    entryPoints: [file],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return join(outdir, file.replace('.ts', '.mjs'));
}
