import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printerNamed } from '../src/cli/files/printers/printers.ts';
import { CODES } from '../src/diagnostics/diagnostic.ts';
import { printReport } from '../src/diagnostics/print-report.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { layOutFolder, textOf } from './support.ts';

/** Each folder of tests/bad is a pack that is wrong in the way its name says, up to `--`. */
describe('a pack that is wrong', () => {
  for (const name of readdirSync('tests/bad').filter((folder) => !folder.endsWith('.txt'))) {
    it(name, async () => {
      // A printer named test, if there is a file of printers beside the pack.
      const path = join('tests/bad', name, 'printers.yaml');
      const offset = existsSync(path)
        ? printerNamed('test', { path, text: textOf(path)! }, createReport())
        : undefined;
      // A way to put pages on sheets, if there is a file with its name.
      const impose = textOf(join('tests/bad', name, 'impose'))?.trim();
      const { report, documents } = layOutFolder(join('tests/bad', name, 'demo'), {
        ...(offset && { offset }),
        ...(impose && { impose }),
      });
      const code = name.split('--')[0] as keyof typeof CODES;
      const codes = report.diagnostics.map((diagnostic) => diagnostic.code);
      expect(codes).toContain(code);
      expect(report.failed()).toBe(CODES[code] === 'error');
      if (CODES[code] === 'warning') expect(documents.length).toBeGreaterThan(0);
      await expect(`${printReport(report.diagnostics, { colour: false, textOf })}\n`).toMatchFileSnapshot(
        `bad/${name}.txt`,
      );
    });
  }
});
