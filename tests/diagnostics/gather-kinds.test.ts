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

  it('list what they are about', () => {
    const report = createReport();
    const about = (line: number, subject: string, file = 'a.md') =>
      report.add('link-dropped', at(file, line), `No ${subject}.`, 'Hint.', undefined, {
        kind: 'link',
        subject,
      });
    for (const [index, name] of ['b', 'a', 'c', 'a'].entries()) about(index + 1, name);
    about(1, 'b', 'b.md');
    about(2, 'd', 'b.md');
    expect(gatherKinds(report.diagnostics).map(({ message }) => message)).toEqual([
      'No b. The same applies to a and c. That is 4 places.',
      'No b. The same applies to d.',
    ]);
  });

  it('list no more than can be read', () => {
    const report = createReport();
    for (let line = 1; line <= 61; line++)
      report.add('link-dropped', at('a.md', line), 'No.', undefined, undefined, {
        kind: 'link',
        subject: `“${line}”`,
      });
    const [{ message } = { message: '' }, ...others] = gatherKinds(report.diagnostics);
    expect(others).toEqual([]);
    expect(message).toMatch(/^No\. The same applies to “2”, “3”, .*, “21” and 40 others\.$/);
  });

  it('are errors for each thing that they are about', () => {
    const report = createReport();
    for (const subject of ['a', 'b', 'a'])
      report.add(
        'alt-missing',
        at('a.md', report.diagnostics.length + 1),
        `No ${subject}.`,
        undefined,
        undefined,
        {
          kind: 'picture',
          subject,
        },
      );
    expect(gatherKinds(report.diagnostics).map(({ message }) => message)).toEqual([
      'No a. This file has it in 2 places.',
      'No b.',
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
