import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = resolve('dist/cli/main.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studypack-'));
  mkdirSync(join(folder, 'content'));
  cpSync('tests/packs/optics', join(folder, 'content/optics'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program as a teacher would, in a folder with a pack in `content/`. */
function studypack(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

const files = (at: string): string[] =>
  readdirSync(join(folder, at), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );

describe('studypack build', () => {
  it('writes the PDFs of every pack and names them', () => {
    const { status, stdout } = studypack(['build']);
    expect(status).toBe(0);
    expect(files('output')).toEqual(
      expect.arrayContaining(['leaflet.pdf', 'reflection.pdf', 'straight-lines.pdf']),
    );
    expect(stdout).toContain(join('output', 'optics', 'leaflet.pdf'));
  });

  it('gives the same bytes in another time zone and language', () => {
    studypack(['build', '--out', 'a'], { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' });
    studypack(['build', '--out', 'b'], { TZ: 'America/Lima', LANG: 'C' });
    const [a, b] = ['a', 'b'].map((out) => readFileSync(join(folder, out, 'optics/leaflet.pdf')));
    expect(a!.equals(b!)).toBe(true);
  });

  it('takes the date from SOURCE_DATE_EPOCH', () => {
    studypack(['build', '--out', 'dated'], { SOURCE_DATE_EPOCH: '86400' });
    expect(readFileSync(join(folder, 'dated/optics/leaflet.pdf'), 'latin1')).toContain(
      '1970-01-02T00:00:00Z',
    );
  });

  it('leaves the old PDF where it is and writes nothing when anything is wrong', () => {
    const leaflet = join(folder, 'output/optics/leaflet.pdf');
    const before = readFileSync(leaflet);
    const page = join(folder, 'content/optics/themes/reflection.md');
    const good = readFileSync(page, 'utf8');
    writeFileSync(page, good.replace('claim:', 'clam:'));
    const { status, stdout, stderr } = studypack(['build']);
    writeFileSync(page, good);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(
      `${join('content', 'optics', 'themes', 'reflection.md')}:3:1 error field-unknown`,
    );
    expect(stderr).toContain('Did you mean “claim”?');
    expect(readFileSync(leaflet).equals(before)).toBe(true);
    expect(files('output').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('says when the output folder is a file', () => {
    writeFileSync(join(folder, 'taken'), '');
    const { status, stderr } = studypack(['build', '--out', 'taken']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/write-failed/);
    expect(stderr).not.toMatch(/ {2}at /);
  });

  it('prints a pack’s own product, which is one file', () => {
    const template = join(folder, 'content/optics/templates/poster.md.hbs');
    writeFileSync(template, '---\ntitle: Poster\ndescription: One line.\n---\n# {{text pack.title}}\n');
    const { status } = studypack(['build', '--product', 'poster', '--out', 'own']);
    rmSync(template);
    expect(status).toBe(0);
    expect(files('own')).toEqual(['poster.pdf']);
  });
});

describe('wrong usage', () => {
  it.each([
    [['build', 'optic'], 1, /There is no pack “optic”[\s\S]*Did you mean “optics”\?/],
    [['build', '--product', 'leaflett'], 1, /There is no product “leaflett”[\s\S]*Did you mean “leaflet”\?/],
    [['build', '--paper', 'a44'], 1, /There is no paper “a44”[\s\S]*Did you mean “a4”\?/],
    [['build', '--style', 'standart'], 1, /There is no style “standart”[\s\S]*Did you mean “standard”\?/],
    [['build', '--papper', 'a4'], 2, /There is no option --papper[\s\S]*Did you mean “--paper”\?/],
    [['biuld'], 2, /There is no command “biuld”[\s\S]*Did you mean “build”\?/],
    [[], 2, /Say what to do/],
  ])('%j', (args, code, said) => {
    const { status, stderr } = studypack(args);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/ {2}at /);
    expect(status).toBe(code);
  });
});

describe('studypack check', () => {
  it('writes nothing', () => {
    const { status, stdout } = studypack(['check']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/nothing is wrong/);
    expect(existsSync(join(folder, 'output-of-check'))).toBe(false);
  });
});
