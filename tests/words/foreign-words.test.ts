import { describe, expect, it } from 'vitest';
import type { StructureNode } from '../../src/pages/laid.ts';
import { layOutPack } from '../support.ts';

/** The languages that the parts of a product are tagged with, in order. */
function langsOf(files: Readonly<Record<string, string>>, product: string) {
  const { documents, report } = layOutPack(files, { products: [product] });
  const langs: string[] = [];
  const visit = ({ lang, children }: StructureNode) => {
    if (lang !== undefined) langs.push(lang);
    for (const child of children) if ('role' in child) visit(child);
  };
  for (const { pages } of documents) visit(pages.structure);
  return { langs, codes: report.diagnostics.map(({ code }) => code) };
}

/** The languages that paragraphs of the vocabulary cards are tagged with, and the lines of their fronts. */
function cards(vocabulary: string, product = 'vocabulary-cards') {
  const { documents, report } = layOutPack({ 'vocabulary.md': vocabulary }, { products: [product] });
  const [laid] = documents.map(({ pages }) => pages);
  const langs: string[] = [];
  const visit = ({ lang, children }: StructureNode) => {
    if (lang !== undefined) langs.push(lang);
    for (const child of children) if ('role' in child) visit(child);
  };
  if (laid) visit(laid.structure);
  return { langs, text: JSON.stringify(laid?.pages), codes: report.diagnostics.map(({ code }) => code) };
}

describe('a word in another language', () => {
  it('is tagged with it on its card, and its meaning is not', () => {
    const { langs, codes } = cards('## der Bahnhof\nlang: de\n\nthe station\n\n## home\n\nwhere we live\n');
    expect([langs, codes]).toEqual([['de'], []]);
  });

  it('is tagged on the back of a card that asks for it, with its example', () => {
    const { langs, codes, text } = cards(
      '## der Bahnhof\nlang: de\nexample: Wir treffen uns am Bahnhof.\n\nthe station\n\n## home\n\nwhere we live\n',
      'vocabulary-cards-reversed',
    );
    expect(text).toContain('Bahnhof');
    expect([langs, codes]).toEqual([['de', 'de'], []]);
  });

  it('is hyphenated by its own rules where it is too long for the card', () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänsanwärter';
    // English patterns would break it elsewhere, and names not at all.
    const german = cards(`## ${long}\nlang: de\n\na cadet\n`);
    const english = cards(`## ${long}\n\na cadet\n`);
    expect(german.codes).toEqual([]);
    expect(english.codes).toContain('word-too-wide');
  });

  it('has to name a language', () => {
    expect(cards('## der Bahnhof\nlang: german\n\nthe station\n').codes).toEqual(['field-malformed']);
  });
});

describe('a text in another language', () => {
  const FILES = {
    'themes.md': '## War\nclaim: It came.\nquotations: [words]\n\nWhat to know.\n',
    'sources.md':
      '## A letter\nid: letter\nlang: fr\norigin: lettre\n\nNous partons demain.\n\n> Vive la paix.\n\n## A note\n\nWe leave.\n',
    'quotations.md':
      '## words\nthemes: war\nprovenance: source\nsource: A letter\nlang: fr\n\nNous partons demain.\n',
    'items.md': '## Why?\nid: why\nmarks: 1\nstimulus: letter\n\nBecause.\n',
    'papers/p.md': '---\ntitle: P\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [why]\n---\n',
  };

  it.each([
    ['exam-paper', 2],
    ['reading-guide', 2],
    ['handout', 1],
    ['quote-cards', 1],
    ['flashcards', 1],
  ])('is tagged with it on %s: %i', (product, count) => {
    const { langs, codes } = langsOf(FILES, product);
    expect(codes).toEqual([]);
    expect(langs).toEqual(Array.from({ length: count }, () => 'fr'));
  });

  it('has to name a language', () => {
    const files = { 'sources.md': '## A letter\nlang: French\n\nNous partons.\n' };
    expect(langsOf(files, 'reading-guide').codes).toEqual(['field-malformed']);
  });
});
