import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readText } from '../../../../src/cli/files/reading/read-files.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MB = 1024 * 1024;

it.each([
  ['book.md', 8 * MB, []],
  ['book.md', 8 * MB + 1, ['file-too-large']],
  ['template.hbs', 2 * MB, []],
  ['style.yaml', 2 * MB + 1, ['file-too-large']],
])('reads as much as a book of Markdown, and less of other files: %s of %i bytes', (name, size, codes) => {
  const path = join(folder, name);
  writeFileSync(path, 'x'.repeat(size));
  const report = createReport();
  expect(readText(path, report)?.length).toBe(codes.length > 0 ? undefined : size);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(codes);
});
