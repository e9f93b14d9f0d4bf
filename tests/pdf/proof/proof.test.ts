import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Laid } from '../../../src/pages/laid.ts';
import type { Mark } from '../../../src/pages/page.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { contactSheet } from '../../../src/pdf/proof/contact-sheet.ts';
import { openRenderer, type Renderer } from '../../../src/pdf/proof/open-renderer.ts';
import { pairSides } from '../../../src/pdf/proof/pair-sides.ts';
import type { ProofFile, ProofPage } from '../../../src/pdf/proof/proof-file.ts';
import { fonts } from '../../support.ts';

describe('sheets of a file', () => {
  it('have one page each where they are printed on one side', () => {
    expect(pairSides(3, false)).toEqual([{ front: 0 }, { front: 1 }, { front: 2 }]);
  });

  it('have two pages each where they are printed on both, and the last may have one', () => {
    expect(pairSides(3, true)).toEqual([{ front: 0, back: 1 }, { front: 2 }]);
    expect(pairSides(0, true)).toEqual([]);
  });
});

/** A page of 100 by 200 points with a rectangle in its upper half. */
function pageWith(fill: number | readonly [number, number, number]): Uint8Array {
  const whole = { x: 0, y: 0, width: 100, height: 200 };
  const mark: Mark = {
    kind: 'shape',
    structureRef: { artifact: 'layout' },
    outline: { box: { x: 0, y: 0, width: 100, height: 100 } },
    fill,
  };
  const laid: Laid = {
    pages: [
      {
        width: 100,
        height: 200,
        boxes: { trim: whole, bleed: whole, crop: whole },
        label: '1',
        marks: [mark],
      },
    ],
    structure: { node: 0, role: 'Document', children: [] },
    outline: [],
    destinations: {},
    images: [],
  };
  return paint(laid, fonts, { title: 'A page', lang: 'en', date: new Date(0) });
}

describe('a picture of a page', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await openRenderer(50);
  });
  afterAll(() => renderer.close());

  it('shows what stands where, in grey where nothing has colour', async () => {
    const [page] = (await renderer.render(pageWith(0), 10))!;
    expect(page).toMatchObject({ width: 100, height: 200, picture: { width: 50, height: 100 } });
    const { data, channels } = decode(page!.picture.bytes);
    expect(channels).toBe(1);
    // Row 25 of 100 is in the black half, row 75 in the white one.
    expect([data[25 * 50 + 25], data[75 * 50 + 25]]).toEqual([0, 255]);
  });

  it('keeps colours', async () => {
    const [page] = (await renderer.render(pageWith([1, 0, 0]), 10))!;
    const { data, channels } = decode(page!.picture.bytes);
    expect(channels).toBe(3);
    const at = (25 * 50 + 25) * 3;
    expect([...data.slice(at, at + 3)]).toEqual([255, 0, 0]);
  });

  it('is made of as many pages as asked for', async () => {
    expect(await renderer.render(pageWith(0), 0)).toEqual([]);
  });

  it('cannot be made of what is no PDF', async () => {
    expect(await renderer.render(new TextEncoder().encode('%PDF-1.7 and no more'), 10)).toBeUndefined();
    expect(await renderer.render(new Uint8Array(), 10)).toBeUndefined();
  });
});

const page = (findings: ProofPage['findings'] = []): ProofPage => ({
  width: 100,
  height: 200,
  picture: { bytes: new Uint8Array([1, 2, 3]), width: 50, height: 100 },
  trim: { x: 0, y: 0, width: 100, height: 200 },
  findings,
});

const file = (more: Partial<ProofFile> = {}): ProofFile => ({
  path: 'pack/cards.pdf',
  title: 'Cards',
  pages: [page(), page(), page()],
  findings: [],
  ...more,
});

describe('a contact sheet', () => {
  it('shows each page once', () => {
    const html = contactSheet([file(), file({ path: 'pack/other.pdf' })]);
    expect(html.match(/<image /g)).toHaveLength(6);
    expect(new Set(html.match(/<figure id="[^"]*"/g))).toHaveLength(6);
    expect(html).toContain(
      '2 files, 6 pages, 6 sheets of paper for one copy of each. No problems were found.',
    );
  });

  it('pairs fronts and backs', () => {
    const html = contactSheet([file({ sides: 'long-edge' })]);
    const leaves = html.split('<div class="leaf">').slice(1);
    expect(leaves.map((leaf) => leaf.match(/<image /g)!.length)).toEqual([2, 1]);
    expect(leaves[0]).toContain('2 · sheet 1, back');
    expect(html).toContain('2 sheets of paper');
  });

  it('marks what was found where it is, and says it below', () => {
    const finding = {
      severity: 'error',
      message: 'Too “near”.',
      box: { x: 10, y: 20, width: 30, height: 5 },
    } as const;
    const html = contactSheet([file({ pages: [page([finding])], findings: [] })]);
    // 3 points wider on each side.
    expect(html).toContain('<rect x="7" y="17" width="36" height="11"');
    expect(html).toContain('<li>Too “near”.</li>');
    expect(html).toContain('1 finding, marked on the pages.');
  });

  it('draws the safe area 5 mm from the edges, and the cut where it is not the edge', () => {
    // 5 mm are 14.17 points.
    expect(contactSheet([file()])).toContain('<rect x="14.17" y="14.17" width="71.65" height="171.65"');
    expect(contactSheet([file()])).not.toContain('#06c');
    const cut = { ...page(), trim: { x: 5, y: 5, width: 90, height: 190 } };
    expect(contactSheet([file({ pages: [cut] })])).toContain(
      '<rect x="5" y="5" width="90" height="190" fill="none" stroke="#06c"',
    );
  });

  it('takes no title for HTML, and asks nothing of the network', () => {
    const html = contactSheet([file({ title: '<script>"&\'</script>' })]);
    expect(html).not.toContain('<script');
    expect(html).toContain('&#60;script&#62;&#34;&#38;&#39;&#60;/script&#62;');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
