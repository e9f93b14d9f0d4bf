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
      'No ship is late.|5',
    ]);
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
