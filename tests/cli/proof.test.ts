import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, installed, files } = teacherFolder();

describe('studypack coverage', () => {
  it('writes a page and says the same on the terminal', () => {
    const { status, stdout } = installed(['coverage', 'optics', '--out', 'seen']);
    expect(status).toBe(0);
    expect(files('seen')).toEqual(['coverage.pdf']);
    expect(stdout).toContain('! No questions on ');
    expect(stdout).toContain('1 page');
  });

  it('tells other programs in numbers', async () => {
    const { stdout } = await studypack(['coverage', 'optics', '--json', '--out', 'seen']);
    const { coverage, files: written } = JSON.parse(stdout);
    expect(coverage[0].pack).toBe('optics');
    expect(coverage[0].rows[0].total).toEqual({ quotations: 0, questions: 0 });
    expect(written[0].pages).toBe(1);
  });
});

describe('studypack proof', () => {
  it('shows every page of what build would write', () => {
    const { status, stdout } = installed([
      'proof',
      'optics',
      '--product',
      'exam-paper',
      '--out',
      'look/proof.html',
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^look.proof\.html: 2 files, 8 pages, no problems found/);
    const html = readFileSync(join(folder, 'look/proof.html'), 'utf8');
    expect(html.match(/<image /g)).toHaveLength(8);
    expect(html).toContain('optics/exam-paper/quiz-b.pdf');
    // Papers are printed on both sides: four pages on two sheets.
    expect(html.match(/class="leaf"/g)).toHaveLength(4);
  });

  it('shows PDFs, and says which it cannot', async () => {
    await studypack(['build', 'optics', '--product', 'mark-scheme', '--out', 'made']);
    writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7 and no more');
    const scheme = 'made/optics/mark-scheme/quiz-scheme.pdf';
    const { status, stdout, stderr } = await studypack(['proof', scheme, 'broken.pdf', '-o', 'some.html']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/1 file, .*1 file could not be shown/);
    expect(stderr).toContain('broken.pdf:1:1 error pdf-unreadable');
    expect(readFileSync(join(folder, 'some.html'), 'utf8')).toContain(scheme);
  });

  it('writes nothing where nothing can be shown, and no HTML by another name', async () => {
    writeFileSync(join(folder, 'broken.pdf'), '');
    expect((await studypack(['proof', 'broken.pdf', '-o', 'none.html'])).status).toBe(1);
    expect(existsSync(join(folder, 'none.html'))).toBe(false);
    expect((await studypack(['proof', 'broken.pdf', '-o', 'none.png'])).status).toBe(2);
  });
});
