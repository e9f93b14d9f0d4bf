import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/cli/inputs.ts';
import { printPacks } from '../../src/cli/printing/print-packs.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { fonts, textOf } from '../support.ts';
import { PROGRAM, teacherFolder } from './studypack.ts';

const { folder, studypack } = teacherFolder();
const at = (...path: readonly string[]) => join(folder, ...path);

/** Builds one product, and says which packs were not made, since nothing had changed. */
async function build(out: string, ...more: readonly string[]) {
  const run = await studypack(['build', '--product', 'leaflet', '--out', out, '--json', ...more]);
  const { packs, diagnostics } = JSON.parse(run.stdout);
  return { status: run.status, unchanged: packs?.[0]?.unchanged === true, packs, diagnostics };
}

/** What of a file changes when it is written again, whatever is written. */
const identity = (path: string) => {
  const { ino, mtimeMs } = statSync(path);
  return { ino, mtimeMs };
};

/** Changes a file of the pack for as long as something is done. */
async function withEdit(
  name: string,
  edit: (text: string) => string,
  act: () => Promise<void>,
): Promise<void> {
  const path = at('content/optics', name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, edit(text));
  try {
    await act();
  } finally {
    writeFileSync(path, text);
  }
}

/** The name of the leaflet on some paper: other than its own paper is part of the name. */
const leafletOn = (paper: string) => (paper === 'a4' ? 'leaflet.pdf' : `leaflet.${paper}.pdf`);

describe('a build of what has not changed', () => {
  it('makes nothing and writes nothing, and lists the same files', async () => {
    const first = await studypack(['build', '--product', 'leaflet', '--out', 'same']);
    const before = identity(at('same/optics/leaflet.pdf'));
    const manifest = identity(at('same/.studypack.json'));
    const second = await studypack(['build', '--product', 'leaflet', '--out', 'same']);
    expect(second.status).toBe(0);
    expect(second.stdout).toBe(
      `${first.stdout}Not changed since last time: optics. To print them again, add --force.\n`,
    );
    expect(identity(at('same/optics/leaflet.pdf'))).toEqual(before);
    expect(identity(at('same/.studypack.json'))).toEqual(manifest);
  });

  it('makes it with --force, and does not write what comes out the same', async () => {
    await build('forced');
    const before = identity(at('forced/optics/leaflet.pdf'));
    expect(await build('forced', '--force')).toMatchObject({ status: 0, unchanged: false });
    expect(identity(at('forced/optics/leaflet.pdf'))).toEqual(before);
  });

  it('says again what it warned of', async () => {
    const text = readFileSync(at('content/optics/vocabulary.md'), 'utf8');
    mkdirSync(at('content/warned'));
    writeFileSync(
      at('content/warned/pack.md'),
      '---\ntitle: Warned\nlang: nl\ndate: 2026-01-01\n---\n\nText.\n',
    );
    writeFileSync(at('content/warned/vocabulary.md'), text);
    const args = ['build', 'warned', '--product', 'vocabulary-cards', '--out', 'warned'];
    const first = await studypack(args);
    const second = await studypack(args);
    const json = JSON.parse((await studypack([...args, '--json'])).stdout);
    rmSync(at('content/warned'), { recursive: true });
    expect(first.stderr).toContain('warning furniture-english');
    expect(second).toMatchObject({ status: 0, stderr: first.stderr });
    expect(second.stdout).toContain('Not changed since last time: warned.');
    expect(json.diagnostics).toMatchObject([{ code: 'furniture-english' }]);
  });

  it('remembers preflight only if it was run', async () => {
    const args = ['build', '--product', 'leaflet', '--out', 'judged'];
    await studypack(args);
    const first = await studypack([...args, '--preflight']);
    expect(first.stdout).toContain('Preflight of 1 file, ');
    expect(first.stdout).not.toContain('Not changed');
    const second = await studypack([...args, '--preflight']);
    expect(second.stdout).toContain(first.stdout);
    expect(second.stdout).toContain('Not changed');
    const without = await studypack(args);
    expect(without.stdout).toContain('Not changed');
    expect(without.stdout).not.toContain('Preflight');
  });

  it('knows the pack in several forms', async () => {
    const papers = ['a4', 'a5'];
    for (const paper of papers) await build(`forms/${paper}`, '--paper', paper);
    for (const paper of papers)
      expect(await build(`forms/${paper}`, '--paper', paper)).toMatchObject({ unchanged: true });
    // Into one folder, each is written beside the other.
    for (const unchanged of [false, true])
      for (const paper of papers) {
        expect(await build('one-form', '--paper', paper)).toMatchObject({ status: 0, unchanged });
        expect(readFileSync(at('one-form/optics', leafletOn(paper)))).toEqual(
          readFileSync(at(`forms/${paper}/optics`, leafletOn(paper))),
        );
      }
  });
});

describe('everything is made anew', () => {
  const leaflet = at('anew/optics/leaflet.pdf');
  const manifest = at('anew/.studypack.json');
  const good = async () => {
    await build('anew', '--force');
    expect(await build('anew')).toMatchObject({ unchanged: true });
    return readFileSync(leaflet);
  };

  it('if an output is gone', async () => {
    const bytes = await good();
    rmSync(leaflet);
    expect(await build('anew')).toMatchObject({ status: 0, unchanged: false });
    expect(readFileSync(leaflet)).toEqual(bytes);
  });

  it('if somebody changed an output, also where its size and time are the same', async () => {
    const bytes = await good();
    const { atime, mtime } = statSync(leaflet);
    writeFileSync(leaflet, bytes.with(bytes.length - 1, 0));
    utimesSync(leaflet, atime, mtime);
    expect(await build('anew')).toMatchObject({ status: 0, unchanged: false });
    expect(readFileSync(leaflet)).toEqual(bytes);
  });

  it('if a text changed, also where the clock was set back', async () => {
    const bytes = await good();
    const edit = (text: string) => text.replace('light', 'night');
    await withEdit('themes/reflection.md', edit, async () => {
      const long = new Date('2001-01-01');
      utimesSync(at('content/optics/themes/reflection.md'), long, long);
      expect(await build('anew')).toMatchObject({ status: 0, unchanged: false });
      expect(readFileSync(leaflet)).not.toEqual(bytes);
    });
    expect(await build('anew')).toMatchObject({ status: 0, unchanged: false });
    expect(readFileSync(leaflet)).toEqual(bytes);
  });

  it.each([
    ['is gone', () => undefined],
    ['is empty', () => ''],
    ['was cut off', (text: string) => text.slice(0, text.length / 2)],
    ['is null', () => 'null'],
    ['is a list', () => '[]'],
    ['is of another version', (text: string) => text.replace('"format": 2', '"format": 1')],
    ['claims another hash', (text: string) => text.replace(/("sha256": ")./g, '$1z')],
    ['claims more pages', (text: string) => text.replace(/("pages": )\d+/g, '$199')],
  ] as const)('if what was remembered %s', async (_, change) => {
    const bytes = await good();
    const text = readFileSync(manifest, 'utf8');
    const changed = change(text);
    rmSync(manifest);
    if (changed !== undefined) writeFileSync(manifest, changed);
    expect(await build('anew')).toMatchObject({ status: 0, unchanged: false });
    expect(readFileSync(leaflet)).toEqual(bytes);
    expect(await build('anew')).toMatchObject({ status: 0, unchanged: true });
  });

  it('each time, where nothing can be remembered', async () => {
    rmSync(at('blocked'), { recursive: true, force: true });
    mkdirSync(at('blocked/.studypack.json'), { recursive: true });
    for (const _ of [1, 2])
      expect(await build('blocked')).toMatchObject({ status: 0, unchanged: false, diagnostics: [] });
    expect(readdirSync(at('blocked')).sort()).toEqual(['.studypack.json', 'optics']);
  });

  it('after an error, which is reported each time', async () => {
    const bytes = await good();
    await withEdit(
      'themes/reflection.md',
      (text) => text.replace('claim:', 'clam:'),
      async () => {
        for (const _ of [1, 2]) {
          const { status, packs, diagnostics } = await build('anew');
          expect({ status, packs }).toEqual({ status: 1, packs: [{ pack: 'optics', printed: false }] });
          expect(diagnostics).toMatchObject([{ code: 'field-unknown' }]);
        }
      },
    );
    expect(readFileSync(leaflet)).toEqual(bytes);
    expect(await build('anew')).toMatchObject({ status: 0, unchanged: true });
  });

  it('if a file cannot be read that was not there before', async () => {
    await good();
    writeFileSync(at('content/optics/chapters.md'), Buffer.from([0x23, 0xff, 0xfe]));
    const { status, unchanged } = await build('anew');
    rmSync(at('content/optics/chapters.md'));
    expect({ status, unchanged }).toEqual({ status: 1, unchanged: false });
  });
});

describe('what is remembered', () => {
  const print = async (out: string, beforePrinting = () => {}) => {
    const report = createReport(textOf);
    const inputs = readInputs([at('content/optics')], { product: ['leaflet'] }, report)!;
    beforePrinting();
    const printing = {
      ...{ out: at(out), preflight: false, force: false, clean: false, all: false },
      buildOptions: async () => ({ fonts }),
    };
    const {
      outcomes: [outcome],
    } = await printPacks(inputs, printing, report);
    expect(report.failed()).toBe(false);
    return { ...outcome!, bytes: readFileSync(at(out, 'optics/leaflet.pdf')) };
  };

  it('is what was read, not what is there when it is written', async () => {
    const name = 'themes/reflection.md';
    const text = readFileSync(at('content/optics', name), 'utf8');
    const before = await print('read');
    await withEdit(
      name,
      (old) => old.replace('light', 'night'),
      async () => {
        // Read with the edit, and written when it has been undone.
        const edited = await print('read', () => writeFileSync(at('content/optics', name), text));
        expect(edited.bytes).not.toEqual(before.bytes);
        const after = await print('read');
        expect(after).toMatchObject({ unchanged: false });
        expect(after.bytes).toEqual(before.bytes);
      },
    );
  });

  it('claims nothing that two builds at once did not leave there', async () => {
    const args = (paper: string, out: string) => [
      'build',
      '--product',
      'leaflet',
      '--paper',
      paper,
      '--out',
      out,
    ];
    const ended = ['a4', 'a5'].map(
      (paper) =>
        new Promise<number | null>((resolve) =>
          spawn(process.execPath, [PROGRAM, ...args(paper, 'race')], { cwd: folder, stdio: 'ignore' }).on(
            'exit',
            resolve,
          ),
        ),
    );
    expect(await Promise.all(ended)).toEqual([0, 0]);
    for (const paper of ['a4', 'a5', 'a4']) {
      await studypack(args(paper, 'race'));
      await studypack(args(paper, `alone-${paper}`));
      expect(readFileSync(at('race/optics', leafletOn(paper)))).toEqual(
        readFileSync(at(`alone-${paper}`, 'optics', leafletOn(paper))),
      );
    }
    expect(readdirSync(at('race')).sort()).toEqual(['.studypack.json', 'optics']);
  });

  it('is nothing of a class set', async () => {
    writeFileSync(at('class.csv'), 'name,seat\nAda Adler,1\nBo Bell,2\n');
    await build('named');
    const before = readFileSync(at('named/.studypack.json'), 'utf8');
    expect((await studypack(['set', 'quiz', '--roster', 'class.csv', '--out', 'named'])).status).toBe(0);
    expect(readFileSync(at('named/.studypack.json'), 'utf8')).toBe(before);
    expect(await build('named')).toMatchObject({ unchanged: true });
  });

  it('names every file of a pack that is there, also of products that were printed before', async () => {
    await build('list');
    await studypack(['build', '--product', 'vocabulary-cards', '--out', 'list']);
    const known = () => {
      const { packs } = JSON.parse(readFileSync(at('list/.studypack.json'), 'utf8'));
      return packs[0].files.map(({ path }: { path: string }) => path).sort();
    };
    expect(known()).toEqual(['optics/leaflet.pdf', 'optics/vocabulary-cards.pdf']);
    rmSync(at('list/optics/vocabulary-cards.pdf'));
    await build('list', '--paper', 'a5');
    expect(known()).toEqual(['optics/leaflet.a5.pdf', 'optics/leaflet.pdf']);
  });

  it('is not touched by check, which leaves no folder', async () => {
    expect((await studypack(['check'])).status).toBe(0);
    expect(existsSync(at('output'))).toBe(false);
  });
});
