import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultInWords } from '../../src/cli/stop-with-fault.ts';

const program = resolve('dist/cli/main.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studypack-'));
  mkdirSync(join(folder, 'content'));
  cpSync('tests/packs/optics', join(folder, 'content/optics'), { recursive: true });
  writeFileSync(join(folder, 'class.csv'), 'name,seat\nAda Adler,1\nBo Bell,2\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program after some code that makes it fail. */
function studypackWith(code: string, args: readonly string[]) {
  const load = ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...load, program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Code that runs as soon as the program has begun. */
const begun = (code: string) => `import { Readable } from 'node:stream';
  import { Worker } from 'node:worker_threads';
  const waiting = setInterval(() => {
    if (process.listenerCount('uncaughtException') === 0) return;
    clearInterval(waiting);
    ${code}
  }, 0);`;

const FAULTS = {
  'thrown in a command': "JSON.stringify = () => { throw new TypeError('boom'); };",
  'thrown by a timer': begun("throw new TypeError('boom');"),
  'in a promise that nobody waits for': begun("void Promise.reject(new TypeError('boom'));"),
  'of a stream': begun("new Readable({ read() {} }).destroy(new TypeError('boom'));"),
  'in a worker thread': begun('new Worker("throw new TypeError(\'boom\')", { eval: true });'),
};

describe('a fault of the program', () => {
  it.each(Object.entries(FAULTS))('%s: is said in words, with what to report', (_, code) => {
    const { status, stderr } = studypackWith(code, ['list', '--json']);
    expect({ status, stderr }).toMatchObject({ status: 70 });
    expect(stderr).toMatch(/^Studypack stopped because of a bug in the program, not because of your pack/);
    expect(stderr).toContain('\n  studypack list --json\n  TypeError: boom\n  Studypack 0.');
    expect(stderr).toContain('studypack list --json --debug\n');
    expect(stderr).not.toMatch(/^\s+at |\.js:\d/m);
  });

  it('shows where it happened if asked to', () => {
    const { status, stderr } = studypackWith(FAULTS['thrown by a timer'], ['check', '--debug']);
    expect(status).toBe(70);
    expect(stderr).toMatch(/^TypeError: boom\n {4}at /m);
  });

  it('leaves no unfinished files', () => {
    const code = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      fs.fsyncSync = () => setImmediate(() => { throw new TypeError('boom'); });
      fs.renameSync = () => { throw new Error('not reached'); };
      syncBuiltinESMExports();`;
    const args = ['set', 'quiz', '--roster', 'class.csv', '--split', '1', '--out', 'failed'];
    const { status, stderr } = studypackWith(code, args);
    expect(stderr).toContain('TypeError: boom');
    expect(status).toBe(70);
    const left = readdirSync(join(folder, 'failed'), { recursive: true }).map(String);
    expect(left.filter((name) => /\.(pdf|tmp)/.test(name))).toEqual([]);
  });

  it('quotes what a shell would take apart, and shortens what an error quotes', () => {
    const words = faultInWords(new Error(`${'x'.repeat(1000)}\nsecond line`), [
      'print',
      'my notes.md',
      '-o',
      'a.pdf',
    ]);
    expect(words).toContain('\n  studypack print "my notes.md" -o a.pdf\n');
    expect(words).toContain(`\n  Error: ${'x'.repeat(293)}…\n`);
    expect(faultInWords(Object.create(null), [])).toContain('\n  not an Error: object\n');
  });
});

describe('output that nobody reads', () => {
  const pdfs = (out: string) =>
    readdirSync(join(folder, out, 'optics')).filter((name) => name.endsWith('.pdf'));

  /** Runs the program with pipes that are closed at once. */
  const closed = (args: readonly string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, [program, ...args], { cwd: folder });
      let said = '';
      child.stdout.destroy();
      child.stderr.on('data', (chunk) => {
        said += String(chunk);
      });
      child.on('close', (code) => resolve({ code, said }));
    });

  it('does not stop a build', async () => {
    expect(await closed(['build', '--product', 'leaflet', '--out', 'closed'])).toEqual({ code: 0, said: '' });
    expect(pdfs('closed')).toEqual(['leaflet.pdf']);
  });

  it('leaves the exit code of a run that fails', async () => {
    const { code, said } = await closed(['check', 'none', '--json']);
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect((await closed(['nonsense'])).code).toBe(2);
  });

  it.skipIf(process.platform !== 'linux')('is said to be lost where the disk is full', () => {
    const full = (args: readonly string[]) =>
      spawnSync(process.execPath, [program, ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      });
    const { status, stderr } = full(['build', '--product', 'leaflet', '--out', 'full']);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Standard output cannot be written: the disk is full.\n',
    });
    expect(pdfs('full')).toEqual(['leaflet.pdf']);
    expect(full(['check', '--json']).status).toBe(1);
    for (const command of ['schema', 'list', 'coverage']) expect(full([command]).status).toBe(1);
  });
});
