import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, files } = teacherFolder();
const at = (...path: string[]) => join(folder, ...path);
const put = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content);

const NOTES = `<!doctype html><html lang="en-GB"><title>Bread</title><body><nav>Home Shop</nav><h1>Bread</h1>
<p>By Ada Quill</p><p>Bread is old.</p>
<h2>Frequently asked questions</h2>
<h3>What does yeast eat?</h3><p>Sugar. It isn’t fussy.</p>
<h3>Why are there holes?</h3><p>Gas is caught in the dough.</p>
<h2>Vocabulary</h2><p><b>proving</b>: leaving dough to rise</p></body></html>`;

describe('import', () => {
  it('shows what it would write and what is lost, and writes nothing', async () => {
    put('bread.html', NOTES);
    const { status, stdout, stderr } = await studypack(['import', 'bread.html', '--into', 'bread']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: [
        'bread.html: a web page (HTML). Entries: 3 new; 4 things not imported (listed below).',
        `  ${join('content', 'bread')}/items/bread.md: 2 new: What does yeast eat?; Why are there holes?`,
        `  ${join('content', 'bread')}/vocabulary/bread.md: 1 new: proving`,
        `Nothing was written. To write it into the new pack ${join('content', 'bread')}, add --write.`,
        '',
      ].join('\n'),
    });
    expect(stderr).toContain('bread.html:1:61 warning import-loss\n  Not imported: navigation: “Home Shop”');
    expect(files('content')).not.toContain('imports.json');
  });

  it('writes a pack that checks, and updates it from an edited source without losing what was changed since', async () => {
    await studypack(['import', 'bread.html', '--into', 'bread', '--write']);
    expect((await studypack(['check', 'bread'])).status).toBe(0);
    const items = at('content', 'bread', 'items', 'bread.md');
    writeFileSync(items, readFileSync(items, 'utf8').replace('Gas is caught in the dough.', 'Gas.'));
    put(
      'bread.html',
      NOTES.replace('It isn’t fussy', 'It is not fussy').replace('caught in the dough', 'held by gluten'),
    );
    const { stdout, stderr } = await studypack(['import', 'bread.html', '--into', 'bread', '--write']);
    expect(stdout).toContain(
      'Entries: 0 new, 1 updated, 1 there already, 1 kept as you changed or deleted them',
    );
    expect(stderr).toContain(
      '“Why are there holes?” (items/why-are-there-holes) has changed both in the source and in the pack. The pack keeps its own version.',
    );
    expect(stderr).not.toContain('its title, since the pack has one');
    expect(readFileSync(items, 'utf8')).toMatch(/It is not fussy\.[\s\S]*\n\nGas\.\n/);
  });

  it('brings in pictures where the pack finds them', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';
    put(
      'loaf.html',
      `<h1>Bread</h1><h2>Baking</h2><p>Bread is old. It is baked in ovens.</p><p><img alt="A loaf" src="data:image/png;base64,${png}"></p>`,
    );
    await studypack(['import', 'loaf.html', '--into', 'loaf', '--write']);
    expect(files('content/loaf').filter((name) => name.endsWith('.png'))).toHaveLength(1);
    const { status, stderr } = await studypack(['check', 'loaf']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('takes words from a table by the command as well', async () => {
    put('words.csv', 'word,meaning\ncrumb,the inside of bread\n');
    const { status, stdout } = await studypack(['import', 'words.csv', '--into', 'bread']);
    expect({ status, stdout: stdout.split('\n')[1]?.trim() }).toEqual({
      status: 0,
      stdout: `${join('content', 'bread')}/vocabulary/words.md: 1 new: crumb`,
    });
  });

  it.each([
    [
      'sheet.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'an old kind of Word (.doc)',
    ],
    [
      'sheet.odt',
      zipSync({ mimetype: strToU8('a'), 'content.xml': strToU8('<a/>') }),
      'a document of LibreOffice',
    ],
    ['sheet.pdf', '%PDF-1.7\n', 'This is a PDF'],
    [
      'sheet.docx',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'locked with a password',
    ],
    ['many.zip', zipSync({ 'one.zip': zipSync({}), 'two.zip': zipSync({}) }), 'an archive of other archives'],
    [
      'bomb.docx',
      zipSync({ 'word/document.xml': new Uint8Array(140 << 20) }, { level: 1 }),
      'more than 128 MB',
    ],
    ['large.html', `<p>${'a '.repeat(5e6)}</p>`, '10 MB of text. The limit is 8 MB'],
    ['table.csv', 'price,stock,sold\n1,2,3\n3,4,5\n', 'The columns of this table are not known'],
    ['script.html', '<script>let a;</script>', 'Nothing in this file can be imported'],
  ])('refuses %s in words, and leaves nothing half-written', async (name, content, words) => {
    put(name, content);
    const { status, stderr } = await studypack(['import', name, '--into', 'other', '--write']);
    expect(status).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(() => files('content/other')).toThrow();
  });

  it('counts what is lost again and again, and gives all of it with --json', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `word${index},meaning ${index}\n`);
    const sounds = rows.map((row) => row.replace('\n', ',[sound:a.mp3]\n'));
    put('deck.txt', `#separator:comma\n#columns:Front,Back,Audio\n${sounds.join('')}`);
    const { stderr } = await studypack(['import', 'deck.txt', '--into', 'deck']);
    expect(stderr.match(/Not imported/g)!.length).toBeLessThan(20);
    expect(stderr).toMatch(/ 22 more times from here on\./);
    const { stdout } = await studypack(['import', 'deck.txt', '--into', 'deck', '--json']);
    expect((JSON.parse(stdout) as { losses: unknown[] }).losses).toHaveLength(60);
  });
});
