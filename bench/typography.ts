import type { Block, Paragraph } from '../src/blocks/block.ts';
import { layOutAll } from '../src/build/build.ts';
import { TABLES } from '../src/build/tables/tables.ts';
import { readFonts } from '../src/cli/files/reading/read-fonts.ts';
import { readPackSources, readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import { allPassages } from '../src/content/all-passages.ts';
import { readPack } from '../src/content/read-pack.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { createLanguage } from '../src/layout/language/language.ts';
import { layOut } from '../src/layout/lay-out.ts';
import type { PageSetup } from '../src/layout/paging/page-setup.ts';
import { readStyles } from '../src/layout/style/read-styles.ts';
import type { Style } from '../src/layout/style/style.ts';
import { createFontBook } from '../src/pages/fonts/font-book.ts';
import { mm } from '../src/pages/length.ts';
import { measureTypography, type TextArea, type Typography } from './measure-typography.ts';

/**
 * Prints what a reader’s eye would trip over: for a long text made of the packs’ own sentences, at a wide and a narrow
 * measure, and for every product. Nothing here passes or fails.
 */

const WORDS = 75_000;
const HERE = { file: 'bench', line: 1, column: 1 };

const report = createReport();
const fonts = createFontBook(readFonts());
const templates = readTemplateSet(report);
const packs = readPackSources([], 'content', report);
const standard = readStyles(templates.styles, report).get('standard')!;

/** The same numbers from 0 to 1 on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** So many words of the packs’ sentences in any order, as paragraphs of two to seven, a heading now and then. */
function longText(words: number): Block[] {
  const sentences = packs.flatMap((source) => {
    const pack = readPack(source.id, source.folder, source.content, TABLES.entryKinds, report);
    const prose = (pack ? allPassages(pack) : []).flatMap(({ text }) => text.split(/\n{2,}/));
    return prose
      .filter((paragraph) => /^[\p{L}“]/u.test(paragraph))
      .flatMap(
        (paragraph) =>
          paragraph
            .replace(/[*_`]/g, '')
            .replace(/\s+/g, ' ')
            .match(/[^.!?]+[.!?]+[”’]?/g) ?? [],
      )
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.split(' ').length > 5);
  });
  const next = numbers(7);
  const blocks: Block[] = [];
  for (let count = 0; count < words; ) {
    const own = Array.from(
      { length: 2 + Math.floor(next() * 6) },
      () => sentences[Math.floor(next() * sentences.length)]!,
    );
    if (blocks.length % 9 === 0)
      blocks.push({
        kind: 'heading',
        at: HERE,
        level: blocks.length === 0 ? 1 : 2,
        text: [{ kind: 'text', text: own[0]!.split(' ').slice(0, 5).join(' ') }],
      });
    const text = own.join(' ');
    blocks.push({
      kind: 'paragraph',
      at: HERE,
      look: 'body',
      text: [{ kind: 'text', text }],
    } satisfies Paragraph);
    count += text.split(' ').length;
  }
  return blocks;
}

function setupOf(measure: number): PageSetup {
  const width = mm(210);
  const side = (width - mm(measure)) / 2;
  const margins = { inner: side, outer: side, top: mm(16), bottom: mm(18) };
  return { width, height: mm(297), margins, columns: { count: 1, gap: 0 }, twoSided: true };
}

const areaIn =
  ({ width, height, margins }: PageSetup) =>
  (page: number): TextArea => ({
    left: page % 2 === 0 ? margins.inner : margins.outer,
    right: width - (page % 2 === 0 ? margins.outer : margins.inner),
    top: margins.top,
    bottom: height - margins.bottom,
  });

function measureText(blocks: readonly Block[], measure: number, style: Style): Typography {
  const setup = setupOf(measure);
  const laid = layOut(blocks, { setup, style, fonts, language: createLanguage('en-GB') }, createReport());
  return measureTypography(laid, areaIn(setup), fonts);
}

const HEAD = [
  '',
  'pages',
  'justified',
  '<1',
  '≤1.5',
  '≤2',
  '>2',
  'hyphens',
  'run',
  'widows',
  'orphans',
  'stranded',
  'overfull',
  'slack',
];

function row(name: string, found: Typography): string[] {
  const share = (count: number) =>
    found.justified === 0 ? '–' : `${((100 * count) / found.justified).toFixed(1)}%`;
  const { under, to15, to2, over2 } = found.spaces;
  return [
    name,
    found.pages,
    found.justified,
    share(under),
    share(to15),
    share(to2),
    share(over2),
    found.hyphenated,
    found.longestRun,
    found.widows,
    found.orphans,
    found.stranded,
    found.overfull,
    `${(100 * found.slack).toFixed(1)}%`,
  ].map(String);
}

const text = longText(WORDS);
const eleven = { ...standard, 'body-size': 11, 'body-leading': 15 };
const rows = [
  row('75,000 words, 160 mm', measureText(text, 160, eleven)),
  row('75,000 words, 92 mm', measureText(text, 92, eleven)),
  row('75,000 words, 80 mm', measureText(text, 80, eleven)),
];
for (const { draft, pages } of layOutAll(packs, templates, { fonts, products: [], keep: false }, report)) {
  const { width, height } = pages.pages[0]!;
  const edge = mm(10);
  const area = { left: edge, right: width - edge, top: edge, bottom: height - mm(18) };
  rows.push(
    row(
      draft.job.name.replace(/^[^/]+\//, ''),
      measureTypography(pages, () => area, fonts),
    ),
  );
}

const widths = HEAD.map((head, column) =>
  Math.max(head.length, ...rows.map((cells) => cells[column]!.length)),
);
for (const cells of [HEAD, ...rows])
  console.log(
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
