import { describe, expect, it } from 'vitest';
import { gatherKinds } from '../../src/diagnostics/gather-kinds.ts';
import { createReport } from '../../src/diagnostics/report.ts';

const at = (file: string, line: number, column = 1) => ({ file, line, column });

describe('findings of one kind', () => {
  it('are one for each file, at the first place, with their number', () => {
    const report = createReport();
    for (const place of [at('b.md', 9), at('b.md', 4, 7), at('b.md', 4, 3), at('a.md', 2)])
      report.add('glyph-missing', place, 'No font has ∎.', 'Replace it.', undefined, '∎');
    report.add('glyph-missing', at('b.md', 1), 'No font has ∀.', 'Replace it.', undefined, '∀');
    expect(gatherKinds(report.diagnostics).map(({ where, message }) => [where, message])).toEqual([
      [at('b.md', 4, 3), 'No font has ∎. This file has it in 3 places.'],
      [at('a.md', 2), 'No font has ∎.'],
      [at('b.md', 1), 'No font has ∀.'],
    ]);
  });

  it('are not counted twice if they are gathered twice', () => {
    const report = createReport();
    for (const line of [1, 2])
      report.add('glyph-missing', at('b.md', line), 'No.', undefined, undefined, 'x');
    const once = gatherKinds(report.diagnostics);
    expect(gatherKinds(once)).toEqual(once);
  });

  it('leaves all others as they are', () => {
    const report = createReport();
    for (const line of [2, 1, 3]) report.add('glyph-missing', at('b.md', line), 'No font has ∎.');
    expect(gatherKinds(report.diagnostics)).toEqual(report.diagnostics);
  });
});
