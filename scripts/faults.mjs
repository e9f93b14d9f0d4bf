import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

// Makes runs fail in every way that a computer can, and looks whether files are lost: after each fault and the next run, all
// files of a pack are the old ones, or all are the new ones, and nothing else is there. Runs are builds of a few products and of
// all, one with --clean, a class set, and an import. They are killed before calls that change the disk: at some of them, spread
// evenly over all runs, or with `npm run faults -- --moments 1000` at each. With `--runs import`, only runs of that name are
// tried. Saves of Studio: tests/studio/killed-studio.test.ts.

const { values } = parseArgs({
  options: { moments: { type: 'string', default: '40' }, runs: { type: 'string', default: '' } },
});
const PROGRAM = resolve('dist/cli/main.js');
const root = mkdtempSync(join(tmpdir(), 'studypack-faults-'));
/** @type {string[]} */
const problems = [];
let tried = 0;

/** Files that no run changes. @type {Record<string, string>} */
const PACK = {
  'content/p/vocabulary.md': ['shadow', 'mirror', 'lens', 'prism']
    .map((word) => `## ${word}\nWhat the ${word} does with light.\n`)
    .join('\n'),
};
/** @type {Record<string, string>} */
const PAPER = {
  'content/p/items.md':
    '## What does a mirror do with light?\nid: mirror\nkind: short\nmarks: 1\n\nIt sends it back.\n',
  'content/p/papers/test.md':
    '---\ntitle: A test\nduration: 10\nsections:\n  - title: Section A\n    items: [mirror]\n---\n\nAnswer in ink.\n',
};
/** @param {string} title @returns {Record<string, string>} */
const about = (title) => ({
  'content/p/pack.md': `---\ntitle: ${title}\nlang: en-GB\ndate: 2026-01-01\n---\n\nHow light travels.\n`,
});
/** @param {string} names */
const roster = (names) => ({
  'class.csv': `name,seat\n${[...names].map((name, index) => `${name},${index + 1}\n`).join('')}`,
});
/** @param {string} word */
const bank = (word) => ({
  'a.gift': `::q1:: What is ${word}? {=a wave ~a stone}\n\n::q2:: Where is ${word}? {=here ~there}\n`,
});

const FEW = ['vocabulary-cards', 'reading-guide', 'flashcards'].flatMap((name) => ['--product', name]);
const SET = ['set', 'test', '--roster', 'class.csv', '--split', '1'];
const IMPORT = ['import', 'a.gift', '--into', 'content/p', '--write'];

/**
 * A run that replaces old files by new ones.
 * @typedef {{ name: string, old: Record<string, string>, new: Record<string, string>, args: string[], first?: string[], next?: string[] }} Scene
 */

/** @type {Scene[]} `first` makes the old files, and `next` is the run after one that was killed */
const SCENES = [
  {
    name: 'a build',
    old: { ...PACK, ...about('Old') },
    new: about('New'),
    args: ['build', '--force', ...FEW],
  },
  {
    name: 'a build of everything',
    old: { ...PACK, ...PAPER, ...about('Old') },
    new: about('New'),
    args: ['build', '--force'],
  },
  {
    name: 'a build that removes what is gone',
    old: { ...PACK, ...PAPER, ...about('Old') },
    new: { ...about('New'), 'content/p/items.md': '', 'content/p/papers/test.md': '' },
    args: ['build', '--force', '--clean'],
    first: ['build', '--force'],
    next: ['build', '--clean'],
  },
  {
    name: 'a class set',
    old: { ...PACK, ...PAPER, ...about('Old'), ...roster('ABC') },
    new: roster('XYZ'),
    args: SET,
  },
  {
    name: 'an import',
    old: { ...PACK, ...about('Old'), ...bank('light') },
    new: bank('sound'),
    args: IMPORT,
    next: IMPORT,
  },
];

/** Code that does something at the nth call which changes the disk. */
const atCall = (/** @type {number} */ nth, /** @type {string} */ act) => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let count = 0;
  for (const name of ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'linkSync', 'rmSync', 'writeFileSync', 'mkdirSync', 'rmdirSync']) {
    const own = fs[name];
    fs[name] = (...args) => {
      const isOurs = typeof args[0] === 'number' || /p\\/|studypack-/.test(String(args[0]));
      const isReading = name === 'openSync' && (args[1] ?? 'r') === 'r';
      if (isOurs && !isReading && ++count === ${nth}) { ${act} }
      return own(...args);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => process.stderr.write('\\nCALLS ' + count));`;

/**
 * @typedef {{ status: number | null, signal: string | null, stderr: string }} Ended
 * @param {string} folder
 * @param {{ code?: string, args: string[], node?: string[], env?: Record<string, string | undefined> }} options
 * @returns {Promise<Ended>}
 */
function run(folder, { code, args, node = [], env = {} }) {
  const load = code === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
  const child = spawn(process.execPath, [...node, ...load, PROGRAM, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, STUDYPACK_NO_CACHE: '1', ...env },
  });
  let stderr = '';
  child.stderr.on('data', (piece) => {
    stderr += piece;
  });
  return new Promise((done) => child.on('close', (status, signal) => done({ status, signal, stderr })));
}

/** @param {string} folder @param {Record<string, string>} files without a text if they are to go */
function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if (text === '') rmSync(path);
    else {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text);
    }
  }
}

/** The files that runs write by their names, as hashes; what the program remembers of builds is left out. @param {string} folder */
const state = (folder) =>
  JSON.stringify(
    ['output', 'content']
      .flatMap((name) =>
        existsSync(join(folder, name))
          ? readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
          : [],
      )
      .filter((entry) => entry.isFile() && entry.name !== '.studypack.json')
      .map(({ name, parentPath }) => [
        `${parentPath.slice(folder.length)}/${name}`,
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

/** Prepares a scene: its folders as they are before the run, and the two states. @param {Scene} scene @param {number} index */
async function stage(scene, index) {
  const before = join(root, `${index}-before`);
  const after = join(root, `${index}-after`);
  write(before, scene.old);
  const { status, stderr } = await run(before, { args: scene.first ?? scene.args });
  if (status !== 0) throw new Error(`${scene.name} does not work: ${stderr}`);
  write(before, scene.new);
  cpSync(before, after, { recursive: true });
  const counted = await run(after, { args: scene.args, code: atCall(0, '') });
  const calls = Number(/CALLS (\d+)$/.exec(counted.stderr)?.[1]);
  const [OLD, NEW] = [state(before), state(after)];
  if (counted.status !== 0 || OLD === NEW || !(calls > 0))
    throw new Error(`${scene.name} does not work: ${counted.stderr}`);
  return { ...scene, before, calls, OLD, NEW };
}

/** @typedef {Awaited<ReturnType<typeof stage>>} Staged */

/** A folder as it is before the run. @param {Staged} staged @param {string} name */
function fresh({ before }, name) {
  const folder = join(root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(before, folder, { recursive: true });
  return folder;
}

const staged = await Promise.all(SCENES.filter(({ name }) => name.includes(values.runs)).map(stage));
const all = staged.flatMap((scene) =>
  Array.from({ length: scene.calls }, (_, index) => ({ scene, nth: index + 1 })),
);
const count = Math.min(Number(values.moments), all.length);
const moments = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]);

/** Kills a run before one of its calls: between two renames too. @param {Staged} scene @param {number} nth @param {string} name */
async function kill(scene, nth, name) {
  const what = `${scene.name}, killed before call ${nth} of ${scene.calls}`;
  const folder = fresh(scene, name);
  const code = atCall(nth, "process.kill(process.pid, 'SIGKILL');");
  const { signal } = await run(folder, { args: scene.args, code });
  expect(`${what}: the run was not killed`, signal === 'SIGKILL');
  await run(folder, { args: scene.next ?? ['forget', 'nobody'] });
  const found = state(folder);
  const isWhole = found === scene.NEW || (scene.next === undefined && found === scene.OLD);
  expect(`${what}: old and new are mixed, or something was left`, isWhole, found);
}

let next = 0;
await Promise.all(
  ['one', 'other'].map(async (name) => {
    for (let moment = moments[next++]; moment; moment = moments[next++])
      await kill(moment.scene, moment.nth, name);
  }),
);

const [simple] = /** @type {[Staged]} */ (staged);

// The system refuses a call.
for (const code of ['ENOSPC', 'EROFS', 'EACCES', 'EBUSY', 'EIO'])
  for (const nth of [1, 2, 5, 9]) {
    const folder = fresh(simple, 'refused');
    const act = `throw Object.assign(new Error('${code}'), { code: '${code}' });`;
    const { status, stderr } = await run(folder, { args: simple.args, code: atCall(nth, act) });
    const isNew = state(folder) === simple.NEW;
    expect(`${code} at call ${nth}: exit code ${status}`, status === 1 || (status === 0 && isNew), stderr);
    expect(
      `${code} at call ${nth}: files are lost or left`,
      isNew || state(folder) === simple.OLD,
      state(folder),
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
  const folder = fresh(simple, 'other');
  const { status, stderr } = await run(folder, { args: simple.args, .../** @type {any} */ (options) });
  expect(`${what}: exit code ${status}`, status === 0, stderr);
  expect(`${what}: other files`, state(folder) === simple.NEW);
}

// Eight builds into one folder at once: each waits before it renames, so that all of them have files that are not finished.
const waiting = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const own = fs.renameSync;
  fs.renameSync = (...args) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    return own(...args);
  };
  syncBuiltinESMExports();`;
const shared = fresh(simple, 'shared');
const eight = await Promise.all(
  Array.from({ length: 8 }, () => run(shared, { args: simple.args, code: waiting })),
);
const codes = eight.map(({ status }) => status);
expect(
  `eight at once: exit codes ${codes}`,
  codes.every((code) => code === 0),
);
expect('eight at once: other files', state(shared) === simple.NEW, state(shared));

rmSync(root, { recursive: true, force: true });
for (const problem of problems) console.log(problem);
console.log(
  `${moments.length} kills, at ${all.length} calls of ${staged.length} runs; ${tried} checks: ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
