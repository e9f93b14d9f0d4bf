import { describe, expect, it } from 'vitest';
import { checkPackNames } from '../../../../src/cli/files/reading/check-pack-names.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { reservedName } from '../../../../src/diagnostics/reserved-name.ts';

function check(...folders: string[]) {
  const report = createReport();
  checkPackNames(folders, report);
  return report.diagnostics.map(({ code, where, message }) => `${code} ${where.file}: ${message}`);
}

describe('packs that are printed together', () => {
  it('have names of their own', () => {
    expect(check('content/p', 'other/p')).toEqual([
      'collision other/p: This pack and content/p have the same name, so their files would overwrite one another.',
    ]);
    for (const [one, other] of [
      ['p', 'P'],
      ['Macbeth', 'MACBETH'],
      ['étude', 'e\u0301tude'],
      ['Étude', 'e\u0301tude'],
    ] as const)
      expect(check(`content/${one}`, `content/${other}`)[0]).toMatch(/are the same on Windows and macOS/);
    expect(check('content/p', 'content/q', 'content/p-2')).toEqual([]);
  });

  it('have names that a folder can have everywhere', () => {
    for (const name of ['CON', 'nul', 'Lpt1', 'aux.old', 'poems.', 'poems ', 'what?'])
      expect(check(`content/${name}`)[0], name).toMatch(/^name-reserved /);
    for (const name of ['console', 'com10', 'lpt', 'annul', 'poems.old'])
      expect(reservedName(name)).toBeUndefined();
  });
});
