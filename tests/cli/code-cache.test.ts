import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/cli/code-cache/cache-folder.ts';
import { openCodeCache } from '../../src/cli/code-cache/code-cache.ts';
import { pack, unpack } from '../../src/cli/code-cache/compiled-code.ts';
import { PROGRAM } from './studypack.ts';

const root = mkdtempSync(join(tmpdir(), 'studypack-'));
cpSync('tests/packs/optics', join(root, 'content/optics'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A place for caches, another for each test. */
let place: string;
let folder: string;
beforeEach(() => {
  place = mkdtempSync(join(root, 'cache-'));
  folder = join(place, 'studypack');
});

/** The environment of a run whose cache is in the place of the test. */
const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const { STUDYPACK_NO_CACHE: _, ...env } = process.env;
  return { ...env, XDG_CACHE_HOME: place, ...more };
};

function run(args: readonly string[], env: NodeJS.ProcessEnv = environment()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    env,
    cwd: root,
  });
  return { status, stdout, stderr };
}

const list = () => run(['list']);
const plain = run(['list'], environment({ STUDYPACK_NO_CACHE: '1' }));

/** The files of the cache, and which they are: a file that is written again is another. */
const kept = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).ino]));
const only = () => join(folder, readdirSync(folder)[0]!);

describe('compiled code on the disk', () => {
  it('is left by the first run, and used by the next', () => {
    expect(plain.status).toBe(0);
    expect(list()).toEqual(plain);
    const first = kept();
    expect(Object.keys(first)).toEqual([expect.stringMatching(/^program-[0-9a-f]{12}-[0-9a-f]{12}-list$/)]);
    expect(statSync(only()).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    expect(list()).toEqual(plain);
    expect(kept()).toEqual(first);
  });

  const FAULTS: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
    'has one bit that is wrong': (bytes) => {
      bytes[bytes.length >> 1]! ^= 4;
      return bytes;
    },
    'is cut off': (bytes) => bytes.subarray(0, bytes.length / 3),
    'is empty': () => new Uint8Array(),
    'is shorter than its hash': (bytes) => bytes.subarray(0, 20),
    'is something else': () => Buffer.from('#!/bin/sh\n'.repeat(1000)),
  };
  it.each(Object.entries(FAULTS))('is made again if it %s', (_, spoil) => {
    list();
    const [path, good] = [only(), readFileSync(only())];
    writeFileSync(path, spoil(Buffer.from(good)));
    expect(list()).toEqual(plain);
    expect(unpack(readFileSync(path))?.size).toBe(unpack(good)!.size);
  });

  it('is made again if it is of another script, with the right hash', () => {
    list();
    const code = unpack(readFileSync(only()))!;
    const turned = [...code.keys()].map((name, index) => [name, [...code.values()].at(-1 - index)!] as const);
    writeFileSync(only(), pack(new Map(turned)));
    const before = readFileSync(only());
    expect(list()).toEqual(plain);
    expect(readFileSync(only()).equals(before)).toBe(false);
  });

  it('is not kept for wrong usage, nor if the user wants none', () => {
    expect(run(['lits']).status).toBe(2);
    expect(run(['list'], environment({ STUDYPACK_NO_CACHE: '1' }))).toEqual(plain);
    expect(readdirSync(place)).toEqual([]);
  });

  it('grows by what a later run has used besides', () => {
    expect(run(['print', 'page.md']).status).toBe(1);
    const few = unpack(readFileSync(only()))!.size;
    writeFileSync(join(root, 'page.md'), '---\nlang: en-GB\n---\n# Light\n\nIt travels in straight lines.\n');
    expect(run(['print', 'page.md'])).toMatchObject({ status: 0, stderr: '' });
    const [pdf, cached] = [readFileSync(join(root, 'page.pdf')), kept()];
    expect(unpack(readFileSync(only()))!.size).toBeGreaterThanOrEqual(few);
    expect(run(['print', 'page.md'])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(root, 'page.pdf')).equals(pdf)).toBe(true);
    expect(kept()).toEqual(cached);
  });

  it('of other versions goes, and what is not ours stays', () => {
    mkdirSync(folder, { mode: 0o700 });
    const old = 'program-0123456789ab-0123456789ab-list';
    for (const name of [old, 'notes.txt', `${old}.77.tmp`]) writeFileSync(join(folder, name), 'x');
    list();
    expect(Object.keys(kept())).toEqual(['notes.txt', expect.stringMatching(/^program-/)]);
    expect(Object.keys(kept())).not.toContain(old);
  });

  it('was begun by a run that never ended it: only what is old goes', () => {
    list();
    const names = ['77.tmp', '78.tmp'].map((end) => `${only()}.${end}`);
    for (const name of names) writeFileSync(name, 'x');
    utimesSync(names[0]!, 0, 0);
    writeFileSync(names[0]!.slice(0, -'.77.tmp'.length), '');
    list();
    expect(readdirSync(folder).map((name) => name.slice(-6))).toEqual([expect.any(String), '78.tmp']);
  });

  it('is whole when several runs begin at once', async () => {
    const runs = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, [PROGRAM, 'list'], { cwd: root, env: environment() });
      return new Promise((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    expect(readdirSync(folder)).toHaveLength(1);
    const first = kept();
    expect(list()).toEqual(plain);
    expect(kept()).toEqual(first);
  });
});

describe('a place for compiled code', () => {
  it('that is a file, or below one, is left alone', () => {
    const file = join(place, 'file');
    writeFileSync(file, 'mine');
    for (const XDG_CACHE_HOME of [file, join(file, 'below')])
      expect(run(['list'], environment({ XDG_CACHE_HOME }))).toEqual(plain);
    writeFileSync(folder, 'mine');
    expect(list()).toEqual(plain);
    expect([file, folder].map((path) => readFileSync(path, 'utf8'))).toEqual(['mine', 'mine']);
  });

  it('is not needed', () => {
    const { HOME: _home, XDG_CACHE_HOME: _cache, LOCALAPPDATA: _local, ...rest } = environment();
    expect(run(['list'], { ...rest, HOME: '' })).toEqual(plain);
    expect(run(['list'], { ...rest, HOME: '/nowhere/at/all' })).toEqual(plain);
  });

  it('follows the conventions of each system', () => {
    const at = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
      cacheFolder({ ...process, platform, env } as NodeJS.Process)?.replaceAll('\\', '/');
    expect(at('linux', { XDG_CACHE_HOME: '/x' })).toBe('/x/studypack');
    expect(at('linux', {})).toMatch(/^\/.*\/\.cache\/studypack$/);
    expect(at('darwin', {})).toMatch(/\/Library\/Caches\/studypack$/);
    expect(at('win32', { LOCALAPPDATA: '/local' })).toBe('/local/studypack');
    expect(at('win32', {})).toBeUndefined();
    // The specification says that relative paths are ignored.
    expect(at('linux', { XDG_CACHE_HOME: 'x' })).toBeUndefined();
    expect(at('linux', { XDG_CACHE_HOME: '/x', STUDYPACK_NO_CACHE: '1' })).toBeUndefined();
  });
});

describe.runIf(process.geteuid)('what somebody else could have written', () => {
  it('is not run: a file', () => {
    list();
    const before = kept();
    chmodSync(only(), 0o666);
    expect(list()).toEqual(plain);
    expect(Object.keys(kept())).toEqual(Object.keys(before));
    expect(kept()).not.toEqual(before);
    expect(statSync(only()).mode & 0o777).toBe(0o600);
  });

  it('is not run: a folder', () => {
    list();
    const good = readFileSync(only());
    chmodSync(folder, 0o777);
    const cut = good.subarray(1);
    writeFileSync(only(), cut);
    expect(list()).toEqual(plain);
    expect(readFileSync(only()).equals(cut)).toBe(true);
  });

  it('is not run: a link to another file', () => {
    list();
    const path = only();
    renameSync(path, join(place, 'elsewhere'));
    symlinkSync(join(place, 'elsewhere'), path);
    expect(list()).toEqual(plain);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
    expect(readdirSync(folder, { withFileTypes: true })[0]!.isFile()).toBe(true);
  });

  it('is kept apart for a long document, which V8 optimises sooner', () => {
    const short = join(root, 'short.md');
    const long = join(root, 'long.md');
    writeFileSync(short, 'A word.\n');
    writeFileSync(long, `A word.\n${`<!-- ${'A note for the author. '.repeat(40)}-->\n`.repeat(300)}`);
    const print = (file: string) => run(['print', file, '--out', join(root, 'printed.pdf')]);
    expect(print(short).status).toBe(0);
    const [first] = readdirSync(folder);
    expect(print(long).status).toBe(0);
    const both = kept();
    expect(Object.keys(both)).toHaveLength(2);
    expect(Object.keys(both)).toContain(first);
    print(short);
    print(long);
    expect(kept()).toEqual(both);
  });

  it('is neither read nor written in the folder of another user, as under sudo', () => {
    const { geteuid, env } = process;
    const code = new Map([['program.js', Uint8Array.of(1, 2, 3)]]);
    process.env = environment();
    try {
      const cache = openCodeCache('hash', ['list'])!;
      cache.write(code);
      expect([...cache.read()!]).toEqual([['program.js', Buffer.from([1, 2, 3])]]);
      const first = kept();
      process.geteuid = () => geteuid!() + 1;
      expect(cache.read()).toBeUndefined();
      cache.write(code);
      expect(kept()).toEqual(first);
      rmSync(folder, { recursive: true });
      cache.write(code);
      expect(readdirSync(place)).toEqual([]);
    } finally {
      Object.assign(process, { geteuid, env });
    }
  });
});

describe('compiled code in a file', () => {
  const code = new Map([
    ['a.js', Uint8Array.of(1, 2, 3)],
    ['ä.js', new Uint8Array()],
    ['b.js', new Uint8Array(100).fill(7)],
  ]);

  it('comes back, each piece where V8 reads it without a copy', () => {
    const back = unpack(Buffer.from(pack(code)))!;
    expect([...back].map(([name, bytes]) => [name, [...bytes]])).toEqual(
      [...code].map(([name, bytes]) => [name, [...bytes]]),
    );
    const packed = Buffer.from(Uint8Array.from(pack(code)).buffer);
    for (const bytes of unpack(packed)!.values()) expect(bytes.byteOffset % 8).toBe(0);
  });

  it('is refused if any byte of it has changed', () => {
    const bytes = Buffer.from(pack(code));
    for (let at = 0; at < bytes.length; at++) {
      bytes[at]! ^= 1;
      expect(unpack(bytes)).toBeUndefined();
      bytes[at]! ^= 1;
    }
    expect(unpack(bytes)).toBeDefined();
  });
});
