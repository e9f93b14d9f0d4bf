import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readNamedPictures, readPictureFiles } from '../../../../src/cli/files/reading/read-pictures.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'a.png');

describe('the pictures of a folder', () => {
  it('are read when they are first asked for, and then kept', () => {
    writeFileSync(path, 'first');
    const report = createReport();
    const [picture] = readPictureFiles(folder, report);
    writeFileSync(path, 'second');
    expect(new TextDecoder().decode(picture!.bytes)).toBe('second');
    writeFileSync(path, 'third');
    expect(new TextDecoder().decode(picture!.bytes)).toBe('second');
    expect(new TextDecoder().decode(picture!.read!())).toBe('second');
  });

  it('are read once by who looks at each of them, and then uses them', () => {
    writeFileSync(path, 'first');
    const [picture] = readPictureFiles(folder, createReport());
    expect(new TextDecoder().decode(picture!.read!())).toBe('first');
    writeFileSync(path, 'second');
    expect(new TextDecoder().decode(picture!.bytes)).toBe('first');
  });

  it('are not kept by who looks at each of them, if there are many or large ones', () => {
    const many = mkdtempSync(join(folder, 'many-'));
    for (const name of ['a', 'b', 'c'])
      writeFileSync(join(many, `${name}.png`), Buffer.alloc(15 * 1024 * 1024, 1));
    const pictures = readPictureFiles(many, createReport());
    for (const picture of pictures) picture.read!();
    for (const picture of pictures) writeFileSync(picture.path, 'other');
    expect(pictures.map(({ bytes }) => bytes.length)).toEqual([15 * 1024 * 1024, 15 * 1024 * 1024, 5]);
    rmSync(many, { recursive: true });
  });

  it('are reported if they have gone by the time they are asked for', () => {
    writeFileSync(path, 'first');
    const report = createReport();
    const [picture] = readPictureFiles(folder, report);
    expect(report.diagnostics).toEqual([]);
    rmSync(path);
    expect(picture!.bytes.length).toBe(0);
    expect(report.diagnostics.map(({ where }) => where.file)).toEqual([path]);
  });

  it('that may not be read are reported at once', () => {
    writeFileSync(path, 'first');
    chmodSync(path, 0);
    const report = createReport();
    const found = readPictureFiles(folder, report);
    // Whoever may read everything is not asked.
    if (process.getuid?.() !== 0) expect(report.diagnostics).toHaveLength(1);
    expect(found.length + report.diagnostics.length).toBe(1);
  });
});

describe('pictures that are larger than any that is printed', () => {
  it('are not read', () => {
    writeFileSync(path, '');
    for (const [size, codes] of [
      [20 * 1024 * 1024, []],
      [20 * 1024 * 1024 + 1, ['picture-too-large']],
    ] as const) {
      truncateSync(path, size);
      const report = createReport();
      expect(readPictureFiles(folder, report)).toHaveLength(1 - codes.length);
      expect(report.diagnostics.map(({ code }) => code)).toEqual(codes);
    }
    rmSync(path);
  });
});

describe.skipIf(process.platform === 'win32')('the pictures that a text names', () => {
  it('are below its folder, also if a link or a way round leads elsewhere', () => {
    const own = join(folder, 'own');
    mkdirSync(join(own, 'below'), { recursive: true });
    mkdirSync(join(folder, 'own-other'));
    for (const name of ['own/in.png', 'own/below/in.png', 'out.png', 'own-other/out.png'])
      writeFileSync(join(folder, name), 'x');
    symlinkSync(join(folder, 'out.png'), join(own, 'link.png'));
    symlinkSync(folder, join(own, 'way'));
    symlinkSync(join(own, 'in.png'), join(own, 'own-link.png'));
    const names = [
      'in.png',
      'below/in.png',
      'own-link.png',
      'link.png',
      'way/out.png',
      '../out.png',
      'below/../../out.png',
      '../own-other/out.png',
      'none.png',
      'below',
    ];
    const found = readNamedPictures(
      own,
      names.map((name) => `${own}/${name}`),
      createReport(),
    );
    expect(found.map((one) => one.path.slice(own.length + 1))).toEqual([
      'in.png',
      'below/in.png',
      'own-link.png',
    ]);
    expect(readNamedPictures(own, ['/etc/passwd', '/dev/zero'], createReport())).toEqual([]);
  });
});
