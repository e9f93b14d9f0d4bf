import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostSentences } from '../../src/build/ledger/lost-sentences.ts';
import { printedPairs } from '../../src/build/ledger/printed-pairs.ts';
import { printedWords } from '../../src/build/ledger/printed-words.ts';
import { wordTokens } from '../../src/build/ledger/word-tokens.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { layOutPack } from '../support.ts';
import { type PackOfMarkers, packOfMarkers } from './pack-of-markers.ts';

/** `No product prints the stimulus “…”.`: an entry as a whole. */
const WHOLE = /^(?:Nothing uses|No product prints) the (?:[a-z]+ )+“(\w+)”[.,]/;

/** The words of a pack that are on no page, and that no finding is about. */
function unsaidOf({ files, markers }: PackOfMarkers, allProducts: boolean): string[] {
  const { documents, report } = layOutPack(files, { allProducts });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const printed = printedWords(
    documents.map(({ pages }) => pages),
    [],
  );
  return markers.filter((marker) => !printed.has(marker) && !isNamed(marker, files, report.diagnostics));
}

function isNamed(marker: string, files: PackOfMarkers['files'], found: readonly Diagnostic[]): boolean {
  const [name, text] = Object.entries(files).find(([, text]) => text.includes(marker))!;
  const line = text.slice(0, text.indexOf(marker)).split('\n').length;
  const entry = text.split(/^(?=## )/m).find((part) => part.includes(marker))!;
  return found.some(
    ({ message, where }) =>
      (where.file === `demo/${name}` && where.line === line) ||
      message.includes(marker) ||
      entry.includes(WHOLE.exec(message)?.[1] ?? '\n\n\n\n'),
  );
}

describe('a word in every text of every kind of entry', () => {
  it.each([false, true])('is on a page, or named (all products: %s)', (allProducts) => {
    const pack = packOfMarkers(() => true);
    expect(pack.markers.length).toBeGreaterThan(400);
    expect(unsaidOf(pack, allProducts)).toEqual([]);
  });

  it('is so whatever fields and sections an author leaves out', () => {
    fc.assert(
      fc.property(fc.func(fc.boolean()), (has) => {
        expect(unsaidOf(packOfMarkers(has as (path: string) => boolean), false)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

describe('what is lost', () => {
  const found = (files: Readonly<Record<string, string>>) =>
    layOutPack(files)
      .report.diagnostics.filter(({ code }) => code === 'unprinted')
      .map(({ message, where, hint }) => `${where.file}:${where.line}:${where.column} ${message} ${hint}`);

  it('is named at its line, with the product that would print it', () => {
    expect(
      found({
        'characters.md':
          '## Ada\nrole: main\nclaim: She asks.\n\nAda talks.\n\n## Ben\nrole: main\nclaim: He waits.\n\nBen talks.\n',
        'relations.md': '## Ada and Ben\nbetween: [ada, ben]\nlabel: quarrelsome\n\nThey talk.\n',
      }).join('\n'),
    ).toMatch(
      /^demo\/relations\.md:3:8 No product prints the field “label” of the relation “Ada and Ben”\. It would/m,
    );
  });

  it('is named though each of its words is on a page', () => {
    const [said] = found({
      'chapters.md': '## 1\ntitle: The night\n\nIt is dark.\n\n## 2\ntitle: The day\n\nIt is light.\n',
      'book.md': '---\ntitle: Words\nauthor: Nobody\npublished: Light, 2020\nfilm: shines at night\n---\n',
      'themes.md': '## Light\nclaim: At night she shines and glows.\n\nAt night she shines and glows.\n',
    });
    expect(said).toMatch(/^demo\/book\.md:5:7 No product prints the field “film”/);
  });

  it('is not what is marked as data, nor what another finding is about', () => {
    expect(
      found({ 'themes.md': '## Light\nclaim: It shines.\n\nText.\n\n[^1]: Nobody refers to this.\n' }),
    ).toEqual([]);
  });
});

describe('a sentence whose words are all on pages', () => {
  const BEFORE = 'The old man keeps the lamp of the harbour, and the boats come home at night.';
  const LOST = 'The lamp is dark, and nobody comes home.';
  const AFTER = 'Nobody comes to see the man, who is old, or the harbour, which is dark at night.';
  const text = `${BEFORE} ${LOST} ${AFTER}`;
  const at = { file: 'demo/themes.md', line: 4, column: 1 };

  /** What is lost of the text, if pages are those of a pack that says something else in its place. */
  function lostFrom(printed: string, style?: string) {
    const { documents } = layOutPack(
      { 'themes.md': `## Light\nclaim: It shines.\n\n${printed}\n` },
      style === undefined ? {} : { style },
    );
    const pages = documents.map((document) => document.pages);
    const words = printedWords(pages, []);
    expect(wordTokens(text).filter((word) => !words.has(word))).toEqual([]);
    return lostSentences(
      { text, at },
      printedPairs(pages),
      (one) => one.split('\n'),
      () => false,
    );
  }

  it('is missed on the pages that lack it', () => {
    expect(lostFrom(text)).toBeUndefined();
    expect(lostFrom(`${BEFORE} ${AFTER}`)).toEqual({
      words: ['the lamp is dark and nobody comes home'],
      at: { ...at, column: 1 + BEFORE.length + 1 },
      isWhole: false,
    });
  });

  it('is found whatever is between its words: ends of lines, marks of emphasis, notes, another type', () => {
    for (const style of ['large-print-24', 'dyslexia']) expect(lostFrom(text, style)).toBeUndefined();
    const marked = text
      .replace('old man comes', '*old* man[^1] **co**mes')
      .replace('harbour, and', 'harbour,\nand');
    expect(lostFrom(`${marked}\n\n[^1]: A note.`)).toBeUndefined();
  });

  it('is named with its line, unless something else is said about that', () => {
    const lines = text.replaceAll('. ', '.\n');
    const { documents } = layOutPack({ 'themes.md': `## Light\nclaim: It shines.\n\n${BEFORE} ${AFTER}\n` });
    const share = printedPairs(documents.map(({ pages }) => pages));
    const lost = (isTold: boolean) =>
      lostSentences(
        { text: lines, at },
        share,
        (one) => one.split('\n'),
        ({ line }) => isTold && line === 5,
      );
    expect(lost(false)!.at).toEqual({ ...at, line: 5 });
    expect(lost(true)).toBeUndefined();
  });
});
