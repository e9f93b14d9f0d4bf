import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/assessment/class-sets/copy-code.ts';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, installed, files } = teacherFolder();

describe('studypack set', () => {
  const roster = "name;seat;style\nAda O'Neill;1;\nBo Bell;2;dyslexia\n";
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, 'rosters'), { recursive: true });
    writeFileSync(join(folder, 'rosters', name), text);
  };

  it('warns of what an earlier set left in its folder', async () => {
    write('8c.csv', "name,seat\nAda O'Neill,1\nBo Bell,2\n");
    const args = ['set', 'quiz', '--roster', 'rosters/8c.csv', '--split', '1', '--out', 'left'];
    expect((await studypack(args)).stderr).toBe('');
    write('8c.csv', "name,seat\nAda O'Neill,1\n");
    const { status, stderr } = await studypack(args);
    expect(status).toBe(0);
    expect(stderr).toContain('warning set-outdated');
    expect(stderr).toContain('files from an earlier set: quiz-seat-02.pdf.');
  });

  it('writes a set and its list, and sums up', () => {
    write('9a.csv', roster);
    const { status, stdout, stderr } = installed([
      'set',
      'quiz',
      '--roster',
      'rosters/9a.csv',
      '--out',
      'sets',
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(files('sets').sort()).toEqual(['quiz-list.pdf', 'quiz-marking.pdf', 'quiz-seats.pdf', 'quiz.pdf']);
    expect(stdout).toMatch(
      /^2 copies \(1 of form A, 1 of form B\)\. \d+ pages on \d+ sheets of paper, printed on both sides\.$/m,
    );
  });

  it('tells other programs in numbers, and says what a code is', async () => {
    write('9b.csv', roster);
    const args = ['set', 'quiz', '--pack', 'optics', '--roster', 'rosters/9b.csv', '--out', 'sets', '--json'];
    const { set } = JSON.parse((await studypack(args)).stdout);
    expect(set).toMatchObject({ copies: 2, spares: 0 });
    const [{ key }] = set.forms;
    const code = codeOf({ key, copy: 1 });
    expect((await studypack(['set', 'quiz', '--code', code])).stdout).toBe(
      'Copy 1, form A of quiz, according to its current key.\n',
    );
    const other = await studypack(['set', 'quiz', '--code', codeOf({ key: 'A00000', copy: 1 })]);
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`The keys are now ${key}, `);
    expect((await studypack(['set', 'quiz', '--code', code.replace('001', '002')])).stderr).toContain(
      'code-wrong',
    );
  });

  it('leaves nothing behind of a set that cannot be printed', async () => {
    write('bad.csv', 'name;seat\nAda Adler;1\nBo ꙮ;2\n');
    const { status, stderr } = await studypack([
      'set',
      'quiz',
      '--roster',
      'rosters/bad.csv',
      '--out',
      'none',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('rosters/bad.csv:3:4 error glyph-missing');
    expect(existsSync(join(folder, 'none')) ? files('none') : []).toEqual([]);
  });

  it('says what its flags cannot mean, all of it', async () => {
    const { status, stderr } = await studypack([
      'set',
      'quiz',
      '--split',
      '0',
      '--spares',
      'x',
      '--order',
      'age',
    ]);
    expect(status).toBe(1);
    for (const flag of ['--split', '--spares', '--order', '--roster'])
      expect(stderr).toContain(`${flag}:1:1 error option-malformed`);
  });

  it('warns of a roster that lies in a pack', async () => {
    writeFileSync(join(folder, 'content/optics/class.csv'), roster);
    const { status, stderr } = await studypack([
      'set',
      'quiz',
      '--roster',
      'content/optics/class.csv',
      '--out',
      'sets',
    ]);
    rmSync(join(folder, 'content/optics/class.csv'));
    expect(status).toBe(0);
    expect(stderr).toContain('warning roster-misplaced');
  });
});
