import { describe, expect, it } from 'vitest';
import type { Laid } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const texts = (marks: readonly Mark[], x = 0, y = 0): TextMark[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text'
      ? [{ ...mark, x: x + mark.x, y: y + mark.y }]
      : mark.kind === 'group'
        ? texts(mark.marks, x + mark.x, y + mark.y)
        : [],
  );

/** The lines of the pages, each with its left edge. */
function linesOf(laid: Laid): { text: string; x: number }[] {
  return laid.pages.flatMap((page) => {
    const found: { y: number; x: number; text: string }[] = [];
    for (const { x, y, text } of texts(page.marks)) {
      const line = found.find((one) => Math.abs(one.y - y) < 0.5);
      if (line) line.text += `|${text}`;
      else found.push({ x, y, text });
    }
    return found;
  });
}

const LONG =
  'So long a line that no page of any width at all could ever have room for it, so that its rest has to be set below it, indented';

const paper = (stimulus: string, items = '## Why?\nid: why\nmarks: 1\nstimulus: text\n\nBecause.\n') => {
  const { documents, report } = layOutPack(
    {
      'stimuli.md': stimulus,
      'items.md': items,
      'papers/p.md':
        '---\ntitle: P\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [why]\n---\n',
    },
    { products: ['exam-paper'] },
  );
  expect(report.diagnostics).toEqual([]);
  return linesOf(documents[0]!.pages);
};

describe('a text in verse', () => {
  const lines = paper(
    `## Text\nform: verse\nline-numbers: yes\n\nOne\n  two\n${LONG}\nfour\n\n    Five\nsix\n\nseven\neight\nnine\nten\n`,
  );
  const at = (word: string) =>
    lines.find(({ text }) => text.startsWith(word) || text.includes(`\u00A0${word}`))!;

  it('numbers every fifth line of the poem, whatever is too long for the page', () => {
    expect(at('Five').text).toMatch(/Five.*5$/);
    expect(at('ten').text).toMatch(/ten\|10$/);
    expect(lines.filter(({ text }) => /\|(5|10)$/.test(text))).toHaveLength(2);
  });

  it('keeps its indents, and indents what is left of a line', () => {
    expect(at('Five').text).toMatch(/^\u00A0{4}Five/);
    expect(at('two').text).toMatch(/^\u00A0{2}two/);
    const rest = lines[lines.indexOf(at('So long')) + 1]!;
    expect(rest.x).toBeGreaterThan(at('So long').x + 5);
  });
});

describe('a text from a play', () => {
  const lines = paper(
    '## Text\nform: drama\nline-numbers: yes\n\n[Enter ADA and BEDE.]\n\nADA. The lamp is lit.\nThe ship is late.\n\nBEDE:\nNo ship is late.\n',
  ).map(({ text }) => text.trimEnd());

  it('has speakers, stage directions and lines', () => {
    const from = lines.findIndex((line) => line.startsWith('[Enter'));
    expect(lines.slice(from, from + 5)).toEqual([
      '[Enter ADA and BEDE.]',
      'ADA.| The lamp is lit.',
      'The ship is late.',
      'BEDE:',
      'No ship is late.',
    ]);
  });

  /** The numbers beside the lines that have one. */
  const numbered = (play: string, fields = '') =>
    paper(`## Text\nform: drama\nline-numbers: yes\n${fields}\n${play}\n`).flatMap(({ text }) => {
      const [, line, number] = /^(.*)\|(\d+)$/.exec(text) ?? [];
      // The cover has the marks of the section, which is 1.
      return line === undefined || Number(number) < 5 ? [] : [[line.replaceAll('|', '').trim(), number]];
    });

  it('counts neither directions nor names alone, and both halves of a shared line once', () => {
    expect(
      numbered(
        '[Rain. ADA at the window.]\nADA. How many lamps?\nBEDE.           One.\nSince midnight.\nADA:\nI gave my word.\n[A bell.]\nBEDE. You gave it in the spring. [Exit]\nADA (aside). And on this stone.',
      ),
    ).toEqual([['ADA (aside). And on this stone.', '5']]);
  });

  it('begins with the number of its first line', () => {
    expect(numbered('ADA. One.\nTwo.\nThree.', 'first-line: 33\n')).toEqual([['Three.', '35']]);
  });

  it('counts lines that only look like directions or halves', () => {
    expect(numbered('ADA. One.\n[A bell.] Two.\nThree   and\nBEDE.  Four\nFive')).toEqual([['Five', '5']]);
  });
});

describe('a question', () => {
  it('prints its text in verse, and only that', () => {
    const lines = paper(
      '## Text\n\nA.\n',
      '## Read this.\nid: why\nmarks: 1\nstimulus: text\nform: verse\n\n### Task\n\nOne line\n  another\n\n### Answer\n\nYes.\n',
    ).map(({ text }) => text.trimEnd());
    expect(lines).toContain('One line');
    expect(lines.find((line) => line.includes('another'))).toMatch(/^\u00A0{2}another/);
  });

  it('takes a poem with gaps as it is', () => {
    const lines = paper(
      '## Text\n\nA.\n',
      '## Fill.\nid: why\nkind: cloze\nform: verse\nstimulus: text\n\nTyger [[Tyger]]\nburning bright\n',
    ).map(({ text }) => text.replaceAll('|', ''));
    expect(lines).toContain('burning bright');
  });
});

describe('verse on a flashcard', () => {
  it('has its lines at one edge, and the rest of one that is too long further in', () => {
    const { documents, report } = layOutPack(
      {
        'books.md': '## Wall\nauthor: A. Poet\n',
        'themes.md': '## Sea\nclaim: It comes.\n\nWhat to know.\n',
        'quotations.md': `## end\nbook: wall\nspeaker: narrator\nform: verse\nthemes: [sea]\nprovenance: book\n\nIt comes\nand then it goes\n${LONG}\n`,
      },
      { products: ['flashcards'] },
    );
    expect(report.diagnostics).toEqual([]);
    const lines = documents.flatMap(({ pages }) => linesOf(pages));
    const at = (words: string) => lines.find(({ text }) => text.includes(words))!;
    // The opening mark hangs before the first line.
    expect(at('It comes').x).toBeLessThan(at('and then').x);
    expect(at('So long').x).toBeCloseTo(at('and then').x, 1);
    expect(lines[lines.indexOf(at('So long')) + 1]!.x).toBeGreaterThan(at('So long').x + 5);
  });
});

describe('a matching with long texts on the left', () => {
  const heightOf = (right: string) =>
    paper(
      '## Text\n\nA.\n',
      `## Match.\nid: why\nkind: matching\nstimulus: text\n\n- One night the sea will let itself inside = ${right}\n- The street seems surprised that we are here = B\n`,
    ).filter(({ text }) => /night|inside|surprised|we are here/.test(text)).length;

  it('gives them more room, if the texts on the right leave it', () => {
    expect(heightOf('A')).toBe(2);
    expect(heightOf('a text that needs the room as much as those on the left')).toBeGreaterThan(2);
  });
});
