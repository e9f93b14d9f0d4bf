import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, files } = teacherFolder();
const build = (...args: string[]) => studypack(['build', ...args]);

function save(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

save('content/small/pack.md', '---\ntitle: Small\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n');
save('content/small/themes.md', '## Light\nclaim: It shines.\n\nText.\n');
save('content/small/timeline.md', '## It begins\nwhen: today\n');
save('content/small/items.md', '## What shines?\nthemes: [light]\n\nA lamp.\n');

const LINE =
  'Left out, because there is too little for it: flashcards (1 of at least 2), knowledge-organiser (1 of at least 8), timeline (1 of at least 2). To print it all the same, add --product flashcards.\n';

describe('a product that a pack has too little for', () => {
  it('is left out and named in one line, without a warning', async () => {
    const made = await build('small');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain(LINE);
    expect(files('output/small')).not.toContain('flashcards.pdf');
    expect(files('output/small')).not.toContain('timeline.pdf');
  });

  it('is named again when nothing has changed', async () => {
    const made = await build('small');
    expect(made.stdout).toContain('Not changed since last time: small');
    expect(made.stdout).toContain(LINE);
  });

  it('is data with --json, with its pack', async () => {
    const { leftOut } = JSON.parse((await build('small', '--json')).stdout);
    expect(leftOut).toEqual([
      { pack: 'small', product: 'flashcards', title: 'Flashcards', found: 1, least: 2 },
      {
        pack: 'small',
        product: 'knowledge-organiser',
        title: 'Knowledge organiser',
        found: 1,
        least: 8,
      },
      { pack: 'small', product: 'timeline', title: 'Timeline', found: 1, least: 2 },
    ]);
  });

  it('is printed if it is asked for', async () => {
    const made = await build('small', '--product', 'flashcards', '--out', 'asked');
    expect(made.stdout).not.toContain('Left out');
    expect(files('asked/small')).toEqual(['flashcards.pdf']);
  });

  it('is printed as soon as there is enough, of whatever counts', async () => {
    save('content/small/items/flashcards.md', '## What is dark?\n\nA cave.\n');
    const made = await build('small', '--out', 'more');
    expect(made.stdout).toContain('knowledge-organiser (1 of at least 8), timeline (1 of at least 2)');
    expect(files('more/small')).toContain('flashcards.pdf');
  });

  it('must name kinds of entry that exist', async () => {
    save('content/odd/pack.md', '---\ntitle: Odd\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n');
    save('content/odd/vocabulary.md', '## ray\n\nA line.\n');
    save(
      'content/odd/templates/list.md.hbs',
      '---\ntitle: List\ndescription: A list.\nleast: { count: 2, kinds: [theme] }\n---\n# List\n',
    );
    const made = await build('odd');
    expect(made.status).toBe(1);
    expect(made.stderr + made.stdout).toContain('Did you mean “themes”?');
  });
});

describe('pages that are left over', () => {
  const guide = (notes: string) => {
    save('content/guide/pack.md', `---\ntitle: Guide\nlang: en-GB\ndate: 2026-01-01\n${notes}---\n\nText.\n`);
    save('content/guide/themes.md', '## Light\nclaim: It shines.\n\nText.\n');
    // Parts of a guide that is read in five minutes do not begin on pages of their own.
    const long = 'Light goes on and on. '.repeat(400);
    save('content/guide/parts.md', `## 1\ntitle: One\n\nText.\n\n## 2\ntitle: Two\n\n${long}\n`);
    save('content/guide/items.md', '## Why?\nthemes: [light]\n\nSo.\n');
    return build('guide', '--product', 'reading-guide', '--keep', '--out', notes === '' ? 'plain' : 'noted');
  };

  it('have lines for notes only if the pack asks for them', async () => {
    expect((await guide('')).status).toBe(0);
    expect((await guide('notes: yes\n')).status).toBe(0);
    const pagesOf = (out: string) =>
      readFileSync(
        join(folder, out, 'guide', files(`${out}/guide`).find((name) => name.endsWith('.pages.txt'))!),
        'utf8',
      );
    expect(pagesOf('plain')).not.toContain('Your notes');
    expect(pagesOf('noted')).toContain('Your notes');
    const linesIn = (out: string) => pagesOf(out).split('\n').length;
    expect(linesIn('noted')).toBeGreaterThan(linesIn('plain') + 20);
  });
});
