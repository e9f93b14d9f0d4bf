import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSourceFiles } from '../../../../src/cli/files/reading/read-source-files.ts';
import { readPackSources } from '../../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

let content: string;
const pack = () => join(content, 'demo');

/** A path below the pack with a part in Latin-1, as old archives have it. */
const latin1 = (name: string) => Buffer.concat([Buffer.from(`${pack()}/`), Buffer.from(name, 'latin1')]);

beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'studypack-'));
  mkdirSync(pack());
  writeFileSync(join(pack(), 'pack.md'), '---\nname: Demo\n---\n');
});
afterAll(() => rmSync(content, { recursive: true, force: true }));

function read(wanted: readonly string[] = []) {
  const report = createReport();
  const [source] = readPackSources(wanted, content, report);
  return { source, found: report.diagnostics };
}

// Other systems keep names as text, and refuse these.
describe.runIf(process.platform === 'linux')('a name that is not UTF-8', () => {
  it.each(['café.md', 'Übung.hbs', 'Bäume.png'])('is said, as well as can be: %s', (name) => {
    writeFileSync(latin1(name), 'x');
    const { source, found } = read();
    rmSync(latin1(name));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'file-unreadable', where: { file: join(pack(), name) } });
    expect(found[0]!.message).toMatch(/^The name of this file is not UTF-8/);
    expect(found[0]!.hint).toMatch(/^Rename the file\./);
    expect(source!.content.map((file) => file.name)).toEqual(['pack.md']);
  });

  it('is said of a folder, once', () => {
    mkdirSync(latin1('thèmes'));
    const { found } = read();
    rmSync(latin1('thèmes'), { recursive: true });
    expect(found.map(({ message }) => message.slice(0, 38))).toEqual([
      'The name of this folder is not UTF-8 t',
    ]);
  });

  it('is said of a pack', () => {
    const path = Buffer.concat([Buffer.from(`${content}/`), Buffer.from('été', 'latin1')]);
    mkdirSync(path);
    const { source, found } = read();
    rmSync(path, { recursive: true });
    expect(found.map(({ where }) => where.file)).toEqual([join(content, 'été')]);
    expect(source!.id).toBe('demo');
  });

  it('is passed over where the file would be', () => {
    for (const name of ['Ansätze.docx', '.été.md']) writeFileSync(latin1(name), 'x');
    const { found } = read();
    for (const name of ['Ansätze.docx', '.été.md']) rmSync(latin1(name));
    expect(found).toEqual([]);
  });

  it('is said of a chapter of a book', () => {
    writeFileSync(latin1('première.txt'), 'Il était une fois.');
    const report = createReport();
    readSourceFiles(pack(), report);
    rmSync(latin1('première.txt'));
    expect(report.diagnostics.map(({ where }) => where.file)).toEqual([join(pack(), 'première.txt')]);
  });
});

describe('a link in a pack', () => {
  it('is not followed, to a file or to a folder', () => {
    const outside = mkdtempSync(join(tmpdir(), 'studypack-'));
    const links = ['themes.md', 'themes', 'picture.png'].map((name) => join(pack(), name));
    writeFileSync(join(outside, 'secret.md'), '## A secret\n\nNobody knows it.\n');
    writeFileSync(join(outside, 'secret.png'), 'x');
    symlinkSync(join(outside, 'secret.md'), links[0]!);
    symlinkSync(outside, links[1]!);
    symlinkSync(join(outside, 'secret.png'), links[2]!);
    const { source } = read();
    for (const path of [...links, outside]) rmSync(path, { recursive: true });
    expect(source!.content.map(({ name }) => name)).toEqual(['pack.md']);
    expect(source!.pictures).toEqual([]);
  });
});

describe('a file that is gone when it is read', () => {
  it('is said, with what to do', () => {
    symlinkSync(join(content, 'nowhere'), join(pack(), 'gone.md'));
    expect(read().found).toEqual([]);
    const report = createReport();
    readSourceFiles(join(pack(), 'gone.md'), report);
    rmSync(join(pack(), 'gone.md'));
    expect(report.diagnostics[0]).toMatchObject({
      message: 'The file cannot be read: it does not exist.',
      hint: expect.stringContaining('run the command again'),
    });
  });
});
