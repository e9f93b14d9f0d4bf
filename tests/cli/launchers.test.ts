import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyLaunchers } from '../../src/cli/files/starters/copy-launchers.ts';

const MAC = 'Open Studypack (Mac).command';
const LINUX = 'Open Studypack (Linux).desktop';
const WINDOWS = 'Open Studypack (Windows).bat';

/** A folder whose name has what shells stumble over, and one with programs that only say how they were called. */
let root = '';
let packs = '';
let programs = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'studypack-launchers-'));
  packs = join(root, "My “packs” $HOME & 'more'");
  programs = join(root, 'bin');
  for (const folder of [packs, programs]) mkdirSync(folder);
  copyLaunchers(packs);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function program(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(programs, name), 0o755);
}

/** Runs a shell that finds no other programs than ours and what every system has. */
function run(args: readonly string[]) {
  for (const name of ['dirname', 'cat', 'sh', 'pwd']) program(name, `exec /bin/${name} "$@"`);
  const env = { PATH: programs, HOME: root };
  const { status, stdout, stderr } = spawnSync('/bin/bash', args, { env, input: '\n', encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** What a desktop runs, by its rules: first the escapes of strings, then those in quotation marks. */
function commandOf(desktop: string, path: string): string[] {
  const exec = /^Exec=(.*)$/m.exec(desktop)![1]!.replaceAll('\\\\', '\\');
  return [...exec.matchAll(/"((?:\\["`$\\]|[^"\\])*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted !== undefined ? quoted.replace(/\\(["`$\\])/g, '$1') : plain!.replace('%k', path),
  );
}

const textOf = (name: string) => readFileSync(join(packs, name), 'utf8');

/** Programs that are installed as they should be. */
function installed(): void {
  program('node', `exec "${process.execPath}" "$@"`);
  program('npx', 'case "$*" in *--version) exit 0 ;; esac; echo "npx $*"; pwd');
}

describe('the file to double-click on a Mac', () => {
  it('opens the packs of the folder that it is in', () => {
    installed();
    const { status, said } = run([join(packs, MAC)]);
    expect(said).toContain(`npx --no-install studypack open\n${packs}\n`);
    expect(status).toBe(0);
  });

  it('says how to get Node, or a newer one', () => {
    installed();
    rmSync(join(programs, 'node'));
    const { status, said } = run([join(packs, MAC)]);
    expect(said).toContain('Studypack needs Node, a free program, and this computer does not have it yet.');
    expect(said).toContain('1. Go to https://nodejs.org\n');
    expect(said).toContain('Press Enter to close this window.');
    expect(status).toBe(1);
    program('node', 'case "$1" in --version) echo v18.20.4 ;; *) exit 1 ;; esac');
    expect(run([join(packs, MAC)]).said).toContain('It has v18.20.4, and needs 20.19 or later.');
  });

  it('says how to install the program, and that something went wrong, but not when it is stopped', () => {
    installed();
    program('npx', 'exit 1');
    const missing = run([join(packs, MAC)]);
    expect(missing.said).toContain(
      'Studypack is not installed in this folder, nor in one that this folder is in.',
    );
    expect(missing.status).toBe(1);
    program('npx', 'case "$*" in *--version) exit 0 ;; esac; echo "The port is taken."; exit 1');
    expect(run([join(packs, MAC)]).said).toMatch(/The port is taken\.\n\nStudypack could not go on\./);
    program('npx', 'case "$*" in *--version) exit 0 ;; esac; exit 130');
    expect(run([join(packs, MAC)])).toEqual({ status: 0, said: '' });
  });

  it('may be run, and asks for no newer Node than the program needs', () => {
    expect(statSync(join(packs, MAC)).mode & 0o111).toBe(0o111);
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(engines.node).toBe('>=20.19');
    for (const name of [MAC, WINDOWS]) expect(textOf(name)).toContain('a > 20 || (a === 20 && b >= 19)');
  });
});

describe('the file to double-click on Linux', () => {
  it('opens the packs of the folder that it is in, with the help of the other or without', () => {
    installed();
    const [shell, ...args] = commandOf(textOf(LINUX), join(packs, LINUX));
    expect(shell).toBe('sh');
    expect(run(args).said).toContain(`npx --no-install studypack open\n${packs}\n`);
    program('node', 'exit 1');
    expect(run(args).said).toContain('Studypack needs a newer Node');
    rmSync(join(packs, MAC));
    expect(run(args).said).toContain(`npx --no-install studypack open\n${packs}\n`);
    copyLaunchers(packs);
  });
});

describe('the file to double-click on Windows', () => {
  it('has the line ends and the letters that Windows reads, and a label for each way out', () => {
    const text = textOf(WINDOWS);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    const labels = [...text.matchAll(/^:(\w+)/gm)].map((match) => match[1]);
    const ways = [...text.matchAll(/goto (\w+)/g)].map((match) => match[1]);
    expect(ways.filter((way) => !labels.includes(way))).toEqual([]);
    expect(labels.filter((label) => !ways.includes(label))).toEqual([]);
    expect(text).toContain('call npx --no-install studypack open\r\n');
    expect(text).toContain('https://nodejs.org');
  });
});
