import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROGRAM = resolve('dist/cli/main.js');
const NAMES = ['Zqwilhelmina', 'Zqbartholomew', 'Zqfriedeswida'];
let folder: string;
let said = '';

/** Runs the program where everything that it may leave anywhere is in one folder. */
function studypack(...args: string[]): number | null {
  const at = (name: string) => join(folder, name);
  const env = {
    ...process.env,
    HOME: at('home'),
    TMPDIR: at('tmp'),
    XDG_CACHE_HOME: at('cache'),
    NODE_COMPILE_CACHE: '',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, STUDYPACK_NO_CACHE: '' },
  });
  said += stdout + stderr;
  return status;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studypack-'));
  for (const name of ['home', 'tmp', 'cache', 'content', 'rosters']) mkdirSync(join(folder, name));
  cpSync('tests/packs/optics', join(folder, 'content/optics'), { recursive: true });
  const rows = NAMES.map((name, index) => `${name} Test,${index + 1}\n`);
  writeFileSync(join(folder, 'rosters/10b.csv'), `name,seat\n${rows.join('')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All files but the roster. */
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name !== '10b.csv' ? [join(entry.parentPath, entry.name)] : [],
  );

/** The bytes of a file, and of all compressed streams in it. */
function bytesOf(path: string): Buffer[] {
  const whole = readFileSync(path);
  const parts = [whole];
  for (let at = whole.indexOf('stream'); at >= 0; at = whole.indexOf('stream', at + 6)) {
    const from = at + 6 + (whole[at + 6] === 13 ? 2 : 1);
    try {
      parts.push(inflateSync(whole.subarray(from), { finishFlush: 2 }));
    } catch {
      // The end of a stream, or one that is not compressed.
    }
  }
  return parts;
}

/** The ways to write a name down, other than drawing its letters: small letters are those of names of files and of ids. */
const spellings = (name: string) => [name, name.toLowerCase()].flatMap(waysToWrite);

const waysToWrite = (name: string) => {
  const utf16 = Buffer.from(name, 'utf16le');
  return [
    Buffer.from(name),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(Buffer.from(utf16).swap16().toString('hex')),
    Buffer.from(Buffer.from(utf16).swap16().toString('hex').toUpperCase()),
    Buffer.from(Buffer.from(name).toString('base64').slice(0, 12)),
  ];
};

const placesOfNames = () =>
  files().flatMap((path) =>
    bytesOf(path).flatMap((bytes) =>
      NAMES.filter(
        (name) =>
          path.toLowerCase().includes(name.toLowerCase()) ||
          spellings(name).some((one) => bytes.includes(one)),
      ).map((name) => `${name} in ${path.slice(folder.length)}`),
    ),
  );

describe('the names of pupils', () => {
  it('are found where they are', () => {
    for (const name of [NAMES[0]!, NAMES[0]!.toLowerCase()]) {
      writeFileSync(join(folder, 'tmp/list.txt'), `Copy of ${name}`);
      writeFileSync(join(folder, `tmp/${name}.txt`), '');
      expect(new Set(placesOfNames())).toEqual(
        new Set([`${NAMES[0]} in /tmp/list.txt`, `${NAMES[0]} in /tmp/${name}.txt`]),
      );
      rmSync(join(folder, 'tmp/list.txt'));
      rmSync(join(folder, `tmp/${name}.txt`));
    }
  });

  it('are drawn on pages, and are in no file, name, cache, message or other part of a PDF', () => {
    expect(studypack('set', 'quiz', '--roster', 'rosters/10b.csv', '--spares', '1')).toBe(0);
    expect(studypack('set', 'quiz', '--roster', 'rosters/10b.csv', '--split', '1', '--out', 'split')).toBe(0);
    const share = ['--split', '2', '--shard', '1/2', '--out', 'share'];
    expect(studypack('set', 'quiz', '--roster', 'rosters/10b.csv', ...share)).toBe(0);
    studypack('set', 'quiz', '--roster', 'rosters/10b.csv', '--json');
    studypack('preflight', 'output/optics/class-set/10b/quiz.pdf', '--json');
    expect(files().filter((path) => path.endsWith('.pdf')).length).toBeGreaterThan(5);
    expect(placesOfNames()).toEqual([]);
    for (const name of NAMES) expect(said.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it('are gone with the class', () => {
    expect(studypack('forget', '10b')).toBe(0);
    expect(files().filter((path) => path.includes('/output/optics/'))).toEqual([]);
  });
});
