import { describe, expect, it } from 'vitest';
import { paragraphs } from '../../src/content/entries/paragraphs.ts';
import type { Laid } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutFolder, layOutPack } from '../support.ts';

const BOOK =
  '---\ntitle: Poems\nauthor: A. Poet\npublished: 1801\nnarrator: ada\nunit: stanza\n---\n\nA book.\n';
const COMMON = {
  'book.md': BOOK,
  'themes.md': '## Night\nclaim: Night falls.\nquotations: [verse]\n\nWhat to know.\n',
  'characters.md': '## Ada\nrole: main\nclaim: Ada watches.\nquotations: [verse]\n\nShe watches.\n',
  'chapters.md': '## 1\ntitle: One\n\nAda looks out.\n',
};

/** The pages of a pack with one quotation, by product. */
function printed(words: string) {
  const fields = 'speaker: narrator\nchapter: 1\nthemes: [night]\nprovenance: book';
  const { documents, report } = layOutPack({
    ...COMMON,
    'quotations.md': `## Verse\n${fields}\n\n${words}\n`,
  });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const linesOf = (product: string) =>
    documents.filter(({ draft }) => draft.job.product.name === product).flatMap(({ pages }) => lines(pages));
  return { linesOf, all: documents.flatMap(({ pages }) => lines(pages)).join('\n') };
}

const texts = (marks: readonly Mark[], y = 0): (TextMark & { at: number })[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text'
      ? [{ ...mark, at: y + mark.y }]
      : mark.kind === 'group'
        ? texts(mark.marks, y + mark.y)
        : [],
  );

/** What stands on one height of a page, in the order of painting. */
function lines(pages: Laid): string[] {
  return pages.pages.flatMap((page) => {
    const found: { at: number; text: string }[] = [];
    for (const { at, text } of texts(page.marks)) {
      const last = found.at(-1);
      if (last && Math.abs(last.at - at) < 0.5) last.text += text;
      else found.push({ at, text });
    }
    return found.map(({ text }) => text.trim());
  });
}

const BLOCKS = ['quote-cards', 'handout', 'flashcards'];

describe('lines of verse', () => {
  for (const [how, end] of [
    ['a backslash', '\\'],
    ['two spaces', '  '],
  ])
    it(`that end in ${how} are printed as lines where a quotation stands by itself`, () => {
      const { linesOf, all } = printed(`The lamp is lit,${end}\nThe ship is late.`);
      for (const product of BLOCKS) {
        expect(linesOf(product), product).toContain('“The lamp is lit,');
        expect(linesOf(product), product).toContain('The ship is late.”');
      }
      expect(all).not.toContain('\\');
      expect(all).not.toContain('[…]');
    });

  it('have a slash between them in a cell', () => {
    const { linesOf } = printed('Lamp lit,\\\nship late,\\\n\nno one.');
    expect(linesOf('provenance').join(' ')).toContain('“Lamp lit, / ship late, // no one.”');
  });

  it('run on where the author asked for no break', () => {
    expect(printed('The lamp is lit,\nthe ship is late.').linesOf('quote-cards').join(' ')).toContain(
      '“The lamp is lit, the ship is late.”',
    );
  });

  it('may end in a backslash that is meant: it is escaped', () => {
    expect(paragraphs({ text: 'one\\\\\ntwo', at: { file: 'f', line: 1, column: 1 } })[0]?.text).toBe(
      'one\\\\ two',
    );
  });
});

describe('a blank line in a quotation', () => {
  it('is a new stanza, or a new paragraph, and says nothing of words left out', () => {
    const { linesOf, all } = printed('The lamp is lit.\n\nThe ship is late.');
    for (const product of BLOCKS) {
      expect(linesOf(product), product).toContain('“The lamp is lit.');
      expect(linesOf(product), product).toContain('The ship is late.”');
    }
    expect(all).not.toContain('[…]');
  });

  it('leaves […] where the author wrote it', () => {
    expect(printed('The lamp […]\n\nis late.').linesOf('quote-cards')).toContain('“The lamp […]');
  });
});

describe('the starter pack', () => {
  it('prints its poem as lines', () => {
    const { report, documents } = layOutFolder('templates/starter/subjects/poetry/content/the-tyger');
    expect(report.diagnostics).toEqual([]);
    const cards = documents.find(({ draft }) => draft.job.product.name === 'quote-cards')!;
    const found = texts(cards.pages.pages[0]!.marks);
    const words = found.slice(0, 3);
    expect(words.map(({ text }) => text)).toEqual([
      '“Tyger Tyger, burning ',
      'bright, ',
      'In the forests of the night”',
    ]);
    // The card is too narrow for the first line: the rest of it is set in, and the poet's second begins at the edge.
    expect(words[1]!.x).toBeGreaterThan(words[2]!.x + 10);
  });
});
