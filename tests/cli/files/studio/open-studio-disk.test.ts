import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudioDisk } from '../../../../src/cli/files/studio/open-studio-disk.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-disk-'));
const importFile = () => Promise.resolve(undefined);
let disk: ReturnType<typeof openStudioDisk>;

beforeAll(() => {
  mkdirSync(join(folder, 'content/light/themes'), { recursive: true });
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'content/light/pack.md'), 'A pack.\n');
  for (const name of ['secret.md', 'other/secret.md', 'content/light/.hidden.md', 'content/light/notes.txt'])
    writeFileSync(join(folder, name), 'A secret.\n');
  symlinkSync(join(folder, 'secret.md'), join(folder, 'content/light/link.md'));
  symlinkSync(join(folder, 'other'), join(folder, 'content/light/out'));
  disk = openStudioDisk(folder, undefined, { importFile }, createReport());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('Changed.\n');

describe('the disk of Studio', () => {
  it('gives and takes the texts of a pack, also new ones', () => {
    expect(new TextDecoder().decode(disk.readFile('light', 'pack.md'))).toBe('A pack.\n');
    for (const name of ['pack.md', 'themes/new.md', 'symbols/new.md']) {
      expect(disk.writeFiles('light', [{ name, bytes }], createReport())).toBe(true);
      expect(readFileSync(join(folder, 'content/light', name), 'utf8')).toBe('Changed.\n');
    }
  });

  it.each([
    '../../secret.md',
    'themes/../../../secret.md',
    'link.md',
    'out/secret.md',
    'out/new.md',
    '.hidden.md',
    '.new/a.md',
    'notes.txt',
    'new.txt',
    '/etc/hostname.md',
    'C:\\secret.md',
    'a\0.md',
    '',
    'themes//a.md',
  ])('neither gives nor takes what is no text of the pack: %j', (name) => {
    expect(disk.readFile('light', name)).toBeUndefined();
    const report = createReport();
    const files = [
      { name: 'themes/beside.md', bytes },
      { name, bytes },
    ];
    expect(disk.writeFiles('light', files, report)).toBe(false);
    expect(report.failed()).toBe(true);
    expect(existsSync(join(folder, 'content/light/themes/beside.md'))).toBe(false);
    for (const secret of [
      'secret.md',
      'other/secret.md',
      'content/light/.hidden.md',
      'content/light/notes.txt',
    ])
      expect(readFileSync(join(folder, secret), 'utf8')).toBe('A secret.\n');
    for (const made of ['other/new.md', 'content/light/.new', 'content/light/new.txt'])
      expect(existsSync(join(folder, made))).toBe(false);
  });

  it('makes no folder for a pack that is gone', () => {
    for (const files of [[{ name: 'pack.md', bytes }], []]) {
      const report = createReport();
      expect(disk.writeFiles('gone', files, report)).toBe(false);
      expect(report.failed()).toBe(true);
    }
    expect(existsSync(join(folder, 'content/gone'))).toBe(false);
  });
});
