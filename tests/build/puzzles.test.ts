import { describe, expect, it } from 'vitest';
import { checkFinished } from '../../src/build/read-back/check-finished.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Laid } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { paint } from '../../src/pdf/painting/paint.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { fonts, layOutFolder, layOutPack } from '../support.ts';
import { mapTexts } from './map-texts.ts';

const PRODUCTS = ['crossword', 'word-search'];
const CARDS = ['bingo', 'loop-cards', 'matching-cards'];
const KEYS = ['bingo-calls', 'loop-cards-key', 'matching-cards-key'];
const water = layOutFolder('content/the-water-cycle', { products: PRODUCTS });
const cards = layOutFolder('content/the-water-cycle', { products: [...CARDS, ...KEYS] });
const german = layOutFolder('tests/packs/in-der-stadt', { products: PRODUCTS });

/** Paints files, reads them back and checks them, after something was done to one of them. */
async function found(
  { documents }: typeof water,
  product: string,
  name = '',
  change: (mark: TextMark) => TextMark = (mark) => mark,
): Promise<string[]> {
  const report = createReport();
  const files = [];
  for (const { draft, pages } of documents) {
    if (!draft.job.product.name.startsWith(product)) continue;
    const laid = name !== '' && draft.job.name.endsWith(name) ? mapTexts(pages, change) : pages;
    const pdf = await readPdf(
      draft.name,
      paint(laid, fonts, { title: 'A', lang: 'en', date: new Date(0) }),
      report,
    );
    files.push({ draft, pdf: pdf! });
  }
  expect(files.length).toBeGreaterThan(1);
  checkFinished(files, [], report);
  return report.diagnostics.map(({ code, message }) => `${code}: ${message.replace(/^[^ ]*\.pdf: /, '')}`);
}

/** Changes the first text that is just this one. */
function once(from: string, to: Partial<TextMark>) {
  let done = false;
  return (mark: TextMark): TextMark => {
    if (done || mark.text.trim() !== from) return mark;
    done = true;
    return { ...mark, ...to };
  };
}

describe('puzzles of a pack', () => {
  it('have every word of the pack', () => {
    // Thermal expansion has sixteen letters.
    const tooLong = water.report.diagnostics.filter(({ code }) => code === 'puzzle-word-left-out');
    expect(water.report.diagnostics).toEqual(tooLong);
    expect(tooLong.map(({ message }) => message)).toEqual([
      expect.stringContaining('“thermal expansion” is not in the crossword'),
      expect.stringContaining('“thermal expansion” is not in the word search'),
    ]);
    const long = german.report.diagnostics.filter(({ code }) => code === 'puzzle-word-left-out');
    expect(german.report.diagnostics).toEqual(long);
    // Sehenswürdigkeit: seventeen letters in squares.
    expect(long.map(({ where }) => where.line)).toEqual([75, 75]);
  });

  it.each(PRODUCTS)('agree with their keys as they come: %s', async (product) => {
    expect(await found(water, product)).toEqual([]);
    expect(await found(german, product)).toEqual([]);
  });

  it('are found out if a letter is another one, or in another place', async () => {
    const other = await found(water, 'crossword', 'key', once('Q', { text: 'X ' }));
    expect(other).toEqual([
      'paper-drift: Grid 1 has other letters than the puzzle.',
      'key-drift: In grid 1, “aquifer” is not where the key says.',
    ]);
    const moved = await found(water, 'crossword', 'key', once('Q', { x: 0 }));
    expect(moved).toContain('paper-drift: Grid 1 has other letters than the puzzle.');
    const search = await found(water, 'word-search', 'core', once('Q', { text: 'X ' }));
    expect(search).toEqual([
      'paper-drift: Grid 1 has other letters than the puzzle.',
      'key-drift: Grid 1 is not in the key.',
    ]);
  });

  it('are found out if the key names another place or word', async () => {
    expect(await found(water, 'word-search', 'key', once('aquifer', { text: 'aquifers' }))).toEqual([
      'key-drift: In grid 1, “aquifers” is not where the key says.',
    ]);
    expect(await found(water, 'crossword', 'key', once('aquifer', { text: 'fog' }))).toEqual([
      'key-drift: In grid 1, “fog” is not where the key says.',
    ]);
  });

  it('are found out if a crossword shows a letter, or has other numbers than its key', async () => {
    expect(await found(water, 'crossword', 'puzzle', once('2', { text: 'A ' }))).toEqual([
      'paper-drift: Grid 1 has other letters than the puzzle.',
      'paper-drift: Grid 1 has other numbers than the puzzle.',
      'key-drift: Grid 1 is not in the key.',
    ]);
  });

  it('fill short gaps between words, which would be taken for squares, on sheet and key alike', () => {
    const gridsOf = (name: string) =>
      water.documents
        .find(({ draft }) => draft.job.name.endsWith(name))!
        .draft.blocks.flatMap((block) => (block.kind === 'square-grid' ? [block.rows] : []));
    const filled = (name: string) =>
      gridsOf(name).map((rows) =>
        rows.map((row) => row.map((square) => (square?.filled ? '#' : ' ')).join('')),
      );
    expect(filled('crossword/puzzle').flat().join('')).toContain('#');
    expect(filled('crossword/puzzle')).toEqual(filled('crossword/key'));
    for (const rows of gridsOf('crossword/key'))
      for (const [r, row] of rows.entries())
        for (const [c, square] of row.entries()) {
          if (!square?.filled) continue;
          expect(square).toEqual({ filled: true });
          const [up, down] = [rows[r - 1]?.[c]?.letter, rows[r + 1]?.[c]?.letter];
          const [left, right] = [row[c - 1]?.letter, row[c + 1]?.letter];
          expect((up && down) || (left && right)).toBeTruthy();
        }
  });

  it('never say the word itself in a clue', () => {
    const pages = water.documents.find(({ draft }) => draft.job.name.endsWith('crossword/puzzle'))!.pages;
    expect(textOf(pages)).toContain('The change from liquid to gas throughout a liquid, at its point.');
    expect(textOf(pages).toLowerCase()).not.toContain('boiling');
  });

  it('are smaller in large print, and no square has less room than its type needs', () => {
    for (const style of ['large-print-24', 'dyslexia']) {
      const large = layOutFolder('content/the-water-cycle', { products: PRODUCTS, style });
      expect(large.report.failed()).toBe(false);
      const codes = new Set(large.report.diagnostics.map(({ code }) => code));
      expect([...codes]).toEqual(['puzzle-word-left-out']);
    }
  });
});

describe('cards and their keys', () => {
  it.each(CARDS)('agree as they come: %s', async (product) => {
    expect(cards.report.diagnostics).toEqual([]);
    expect(await found(cards, product)).toEqual([]);
  });

  it('have one card for each word, and are cut from sheets', () => {
    const pagesOf = (name: string) =>
      cards.documents.find(({ draft }) => draft.job.product.name === name)!.pages.pages.length;
    // Thirty-one words, eight cards on a sheet; thirty cards of bingo, two on a sheet.
    expect(CARDS.map(pagesOf)).toEqual([15, 4, 8]);
  });

  it('are found out if a loop breaks', async () => {
    expect(await found(cards, 'loop-cards', 'loop-cards', once('aquifer', { text: 'flood' }))).toEqual([
      expect.stringMatching(/^key-drift: No card has “aquifer” and asks “/),
    ]);
    const broken = await found(cards, 'loop-cards', 'loop-cards-key', once('aquifer', { text: 'flood' }));
    expect(broken).toEqual([
      expect.stringMatching(/^key-drift: The loop breaks after “.*”: “Rock .*” does not ask for “flood”\.$/),
      expect.stringMatching(/^key-drift: No card has “flood” and asks “/),
    ]);
  });

  it('are found out if a pair is wrong', async () => {
    expect(await found(cards, 'matching-cards', 'matching-cards', once('5', { text: '6' }))).toEqual([
      expect.stringMatching(/^key-drift: No card with the number 5 has “/),
    ]);
    expect(await found(cards, 'matching-cards', 'matching-cards-key', once('B', { text: 'C' }))).toEqual([
      expect.stringMatching(/^key-drift: No card with the letter C has “/),
    ]);
  });

  it('are found out if a card of bingo has a word that is not called, or another card wins', async () => {
    const strange = await found(cards, 'bingo', 'bingo', once('aquifer', { text: 'glacier' }));
    expect(strange.join('\n')).toMatch(/key-drift: Card \d+ has “glacier”, which is never called\./);
    const other = await found(cards, 'bingo', 'bingo-calls', (mark) =>
      mark.text.startsWith('First full line')
        ? { ...mark, text: 'First full line: after 4 calls. Cards: 2' }
        : mark,
    );
    expect(other).toEqual([
      expect.stringMatching(/^key-drift: The caller’s sheet does not say: “First full line/),
    ]);
  });
});

function textOf(laid: Laid): string {
  const text = (marks: readonly Mark[]): string =>
    marks
      .map((mark) => (mark.kind === 'text' ? `${mark.text} ` : mark.kind === 'group' ? text(mark.marks) : ''))
      .join('');
  return laid.pages
    .map((page) => text(page.marks))
    .join('')
    .replace(/\s+/g, ' ');
}

describe('a pack with too few words for a puzzle', () => {
  it.each([...PRODUCTS, ...CARDS])('is told so at its first word: %s', (product) => {
    const words = '# Words\n\n## lens\nGlass that bends light.\n\n## mirror\nGlass that sends it back.\n';
    const { report } = layOutPack({ 'vocabulary.md': words }, { products: [product] });
    expect(report.diagnostics).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'puzzle-too-few',
          where: expect.objectContaining({ file: 'demo/vocabulary.md', line: 3 }),
        }),
      ]),
    );
  });
});
