import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Mark } from '../../src/pages/page.ts';
import { phraseForms } from '../../src/words/say.ts';
import { BOOK_PHRASES } from '../../src/words/without-book.ts';
import { layOutPack } from '../support.ts';
import { type english, wordsIn } from '../words-in.ts';

/** Every product, those on request too. */
const WORDS =
  'ultimatum treaty trench armistice alliance neutral mobilise border front retreat siege truce envoy senate empire colony convoy blockade rationing censor reserve victory province minister throne'.split(
    ' ',
  );

const products = readTemplateSet(createReport())
  .templates.map(({ name }) => name.replace('.md.hbs', ''))
  .filter((name) => name !== 'distribution-list' && name !== 'seating-plan');

const saidBy = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? saidBy(mark.marks) : '\n'))
    .join(' ');

const about = (more = '', lang = 'en-GB') =>
  `---\ntitle: War\nlang: ${lang}\ndate: 2026-01-05\n${more}---\n\nHow it began.\n\n## Overview\n\nShort.\n`;

/** One of each thing that a pack without a book may hold. */
const FILES = {
  'themes.md': '## Alliances\nclaim: Two blocs.\nsee: [wilhelm]\nquotations: [cheque]\n\nWhat to know.\n',
  'characters.md':
    '## Wilhelm\nrole: main\nclaim: He gave a cheque.\n\nHe ruled.\n\n## Nicholas\nrole: minor\nclaim: He called up his men.\n\nHe ruled too.\n',
  'relations.md': '## The cousins\nbetween: [wilhelm, nicholas]\n\nThey wrote letters.\n',
  'symbols.md': '## The scrap of paper\nclaim: A treaty.\nthemes: [alliances]\n\nIt was torn.\n',
  'events.md': '## War\ndate: 4 August 1914\n\nIt begins.\n',
  'sources.md': '## A letter\norigin: letter home\n\nSeventh hell.\n',
  'analysis.md': '## Who was guilty?\nclaim: Many.\n\nIt is disputed.\n',
  // Enough for every puzzle.
  'vocabulary.md': WORDS.map((word) => `## ${word}\n\nA thing of the past.\n`).join('\n'),
  'schedule.md': '## First week\n\nLook at the causes.\n',
  'quotations.md':
    '## cheque\nspeaker: wilhelm\nthemes: [alliances]\nprovenance: source\nsource: Telegram\n\nYou may count on us.\n\n## verse\nthemes: [alliances]\nprovenance: source\nsource: Isaiah 2:4\n\nNation shall not lift up sword.\n\n## lamps\nspeaker: nicholas\nthemes: [alliances]\nprovenance: unverified\n\nThe lamps are going out.\n\n## said\nspeaker: nicholas\nthemes: [alliances]\nprovenance: paraphrase\n\nHe said that he was sorry.\n',
  'misquotations.md':
    '## cake\nwords: Let them eat cake.\nfault: not-found\n\nNobody has found it.\n\n## blank\nwords: You can count on us all.\nfault: reworded\ninstead: cheque\n\nThe words were changed.\n\n## other\nwords: You may count on us.\nfault: wrong-speaker\ninstead: cheque\n\nHe did not.\n',
  'items/readers.md': '## Who began it?\n\nIt is disputed.\n',
  'items/checking.md': '## Which line is right?\n\nNone.\n',
  'items/worksheet.md': '## Why?\nthemes: [alliances]\n\nBecause of alliances.\n',
};

function printed(more: Readonly<Record<string, string>> = {}) {
  const { documents, report } = layOutPack({ 'pack.md': about(), ...FILES, ...more }, { products });
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  const said = documents.flatMap(({ draft, pages }) => [
    draft.title,
    ...pages.pages.map(({ marks }) => saidBy(marks)),
  ]);
  // Files keep their names, whatever products are called on paper.
  // Names of files are what products are called, and a print list has several of them in a row.
  return said.join('\n').replaceAll(/\S+\.pdf|\s+/g, ' ');
}

/** The words of a phrase that stand beside its values, as a pattern. */
const patterns = (words: typeof english) =>
  BOOK_PHRASES.flatMap((key) => phraseForms(words, key)).map((form) =>
    form
      .replaceAll(/\*+/g, '')
      .split(/\{[a-z-]+\}/)
      .reduce((longest, part) => (part.length > longest.length ? part : longest))
      .trim(),
  );

describe('a pack without a book', () => {
  it('says nothing of books', () => {
    const said = printed();
    expect(said).not.toMatch(
      /\b(?:e-)?books?\b|novel|chapter|character|your (?:own )?copy|reading guide|film, not/i,
    );
    for (const words of [/Study guide/, /A study guide/, /People/, /Other people/, /Index/, /Topics/])
      expect(said).toMatch(words);
    expect(said).toMatch(/Nation shall not lift up sword\.” Isaiah 2:4/);
  });

  it.each(['de', 'fr', 'pl'])('says none of the phrases about books in %s', (lang) => {
    const words = wordsIn(lang);
    const said = printed({ 'pack.md': about('', lang) });
    // A phrase may be a part of one that stays: “Themen” has no other word in German.
    const kept = new Set(
      Object.keys(words.phrases).filter((key) => !(BOOK_PHRASES as string[]).includes(key)),
    );
    const others = [...kept].flatMap((key) => phraseForms(words, key as (typeof BOOK_PHRASES)[number]));
    const found = patterns(words).filter(
      (phrase) => said.includes(phrase) && !others.some((other) => other.includes(phrase)),
    );
    expect(found).toEqual([]);
  });

  it('keeps its characters apart from its people, if it has both', () => {
    const said = printed({ 'people.md': '## Bertha\nclaim: She wrote.\n\nA writer.\n' });
    expect(said).toMatch(/Minor characters/);
  });
});

describe('a pack with a book', () => {
  const book = '---\ntitle: B\nauthor: A\npublished: 1900\nnarrator: wilhelm\n---\n\nA book.\n';

  it('says what is in the book', () => {
    const said = printed({ 'book.md': book });
    expect(said).toMatch(/A reading guide/);
    expect(said).toMatch(/Minor characters/);
    expect(said).toMatch(/as if they were in\s+B\s*\./);
  });

  it('may be an anthology', () => {
    const said = printed({ 'books.md': '## Poems\nauthor: A. Poet\n' });
    expect(said).toMatch(/A reading guide/);
    expect(said).toMatch(/Themes/);
    expect(said).toMatch(/as if they were in\s+War\s*\./);
  });
});

describe('words in pack.md', () => {
  it('go before those that follow from what the pack holds', () => {
    const said = printed({ 'pack.md': about('words: { characters: Key figures, topics: unused }\n') });
    expect(said).toMatch(/Key figures/);
    expect(said).toMatch(/Other people/);
  });

  it('are checked like files of words', () => {
    const { report } = layOutPack({
      ...FILES,
      'pack.md': about('words:\n  charcters: People\n  pages: { one: page }\n'),
    });
    expect(report.diagnostics.map(({ where, message, hint }) => [where.line, message, hint])).toEqual([
      [6, 'There is no phrase “charcters”.', 'Did you mean “characters”?'],
      [7, expect.stringContaining('“pages” has no form for “other”') as string, expect.anything()],
    ]);
  });
});
