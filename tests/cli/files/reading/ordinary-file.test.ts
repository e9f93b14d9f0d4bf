import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../../../src/cli/files/reading/read-bytes.ts';
import { readText } from '../../../../src/cli/files/reading/read-files.ts';
import { readSourceFiles } from '../../../../src/cli/files/reading/read-source-files.ts';
import { createReport, type Report } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const READERS: Readonly<Record<string, (path: string, report: Report) => unknown>> = {
  'a text': readText,
  bytes: (path, report) => readBytes(path, 1000, report),
  'a book': (path, report) => readSourceFiles(path, report)[0],
};

describe.skipIf(process.platform === 'win32').each(Object.entries(READERS))('%s', (_, read) => {
  const messageOf = (path: string) => {
    const report = createReport();
    expect(read(path, report)).toBeUndefined();
    return report.diagnostics[0]?.message;
  };

  it('is not read from a device or a pipe, which may never end', () => {
    expect(messageOf('/dev/zero')).toMatch(/it is not an ordinary file/);
    const pipe = join(mkdtempSync(join(folder, 'pipe-')), 'pipe.md');
    execFileSync('mkfifo', [pipe]);
    expect(messageOf(pipe)).toMatch(/it is not an ordinary file/);
  });

  it('is read through a link', () => {
    const at = mkdtempSync(join(folder, 'link-'));
    writeFileSync(join(at, 'a.md'), 'text');
    symlinkSync(join(at, 'a.md'), join(at, 'link.md'));
    const report = createReport();
    expect(read(join(at, 'link.md'), report)).toBeDefined();
    expect(report.diagnostics).toEqual([]);
  });
});
