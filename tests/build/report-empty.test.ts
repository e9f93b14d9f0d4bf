import { describe, expect, it } from 'vitest';
import { layOutAll } from '../../src/build/build.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { layOutPack, options } from '../support.ts';

const NAMES = [...'bcdfghjklmnpqrstvwxzaeiouy'];
const words = (count: number) => ({
  'vocabulary.md': Array.from(
    { length: count },
    (_, index) => `## ${NAMES[index % 26]}${NAMES[index % 25]}ord\n\nMeaning ${index}.\n`,
  ).join('\n'),
});
const aboutWith = (more: string) =>
  `---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-05\n${more}---\n\nA pack to try things with.\n`;
const codesOf = ({ diagnostics }: ReturnType<typeof createReport>) => diagnostics.map(({ code }) => code);

/** Loops in loops, over words. */
const ENDLESS =
  '{{#each pack.vocabulary}}'.replace('pack', '@root.pack').repeat(9) +
  '{{text name}}' +
  '{{/each}}'.repeat(9);

function layOutWithTemplate(template: string) {
  const report = createReport();
  const content = Object.entries({ 'pack.md': aboutWith(''), ...words(20) }).map(([name, text]) => ({
    path: `demo/${name}`,
    name,
    text,
  }));
  const templates = {
    templates: [{ name: 'own.md.hbs', path: 'demo/templates/own.md.hbs', text: template }],
    partials: [],
    styles: [],
    words: [],
  };
  const source = { id: 'demo', folder: 'demo', content, pictures: [], templates };
  layOutAll([source], readTemplateSet(report), options({ products: ['own'] }), report);
  return codesOf(report);
}

describe('a product that comes to nothing because of an error', () => {
  it('is not called empty beside an unknown style', () => {
    const { report } = layOutPack(words(8), { products: ['vocabulary-test', 'bingo'], style: 'sandard' });
    expect(codesOf(report)).toEqual(['style-unknown']);
  });

  it('is not called empty beside a template that takes too many steps', () => {
    expect(layOutWithTemplate(`---\ntitle: Own\ndescription: Own.\n---\n${ENDLESS}\n`)).toEqual([
      'template-broken',
    ]);
  });

  it.each(['bingo', 'crossword', 'word-search'])(
    'is not called empty beside too few words: %s',
    (product) => {
      const { report } = layOutPack(words(2), { products: [product] });
      expect(codesOf(report)).toEqual(['puzzle-too-few']);
    },
  );

  it('is not called empty where it is named in the pack', () => {
    const { report } = layOutPack(
      { 'pack.md': aboutWith('products: [quotation-test, bingo]\n'), ...words(8) },
      { style: 'sandard' },
    );
    expect(codesOf(report)).toEqual(['style-unknown']);
  });

  it('is called empty if only another product has the error', () => {
    const { report } = layOutPack(words(2), { products: ['bingo', 'quotation-test'] });
    expect(report.diagnostics.map(({ code, message }) => [code, /“(.*?)”/.exec(message)?.[1]])).toEqual([
      ['puzzle-too-few', undefined],
      ['product-empty', 'quotation-test'],
    ]);
  });

  it('is not called empty if its template prints nothing because of a warning at an entry', () => {
    const long = `It ${'goes on '.repeat(900)}`.trim();
    const { report } = layOutPack(
      {
        'pack.md': aboutWith('organiser: [characters]\n'),
        'characters.md': `## Ada\nrole: main\nclaim: ${long}.\n\nShe is here.\n\n## Ben\nrole: minor\nclaim: ${long}.\n\nHe is here.\n`,
      },
      { products: ['knowledge-organiser'] },
    );
    expect(codesOf(report).filter((code) => code !== 'unreferenced')).toEqual([
      'organiser-entry-left-out',
      'organiser-entry-left-out',
    ]);
  });
});
