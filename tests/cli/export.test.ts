import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, files } = teacherFolder();
const at = (...path: string[]) => join(folder, ...path);
const original = readFileSync('tests/packs/optics/items.md', 'utf8');

describe('export', () => {
  it('writes a file, and lists what is lost at its lines', async () => {
    const { status, stdout, stderr } = await studypack(['export', 'gift', 'optics']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${join('output', 'optics', 'optics.gift.txt')}: GIFT, 15; what was lost is listed below.\n`,
    });
    expect(stderr).toMatch(
      /^content\/optics\/items\.md:27:4 warning export-loss\n {2}Not carried over to GIFT: a set of statements/m,
    );
    expect(stderr).toContain('Not carried over to GIFT: the marks of questions.');
  });

  it('gives all losses with --json, and lists them with --quiet too', async () => {
    const { stdout } = await studypack(['export', 'gift', 'optics', '--json']);
    const { exported } = JSON.parse(stdout) as {
      exported: { losses: { what: string; at: { file: string } }[] }[];
    };
    expect(exported[0]!.losses).toContainEqual({
      what: 'the marks of questions',
      text: '',
      at: { file: 'content/optics/pack.md', line: 1, column: 1 },
    });
    expect((await studypack(['export', 'gift', 'optics', '--quiet'])).stderr).toContain(
      'the marks of questions',
    );
  });

  it('leaves a file as it is that is the same already, and one alone that is not, unless it may replace it', async () => {
    const path = at('out', 'optics', 'optics.gift.txt');
    const args = ['export', 'gift', 'optics', '-o', 'out'];
    expect((await studypack(args)).status).toBe(0);
    expect((await studypack(args)).status).toBe(0);
    const whole = readFileSync(path);
    writeFileSync(path, 'edited');
    const refused = await studypack(args);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('already exists and is different, so nothing was written.');
    expect(refused.stderr).toContain('Add --replace');
    expect(readFileSync(path, 'utf8')).toBe('edited');
    expect((await studypack([...args, '--replace'])).status).toBe(0);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('takes -o for a file if its name ends like the format’s, anywhere', async () => {
    const path = at('elsewhere', 'words.apkg');
    expect((await studypack(['export', 'apkg', 'optics', '-o', path])).status).toBe(0);
    expect(statSync(path).size).toBeGreaterThan(1000);
  });

  it('writes two tables into a folder, and says so if they are to be one file', async () => {
    expect((await studypack(['export', 'csv', 'optics', '-o', 'tables'])).status).toBe(0);
    expect(files('tables').sort()).toEqual(['optics.questions.csv', 'optics.words.csv']);
    const { status, stderr } = await studypack(['export', 'csv', 'optics', '-o', 'one.csv']);
    expect(status).toBe(1);
    expect(stderr).toContain('This makes 2 files, which cannot all be “one.csv”.');
    expect(files('.')).not.toContain('one.csv');
  });

  it('writes each file of a product below a folder, and the only one to a file', async () => {
    const many = await studypack(['export', 'word', 'optics', '-o', 'word']);
    expect(many.status).toBe(0);
    expect(files('word').sort()).toEqual(['reflection.docx', 'straight-lines.docx']);
    const refused = await studypack(['export', 'word', 'optics', '-o', 'one.docx']);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('This makes 2 files, which cannot all be “one.docx”.');
    const one = ['export', 'html', 'optics', '--only', 'reflection', '-o', 'one.html'];
    expect((await studypack(one)).status).toBe(0);
    expect(readFileSync(at('one.html'), 'utf8')).toContain('<h1');
  });

  it.each([
    ['print-list', 'lists printed pages, so it cannot be exported'],
    ['handoot', 'There is no product'],
    ['character-map', 'This pack has nothing for the product “character-map”.'],
  ])('writes nothing for the product %s, and says why', async (product, message) => {
    const { status, stderr } = await studypack([
      'export',
      'word',
      'optics',
      '--product',
      product,
      '-o',
      'none',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(() => statSync(at('none'))).toThrow();
  });

  it('writes nothing of a pack with an error', async () => {
    writeFileSync(
      at('content/optics/items.md'),
      original.replace('- [x] The sun', '- The sun').replace('- [x] A candle', '- A candle'),
    );
    const { status, stderr } = await studypack(['export', 'moodle', 'optics', '-o', 'broken']);
    writeFileSync(at('content/optics/items.md'), original);
    expect(status).toBe(1);
    expect(stderr).toContain('No option is marked as right.');
    expect(() => statSync(at('broken'))).toThrow();
  });

  it('says so if a pack has nothing of what the format exports, and leaves out one of two tables', async () => {
    mkdirSync(at('content/bare'));
    writeFileSync(
      at('content/bare/pack.md'),
      '---\ntitle: Bare\nlang: en-GB\ndate: 2026-01-05\n---\n\nWords.\n',
    );
    writeFileSync(at('content/bare/vocabulary.md'), '## ray\n\nA line of light.\n');
    const { status, stderr } = await studypack(['export', 'gift', 'bare', '-o', 'empty']);
    expect(status).toBe(1);
    expect(stderr).toContain('This pack has no questions to export.');
    expect(() => statSync(at('empty'))).toThrow();
    expect((await studypack(['export', 'csv', 'bare', '-o', 'one.csv'])).status).toBe(0);
    expect(readFileSync(at('one.csv'), 'utf8')).toContain('ray,A line of light.');
  });

  it.each([
    [['export'], 'No format and no pack given.'],
    [['export', 'gift'], 'No pack given.'],
    [['export', 'gift', 'optics', 'more'], 'does not take more.'],
    [['export', 'gitf', 'optics'], 'There is no format “gitf” to export.\nDid you mean “gift”?'],
    [['export', 'gift', 'optics', '--product', 'handout'], 'it takes no --product.'],
    [['export', 'gift', 'optics', '--only', 'quiz'], '--only has no effect'],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await studypack(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('says which pack there is not', async () => {
    const { status, stderr } = await studypack(['export', 'gift', 'optix']);
    expect(status).toBe(1);
    expect(stderr).toContain('There is no pack “optix”.');
  });
});
