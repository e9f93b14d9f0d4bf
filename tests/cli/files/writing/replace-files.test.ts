import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { replaceFiles } from '../../../../src/cli/files/writing/replace-files.ts';
import { openWriter } from '../../../../src/cli/files/writing/write-files.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
const host = hostname()
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '')
  .slice(0, 16);
const dead = `${host}-${spawnSync(process.execPath, ['--version']).pid}`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'pack'), { recursive: true });
});

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const contents = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')])
      .sort(),
  );
const asideOf = (name: string, run = dead) => `pack/${name}.studypack-${run}.tmp`;
const replacements = (...names: string[]) =>
  names.map((name) => ({ aside: join(folder, asideOf(name)), target: join(folder, 'pack', name) }));

describe('files that are replaced together', () => {
  it('are all new', () => {
    for (const name of ['a.pdf', 'b.pdf']) put(`pack/${name}`, 'old');
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) put(asideOf(name), 'new');
    expect(replaceFiles(folder, replacements('a.pdf', 'b.pdf', 'c.pdf'), dead)).toBeUndefined();
    expect(contents()).toEqual({ 'a.pdf': 'new', 'b.pdf': 'new', 'c.pdf': 'new' });
  });

  it.skipIf(process.platform === 'win32')('take the place of a link, and leave what it leads to', () => {
    put('victim.txt', 'victim');
    symlinkSync(join(folder, 'victim.txt'), join(folder, 'pack/a.pdf'));
    for (const name of ['a.pdf', 'b.pdf']) put(asideOf(name), 'new');
    expect(replaceFiles(folder, replacements('a.pdf', 'b.pdf'), dead)).toBeUndefined();
    expect(contents()).toEqual({ 'a.pdf': 'new', 'b.pdf': 'new', 'victim.txt': 'victim' });
  });

  it('are all old if one can’t be renamed', () => {
    for (const name of ['a.pdf', 'c.pdf']) put(`pack/${name}`, 'old');
    // What should be renamed to c.pdf is gone.
    for (const name of ['a.pdf', 'b.pdf']) put(asideOf(name), 'new');
    const failure = replaceFiles(folder, replacements('a.pdf', 'b.pdf', 'c.pdf'), dead);
    expect(failure).toMatchObject({ target: join(folder, 'pack/c.pdf'), error: { code: 'ENOENT' } });
    expect(contents()).toEqual({ 'a.pdf': 'old', 'c.pdf': 'old' });
  });

  it('are all old, and none was touched, if a folder is in the way of one', () => {
    mkdirSync(join(folder, 'pack/c.pdf'));
    put('pack/a.pdf', 'old');
    const changed = statSync(join(folder, 'pack/a.pdf')).ctimeMs;
    const report = createReport();
    const writer = openWriter(folder, report);
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf'])
      writer.add({ path: `pack/${name}`, bytes: Buffer.from('new') });
    expect(writer.keep()).toEqual([]);
    expect(contents()).toEqual({ 'a.pdf': 'old' });
    expect(statSync(join(folder, 'pack/a.pdf')).ctimeMs).toBe(changed);
    expect(report.diagnostics.map(({ where, message }) => [where.file, message])).toEqual([
      [join(folder, 'pack/c.pdf'), 'The file cannot be written: it is a folder.'],
    ]);
  });
});

describe('a run that was killed while it renamed', () => {
  const journal = `.studypack-renaming-${dead}.json`;
  const startNext = () => void openWriter(folder, createReport());
  const list = (...names: string[]) =>
    JSON.stringify({ files: names.map((name) => ({ aside: asideOf(name), target: `pack/${name}` })) });

  it('is finished by the next', () => {
    put('pack/a.pdf', 'new');
    put(`pack/a.pdf.old.studypack-${dead}.tmp`, 'old');
    put('pack/b.pdf', 'old');
    put(asideOf('b.pdf'), 'new');
    put(journal, list('a.pdf', 'b.pdf'));
    startNext();
    expect(contents()).toEqual({ 'a.pdf': 'new', 'b.pdf': 'new' });
  });

  it('keeps its files until all can be renamed', () => {
    mkdirSync(join(folder, 'pack/b.pdf'));
    put('pack/b.pdf/open.txt', '');
    put(asideOf('b.pdf'), 'new');
    put(journal, list('b.pdf'));
    startNext();
    expect(Object.keys(contents())).toContain(`b.pdf.studypack-${dead}.tmp`);
    rmSync(join(folder, 'pack/b.pdf'), { recursive: true });
    startNext();
    expect(contents()).toEqual({ 'b.pdf': 'new' });
  });

  it('leaves the old files if it had not yet listed what to rename', () => {
    for (const name of ['a.pdf', 'b.pdf']) put(`pack/${name}`, 'old');
    for (const name of ['a.pdf', 'b.pdf']) put(asideOf(name), 'new');
    put(journal, list('a.pdf', 'b.pdf').slice(0, 30));
    startNext();
    expect(contents()).toEqual({ 'a.pdf': 'old', 'b.pdf': 'old' });
  });

  it('is not finished with files elsewhere', () => {
    const victim = `${folder}-victim.txt`;
    writeFileSync(victim, 'victim');
    put('pack/b.pdf', 'old');
    const above = basename(folder);
    for (const [aside, target] of [
      [asideOf('b.pdf'), `../${above}-victim.txt`],
      [`../${above}-victim.txt`, 'pack/b.pdf'],
      [`../${above}/../${above}-victim.txt`, 'pack/c.pdf'],
      ['pack/b.pdf', 'pack/c.pdf'],
    ]) {
      put(asideOf('b.pdf'), 'new');
      put(journal, JSON.stringify({ files: [{ aside, target }] }));
      startNext();
      expect([contents(), readFileSync(victim, 'utf8')]).toEqual([{ 'b.pdf': 'old' }, 'victim']);
    }
    rmSync(victim);
  });

  it('is left alone while it runs', () => {
    const running = `${host}-${process.ppid}`;
    put(`.studypack-renaming-${running}.json`, list('b.pdf').replaceAll(dead, running));
    put(asideOf('b.pdf', running), 'new');
    startNext();
    expect(Object.keys(contents())).toHaveLength(2);
  });
});
