import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { TABLES } from '../../../../src/build/tables/tables.ts';
import { readTextFiles } from '../../../../src/cli/files/reading/read-files.ts';
import { readPictureFiles } from '../../../../src/cli/files/reading/read-pictures.ts';
import { readPack } from '../../../../src/content/read-pack.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-many-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of so many files. */
function filled(name: string, count: number, ending: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (let index = 1; index <= count; index++)
    writeFileSync(join(path, `w${String(index).padStart(5, '0')}.${ending}`), '');
  return path;
}

it('reads 5,000 text files, and reports the first of those beyond, whatever else lies among them', () => {
  const path = filled('texts', 5000, 'md');
  writeFileSync(join(path, 'a.png'), '');
  const within = createReport();
  expect(readTextFiles(path, ['.md'], within)).toHaveLength(5000);
  expect(within.diagnostics).toEqual([]);
  writeFileSync(join(path, 'z1.md'), '');
  writeFileSync(join(path, 'z2.md'), '');
  const beyond = createReport();
  expect(readTextFiles(path, ['.md'], beyond)).toHaveLength(5000);
  expect(beyond.failed()).toBe(true);
  expect(beyond.diagnostics.map(({ code, where }) => [code, where.file])).toEqual([
    ['files-too-many', join(path, 'z1.md')],
  ]);
  expect(beyond.diagnostics[0]!.message).toContain('This file was not read, nor was the one after it: ');
});

it('reads 2,000 pictures, and reports the first of those beyond', () => {
  const path = filled('pictures', 2001, 'png');
  const report = createReport();
  expect(readPictureFiles(path, report)).toHaveLength(2000);
  expect(report.diagnostics.map(({ code, where }) => [code, where.file])).toEqual([
    ['files-too-many', join(path, 'w02001.png')],
  ]);
});

it('reads 10,000 entries of a pack, and reports the first of those beyond', () => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) => `## Word ${index}\nIts meaning.\n`).join('\n');
  const pack = (count: number) => {
    const report = createReport();
    const files = [
      { name: 'pack.md', text: '---\ntitle: T\nlang: en-GB\ndate: 2026-01-01\n---\n\nWords.\n' },
      { name: 'vocabulary.md', text: words(count - 1) },
    ].map((file) => ({ ...file, path: `p/${file.name}` }));
    return { pack: readPack('p', 'p', files, TABLES.entryKinds, report), report };
  };
  expect(pack(10_000).report.diagnostics.map(({ code }) => code)).not.toContain('entries-too-many');
  const { pack: none, report } = pack(10_001);
  expect(none).toBeUndefined();
  expect(report.diagnostics.map(({ code, where }) => [code, where.file])).toEqual([
    ['entries-too-many', 'p/vocabulary.md'],
  ]);
});
