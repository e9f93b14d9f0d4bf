import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWriter, writeFiles } from '../../../../src/cli/files/writing/write-files.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const program = resolve('dist/cli/main.js');
const host = hostname()
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '')
  .slice(0, 16);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studypack-'));
  mkdirSync(join(folder, 'content'));
  cpSync('tests/packs/optics', join(folder, 'content/optics'), { recursive: true });
  const rows = Array.from({ length: 400 }, (_, index) => `Pupil ${index + 1},${index + 1}\n`);
  writeFileSync(join(folder, 'class.csv'), `name,seat\n${rows.join('')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (out: string): string[] =>
  existsSync(join(folder, out))
    ? readdirSync(join(folder, out), { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [entry.name] : [],
      )
    : [];

/** Begins a set that takes a while, and stops it as soon as it has begun a file. @returns its exit code or signal */
async function interruptedSet(out: string, signal: NodeJS.Signals): Promise<number | string> {
  const args = [program, 'set', 'quiz', '--roster', 'class.csv', '--out', out];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<number | string>((resolve) =>
    child.on('exit', (code, by) => resolve(code ?? by ?? '')),
  );
  while (child.exitCode === null && filesIn(out).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(filesIn(out)).toEqual([`quiz.pdf.studypack-${host}-${child.pid}.tmp`]);
  child.kill(signal);
  return ended;
}

/** A number that no process has. */
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid;

describe('a set that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('leaves nothing with names in it (%s)', async (signal, code) => {
    expect(await interruptedSet(signal, signal)).toBe(code);
    expect(filesIn(signal)).toEqual([]);
  });

  it('is cleared up after by the next one, even if that cannot be printed', async () => {
    expect(await interruptedSet('killed', 'SIGKILL')).toBe('SIGKILL');
    expect(filesIn('killed')).toHaveLength(1);
    const next = ['set', 'quiz', '--roster', 'none.csv', '--out', 'killed'];
    expect(spawnSync(process.execPath, [program, ...next], { cwd: folder }).status).toBe(1);
    expect(filesIn('killed')).toEqual([]);
  });
});

describe('leftovers', () => {
  const put = (out: string, names: readonly string[]) => {
    mkdirSync(join(folder, out, 'pack/class-set/10b'), { recursive: true });
    for (const name of names) writeFileSync(join(folder, out, 'pack/class-set/10b', name), 'Ada Adler');
  };
  const file = { path: 'a.pdf', bytes: new Uint8Array(1) };
  const write = (out: string) => {
    const writer = openWriter(join(folder, out), createReport());
    writer.add(file);
    writer.keep();
  };

  it('of processes that run, and files that others wrote, stay', () => {
    const dead = deadProcess();
    const others = [
      `quiz.pdf.studypack-${host}-${process.ppid}.tmp`,
      `quiz.pdf.studypack-${host}-${dead}.tmp.pdf`,
      `quiz.pdf.studypack-${host}-0.tmp`,
      `quiz.pdf.${dead}.tmp`,
      'notes.tmp',
    ];
    put('others', [...others, `quiz.pdf.studypack-${host}-${dead}.tmp`]);
    write('others');
    expect(filesIn('others').sort()).toEqual([...others, 'a.pdf'].sort());
  });

  it('of an earlier process with the number of this one go', () => {
    put('again', [`quiz.pdf.studypack-${host}-${process.pid}.tmp`]);
    write('again');
    expect(filesIn('again')).toEqual(['a.pdf']);
  });

  it('of another computer stay for a day', () => {
    const [fresh, old] = [1, 2].map((pid) => `quiz.pdf.studypack-other-${pid}.tmp`) as [string, string];
    put('network', [fresh, old]);
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(join(folder, 'network/pack/class-set/10b', old), yesterday, yesterday);
    write('network');
    expect(filesIn('network').sort()).toEqual(['a.pdf', fresh]);
  });

  it('of single files are looked for beside them, not below: the folder may hold all of somebody’s work', () => {
    const leftover = `quiz.pdf.studypack-${host}-${deadProcess()}.tmp`;
    put('documents', [leftover]);
    writeFileSync(join(folder, 'documents', leftover), '');
    writeFiles(join(folder, 'documents'), [file], createReport());
    expect(filesIn('documents').sort()).toEqual(['a.pdf', leftover]);
  });

  it('are not what another writer of this process is writing', () => {
    const report = createReport();
    const first = openWriter(join(folder, 'two'), report);
    first.begin('first.pdf')(new Uint8Array(3));
    write('two');
    expect(first.keep()).toHaveLength(1);
    expect(filesIn('two').sort()).toEqual(['a.pdf', 'first.pdf']);
    expect(report.failed()).toBe(false);
  });
});
