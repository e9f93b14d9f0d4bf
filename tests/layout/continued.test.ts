import { describe, expect, it } from 'vitest';
import type { Laid } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

/** The text of each page, a line a piece, in the order of painting. */
const textsOf = ({ pages }: Laid): TextMark[][] =>
  pages.map(({ marks }) =>
    marks.flatMap((mark: Mark) => (mark.kind === 'text' ? [mark] : [])).sort((a, b) => a.y - b.y),
  );
const saidOn = (laid: Laid) => textsOf(laid).map((texts) => texts.map(({ text }) => text.trim()).join(' '));

const task = (label: string, lines: number, continued = 'Question 7 continued', stem = `Stem ${label}`) =>
  `~~~task\nlabels: ${label}\nstem: ${stem}\nmarks: '[4 marks]'\ncontinued: ${continued}\nspace: { lines: ${lines} }\n~~~\n`;
const filler = (count: number) => `~~~answer\nlines: ${count}\n~~~\n`;

// An A4 page of the standard style has room for 263 mm: 32 lines that are 8 mm apart.

describe('a question that goes on over a page', () => {
  it('says so on top of the next page, and only there, as an artifact', () => {
    const { laid, report } = layOutText(task('["7"]', 40));
    expect(report.diagnostics).toEqual([]);
    const pages = textsOf(laid);
    expect(pages).toHaveLength(2);
    expect(saidOn(laid)[0]).not.toContain('continued');
    const [first] = pages[1]!;
    expect(saidOn(laid)[1]).toBe('Question 7 continued');
    expect(first!.structureRef).toEqual({ artifact: 'page' });
    // The first rule stands below it.
    const rules = laid.pages[1]!.marks.flatMap((mark) => (mark.kind === 'shape' ? [mark.outline] : []));
    const tops = rules.map((outline) => ('path' in outline ? Number(outline.path[0]![2]) : outline.box.y));
    expect(Math.min(...tops)).toBeGreaterThan(first!.y);
  });

  it('is not parted if a page can hold it: it moves to the next', () => {
    const { laid } = layOutText(`${filler(12)}\n${task('["7"]', 25)}`);
    expect(saidOn(laid).map((said) => said.includes('Stem'))).toEqual([false, true]);
    expect(saidOn(laid).join(' ')).not.toContain('continued');
  });

  it('says so before a part that begins a page, but not where another question does', () => {
    const first = task('["7", "(a)"]', 12);
    const parts = layOutText(`${filler(10)}\n${first}\n${task('["", "(b)"]', 16)}`).laid;
    expect(saidOn(parts).map((said) => said.startsWith('Question 7 continued'))).toEqual([false, true]);
    expect(saidOn(parts)[1]).toContain('(b)');
    const other = layOutText(`${filler(10)}\n${first}\n${task('["8"]', 16, 'Question 8 continued')}`).laid;
    expect(saidOn(other)[1]).toContain('8 Stem');
    expect(saidOn(other).join(' ')).not.toContain('continued');
  });

  it('keeps short parts together', () => {
    const parts = `${task('["7", "(a)"]', 6)}\n${task('["", "(b)"]', 6)}`;
    const { laid } = layOutText(`${filler(20)}\n${parts}`);
    expect(saidOn(laid).map((said) => said.includes('(a)'))).toEqual([false, true]);
    expect(saidOn(laid)[1]).not.toContain('continued');
  });

  it('takes what introduces it with it', () => {
    const section = `## Section B\n\n~~~task\nstem: Answer all questions.\nmarks: '[9 marks]'\n~~~\n`;
    const stem = `~~~task\nlabels: ["7"]\nstem: Look at the text.\ncontinued: Question 7 continued\n~~~\n`;
    const { laid } = layOutText(`# Paper\n\n${filler(22)}\n${section}\n${stem}\n${task('["", "(a)"]', 8)}`);
    expect(saidOn(laid)[0]).toBe('Paper');
    expect(saidOn(laid)[1]).toMatch(/^Section B.*Look at the text.*\(a\)/);
  });

  it('repeats the header of a table below that', () => {
    const statements = Array.from(
      { length: 20 },
      (_, at) => `  - Statement ${at}, which somebody has to judge`,
    );
    const { laid } = layOutText(
      `~~~true-false\nlabels: ["7"]\nstem: True or false?\ncontinued: Question 7 continued\nreason: yes\nstatements:\n${statements.join('\n')}\n~~~`,
    );
    expect(saidOn(laid)[1]).toMatch(/^Question 7 continued No. Statement True False/);
  });
});
