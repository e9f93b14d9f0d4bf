import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL_PACK } from './open-test-studio.ts';

const PROGRAM = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
const tools = mkdtempSync(join(tmpdir(), 'studypack-'));
const NAMES = ['themes/rays.md', 'vocabulary.md'];

/** Loaded before the program: ends it as if the power failed, or by another signal, at a call that changes the disk. */
const KILLER = join(tools, 'killer.mjs');
writeFileSync(
  KILLER,
  `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [name, number] = process.env.KILL_AT.split(':');
const original = fs[name];
let calls = 0;
fs[name] = (...values) => {
  if (fs.existsSync('now') && ++calls === Number(number)) process.kill(process.pid, process.env.KILL_BY ?? 'SIGKILL');
  return original(...values);
};
syncBuiltinESMExports();
`,
);

let running: ChildProcess[] = [];
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(SMALL_PACK)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterEach(() => {
  for (const one of running) one.kill('SIGKILL');
  running = [];
});
afterAll(() => {
  for (const one of [folder, tools]) rmSync(one, { recursive: true, force: true });
});

/** Starts the program. @returns what it says, up to an address */
async function start(
  killAt?: string,
  killBy: NodeJS.Signals = 'SIGKILL',
): Promise<{ said: string; address: string; ended: Promise<unknown> }> {
  const program = spawn(
    process.execPath,
    [...(killAt === undefined ? [] : ['--import', KILLER]), PROGRAM, 'open', folder, '--no-browser'],
    { env: { ...process.env, KILL_AT: killAt, KILL_BY: killBy } },
  );
  running.push(program);
  const ended = new Promise((done) => program.once('exit', done));
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    program.stdout.on('data', (piece) => {
      said += piece;
      const one = /http:\S+/.exec(said)?.[0];
      if (one) found(one);
    });
    program.once('exit', () => failed(new Error(said)));
  });
  return { said, address, ended };
}

/** Types into both texts, and saves. */
async function typeAndSave(address: string): Promise<void> {
  const { origin } = new URL(address);
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  const headers = { cookie, origin, 'content-type': 'application/json' };
  for (const name of NAMES) {
    const page = await fetch(`${origin}/packs/light/edit?text=${name}&as=plain`, { headers: { cookie } });
    const { text } = JSON.parse(/id="data"[^>]*>(.*?)<\/script>/s.exec(await page.text())![1]!);
    const body = JSON.stringify({ name, text: `${text.text}\nNew.\n`, revision: text.revision });
    expect((await fetch(`${origin}/packs/light/live`, { method: 'POST', headers, body })).status).toBe(200);
  }
  writeFileSync(join(folder, 'now'), '');
  await fetch(`${origin}/packs/light/save`, { method: 'POST', headers, body: '{}' }).catch(() => undefined);
  rmSync(join(folder, 'now'));
}

const pack = () => join(folder, 'content/light');
const saved = () => NAMES.map((name) => readFileSync(join(pack(), name), 'utf8').endsWith('New.\n'));

describe('Studio, killed while it saves two texts,', () => {
  it.each([
    ['before a text is on the disk', 'fsyncSync:2', false],
    ['when both are on the disk', 'linkSync:1', true],
    ['before the first text has its name', 'renameSync:1', true],
    ['before the second text has its name', 'renameSync:2', true],
    ['before it tidies up', 'fsyncSync:5', true],
  ])('%s, has saved all or nothing when it is opened again', async (_, killAt, isNew) => {
    const first = await start(killAt);
    await typeAndSave(first.address);
    await first.ended;
    await start();
    expect(saved()).toEqual([isNew, isNew]);
    const left = readdirSync(pack(), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('studypack-'))).toEqual([]);
  });

  it('saves both if nothing happens', async () => {
    const { address } = await start('renameSync:99');
    await typeAndSave(address);
    expect(saved()).toEqual([true, true]);
  });
});

describe('Studio, stopped while it saves two texts,', () => {
  it.each([
    ['by Ctrl+C', 'SIGINT', 'fsyncSync:2'],
    ['by Ctrl+C between the two', 'SIGINT', 'renameSync:2'],
    ['by the system', 'SIGTERM', 'linkSync:1'],
  ] as const)('%s, saves both and leaves nothing behind', async (_, signal, at) => {
    const { address, ended } = await start(at, signal);
    await typeAndSave(address);
    expect(await ended).toBe(0);
    expect(saved()).toEqual([true, true]);
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('studypack-'))).toEqual([]);
  });
});

describe('a second Studio on a folder', () => {
  it('opens the first, and ends', async () => {
    const first = await start();
    const second = await start();
    expect(second.said).toMatch(/has this folder open already/);
    expect(new URL(second.address).port).toBe(new URL(first.address).port);
    expect(await second.ended).toBe(0);
    expect((await fetch(second.address, { redirect: 'manual' })).status).toBe(303);
  });
});
