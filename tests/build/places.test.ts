import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const saidBy = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? saidBy(mark.marks) : ''))
    .join('');

/** Everything that the files of a pack say, by product. */
function printed(files: Readonly<Record<string, string>>) {
  const { documents, report } = layOutPack(files);
  expect(report.diagnostics).toEqual([]);
  return (product: string) =>
    documents
      .filter(({ draft }) => draft.job.product.name === product)
      .flatMap(({ pages }) => pages.pages.map(({ marks }) => saidBy(marks)))
      .join('\n')
      .replaceAll('\u00A0', ' ');
}

const THEMES = '## Power\nclaim: Power fades.\nquotations: [words]\n\nWhat to know.\n';
const ASKED = {
  'items.md': '## Who?\nid: who\nkind: identify\nquotation: words\nmarks: 3\n\nIt matters.\n',
  'papers/p.md': '---\ntitle: P\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [who]\n---\n',
};

describe('a play', () => {
  const said = printed({
    ...ASKED,
    'themes.md': THEMES,
    'book.md': '---\ntitle: Macbeth\nauthor: W. Shakespeare\npublished: 1623\nunit: scene\n---\n\nA play.\n',
    'parts.md': '## 1\ntitle: Act 1\n\nThe first act.\n',
    'chapters.md': '## 1.7\ntitle: The plan\npart: 1\n\nA plan.\n',
    'characters.md': '## Ada\nrole: main\nclaim: Ada.\nchapters: [1.7]\nquotations: [words]\n\nAda.\n',
    'quotations.md':
      '## words\nspeaker: ada\nchapter: 1.7\nlines: 1-3\nthemes: [power]\nprovenance: book\n\nThe words.\n',
  });

  it.each([
    ['quote-cards', 'Act 1, scene 7, lines 1–3'],
    ['flashcards', 'Act 1, scene 7, lines 1–3'],
    ['handout', 'Ada, Act 1, scene 7, lines 1–3'],
    ['provenance', 'Act 1, scene 7, lines 1–3'],
    ['mark-scheme', 'Act 1, scene 7, lines 1–3'],
    ['character-cards', 'scene 1.7'],
    ['reading-guide', 'Scene by scene'],
    ['reading-guide', '1.7'],
  ])('has its act, scene and lines on %s: %s', (product, words) => expect(said(product)).toContain(words));

  it('says neither chapter nor the number of an act twice', () => {
    expect(said('reading-guide')).not.toMatch(/Chapter by chapter|Ch\.|Part 1/);
  });
});

describe('a novel that nobody in it tells', () => {
  const said = printed({
    'themes.md': THEMES,
    'book.md': '---\ntitle: A Novel\nauthor: A. Author\npublished: 1843\n---\n\nA novel.\n',
    'chapters.md': '## 1\ntitle: One\n\nThe first.\n',
    'quotations.md':
      '## words\nspeaker: narrator\nchapter: 1\nthemes: [power]\nprovenance: book\n\nThe words.\n',
  });

  it.each([
    ['quote-cards', 'Narrator · chapter 1'],
    ['handout', 'Narrator, chapter 1'],
    ['flashcards', 'Narrator'],
  ])('has a narrator without a name on %s', (product, words) => expect(said(product)).toContain(words));
});

describe('an anthology', () => {
  const said = printed({
    ...ASKED,
    'themes.md': THEMES.replace('[words]', '[words, duke]'),
    'books.md':
      '## Ozymandias\nauthor: P. B. Shelley\npublished: 1818\n\n## My Last Duchess\nauthor: R. Browning\n',
    'characters.md': '## Duke\nrole: main\nclaim: He owns.\nquotations: [duke]\n\nA duke.\n',
    'quotations.md':
      '## words\nbook: ozymandias\nspeaker: narrator\nlines: 10\nthemes: [power]\nprovenance: book\n\nLook on my works.\n\n## duke\nbook: my-last-duchess\nspeaker: duke\nthemes: [power]\nprovenance: book\n\nI gave commands.\n',
  });

  it.each([
    ['quote-cards', 'P. B. Shelley, Ozymandias, 1818'],
    ['quote-cards', 'R. Browning, My Last Duchess'],
    ['handout', 'P. B. Shelley, Ozymandias, line 10'],
    ['handout', 'Duke, My Last Duchess'],
    ['flashcards', 'Ozymandias, line 10'],
    ['provenance', 'P. B. Shelley'],
    ['mark-scheme', 'Who: P. B. Shelley'],
    ['mark-scheme', 'Where: Ozymandias, line 10'],
  ])('has authors and titles on %s: %s', (product, words) => expect(said(product)).toContain(words));
});

describe('words from a source', () => {
  const said = printed({
    'themes.md': THEMES,
    'characters.md': '## Reeve\nrole: main\nclaim: He went.\nquotations: [words]\n\nA soldier.\n',
    'quotations.md':
      '## words\nspeaker: reeve\nthemes: [power]\nprovenance: source\nsource: Letter to his sister, July 1916\n\nNobody ran.\n',
  });

  it.each(['quote-cards', 'handout', 'flashcards', 'provenance'])('have their source on %s', (product) =>
    expect(said(product)).toContain('Letter to his sister, July 1916'),
  );
});
