import { describe, expect, it } from 'vitest';
import type { StructureNode } from '../../src/pages/laid.ts';
import type { Mark } from '../../src/pages/page.ts';
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

  it('may be that of a country', () => {
    for (const product of ['vocabulary-cards', 'vocabulary-cards-reversed'])
      expect(
        cards('## das Velo\nlang: de-CH\n\nthe bicycle\n\n## home\n\nwhere we live\n', product),
      ).toMatchObject({
        langs: ['de-CH'],
        codes: [],
      });
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

  it.each(['exam-paper', 'reading-guide', 'handout', 'quote-cards', 'flashcards', 'texts'])(
    'may be in that of a country on %s',
    (product) => {
      const files = Object.fromEntries(
        Object.entries(FILES).map(([name, text]) => [name, text.replace('lang: fr', 'lang: fr-CA')]),
      );
      const { langs, codes } = langsOf(files, product);
      expect(codes).toEqual([]);
      expect(new Set(langs)).toEqual(new Set(['fr-CA']));
    },
  );

  it('needs no theme on a card', () => {
    const files = { ...FILES, 'quotations.md': FILES['quotations.md'].replace('themes: war\n', '') };
    expect(langsOf(files, 'quote-cards')).toEqual({ langs: ['fr'], codes: ['unreferenced'] });
  });

  it('has to name a language', () => {
    const files = { 'sources.md': '## A letter\nlang: French\n\nNous partons.\n' };
    expect(langsOf(files, 'reading-guide').codes).toEqual(['field-malformed']);
  });
});

/** The words and languages of the parts of a handout that are in another language than the text around them. */
function spansOf(body: string) {
  const files = { 'themes.md': `## War\nclaim: It came.\n\n${body}\n` };
  const { documents, report } = layOutPack(files, { products: ['handout'] });
  const [laid] = documents.map(({ pages }) => pages);
  const words = new Map<number, string>();
  const read = (marks: readonly Mark[]): void => {
    for (const mark of marks)
      if (mark.kind === 'group') read(mark.marks);
      else if (mark.kind === 'text' && 'slot' in mark.structureRef) {
        const { slot } = mark.structureRef;
        words.set(slot, (words.get(slot) ?? '') + mark.text);
      }
  };
  for (const { marks } of laid?.pages ?? []) read(marks);
  const found: string[] = [];
  const visit = ({ role, lang: tag, children }: StructureNode) => {
    const text = children.flatMap((child) => ('slot' in child ? [words.get(child.slot) ?? ''] : [])).join('');
    if (tag !== undefined) found.push(`${role} ${tag}: ${text.trim()}`);
    for (const child of children) if ('role' in child) visit(child);
  };
  if (laid) visit(laid.structure);
  return {
    found,
    codes: report.diagnostics.map(({ code }) => code).filter((code) => code !== 'unreferenced'),
  };
}

describe('foreign words in a line of text', () => {
  it.each<[string, string[]]>([
    ['She said [à demain]{lang=fr} and left.', ['Span fr: à demain']],
    ['The [*Bahnhof*]{lang=de} is near.', ['Span de: Bahnhof']],
    ['[Guten Tag]{lang="de-AT"}, and [bonjour]{lang=fr}.', ['Span de-AT: Guten Tag', 'Span fr: bonjour']],
    [
      'See [le [site](https://example.org) officiel]{lang=fr}.',
      ['Span fr: le', 'Link fr: site', 'Span fr: officiel'],
    ],
    ['### The word [pain]{lang=fr}\n\nText.', ['Span fr: pain']],
    ['| a | b |\n|---|---|\n| [pain]{lang=fr} | bread |', ['Span fr: pain']],
  ])('are tagged: %s', (body, found) => {
    expect(spansOf(body)).toEqual({ found, codes: [] });
  });

  it('are one span where they go over the end of a line', () => {
    const long = 'le chat de la voisine dort au soleil '.repeat(12).trim();
    expect(spansOf(`She wrote [${long}]{lang=fr} at last.`).found).toEqual([`Span fr: ${long}`]);
  });

  it('have to name a language', () => {
    expect(spansOf('She said [à demain]{lang=french}.')).toEqual({
      found: [],
      codes: ['markup-unsupported'],
    });
  });

  it.each(['[words]{.class}', '[mot] {lang=fr}', '\\[mot]{lang=fr}'])('are not seen in %s', (body) => {
    expect(spansOf(`Text ${body} text.`).found).toEqual([]);
  });
});
