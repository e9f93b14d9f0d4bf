import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../src/build/build.ts';
import { readPackSources, readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { fonts, layOutFolder, options } from '../../support.ts';
import { readablePdf } from '../readable-pdf.ts';

const info = { title: 'A & B <c>', author: 'O’Neill “x”', lang: 'en-GB', date: new Date(0) };
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const { documents } = layOutFolder('tests/packs/optics');
const handout = documents.find(({ draft }) => draft.job.name.endsWith('/straight-lines'))!.pages;

describe('a painted document', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await paint(handout, fonts, info);
  });

  it('gives its words back, with real spaces', async () => {
    const page = await (await open(bytes)).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Nothing bends it: the edges of the beam are as straight at the far wall as at the torch.',
    );
  });

  it('has the structure of its pages', async () => {
    const tree = await (await (await open(bytes)).getPage(1)).getStructTree();
    const roles: string[] = [];
    const walk = (node: { role?: string; children?: unknown[] }) => {
      if (node.role) roles.push(node.role);
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk(tree as never);
    expect(roles.slice(0, 5)).toEqual(['Root', 'Document', 'H1', 'P', 'Note']);
    for (const role of ['L', 'LI', 'Lbl', 'LBody', 'BlockQuote', 'Table', 'TH', 'TD', 'Link'])
      expect(roles).toContain(role);
  });

  it('declares PDF/UA-1 and PDF/A-2a, with its title escaped', async () => {
    const raw = readablePdf(bytes);
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(raw).toContain('A &#38; B &#60;c&#62;');
    const { info: read } = (await (await open(bytes)).getMetadata()) as unknown as {
      info: { Title: string; Language: string };
    };
    expect(read.Title).toBe('A & B <c>');
    expect(read.Language).toBe('en-GB');
  });

  it('has its boxes, an outline and its link', async () => {
    const raw = readablePdf(bytes);
    expect(raw).toContain('/TrimBox [0 0 595.276 841.89]');
    expect(raw).not.toContain('/UserUnit');
    const document = await open(bytes);
    expect((await document.getOutline())[0]!.title).toBe('Straight lines');
    const links = await (await document.getPage(1)).getAnnotations();
    expect(links.map((link: { url: string }) => link.url)).toEqual(['https://example.org/waves']);
  });

  it('is the same every time, and has another identifier for other pages', async () => {
    const again = await paint(handout, fonts, info);
    expect(hash(again)).toBe(hash(bytes));
    const other = await paint(documents[0]!.pages, fonts, info);
    const idOf = (raw: string) => /\/ID \[<([0-9a-f]+)>/.exec(raw)?.[1];
    expect(idOf(readablePdf(bytes))).toMatch(/^[0-9a-f]{32}$/);
    expect(idOf(readablePdf(other))).not.toBe(idOf(readablePdf(bytes)));
  });

  it('is the same from pages that went through JSON', async () => {
    expect(hash(await paint(JSON.parse(JSON.stringify(handout)) as Laid, fonts, info))).toBe(hash(bytes));
  });

  it('uses no RGB black and embeds no font but ours', async () => {
    const operators = await (await (await open(bytes)).getPage(1)).getOperatorList();
    expect(operators.fnArray.length).toBeGreaterThan(100);
    expect(readablePdf(bytes)).not.toMatch(/Helvetica/);
    expect(readablePdf(bytes)).toMatch(/\/BaseFont \/[A-Z]{6}\+SourceSerif4-Regular/);
  });
});

describe('small capitals and old-style figures', () => {
  it('read back as the letters that were written, from one font', async () => {
    const box = { x: 0, y: 0, width: 200, height: 100 };
    const line = (face: string, y: number): Laid['pages'][number]['marks'][number] => ({
      kind: 'text',
      structureRef: { slot: 0 },
      x: 10,
      y,
      text: 'Aa Kk 1897',
      face,
      size: 12,
      colour: 0,
      wordSpace: 0,
      letterSpace: 0,
      width: 100,
    });
    // A small capital A is one glyph, for A and for a.
    const marks = ['serif+c2sc+smcp+onum', 'serif'].map((face, at) => line(face, 20 + at * 20));
    const laid: Laid = {
      pages: [{ width: 200, height: 100, boxes: { trim: box, bleed: box, crop: box }, label: '1', marks }],
      structure: { node: 0, role: 'Document', children: [{ node: 1, role: 'P', children: [{ slot: 0 }] }] },
      outline: [],
      destinations: {},
      images: [],
    };
    const bytes = await paint(laid, fonts, info);
    const { items } = await (await (await open(bytes)).getPage(1)).getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str] : []));
    expect(words).toEqual(['Aa Kk 1897', 'Aa Kk 1897']);
    expect(readablePdf(bytes).match(/\/FontFile2/g)).toHaveLength(1);
  });
});

describe('marks that layout does not make yet', () => {
  it('are painted: a picture, and a group that is turned and scaled with a link in it', async () => {
    const box = { x: 0, y: 0, width: 200, height: 100 };
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCB5fgFTQAAAABJRU5ErkJggg==';
    const laid: Laid = {
      pages: [
        {
          width: 200,
          height: 100,
          boxes: { trim: box, bleed: box, crop: box },
          label: '1',
          marks: [
            {
              kind: 'image',
              structureRef: { slot: 0 },
              image: 'dot',
              box: { x: 10, y: 20, width: 30, height: 40 },
            },
            {
              kind: 'group',
              x: 100,
              y: 50,
              turn: 90,
              scale: 0.5,
              role: 'page 1',
              marks: [
                {
                  kind: 'link',
                  node: 2,
                  box: { x: 0, y: 0, width: 40, height: 20 },
                  target: { url: 'https://example.org/' },
                  contents: 'x',
                },
              ],
            },
          ],
        },
      ],
      structure: {
        node: 0,
        role: 'Document',
        children: [
          { node: 1, role: 'Figure', alt: 'A dot', children: [{ slot: 0 }] },
          { node: 2, role: 'Link', alt: 'x', children: [] },
        ],
      },
      outline: [],
      destinations: {},
      images: [{ name: 'dot', format: 'png', data: png }],
    };
    const page = await (await open(await paint(laid, fonts, info))).getPage(1);
    const [link] = await page.getAnnotations();
    // Turned clockwise, 40 × 20 at half size is 10 wide and 20 high, to the left of and below (100, 50) from the top.
    expect(link.rect).toEqual([90, 30, 100, 50]);
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const { fnArray, argsArray } = await page.getOperatorList();
    expect(
      fnArray.some(
        (operator: number) =>
          operator === OPS.paintImageXObject ||
          operator === OPS.paintInlineImageXObject ||
          operator === OPS.paintImageMaskXObject,
      ),
    ).toBe(true);
    const transforms = argsArray
      .filter((_: unknown, index: number) => fnArray[index] === OPS.transform)
      .map((args: ArrayLike<number>) => Array.from(args));
    expect(transforms).toContainEqual([30, 0, 0, -40, 10, 60]);
  });
});

describe('build', () => {
  it('returns every stage beside each PDF when asked to keep them', async () => {
    const report = createReport();
    const files = await build(
      readPackSources(['tests/packs/optics'], 'content', report),
      readTemplateSet(report),
      options({ keep: true, products: ['leaflet'] }),
      report,
    );
    expect(files.map(({ path }) => path)).toEqual(
      ['pdf', 'pack.json', 'filled.md', 'blocks.json', 'pages.txt'].map(
        (ending) => `optics/leaflet.${ending}`,
      ),
    );
  });
});
