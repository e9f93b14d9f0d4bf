import { describe, expect, it } from 'vitest';
import type { StructureNode } from '../../src/pages/laid.ts';
import { layOutPack } from '../support.ts';

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
