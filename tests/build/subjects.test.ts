import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import { lintPack } from '../../src/assessment/lint/lint-pack.ts';
import { build } from '../../src/build/build.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { lackingFor } from '../../src/templates/lacking-for.ts';
import { selectProducts } from '../../src/templates/select-products.ts';
import { options, textOf } from '../support.ts';
import { english } from '../words-in.ts';

const PAPERS = ['a4', 'letter'] as const;
const STYLES = ['standard', 'ink-saver', 'dyslexia', 'large-print-18', 'large-print-24'] as const;
const WAYS = PAPERS.flatMap((paper) => STYLES.map((style) => ({ paper, style })));

const templates = readTemplateSet(createReport());

/** The packs that stand for a subject each. `le-phare` has mistakes on purpose and is tested elsewhere. */
const PACKS = readdirSync('tests/packs').filter((name) => !['le-phare', 'optics'].includes(name));

/**
 * Every product of each pack is printed in one of the ten ways, so that each way prints some products of each pack. All
 * products in all ways would take ten times as long.
 */
describe.each(PACKS)('the pack %s', (id) => {
  const folder = `tests/packs/${id}`;
  const [source] = readPackSources([folder], 'content', createReport());
  const pack = readPack(id, folder, source!.content, TABLES.entryKinds, createReport())!;
  const all = { names: [], places: [], all: true };
  const { made } = selectProducts([source!.templates, templates], [], english, createReport(), all);
  // Whoever asks for a product by name gets it even of too little, or an error.
  const products = made.filter((product) => !lackingFor(product, pack)).map(({ name }) => name);
  const first = PACKS.indexOf(id) * 3;

  it('prints all its products, on both papers and in all styles, without a finding', async () => {
    let files = 0;
    for (const [way, { paper, style }] of WAYS.entries()) {
      const wanted = products.filter((_, index) => (index + first) % WAYS.length === way);
      const report = createReport(textOf);
      const findings: unknown[] = [];
      const documents = await build(
        [source!],
        templates,
        options({
          paper,
          style,
          products: wanted,
          onPreflight: (path, _, found) => findings.push(...found.map((one) => ({ path, ...one }))),
        }),
        report,
      );
      expect({
        paper,
        style,
        wanted,
        findings,
        said: report.diagnostics.filter(
          ({ code }) => !['puzzle-word-left-out', 'product-empty'].includes(code),
        ),
      }).toEqual({
        paper,
        style,
        wanted,
        findings: [],
        said: [],
      });
      files += documents.length;
    }
    expect(files).toBeGreaterThan(10);
  });

  it('has no flaws in its questions', () => {
    const report = createReport(textOf);
    const pack = readPack(id, folder, source!.content, TABLES.entryKinds, report)!;
    lintPack({ pack, assessment: readAssessment(pack, TABLES.questionKinds, english, report) }, report);
    expect(report.diagnostics).toEqual([]);
  });
});
