import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'studypack-flush-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loaded before the program: notes what is flushed to the disk, and what is renamed, in order. */
const NOTES = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const paths = new Map();
const note = (line) => fs.appendFileSync('calls.txt', line + '\\n');
const { openSync, fsyncSync, renameSync } = fs;
fs.openSync = (path, ...more) => {
  const handle = openSync(path, ...more);
  paths.set(handle, String(path));
  return handle;
};
fs.fsyncSync = (handle) => {
  fsyncSync(handle);
  note('flush ' + paths.get(handle));
};
fs.renameSync = (from, to) => {
  renameSync(from, to);
  note('rename ' + to);
};
syncBuiltinESMExports();`;

describe('files that are written together', () => {
  it('are on the disk before they get their names, and so is the list of them; then their folders are', () => {
    mkdirSync(join(folder, 'content/p'), { recursive: true });
    const about = '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-05\n---\n\nAbout light.\n';
    writeFileSync(join(folder, 'content/p/pack.md'), about);
    const words = ['ray', 'lens', 'prism', 'shadow'].map((word) => `## ${word}\n\nWhat a ${word} is.\n`);
    writeFileSync(join(folder, 'content/p/vocabulary.md'), words.join('\n'));
    writeFileSync(join(folder, 'notes.mjs'), NOTES);
    const products = ['vocabulary-cards', 'reading-guide'].flatMap((name) => ['--product', name]);
    const args = ['--import', join(folder, 'notes.mjs'), resolve('dist/cli/main.js'), 'build', ...products];
    expect(spawnSync(process.execPath, args, { cwd: folder }).status).toBe(0);
    const calls = readFileSync(join(folder, 'calls.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) =>
        line.replace(/\.studypack-[a-z0-9-]+\.tmp/, ' aside').replace(/-renaming-[a-z0-9-]+/, ''),
      );
    const ofPack = calls.slice(0, calls.findLastIndex((line) => line.endsWith('.pdf')) + 2);
    expect([
      ...ofPack.slice(0, 2).sort(),
      ...ofPack.slice(2, 4),
      ...ofPack.slice(4, 6).sort(),
      ...ofPack.slice(6),
    ]).toEqual([
      'flush output/p/reading-guide.pdf aside',
      'flush output/p/vocabulary-cards.pdf aside',
      'flush output/.studypack.json',
      'flush output',
      'rename output/p/reading-guide.pdf',
      'rename output/p/vocabulary-cards.pdf',
      'flush output/p',
    ]);
  });
});
