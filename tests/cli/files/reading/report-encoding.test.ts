import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readText } from '../../../../src/cli/files/reading/read-files.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(bytes: Uint8Array) {
  const path = join(folder, 'a.md');
  writeFileSync(path, bytes);
  const report = createReport();
  const text = readText(path, report);
  return { text, found: report.diagnostics.map(({ where, message }) => `${where.line} ${message}`) };
}

describe('a file that is not UTF-8', () => {
  it.each([
    [
      'Latin-1',
      Buffer.from('# One\n\nAt the caf\xe9 in Z\xfcrich\n', 'latin1'),
      /^3 .*Windows-1252.* “At the café in Zürich”/,
    ],
    ['Windows-1252', Buffer.from('\x93Look\x94\n', 'latin1'), /^1 .* “““Look””|“Look”/],
    ['UTF-16', Buffer.from('\uFEFF# One\n', 'utf16le'), /^1 The file is saved as UTF-16/],
    ['UTF-16 without a mark', Buffer.from('# Zwölf Ödipus\n', 'utf16le'), /^1 The file is saved as UTF-16/],
    [
      'a document of Word',
      Buffer.from('PK\x03\x04\xff\xfe', 'latin1'),
      /^1 This is an archive or a document of Word/,
    ],
  ])('is said to be %s, with the line', (_, bytes, message) => {
    const { text, found } = read(bytes);
    expect(text).toBeUndefined();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });
});

describe('accents that are written one by one', () => {
  it('are the same letters', () => {
    const composed = '# Café, Åse, ça, ﬀ, 豈, Ω\n';
    expect(read(Buffer.from(composed.normalize('NFD'), 'utf8')).text).toBe(
      read(Buffer.from(composed.normalize('NFC'), 'utf8')).text,
    );
    // Signs that a normal form would change into others stay.
    expect(read(Buffer.from('\uF900 \u2126 ﬀ\n', 'utf8')).text).toBe('\uF900 \u2126 ﬀ\n');
  });
});
