import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/blocks/block.ts';
import { layOutFolder, layOutPack } from '../support.ts';

const PRODUCTS = ['quotation-posters', 'word-wall', 'bookmarks'];

describe.each([
  ['tests/packs/optics', ['word-wall']],
  ['tests/packs/le-phare', ['bookmarks', 'quotation-posters', 'word-wall']],
  ['tests/packs/in-der-stadt', ['bookmarks', 'word-wall']],
])('what hangs on walls and lies on desks, of %s', (folder, expected) => {
  it.each(['standard', 'ink-saver', 'dyslexia', 'large-print-18', 'large-print-24'])(
    'comes without a finding in %s',
    (style) => {
      const { report, documents } = layOutFolder(folder, { products: PRODUCTS, style });
      expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(documents.map(({ draft }) => draft.product).sort()).toEqual(expected);
    },
  );
});

const quotation = (id: string, more: string, words = `The words of ${id}.`) =>
  `## ${id}\nspeaker: ada\nthemes: [sea]\nsource: A letter\n${more}\n\n${words}\n`;

const PACK = {
  'pack.md':
    '---\ntitle: The sea\nlang: en-GB\ndate: 2026-01-05\nallow-unverified: yes\nhighlights: [long, last]\n---\n\nThe sea.\n',
  'themes.md': '## Sea\nclaim: It is wide.\nquotations: [third, first]\n\nWide.\n',
  'people.md': '## Ada\nclaim: She sails.\n\nShe sails.\n',
  'quotations.md': [
    quotation('first', 'provenance: source'),
    quotation('second', 'provenance: paraphrase'),
    quotation('third', 'provenance: source'),
    quotation('endless', 'provenance: source', `The ${'sea '.repeat(60)}goes on.`),
    quotation('long', 'provenance: source', `The ${'wave '.repeat(40)}comes.`),
    quotation('last', 'provenance: source'),
    quotation('unsure', 'provenance: unverified'),
  ].join('\n'),
};

const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.look === 'display'
      ? [block.text.map((one) => (one.kind === 'text' ? one.text : '')).join('')]
      : [],
  );

describe('quotation posters', () => {
  const { documents, report } = layOutPack(PACK, { products: PRODUCTS });
  const [posters] = documents;

  it('have the highlights, then what themes name, in the words of the source', () => {
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const names = wordsOf(posters!.draft.blocks).map((words) =>
      /of (\w+)|The (wave|sea)/.exec(words)?.slice(1).join(''),
    );
    expect(names).toEqual(['wave', 'last', 'third', 'first']);
  });

  it('are one page each, in type that can be read across a room', () => {
    expect(posters!.pages.pages).toHaveLength(4);
    for (const { marks } of posters!.pages.pages) {
      const sizes = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []));
      expect(Math.max(...sizes)).toBeGreaterThan(30);
    }
  });
});

it('reports a wall card with neither words nor a word', () => {
  const card = '~~~wall-card\nplace: here\n~~~\n';
  const themes = `${PACK['themes.md']}\n${card}`;
  const { report } = layOutPack({ ...PACK, 'themes.md': themes }, { products: ['handout'] });
  expect(report.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toContain(
    'field-missing: A wall card has either “words” or a “word”.',
  );
});

/** The lines on all pages, and on the cards that are on them. */
function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value !== 'object' || value === null) return [];
  const { kind, text } = value as { kind?: unknown; text?: unknown };
  return kind === 'text' && typeof text === 'string' ? [text] : Object.values(value).flatMap(linesOf);
}

describe('words to hang on a wall', () => {
  const LONG = ['Sehenswürdigkeit', 'Straßenbahn', 'Geschwindigkeitsbegrenzung'];

  it.each(['standard', 'dyslexia', 'large-print-24'])('are never divided, in %s', (style) => {
    const texts = {
      'vocabulary.md': LONG.map((word) => `## ${word}\nlang: de\n\nA long word.\n`).join('\n'),
    };
    const { documents, report } = layOutPack(texts, { products: ['word-wall'], style });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const lines = linesOf(documents.map(({ pages }) => pages.pages));
    // The longest has no room in the largest print.
    for (const word of style === 'large-print-24' ? LONG.slice(0, 2) : LONG)
      expect(lines.map((line) => line.trim())).toContain(word);
  });
});

it('names one chapter as one, on bookmarks and cards', () => {
  const textOf = (folder: string, product: string) =>
    linesOf(layOutFolder(folder, { products: [product] }).documents.map(({ pages }) => pages.pages))
      .join(' ')
      .replace(/\s+/g, ' ');
  expect(textOf('tests/packs/the-open-harbour', 'bookmarks')).toMatch(/Scene 1\.1 .*Scenes 2\.1, 2\.2/);
  const cards = textOf('tests/packs/le-phare', 'character-cards');
  expect(cards).toMatch(/chapitres 1–3/);
  expect(cards).toMatch(/chapitre 1(?!–)/);
  expect(cards).not.toMatch(/chapitres 1(?!–)/);
});
