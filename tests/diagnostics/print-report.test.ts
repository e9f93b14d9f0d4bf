import { describe, expect, it } from 'vitest';
import { printReport } from '../../src/diagnostics/print-report.ts';
import { createReport } from '../../src/diagnostics/report.ts';

describe('a printed report', () => {
  it('has the first hundred findings of a code in a file, and says how many more there are', () => {
    const report = createReport();
    for (let line = 1; line <= 5000; line++)
      report.add('reference-unknown', { file: 'a.md', line, column: 1 }, `Nothing has the id “k${line}”.`);
    report.add('reference-unknown', { file: 'b.md', line: 1, column: 1 }, 'Nothing has the id “k”.');
    const printed = printReport(report.diagnostics, { colour: false });
    expect(printed.split('\n').length).toBeLessThan(400);
    expect(printed).toContain('a.md:100:1 ');
    expect(printed).not.toContain('a.md:101:1 ');
    expect(printed).toContain('b.md:1:1 ');
    expect(printed).toMatch(/a\.md has 4900 more of reference-unknown\.\n\n5001 errors$/);
  });
});
