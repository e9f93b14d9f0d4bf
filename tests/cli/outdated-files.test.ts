import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { teacherFolder } from './studypack.ts';

const { folder, studypack } = teacherFolder();
const at = (path: string) => join(folder, path);
const isThere = (path: string) => existsSync(at(`output/${path}`));

/** Builds, and gives what is said of files that are no longer made, and what was removed. */
async function build(...args: string[]) {
  const { status, stdout } = await studypack(['build', '--json', ...args]);
  expect(status).toBe(0);
  const { diagnostics, removed = [] } = JSON.parse(stdout) as {
    diagnostics: Diagnostic[];
    removed?: string[];
  };
  const outdated = diagnostics.filter(({ code }) => code === 'output-outdated');
  return { outdated, messages: outdated.map(({ message }) => message), removed };
}

/** Removes the theme on mirrors, and with it a handout. There is still enough left for flashcards. */
function removeTheme() {
  rmSync(at('content/optics/themes/reflection.md'));
  const other = at('content/optics/themes/straight-lines.md');
  writeFileSync(other, readFileSync(other, 'utf8').replace(/^see: .*\n/m, ''));
}

/** Puts the pack back as it was, with what was printed of it: for the first test it is printed, for the others copied. */
async function startAgain() {
  for (const name of ['output', 'content']) rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at('content'));
  cpSync('tests/packs/optics', at('content/optics'), { recursive: true });
  mkdirSync(at('content/optics/items'));
  renameSync(at('content/optics/items.md'), at('content/optics/items/exam.md'));
  writeFileSync(at('content/optics/items/flashcards.md'), '## What is a ray?\n\nA path of light.\n');
  if (existsSync(at('printed'))) cpSync(at('printed'), at('output'), { recursive: true });
  expect((await build()).messages).toEqual([]);
  if (!existsSync(at('printed'))) cpSync(at('output'), at('printed'), { recursive: true });
}

describe('files of things that are gone', () => {
  it('are named after a build of the whole pack, in one warning, each time', async () => {
    await startAgain();
    removeTheme();
    const message = expect.stringContaining('“handout/reflection.pdf” was printed earlier');
    const first = await build();
    expect(first.outdated).toMatchObject([
      { message, severity: 'warning', where: { file: 'output/optics' } },
    ]);
    // Nothing has changed since, and the file is still there.
    expect((await build()).messages).toEqual([message]);
    expect(isThere('optics/handout/reflection.pdf')).toBe(true);
    rmSync(at('output/optics/handout/reflection.pdf'));
    expect((await build()).messages).toEqual([]);
  });

  it('are those of a product that is gone, of a renamed entry, and of what has nothing to print any more', async () => {
    await startAgain();
    rmSync(at('content/optics/templates/leaflet.md.hbs'));
    renameSync(at('content/optics/papers/quiz.md'), at('content/optics/papers/test.md'));
    rmSync(at('content/optics/vocabulary.md'));
    for (const name of ['reflection', 'straight-lines']) {
      const theme = at(`content/optics/themes/${name}.md`);
      writeFileSync(theme, readFileSync(theme, 'utf8').replace(/^vocabulary: .*\n/m, ''));
    }
    const { messages } = await build();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /^\d+ files were printed earlier, and the pack no longer has them: .*and \d+ more\.$/,
    );
    const { removed } = await build('--clean');
    expect(removed).toEqual(
      expect.arrayContaining([
        'output/optics/leaflet.pdf',
        'output/optics/exam-paper/quiz-a.pdf',
        'output/optics/vocabulary-cards.pdf',
      ]),
    );
  });

  it('are removed with --clean, with what was kept beside them and empty folders, in any style', async () => {
    await startAgain();
    await build('--style', 'dyslexia', '--keep');
    removeTheme();
    rmSync(at('content/optics/papers'), { recursive: true });
    const { removed, messages } = await build('--clean');
    expect(messages).toEqual([]);
    for (const name of ['reflection.pdf', 'reflection.dyslexia.pdf', 'reflection.dyslexia.blocks.json'])
      expect(removed).toContain(`output/optics/handout/${name}`);
    expect(removed.filter((path) => existsSync(at(path)))).toEqual([]);
    expect(isThere('optics/exam-paper')).toBe(false);
    expect(isThere('optics/handout/straight-lines.dyslexia.pdf')).toBe(true);
    expect((await build('--clean')).removed).toEqual([]);
  });

  it('are left alone if somebody else wrote them, or has changed them since', async () => {
    await startAgain();
    writeFileSync(at('output/optics/handout/mine.pdf'), 'Mine.');
    mkdirSync(at('output/optics/class-set'));
    writeFileSync(at('output/optics/class-set/quiz.pdf'), 'A set.');
    removeTheme();
    writeFileSync(at('output/optics/handout/reflection.pdf'), 'Written over.');
    expect((await build()).messages).toEqual([]);
    expect((await build('--clean')).removed).toEqual([]);
    for (const name of ['handout/mine.pdf', 'class-set/quiz.pdf', 'handout/reflection.pdf'])
      expect(isThere(`optics/${name}`), name).toBe(true);
  });

  it('are not looked for by a build of some products, nor are products made on request taken for gone', async () => {
    await startAgain();
    await build('optics', '--product', 'coverage');
    expect((await build('--clean')).removed).toEqual([]);
    expect(isThere('optics/coverage.pdf')).toBe(true);
    removeTheme();
    const part = await build('--product', 'handout', '--clean');
    expect([part.messages, part.removed]).toEqual([[], []]);
    expect(isThere('optics/handout/reflection.pdf')).toBe(true);
  });

  it('are all files of a pack that is gone, if all packs are built', async () => {
    await startAgain();
    renameSync(at('content/optics'), at('content/light'));
    expect((await build('light', '--clean')).removed).toEqual([]);
    const message = expect.stringContaining('There is no pack “optics” any more');
    expect((await build()).outdated).toMatchObject([{ where: { file: 'output/optics' }, message }]);
    await build('--clean');
    expect(isThere('optics')).toBe(false);
    expect(isThere('light/handout/reflection.pdf')).toBe(true);
  });
});
