import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { type PageOptions, pageSetup } from '../../../src/layout/paging/page-setup.ts';
import { bindingZone } from '../../../src/layout/style/binding-zone.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { mm } from '../../../src/pages/length.ts';
import { nowhere } from '../../support.ts';

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
});
