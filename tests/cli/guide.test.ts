import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, files } = teacherFolder();

/** The texts that a guide shows after words that say what to save them as. */
const shown = (guide: string, before: RegExp): [string, string][] =>
  [
    ...readFileSync(guide, 'utf8').matchAll(
      new RegExp(`${before.source}:\\n\\n\`\`\`markdown\\n(.*?)\`\`\``, 'gs'),
    ),
  ].map(([, path, text]) => [path!, text!]);

const save = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('what the guide tells teachers to write', () => {
  it('makes the first pack', async () => {
    const written = shown('docs/authoring.md', /[Aa]s\s`(content\/[^`]+)`/);
    expect(written.map(([path]) => path)).toEqual([
      'content/light/pack.md',
      'content/light/vocabulary.md',
      'content/light/themes.md',
      'content/light/items.md',
    ]);
    for (const [path, text] of written) save(path, text);
    expect(await studypack(['build', 'light'])).toMatchObject({ status: 0, stderr: '' });
    expect(files('output/light').sort()).toEqual([
      'print-list.json',
      'print-list.pdf',
      'reading-guide.pdf',
      'shadows-key.pdf',
      // The handout, and the worksheet.
      'shadows.pdf',
      'shadows.pdf',
      'vocabulary-cards.pdf',
    ]);
  });

  it('makes the smallest paper', async () => {
    const written = shown(
      'docs/authoring/papers.md',
      /in\s(?:your\spack's\s)?`((?:items|papers\/test)\.md)`/,
    );
    expect(written.map(([path]) => path)).toEqual(['items.md', 'papers/test.md']);
    save('content/poem/pack.md', '---\ntitle: Poem\nlang: en-GB\ndate: 2026-02-03\n---\n\nA poem.\n');
    for (const [path, text] of written) save(`content/poem/${path}`, text);
    const made = await studypack(['build', 'poem', '--product', 'exam-paper', '--product', 'mark-scheme']);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(files('output/poem').sort()).toEqual(['test-a.pdf', 'test-scheme.pdf']);
  });

  it('shows a word as it is in the pack that init makes', () => {
    const words = readFileSync('templates/starter/subjects/poetry/content/the-tyger/vocabulary.md', 'utf8');
    const [, shownWord] = /^```markdown\n(## [\s\S]*?)```/m.exec(readFileSync('README.md', 'utf8'))!;
    expect(words).toContain(shownWord);
  });
});
