import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figuresIn } from '../../src/blocks/figures-in.ts';
import type { PackDraft } from '../../src/build/jobs/draft.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import { bindingZone } from '../../src/layout/style/binding-zone.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import type { Style } from '../../src/layout/style/style.ts';
import { READABLE_CONTRAST } from '../../src/pages/contrast.ts';
import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import { mm } from '../../src/pages/length.ts';
import type { Colour, Mark, TextMark } from '../../src/pages/page.ts';
import { textContrasts } from '../../src/pages/text-contrasts.ts';
import { forPrinting } from '../../src/pdf/inks/for-printing.ts';
import { isForTeachers, isInBlack } from '../../src/templates/plan-jobs.ts';
import { fonts, layOutFolder, nowhere } from '../support.ts';

const report = createReport();
const styles = readStyles(readTemplateSet(report).styles, report);
const names = [...styles.keys()];

/** Everything that is printed of these packs, in every style: laid out here alone, and asked all that has to hold in each. */
const PACKS = ['tests/packs/optics', 'content/the-water-cycle', 'content/never-let-me-go'];
const printed = new Map(
  names.map((style) => [style, PACKS.map((folder) => ({ folder, ...layOutFolder(folder, { style }) }))]),
);
const documentsIn = (style: string) => printed.get(style)!.flatMap(({ documents }) => documents);
const built = names.flatMap(documentsIn);
/** What has no figures, which keep their own letters and colours: of the novel, what shows most of a style. */
const PRODUCTS = ['handout', 'worksheet', 'quote-cards', 'often-quoted', 'timeline', 'coverage'];
const isCompared = ({ job: { name, product } }: PackDraft) =>
  name.startsWith('optics/') || (name.startsWith('never-let-me-go/') && PRODUCTS.includes(product.name));
const laidIn: ReadonlyMap<string, ReadonlyMap<string, Laid>> = new Map(
  names.map((style) => [
    style,
    new Map(
      documentsIn(style).flatMap(({ draft, pages }) => (isCompared(draft) ? [[draft.job.name, pages]] : [])),
    ),
  ]),
);

const textMarks = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textMarks(mark.marks) : [],
  );
const textsOf = (laid: Laid) => laid.pages.flatMap((page) => textMarks(page.marks));

/** The labels of lists and the headings of a document, in reading order: what is numbered in it. */
function labels(laid: Laid): string[] {
  const bySlot = new Map<number, string>();
  for (const { structureRef, text } of textsOf(laid))
    if ('slot' in structureRef) bySlot.set(structureRef.slot, (bySlot.get(structureRef.slot) ?? '') + text);
  const walk = (node: StructureNode): string[] =>
    /^(Lbl|H\d)$/.test(node.role)
      ? [
          node.children
            .map((child) => ('slot' in child ? bySlot.get(child.slot) : walk(child).join('')))
            .join(''),
        ]
      : node.children.flatMap((child) => ('role' in child ? walk(child) : []));
  return walk(laid.structure);
}

describe('every style', () => {
  it('is one of five, and sets all its own tokens', () => {
    expect(names.sort()).toEqual(['dyslexia', 'ink-saver', 'large-print-18', 'large-print-24', 'standard']);
    const tokens = (name: string) => Object.keys(parse(readFileSync(`templates/styles/${name}`, 'utf8')));
    for (const file of readdirSync('templates/styles')) expect(tokens(file)).toEqual(tokens('standard.yaml'));
  });

  it('prints the same files, with the same headings and numbers in the same order', () => {
    const standard = laidIn.get('standard')!;
    expect([...standard.values()].flatMap(labels).length).toBeGreaterThan(200);
    // The print list counts the sheets of the others, and large print takes more of them.
    const alike = [...standard].filter(([name]) => !name.endsWith('/print-list'));
    for (const style of names)
      for (const [name, laid] of alike)
        expect([name, labels(laidIn.get(style)!.get(name)!)]).toEqual([name, labels(laid)]);
  });

  it('sets no letter under its smallest size', () => {
    for (const style of names) {
      const sizes = [...laidIn.get(style)!.values()].flatMap(textsOf).map((mark) => mark.size);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(styles.get(style)!['smallest-size']);
    }
    expect(styles.get('large-print-18')!['smallest-size']).toBe(18);
    expect(styles.get('large-print-24')!['smallest-size']).toBe(24);
  });

  it('keeps its text on the page, clear of the edge', () => {
    for (const style of names)
      for (const [name, { pages }] of laidIn.get(style)!)
        for (const page of pages)
          for (const mark of page.marks)
            if (mark.kind === 'text') {
              expect([name, mark.x >= 10]).toEqual([name, true]);
              expect([name, mark.x + mark.width <= page.width - 10]).toEqual([name, true]);
              expect([name, mark.y <= page.height - 10]).toEqual([name, true]);
            }
  });
});

describe('the styles for readers who need clear type', () => {
  const clear = ['dyslexia', 'large-print-18', 'large-print-24'];

  it('have no italics, no serifs, no words in capitals of ours, and one column', () => {
    for (const style of clear) {
      const texts = [...laidIn.get(style)!.values()].flatMap(textsOf);
      expect(texts.filter((mark) => /italic|serif/.test(mark.face))).toEqual([]);
      expect(texts.filter((mark) => mark.text.includes('TEACHER'))).toEqual([]);
      expect(texts.some((mark) => mark.text.startsWith('Teacher ·'))).toBe(true);
      const asides = [...laidIn.get(style)!.values()].flatMap((laid) => JSON.stringify(laid.structure));
      expect(asides.filter((structure) => structure.includes('"Note"'))).toEqual([]);
    }
    const standard = [...laidIn.get('standard')!.values()].flatMap(textsOf);
    expect(standard.some((mark) => mark.text.startsWith('TEACHER ·'))).toBe(true);
  });

  it('put fewer cards on a sheet rather than make type smaller', () => {
    const perSheet = (style: string) =>
      laidIn
        .get(style)!
        .get('never-let-me-go/quote-cards')!
        .pages[0]!.marks.filter((mark) => mark.kind === 'group').length;
    expect(names.map((style) => [style, perSheet(style)])).toEqual([
      ['dyslexia', 4],
      ['ink-saver', 8],
      ['large-print-18', 4],
      ['large-print-24', 2],
      ['standard', 8],
    ]);
  });
});

describe('the style that the authors’ guide shows', () => {
  it('is a whole one', () => {
    const text = /as `styles\/clear\.yaml`:\n\n```yaml\n([^`]*)```/.exec(
      readFileSync('docs/authoring/own-products.md', 'utf8'),
    )![1]!;
    const found = createReport();
    const read = readStyles([{ path: 'styles/clear.yaml', name: 'clear.yaml', text }], found);
    expect(found.diagnostics).toEqual([]);
    expect(read.get('clear')!.figures).toBe('old-style');
  });

  it('may not name a file in place of a family, nor a size under its smallest', () => {
    const text = readFileSync('templates/styles/standard.yaml', 'utf8');
    const wrong = (changed: string) => {
      const found = createReport();
      expect(readStyles([{ path: 'a.yaml', name: 'a.yaml', text: changed }], found).size).toBe(0);
      return found.diagnostics.map(({ code, where }) => [code, text.split('\n')[where.line - 1]]);
    };
    expect(wrong(text.replace('body-font: serif', 'body-font: ../../secret.ttf'))).toEqual([
      ['field-malformed', 'body-font: serif'],
    ]);
    expect(wrong(text.replace('smallest-size: 6.5', 'smallest-size: 8.5'))).toEqual([
      ['field-malformed', 'furniture-size: 8'],
    ]);
  });
});

describe('hyphenation', () => {
  it('is left out where a style says so', () => {
    const text = readFileSync('templates/styles/standard.yaml', 'utf8').replace(
      'hyphenate: yes',
      'hyphenate: no',
    );
    const style = readStyles([{ path: 'a.yaml', name: 'a.yaml', text }], createReport()).get('a')!;
    const words = 'Representation and characterisation notwithstanding, incomprehensibility '
      .repeat(20)
      .trim();
    const hyphens = (used: Style) =>
      textsOf(
        layOut(
          [{ kind: 'paragraph', at: nowhere, look: 'body', text: [{ kind: 'text', text: words }] }],
          {
            setup: {
              width: 400,
              height: 800,
              margins: { inner: 40, outer: 40, top: 40, bottom: 40 },
              twoSided: false,
              columns: { count: 1, gap: 0 },
            },
            style: used,
            fonts,
            language: createLanguage('en'),
          },
          createReport(),
        ),
      ).filter((mark) => mark.text.includes('\u00AD')).length;
    expect(hyphens(styles.get('standard')!)).toBeGreaterThan(0);
    expect(hyphens(style)).toBe(0);
  });
});

describe('the ink saver', () => {
  it('prints black and nothing else', () => {
    const colours = new Set<string>();
    const walk = (marks: readonly Mark[]) => {
      for (const mark of marks) {
        if (mark.kind === 'group') walk(mark.marks);
        else if (mark.kind === 'text') colours.add(JSON.stringify(mark.colour));
        else if (mark.kind === 'shape') {
          // White costs no ink.
          if (mark.fill !== undefined && mark.fill !== 1) colours.add(JSON.stringify(mark.fill));
          if (
            mark.stroke &&
            mark.structureRef &&
            !('artifact' in mark.structureRef && mark.structureRef.artifact === 'page')
          )
            colours.add(JSON.stringify(mark.stroke.colour));
        }
      }
    };
    for (const laid of laidIn.get('ink-saver')!.values()) for (const page of laid.pages) walk(page.marks);
    expect([...colours]).toEqual(['0']);
  });
});

describe('everything that is printed', () => {
  it.each(names)('in %s can be read, in colour and in gray', async (style) => {
    const finish = forPrinting({ grey: true });
    let texts = 0;
    for (const { documents, report } of printed.get(style)!) {
      expect(documents.length).toBeGreaterThan(0);
      for (const { draft, pages } of documents) {
        const grey = await finish(pages, report);
        for (const [look, laid] of [
          ['colour', pages],
          ['gray', grey],
        ] as const)
          for (const page of laid.pages)
            for (const found of textContrasts(page.marks)) {
              texts++;
              if (found.contrast < READABLE_CONTRAST)
                expect.fail(`${draft.job.name} in ${look}: “${found.text}” has ${found.contrast}`);
            }
      }
    }
    expect(texts).toBeGreaterThan(5000);
  });

  it('comes without a finding, and without a coverage that nobody asked for', () => {
    for (const { folder, report, documents } of printed.get('standard')!) {
      expect([folder, report.diagnostics]).toEqual([folder, []]);
      expect(documents.map(({ draft }) => draft.job.product.name)).not.toContain('coverage');
    }
  });
});

describe('a strip for holes and staples', () => {
  it('is free of text on every sheet of every style, on the right of left-hand pages', () => {
    for (const [name, style] of styles) {
      const zone = mm(bindingZone(style).width);
      expect(zone).toBeGreaterThan(mm(15));
      const { documents } = printed.get(name)!.find(({ folder }) => folder === 'tests/packs/optics')!;
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

describe('files that are printed in black', () => {
  const files = built.filter(({ draft }) => isInBlack(draft.job));

  it('have no colour of their own on any page, in any style', () => {
    const plain = files.filter(({ draft }) => figuresIn(draft.blocks).length === 0);
    expect(plain.length).toBeGreaterThan(100);
    for (const { draft, pages } of plain)
      expect([draft.job.name, pages.pages.flatMap(({ marks }) => hues(marks))]).toEqual([draft.job.name, []]);
  });

  it('are all papers, schemes, keys, worksheets, and what is for teachers', () => {
    const names = (wanted: typeof built) => [...new Set(wanted.map(({ draft }) => draft.job.product.name))];
    expect(names(files)).toEqual(
      expect.arrayContaining(['exam-paper', 'mark-scheme', 'marking-sheet', 'worksheet', 'print-list']),
    );
    expect(built.filter(({ draft }) => isForTeachers(draft.job) && !isInBlack(draft.job))).toEqual([]);
    expect(built.filter(({ draft }) => draft.job.output === 'key' && !isInBlack(draft.job))).toEqual([]);
  });

  it('keep the colours of pictures that an author put in', () => {
    const sheet = files.find(({ draft }) => draft.job.name.endsWith('worksheet/round-and-round-core'))!;
    expect(sheet.pages.pages.flatMap(({ marks }) => hues(marks)).length).toBeGreaterThan(0);
  });
});

describe('files that are read on', () => {
  it('keep the colours of their style', () => {
    const coloured = built.filter(({ pages }) => pages.pages.some(({ marks }) => hues(marks).length > 0));
    const names = new Set(coloured.map(({ draft }) => draft.job.product.name));
    expect([...names]).toEqual(expect.arrayContaining(['handout', 'reading-guide']));
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

const colours = (marks: readonly Mark[]): Colour[] =>
  marks.flatMap((mark) => {
    if (mark.kind === 'group') return colours(mark.marks);
    if (mark.kind === 'text') return [mark.colour];
    if (mark.kind !== 'shape') return [];
    return [mark.fill, mark.stroke?.colour].filter((colour) => colour !== undefined);
  });
/** Greys are numbers: one ink on paper. */
const hues = (marks: readonly Mark[]) => colours(marks).filter((colour) => typeof colour !== 'number');
