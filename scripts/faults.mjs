import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

// Makes a build fail in every way that a computer can, and looks whether files are lost: after each fault and the next run, all
// files of the pack are the old ones, or all are the new ones, and nothing else is there. `npm run faults -- --moments 200`

const { values } = parseArgs({ options: { moments: { type: 'string', default: '40' } } });
const PROGRAM = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'studypack-faults-'));
const pack = join(folder, 'content/p');
/** @type {string[]} */
const problems = [];
let tried = 0;

mkdirSync(pack, { recursive: true });
const write = (/** @type {string} */ title) =>
  writeFileSync(
    join(pack, 'pack.md'),
    `---\ntitle: ${title}\nlang: en-GB\ndate: 2026-01-01\n---\n\nHow light travels.\n`,
  );
const words = ['shadow', 'mirror', 'lens', 'prism'].map(
  (word) => `## ${word}\nWhat the ${word} does with light.\n`,
);
writeFileSync(join(pack, 'vocabulary.md'), words.join('\n'));

const BUILD = [
  'build',
  '--force',
  '--product',
  'vocabulary-cards',
  '--product',
  'reading-guide',
  '--product',
  'flashcards',
];

/** Code that does something at the nth call which changes the disk. */
const atCall = (/** @type {number} */ nth, /** @type {string} */ act) => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let count = 0;
  for (const name of ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'rmSync', 'writeFileSync']) {
    const own = fs[name];
    fs[name] = (...args) => {
      const isOurs = typeof args[0] === 'number' || /p\\/|studypack-/.test(String(args[0]));
      const isReading = name === 'openSync' && (args[1] ?? 'r') === 'r';
      if (isOurs && !isReading && ++count === ${nth}) { ${act} }
      return own(...args);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => { if (count < ${nth}) process.stdout.write('NEVER'); });`;

/** @param {string} out @param {{ code?: string, args?: string[], node?: string[], env?: Record<string, string | undefined> }} [options] */
function run(out, { code, args = [...BUILD, '--out', out], node = [], env = {} } = {}) {
  const load = code === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
  return spawnSync(process.execPath, [...node, ...load, PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, STUDYPACK_NO_CACHE: '1', ...env },
  });
}

/** The files of a folder by their names, as hashes; what the program remembers is left out. @param {string} out */
const state = (out) =>
  JSON.stringify(
    readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.studypack.json')
      .map(({ name, parentPath }) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(parentPath, name)))
          .digest('hex'),
      ])
      .sort(),
  );

/** @param {string} what @param {boolean} holds @param {string} [more] */
function expect(what, holds, more = '') {
  tried++;
  if (!holds) problems.push(`${what} ${more.slice(0, 300)}`);
}

write('Old');
run('old');
write('New');
run('new');
const [OLD, NEW] = [state('old'), state('new')];
if (OLD === NEW || OLD === '[]') throw new Error('the build does not work');

/** @param {string} out */
function withOldFiles(out) {
  rmSync(join(folder, out), { recursive: true, force: true });
  cpSync(join(folder, 'old'), join(folder, out), { recursive: true });
}

// Killed before each call in turn: between two renames too.
let kills = 0;
for (let nth = 1; nth <= Number(values.moments); nth++) {
  withOldFiles('killed');
  const { signal, stdout } = run('killed', { code: atCall(nth, "process.kill(process.pid, 'SIGKILL');") });
  if (stdout?.includes('NEVER')) break;
  kills++;
  expect(`kill ${nth}: the run was not killed`, signal === 'SIGKILL');
  run('killed', { args: ['forget', 'nobody', '--out', 'killed'] });
  const after = state('killed');
  expect(`kill ${nth}: old and new are mixed, or something was left`, after === OLD || after === NEW, after);
}

// The system refuses a call.
for (const code of ['ENOSPC', 'EROFS', 'EACCES', 'EBUSY', 'EIO'])
  for (const nth of [1, 2, 5, 9]) {
    withOldFiles('refused');
    const act = `throw Object.assign(new Error('${code}'), { code: '${code}' });`;
    const { status, stderr } = run('refused', { code: atCall(nth, act) });
    const isNew = state('refused') === NEW;
    expect(`${code} at call ${nth}: exit code ${status}`, status === 1 || (status === 0 && isNew), stderr);
    expect(
      `${code} at call ${nth}: files are lost or left`,
      isNew || state('refused') === OLD,
      state('refused'),
    );
    expect(`${code} at call ${nth}: raw message`, !/^\s+at |node:fs/m.test(stderr), stderr);
  }

// Surroundings that a computer may have.
const offline =
  "import net from 'node:net'; net.Socket.prototype.connect = () => { throw new Error('no network'); };";
for (const [what, options] of /** @type {const} */ ([
  ['without a home', { env: { HOME: undefined, XDG_CACHE_HOME: undefined } }],
  ['with a home that is not there', { env: { HOME: '/nonexistent' } }],
  ['with a heap of 64 MB', { node: ['--max-old-space-size=64'] }],
  ['without a network', { code: offline }],
  ['with a clock that was set back', { code: 'const now = Date.now; Date.now = () => now() - 1e12;' }],
])) {
  withOldFiles('other');
  const { status, stderr } = run('other', /** @type {any} */ (options));
  expect(`${what}: exit code ${status}`, status === 0, stderr);
  expect(`${what}: other files`, state('other') === NEW);
}

// Eight builds into one folder at once.
withOldFiles('shared');
const codes = await Promise.all(
  Array.from(
    { length: 8 },
    () =>
      new Promise((done) =>
        spawn(process.execPath, [PROGRAM, ...BUILD, '--out', 'shared'], { cwd: folder, stdio: 'ignore' }).on(
          'exit',
          done,
        ),
      ),
  ),
);
expect(
  `eight at once: exit codes ${codes}`,
  codes.every((code) => code === 0),
);
expect('eight at once: other files', state('shared') === NEW, state('shared'));

rmSync(folder, { recursive: true, force: true });
for (const problem of problems) console.log(problem);
console.log(`${kills} kills, ${tried} checks: ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
