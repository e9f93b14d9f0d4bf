import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../../src/cli/files/writing/make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-make-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder', () => {
  it('is made with those above it, or is there already', () => {
    for (const _ of [1, 2]) makeFolder(join(folder, 'a/b/c'));
    expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
  });

  it('cannot be made in a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(join(folder, 'file/a/b'))).toThrow(/ENOTDIR|EEXIST/);
  });

  it.runIf(existsSync('/proc/self'))(
    'cannot be made where there are none, and that is found out at once',
    () => {
      expect(() => makeFolder('/proc/none/of/these')).toThrow(/ENOENT|EACCES|EPERM/);
    },
  );
});
