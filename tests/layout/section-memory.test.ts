import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/blocks/block.ts';
import { parseMarkdown } from '../../src/blocks/markdown/parse-markdown.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import { laySection } from '../../src/layout/lay-section.ts';
import type { PageSetup } from '../../src/layout/paging/page-setup.ts';
import { createSectionMemory, type SectionMemory } from '../../src/layout/section-memory.ts';
import { english } from '../words-in.ts';
import { SMALL_PAGES } from './small-pages.ts';

const parse = (text: string): Block[] =>
  parseMarkdown({ text, file: 'any.md', origins: [], blocks: TABLES.blocks, words: english }, createReport());

const cover = (name: string) => parse(`# ${name}\n\nSeat of ${name}.`);
const rest = parse(
  [
    '~~~new-page\n~~~\n\n## One\n\nSome words.[^1]\n\n[^1]: A note.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    '~~~new-page\nrecto: true\n~~~\n\n## Two\n\nSee [one](#one).\n\n- [ ] first\n- [ ] second',
  ].join('\n\n'),
);

/** A memory that keeps nothing. */
const NO_MEMORY: SectionMemory = { lay: laySection };

/** Lays out documents one after another with one memory, and gives each beside what it is without a memory. */
function layOutEach(documents: readonly (readonly Block[])[], more: Partial<PageSetup> = {}) {
  const memory = createSectionMemory();
  const options = { ...SMALL_PAGES, setup: { ...SMALL_PAGES.setup, ...more } };
  return documents.map((blocks) => {
    const reports = [createReport(), createReport()] as const;
    return {
      shared: layOut(blocks, options, reports[0], memory),
      alone: layOut(blocks, options, reports[1], NO_MEMORY),
      findings: reports.map(({ diagnostics }) => diagnostics),
    };
  });
}

describe('sections that are remembered', () => {
  it('are the same as without a memory, whatever comes before them', () => {
    // Long names add lines, nodes and a page to the cover.
    const name = fc.array(fc.constantFrom('Ada', 'Bartholomew', 'of', 'Winchester'), {
      minLength: 1,
      maxLength: 60,
    });
    const paragraphs = fc.array(name, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(paragraphs, { minLength: 2, maxLength: 6 }), (covers) => {
        const documents = covers.map((parts) => [
          ...parts.flatMap((words) => parse(`Seat of ${words.join(' ')}.`)),
          ...rest,
        ]);
        for (const { shared, alone } of layOutEach(documents)) expect(shared).toEqual(alone);
      }),
      { numRuns: 25 },
    );
  });

  it('share their marks, so that a painter can tell that they are alike', () => {
    const [, second, third] = layOutEach([
      [...parse('Ada'), ...rest],
      [...parse('Bo'), ...rest],
      [...parse('Cy'), ...rest],
    ]);
    const marksOf = (each: typeof second, page: number) => each!.shared.pages[page]!.marks;
    expect(marksOf(second, 1).length).toBeGreaterThan(0);
    marksOf(second, 1).forEach((mark, index) => {
      if (mark.kind === 'text') expect(marksOf(third, 1)[index]).toBe(mark);
    });
    expect(marksOf(second, 0)[0]).not.toBe(marksOf(third, 0)[0]);
  });

  it('are laid out anew if the headings of the document, their room or their findings are other', () => {
    const wide = parse(`~~~new-page\n~~~\n\n${'x'.repeat(200)}`);
    const each = layOutEach([
      [...cover('Ada'), ...rest],
      [...cover('Bo'), ...rest],
      [...parse('Ada'), ...wide],
      [...parse('Bo'), ...wide],
    ]);
    for (const { shared, alone, findings } of each) {
      expect(shared).toEqual(alone);
      expect(findings[0]).toEqual(findings[1]);
    }
    expect(each[3]!.findings[0]!.length).toBeGreaterThan(0);
  });

  it('make no difference to a document that is tried at several sizes or laid out again for its index', () => {
    const words = (count: number) =>
      Array.from({ length: count }, (_, index) => `Word ${index % 9} of it.`).join(' ');
    const contents = parse('~~~contents\ndepth: 2\n~~~\n\n## First');
    const index =
      '~~~new-page\n~~~\n\n## Index\n\n~~~index\nterms:\n  - { name: Three, words: [Word 3] }\n~~~';
    const after = '~~~new-page\n~~~\n\n## Last\n\nWord 3 again.';
    for (const count of [40, 180, 230, 260]) {
      const blocks = [...contents, ...parse(words(count)), ...rest, ...parse(`${index}\n\n${after}`)];
      const fits: Partial<PageSetup>[] = [
        { tighten: 1 },
        { wholePages: 'all' },
        { fit: { pages: 8, each: 'document', looks: ['body'], smallest: 7, shared: 1, sides: 1 } },
      ];
      for (const more of fits) {
        const [{ shared, alone } = {}] = layOutEach([blocks], more);
        expect(shared).toEqual(alone);
        expect(shared!.pages.length).toBeGreaterThan(3);
      }
    }
  });
});
