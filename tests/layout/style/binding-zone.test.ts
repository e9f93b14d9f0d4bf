import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { type PageOptions, pageSetup } from '../../../src/layout/paging/page-setup.ts';
import { bindingZone } from '../../../src/layout/style/binding-zone.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import { mm } from '../../../src/pages/length.ts';
import type { Mark } from '../../../src/pages/page.ts';
import { layOutFolder, nowhere } from '../../support.ts';

const styles = readStyles(readTemplateSet(createReport()).styles, createReport());
const wishes: PageOptions = {
  columns: 1,
  'margin-column': 0,
  'two-sided': true,
  furniture: false,
  cover: false,
  'head-left': '',
  'head-right': '',
  'foot-left': '',
  'foot-right': '',
};
const A4 = { width: mm(210), height: mm(297) };
const around = { values: { pack: '', product: '', title: '' }, at: nowhere, perSheet: 1 };

describe('a strip for holes and staples', () => {
  it('is as wide as the style says, or as a staple needs', () => {
    expect(bindingZone({ punch: 16, staple: 'corner' })).toEqual({ width: 16, token: 'punch' });
    expect(bindingZone({ punch: 0, staple: 'corner' })).toEqual({ width: 14, token: 'staple' });
    expect(bindingZone({ punch: 0, staple: 'none' }).width).toBe(0);
  });

  it('is kept free where a product’s own margin or measure is narrower', () => {
    const style = { ...styles.get('standard')!, punch: 25 };
    const margins = (more: Partial<PageOptions>, bound: boolean) =>
      pageSetup(A4, { ...wishes, ...more }, style, { ...around, bound }).margins;
    expect(margins({ margin: 5 }, true).inner).toBeCloseTo(mm(25), 6);
    expect(margins({ margin: 5 }, true).outer).toBeCloseTo(mm(5), 6);
    // 210 less 180 leaves 15 on either side; where the margins are wider, these count.
    expect(margins({ measure: 180 }, true).inner).toBeCloseTo(mm(25), 6);
    expect(margins({ margin: 30 }, true).inner).toBeCloseTo(mm(30), 6);
    // What is folded or cut into cards is not punched.
    expect(margins({ margin: 5 }, false).inner).toBeCloseTo(mm(5), 6);
  });

  it('is free of text on every sheet of every style, on the right of left-hand pages', () => {
    for (const [name, style] of styles) {
      const zone = mm(bindingZone(style).width);
      expect(zone).toBeGreaterThan(mm(15));
      const { documents } = layOutFolder('tests/packs/optics', { style: name });
      const sheets = documents.filter(({ draft }) => !draft.job.product.settings.imposition);
      expect(sheets.length).toBeGreaterThan(3);
      for (const { draft, pages } of sheets) {
        const twoSided = draft.job.product.settings['two-sided'];
        for (const [index, { from, to }] of reachOf(pages).entries()) {
          const verso = twoSided && index % 2 === 1;
          const free = verso ? pages.pages[index]!.width - to : from;
          if (free < zone) expect.fail(`${draft.job.name} in ${name}, page ${index + 1}: ${free / mm(1)} mm`);
        }
      }
    }
  });
});

/** From where to where text stands on each page. */
function reachOf(laid: Laid): { from: number; to: number }[] {
  const reach = (marks: readonly Mark[]): { from: number; to: number }[] =>
    marks.flatMap((mark) => {
      if (mark.kind === 'text') return [{ from: mark.x, to: mark.x + mark.width }];
      if (mark.kind !== 'group') return [];
      return reach(mark.marks).map(({ from, to }) => ({
        from: mark.x + from * mark.scale,
        to: mark.x + to * mark.scale,
      }));
    });
  return laid.pages.map((page) => {
    const all = reach(page.marks);
    return { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) };
  });
}
