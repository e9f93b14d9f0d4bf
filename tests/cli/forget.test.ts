import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, files } = teacherFolder();

function put(path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), 'Ada Adler');
}

describe('a class that is forgotten', () => {
  it('leaves nothing of it in any pack, and everything of the others', async () => {
    for (const path of [
      'optics/class-set/10b/quiz.pdf',
      'optics/class-set/10b/more/a.pdf',
      'tiger/class-set/10b/p.pdf',
    ])
      put(`output/${path}`);
    for (const path of ['optics/class-set/10a/quiz.pdf', 'optics/quiz.pdf', 'optics/10b/quiz.pdf'])
      put(`output/${path}`);
    const { status, stdout } = await studypack(['forget', '10b']);
    expect(status).toBe(0);
    expect(stdout).toContain('Removed output/optics/class-set/10b (2 files).');
    expect(files('output').sort()).toEqual(['quiz.pdf', 'quiz.pdf', 'quiz.pdf']);
  });

  it('may be named by its roster, and is looked for in the folder that is given', async () => {
    put('printed/optics/class-set/10b/quiz.pdf');
    expect((await studypack(['forget', 'rosters/10B.csv', '--out', 'printed'])).status).toBe(0);
    expect(files('printed')).toEqual([]);
  });

  it('is named if there is none, with those that there are', async () => {
    put('output/optics/class-set/9c/quiz.pdf');
    const { status, stderr } = await studypack(['forget', '10b']);
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing is left of a class “10b”.\n  → Classes here: 10a, 9c.');
  });

  it.skipIf(process.platform === 'win32')('is not followed out of the output folder', async () => {
    put('elsewhere/class-set/11d/precious.pdf');
    mkdirSync(join(folder, 'output/optics/class-set'), { recursive: true });
    symlinkSync(join(folder, 'elsewhere/class-set/11d'), join(folder, 'output/optics/class-set/11d'));
    expect((await studypack(['forget', '11d'])).status).toBe(1);
    expect((await studypack(['forget', '../../elsewhere/class-set/11d'])).status).toBe(1);
    expect(files('elsewhere')).toEqual(['precious.pdf']);
  });
});
