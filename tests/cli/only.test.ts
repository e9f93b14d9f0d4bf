import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack } = teacherFolder();

/** The files that a build writes, and what it says. */
async function build(...args: string[]) {
  const { status, stdout } = await studypack(['build', '--json', ...args]);
  const { files, diagnostics } = JSON.parse(stdout) as {
    files: { path: string }[];
    diagnostics: { code: string; message: string; hint?: string; where: { file: string } }[];
  };
  return { status, files: files.map(({ path }) => path.replace('output/', '')), diagnostics };
}

describe('--only', () => {
  // Another pack, without the theme on mirrors.
  beforeAll(() => cpSync('tests/bad/unprinted/demo', join(folder, 'content/other'), { recursive: true }));

  it('prints the files of an entry, whatever products make them, and no print list', async () => {
    expect(await build('--only', 'quiz')).toMatchObject({
      status: 0,
      files: [
        'optics/exam-paper/quiz-a.pdf',
        'optics/exam-paper/quiz-b.pdf',
        'optics/mark-scheme/quiz-scheme.pdf',
        'optics/marking-sheet/quiz.pdf',
      ],
      diagnostics: [],
    });
  });

  it('can be repeated, and given with products', async () => {
    const args = ['--only', 'quiz', '--only', 'reflection', '--product'];
    expect((await build(...args, 'handout', '--product', 'mark-scheme')).diagnostics).toEqual([]);
    expect((await build('--only', 'reflection', '--product', 'handout')).files).toEqual([
      'optics/handout/reflection.pdf',
    ]);
  });

  it.each([
    [['--only', 'reflexion'], 'There is no entry “reflexion”', 'Did you mean “reflection”?'],
    [['--only', 'lines'], 'There is no entry “lines”', 'Did you mean “straight-lines”?'],
    [['--only', 'zzz'], 'There is no entry “zzz”', 'Available: quiz, reflection, straight-lines'],
    [
      ['--only', 'quiz', '--product', 'handout'],
      'There is no handout for the paper “quiz” alone.',
      'Available: ',
    ],
    [['--only', 'reflection', '--only', 'quizz'], 'There is no entry “quizz”', 'Did you mean “quiz”?'],
  ])('says which entry there is not, and which there are: %j', async (args, message, hint) => {
    const { status, files, diagnostics } = await build('optics', ...args);
    expect({ status, files }).toEqual({ status: 1, files: [] });
    expect(diagnostics).toMatchObject([
      {
        code: 'entry-unknown',
        where: { file: '--only' },
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      },
    ]);
  });
});
