import { describe, expect, it } from 'vitest';
import { readPackSources } from '../../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';

function read(...packs: string[]) {
  const report = createReport();
  const ids = readPackSources(packs, 'content', report).map(({ id }) => id);
  return { ids, codes: report.diagnostics.map(({ code }) => code) };
}

describe('packs that are named', () => {
  it('are all those of a folder of packs', () => {
    const both = { ids: ['never-let-me-go', 'the-water-cycle'], codes: [] };
    expect(read('content')).toEqual(both);
    expect(read('./content/')).toEqual(both);
    expect(read()).toEqual(both);
  });

  it('are read once, however they are named', () => {
    expect(read('content', 'the-water-cycle/', 'content/the-water-cycle').ids).toEqual([
      'never-let-me-go',
      'the-water-cycle',
    ]);
  });

  it('may be a folder in which there is no pack, which is then said of it', () => {
    // Its files are reported where packs are checked.
    expect(read('content/the-water-cycle/items').ids).toEqual(['items']);
    expect(read('nowhere').codes).toEqual(['pack-unknown']);
  });
});
