import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../../src/diagnostics/diagnostic.ts';
import { printReport } from '../../../src/diagnostics/print-report.ts';
import { makeSet, roster } from '../../build/make-set.ts';
import { textOf } from '../../support.ts';

const FOLDER = 'tests/bad-rosters';

/** Each file is a roster that is wrong in the way its name says, up to `--`. */
describe('a roster that is wrong', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.csv')))
    it(name, async () => {
      const path = `${FOLDER}/${name}`;
      const { report, built } = await makeSet({
        roster: { path, bytes: new Uint8Array(readFileSync(path)) },
      });
      const code = name.replace('.csv', '').split('--')[0] as keyof typeof CODES;
      expect(report.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
      expect(report.failed()).toBe(CODES[code] === 'error');
      expect(built !== undefined).toBe(CODES[code] === 'warning');
      await expect(`${printReport(report.diagnostics, { colour: false, textOf })}\n`).toMatchFileSnapshot(
        `../../bad-rosters/${name.replace('.csv', '.txt')}`,
      );
    });

  it('has more rows than any school has pupils', async () => {
    const rows = Array.from({ length: 10001 }, (_, index) => `Pupil ${index}`);
    const { report } = await makeSet({ roster: roster(`name\n${rows.join('\n')}\n`) });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
  });
});
