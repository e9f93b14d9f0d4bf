import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markStudio, studioOn, unmarkStudio } from '../../../../src/cli/files/studio/studio-mark.ts';

let folder: string;
const path = () => join(folder, '.studypack-studio.json');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studypack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Marks the folder as another process would. */
function markAs(pid: number, host?: string) {
  markStudio(folder, 4321, 'http://127.0.0.1:4321/?token=x');
  const mark = JSON.parse(readFileSync(path(), 'utf8'));
  writeFileSync(path(), JSON.stringify({ ...mark, pid, ...(host && { host }) }));
}

const yes = async () => true;
const no = async () => false;

describe('the mark of an open folder', () => {
  it('leads a second Studio to the first', async () => {
    markAs(process.ppid);
    expect(await studioOn(folder, yes)).toMatchObject({
      port: 4321,
      address: 'http://127.0.0.1:4321/?token=x',
    });
    unmarkStudio(folder);
    expect(await studioOn(folder, yes)).toBeUndefined();
  });

  it('can be read by its owner only', () => {
    markStudio(folder, 4321, 'x');
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o077).toBe(0);
  });

  it.each([
    ['of a process that was killed', 2 ** 22 + 1, undefined, yes],
    ['of a process that is not Studio', process.ppid, undefined, no],
    ['of another computer', process.ppid, 'elsewhere', yes],
  ] as const)('means nothing if it is that %s', async (_, pid, host, answers) => {
    markAs(pid, host);
    expect(await studioOn(folder, answers)).toBeUndefined();
  });

  it.each(['', '{', '{"pid":"x"}', '[]'])('means nothing if it is “%s”', async (text) => {
    writeFileSync(path(), text);
    expect(await studioOn(folder, yes)).toBeUndefined();
  });

  it('is not needed', () => {
    expect(() => markStudio(join(folder, 'no/such/folder'), 1, 'x')).not.toThrow();
  });
});
