import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { PackSource } from '../../src/build/jobs/build-options.ts';
import { createStageMemory } from '../../src/build/memory/stage-memory.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { layOutPack, options } from '../support.ts';

const STYLES = ['standard', 'dyslexia', 'ink-saver', 'large-print-18', 'large-print-24'];
const PRODUCTS = ['exam-paper', 'mark-scheme', 'marking-sheet'];

const paperOf = (items: readonly string[], more = '', section = '') =>
  `---\ntitle: Quiz\nduration: 10\nseed: 1\n${more}sections:\n  - title: All\n    items: [${items.join(', ')}]\n${section}---\n`;

const essay = (id: string) =>
  `## Discuss ${id}.\nid: ${id}\nkind: extended\nmarks: 10\n\n### Indicative content\n\nPoints.\n`;
const short = (id: string, more = '') => `## Name ${id}.\nid: ${id}\nmarks: 1\n${more}\nA lamp.\n`;

/** Papers that have neither objectives, levels nor boxes to tick. */
const FILES = {
  'items.md': [
    essay('essay'),
    essay('other'),
    short('one'),
    short('two', 'stimulus: [a, b]\n'),
    short('three', 'stimulus: b\n'),
  ].join('\n'),
  'stimuli.md': '## A\nsource: A letter\n\nOne text.\n\n## B\n\nAnother text.\n',
  'papers/one-essay.md': paperOf(['essay']),
  'papers/one-answer.md': paperOf(['one']),
  'papers/choice.md': paperOf(['essay', 'other'], 'forms: [A, B]\n', '    answer: 1\n'),
  'papers/sources.md': paperOf(['one', 'two', 'essay', 'three']),
};

describe('papers without boxes to tick, objectives or levels', () => {
  it.each(STYLES)('are printed in %s, with their schemes and marking sheets', (style) => {
    const { report, documents } = layOutPack(FILES, { style, products: PRODUCTS });
    expect(report.diagnostics).toEqual([]);
    expect(
      documents.map(({ draft }) => draft.name.replace('demo/', '').replace(`.${style}`, '')).sort(),
    ).toEqual([
      'exam-paper/choice-a',
      'exam-paper/choice-b',
      'exam-paper/one-answer-a',
      'exam-paper/one-essay-a',
      'exam-paper/sources-a',
      ...['choice', 'one-answer', 'one-essay', 'sources'].map((name) => `mark-scheme/${name}-scheme`),
      ...['choice', 'one-answer', 'one-essay', 'sources'].map((name) => `marking-sheet/${name}`),
    ]);
  });
});

const RUNS = 4;
/** More would only take longer: what one item does to the next shows with a few. */
const MOST_ITEMS = 5;

describe('any items of a bank', () => {
  const packs = readPackSources(['tests/packs/optics', 'content/never-let-me-go'], 'content', createReport());
  const templates = readTemplateSet(createReport());

  it.each(packs.map((source) => [source.id, source] as const))(
    'of %s make a paper, a scheme and a key that agree',
    async (_, source) => {
      const memory = createStageMemory();
      const bank = idsOf(source);
      const subsets = fc.record({
        items: fc.shuffledSubarray(bank, { minLength: 1, maxLength: Math.min(MOST_ITEMS, bank.length) }),
        shuffle: fc.boolean(),
        seed: fc.nat({ max: 99 }),
        cut: fc.nat({ max: MOST_ITEMS }),
      });
      await fc.assert(
        fc.asyncProperty(subsets, async ({ items, shuffle, seed, cut }) => {
          const sections = [items.slice(0, cut), items.slice(cut)].filter(({ length }) => length > 0);
          const paper = `---\ntitle: Any\nduration: 60\nseed: ${seed}\nsections:\n${sections
            .map(
              (ids, index) =>
                `  - title: Section ${index + 1}\n    items: [${ids.join(', ')}]\n    shuffle: ${shuffle ? 'yes' : 'no'}\n`,
            )
            .join('')}---\n`;
          const report = createReport();
          const content = [
            ...source.content.filter(({ name }) => !/^(papers|worksheets)\//.test(name)),
            { path: 'papers/any.md', name: 'papers/any.md', text: paper },
          ];
          const files = await build(
            [{ ...source, content }],
            templates,
            options({ products: ['exam-paper', 'mark-scheme'], memory }),
            report,
          );
          expect(report.diagnostics).toEqual([]);
          expect(files).toHaveLength(2);
        }),
        { numRuns: RUNS, seed: 20261128 },
      );
    },
  );
});

/** The ids of the items of a pack. */
const idsOf = ({ content }: PackSource): string[] =>
  content
    .filter(({ name }) => /^items(\.md|\/)/.test(name))
    .flatMap(({ text }) => [...text.matchAll(/^id: (.+)$/gm)].map((match) => match[1]!));
