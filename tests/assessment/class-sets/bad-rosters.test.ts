import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../../src/diagnostics/diagnostic.ts';
import { printReport } from '../../../src/diagnostics/print-report.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { pageText } from '../../../src/pdf/reading/text-of.ts';
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

  it('has formulas and markup for names, which are printed as they are', async () => {
    const odd = [
      '=HYPERLINK(A1;B2)',
      '{{pack.title}} *Bo*',
      '<b>Cy</b> [Di](file:///x)',
      '@SUM(1) `Ed` &amp; __Flo__',
    ];
    const rows = odd.map((name, index) => `"${name}",${index + 1}\n`).join('');
    const { report, files } = await makeSet({ roster: roster(`name,seat\n${rows}`) });
    expect(report.diagnostics).toEqual([]);
    const copies = (await readPdf('quiz.pdf', files[0]!.bytes, createReport()))!;
    const text = copies.pages.map(pageText).join('\n').replaceAll(/\s/g, '');
    for (const name of odd) expect(text).toContain(name.replaceAll(' ', ''));
    expect(copies.pages.flatMap(({ annotations }) => annotations)).toEqual([]);
  });

  it('has more rows than any school has pupils', async () => {
    const rows = Array.from({ length: 10001 }, (_, index) => `Pupil ${index}`);
    const { report } = await makeSet({ roster: roster(`name\n${rows.join('\n')}\n`) });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
  });
});
