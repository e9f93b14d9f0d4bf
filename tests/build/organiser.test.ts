import { describe, expect, it } from 'vitest';
import type { Laid } from '../../src/pages/laid.ts';
import type { Mark } from '../../src/pages/page.ts';
import { layOutFolder } from '../support.ts';

const PACKS = [
  'content/never-let-me-go',
  'content/the-water-cycle',
  'tests/packs/in-der-stadt',
  'tests/packs/le-phare',
  'tests/packs/leaving-home',
  'tests/packs/the-crimean-war',
  'tests/packs/the-open-harbour',
];
/** Packs that are laid out in every style. */
const OPTIONS: Readonly<Record<string, readonly object[]>> = {
  'tests/packs/le-phare': [{ style: 'dyslexia' }, { style: 'ink-saver' }],
  'tests/packs/the-crimean-war': [{}, { style: 'large-print-18' }, { style: 'large-print-24' }],
};
const PRODUCTS = ['knowledge-organiser', 'organiser-with-gaps'];

/** The lines to fill in at the head of pages with gaps. */
const LABEL = /^(?:Name|Class|Nom|Classe)\s*$/;

const marksOf = (laid: Laid): Mark[] => laid.pages.flatMap(({ marks }) => marks);
const boxesOf = (laid: Laid) =>
  laid.pages.map(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'shape' && 'box' in mark.outline ? [mark.outline.box] : [])),
  );
/** The words of the boxes, each with its place, without the feet of the pages. */
const wordsOf = (laid: Laid) =>
  new Map(
    laid.pages.flatMap(({ marks }, page) =>
      marks.flatMap((mark): [string, string][] =>
        mark.kind === 'text' && 'slot' in mark.structureRef
          ? [[`${page} ${mark.x} ${mark.y} ${mark.face} ${mark.size}`, mark.text]]
          : [],
      ),
    ),
  );

describe.each(PACKS)('the knowledge organiser of %s', (folder) => {
  it.each(OPTIONS[folder] ?? [{}, { paper: 'letter' }])(
    'and its pages with gaps have the same boxes at the same places: %o',
    (options) => {
      const { report, documents } = layOutFolder(folder, { products: PRODUCTS, ...options });
      expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const [whole, ...gapped] = documents.map(({ pages }) => pages);
      expect(gapped).toHaveLength(3);
      const shown = wordsOf(whole!);
      const counts = gapped.map((pages) => {
        expect(boxesOf(pages)).toEqual(boxesOf(whole!));
        // Every word that is left is where the organiser has it.
        const left = [...wordsOf(pages)].filter(([, text]) => !LABEL.test(text));
        for (const [place, text] of left) expect(shown.get(place)).toBe(text);
        return shown.size - left.length;
      });
      // Each level leaves out more than the one before.
      expect(counts[0]).toBeGreaterThan(0);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    },
  );

  it('is one page with type of 8 points or more', () => {
    const { documents } = layOutFolder(folder, { products: PRODUCTS });
    for (const { pages } of documents) {
      expect(pages.pages).toHaveLength(1);
      for (const mark of marksOf(pages))
        if (mark.kind === 'text' && 'slot' in mark.structureRef) expect(mark.size).toBeGreaterThanOrEqual(8);
    }
  });
});
