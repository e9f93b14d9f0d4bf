import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import { hasMarks } from '../../src/assessment/papers/pick-items.ts';
import { build, layOutAll } from '../../src/build/build.ts';
import type { PackSource } from '../../src/build/jobs/build-options.ts';
import { createStageMemory } from '../../src/build/memory/stage-memory.ts';
import { checkFinished } from '../../src/build/read-back/check-finished.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { allPhrases } from '../../src/words/say.ts';
import type { Words } from '../../src/words/words.ts';
import { layOutPack, options } from '../support.ts';
import { english } from '../words-in.ts';
import { asIfRead } from './as-if-read.ts';

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

/** More would only take longer: what one item does to the next shows with a few. */
const MOST_ITEMS = 5;

/** The items of a pack to choose from: all of its bank, and those that a paper may ask. */
function bankOf({ id, folder, content }: PackSource) {
  const report = createReport();
  const pack = readPack(id, folder, content, TABLES.entryKinds, report)!;
  const { items } = readAssessment(pack, TABLES.questionKinds, english, report);
  return { all: items.map((item) => item.id), marked: items.filter(hasMarks).map((item) => item.id) };
}

const packs = readPackSources(['tests/packs/optics', 'content/never-let-me-go'], 'content', createReport());
const templates = readTemplateSet(createReport());

/** A paper and a worksheet that somebody might put together. */
const anything = ({ all, marked }: ReturnType<typeof bankOf>) =>
  fc.record({
    items: fc.shuffledSubarray(marked, { minLength: 1, maxLength: Math.min(MOST_ITEMS, marked.length) }),
    sheet: fc.shuffledSubarray(all, { minLength: 1, maxLength: Math.min(MOST_ITEMS, all.length) }),
    shuffle: fc.boolean(),
    seed: fc.nat({ max: 99 }),
    cut: fc.nat({ max: MOST_ITEMS }),
    forms: fc.integer({ min: 1, max: 2 }),
    answers: fc.constantFrom('apart', 'last-page', 'upside-down'),
  });
type Anything = ReturnType<typeof anything> extends fc.Arbitrary<infer Value> ? Value : never;

/** The pack with that paper and that worksheet alone. */
function packWith(
  source: PackSource,
  { items, sheet, shuffle, seed, cut, forms, answers }: Anything,
): PackSource {
  const sections = [items.slice(0, cut), items.slice(cut)].filter(({ length }) => length > 0);
  const paper = `---\ntitle: Any\nduration: 60\nseed: ${seed}\nforms: [${['A', 'B'].slice(0, forms).join(', ')}]\nsections:\n${sections
    .map(
      (ids, index) =>
        `  - title: Section ${index + 1}\n    items: [${ids.join(', ')}]\n    shuffle: ${shuffle ? 'yes' : 'no'}\n`,
    )
    .join('')}---\n`;
  const worksheet = `---\ntitle: Any sheet\nitems: [${sheet.join(', ')}]\nseed: ${seed}\nforms: ${forms}\nanswers: ${answers}\n---\n`;
  return {
    ...source,
    content: [
      ...source.content.filter(({ name }) => !/^(papers|worksheets)\//.test(name)),
      { path: 'papers/any.md', name: 'papers/any.md', text: paper },
      { path: 'worksheets/any-sheet.md', name: 'worksheets/any-sheet.md', text: worksheet },
    ],
  };
}

/** Of a worksheet alone, without those of themes. */
const WISHES = { products: ['exam-paper', 'mark-scheme', 'worksheet'], only: ['any', 'any-sheet'] };

describe.each(packs.map((source) => [source.id, source] as const))('any items of %s', (_, source) => {
  const bank = bankOf(source);
  const memory = createStageMemory();

  it('make papers, schemes, worksheets and keys whose pages agree', () => {
    fc.assert(
      fc.property(anything(bank), (made) => {
        const report = createReport();
        const laid = layOutAll([packWith(source, made)], templates, options({ ...WISHES, memory }), report);
        expect(report.diagnostics).toEqual([]);
        expect(laid.length).toBeGreaterThanOrEqual(2 * made.forms + 2);
        const finished = laid.map(({ draft, pages }) => ({ draft, pdf: asIfRead(pages) }));
        checkFinished(finished, printedBy(finished[0]!.draft.words), report);
        expect(report.diagnostics).toEqual([]);
      }),
      { numRuns: 25, seed: 20261128 },
    );
  });

  it('still agree as finished files', async () => {
    await fc.assert(
      fc.asyncProperty(anything(bank), async (made) => {
        const report = createReport();
        const files = await build(
          [packWith(source, made)],
          templates,
          options({ ...WISHES, memory }),
          report,
        );
        expect(report.diagnostics).toEqual([]);
        expect(files.length).toBeGreaterThanOrEqual(2 * made.forms + 2);
      }),
      { numRuns: 2, seed: 20261129 },
    );
  });

  it('disagree as soon as a number is another', () => {
    const report = createReport();
    const [item] = bank.marked;
    const made: Anything = {
      items: [item!],
      sheet: [item!],
      shuffle: false,
      seed: 1,
      cut: 0,
      forms: 1,
      answers: 'apart',
    };
    const laid = layOutAll([packWith(source, made)], templates, options({ ...WISHES, memory }), report);
    const finished = laid.map(({ draft, pages }) => ({ draft, pdf: asIfRead(pages, '1', '7') }));
    checkFinished(finished, printedBy(finished[0]!.draft.words), report);
    const codes = new Set(report.diagnostics.map(({ code }) => code));
    expect([...codes]).toContain('paper-drift');
  });
});

/** What templates may print of themselves. */
const printedBy = (words: Words) => [
  ...[...templates.templates, ...templates.partials].map(({ text }) => text),
  ...allPhrases(words),
];
