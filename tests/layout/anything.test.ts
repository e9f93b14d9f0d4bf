import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/blocks/markdown/parse-markdown.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import type { PageSetup } from '../../src/layout/paging/page-setup.ts';
import type { Laid } from '../../src/pages/laid.ts';
import { mm } from '../../src/pages/length.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import { paint } from '../../src/pdf/painting/paint.ts';
import { fonts } from '../support.ts';
import { english } from '../words-in.ts';
import { SMALL_PAGES } from './small-pages.ts';

const { setup } = SMALL_PAGES;

function print(markdown: string, more: Partial<PageSetup> = {}): Laid {
  const blocks = parseMarkdown(
    { text: markdown, file: 'any.md', origins: [], blocks: TABLES.blocks, words: english },
    createReport(),
  );
  return layOut(blocks, { ...SMALL_PAGES, setup: { ...setup, ...more } }, createReport());
}

/** Words that are told apart by their numbers, written in letters so that they may be hyphenated. */
const word = fc
  .tuple(fc.constantFrom('remember', 'paper', 'extraordinary', 'a', 'Norfolk'), fc.nat({ max: 9999 }))
  .map(([stem, number]) => stem + [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join(''));
const phrase = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const styled = phrase(6).chain((text) =>
  fc.constantFrom(
    text,
    `*${text}*`,
    `**${text}**`,
    `***${text}***`,
    `\`${text}\``,
    `[${text}](https://example.org)`,
  ),
);
const paragraph = fc.array(styled, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(', '));
const cell = phrase(5);
const indent = (text: string, by: string) => text.replace(/\n/g, `\n${by}`);

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), phrase(8))
      .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    fc.array(cell, { minLength: 6, maxLength: 24 }).map((cells) => {
      const rows = Array.from(
        { length: Math.floor(cells.length / 2) },
        (_, row) => `| ${cells[row * 2]} | ${cells[row * 2 + 1]} |`,
      );
      return `${rows[0]}\n|---|--:|\n${rows.slice(1).join('\n')}`;
    }),
    fc.array(phrase(9), { minLength: 1, maxLength: 5 }).map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``),
    fc
      .array(phrase(6), { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item, index) => `- [${index % 2 === 0 ? ' ' : 'x'}] ${item}`).join('\n')),
    fc.tuple(phrase(3), phrase(12), phrase(12)).map(([term, a, b]) => `${term}\n:   ${a}\n\n:   ${b}`),
    fc.tuple(fc.constantFrom('NOTE', 'TIP'), paragraph).map(([kind, text]) => `> [!${kind}]\n> ${text}`),
    fc
      .tuple(paragraph, phrase(60), fc.nat({ max: 99_999 }))
      .map(([text, note, label]) => `${text}[^${label}]\n\n[^${label}]: ${note}`),
    fc
      .array(phrase(8), { minLength: 4, maxLength: 4 })
      .map(
        ([a, b, c, d]) =>
          `~~~table\ncolumns: [{ align: left }, { align: right }]\nrows:\n  - ["${a}", "- ${b}"]\n  - ["${c}", "${d}"]\n~~~`,
      ),
    fc
      .constantFrom('lined', 'squared', 'dotted', 'boxed', 'blank')
      .map((ruling) => `~~~answer\nlines: 3\nruling: ${ruling}\n~~~`),
    fc.constant('---'),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((all) => `> ${indent(all.join('\n\n'), '> ')}`),
    fc
      .tuple(
        fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        // Four spaces are the indent of an item whose number has two digits.
        fc.integer({ min: 0, max: 96 }),
      )
      .map(([items, ordered, start]) =>
        items
          .map((item, index) =>
            ordered ? `${start + index}. ${indent(item, '    ')}` : `- ${indent(item, '  ')}`,
          )
          .join('\n'),
      ),
  ),
}));
const document = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

const textsIn = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textsIn(mark.marks) : []));

/** The words of the content, in order of the structure’s slots; hyphens at line ends are taken out. */
function wordsOf(laid: Laid): string[] {
  const slots = new Map<number, string>();
  for (const page of laid.pages)
    for (const mark of textsIn(page.marks))
      if ('slot' in mark.structureRef)
        slots.set(mark.structureRef.slot, (slots.get(mark.structureRef.slot) ?? '') + mark.text);
  const text = [...slots.values()].map((own) => own.replaceAll('\u00AD', '')).join(' ');
  return text.match(/[A-Za-z]+/g) ?? [];
}

const wordsIn = (markdown: string) =>
  markdown
    .replace(/\]\(https:\/\/example\.org\)/g, ']')
    .replace(/~~~answer[^~]*~~~|~~~table|columns: .*|rows:/g, '')
    .replace(/\[!NOTE\]/g, 'Note')
    .replace(/\[!TIP\]/g, 'Tip')
    .replace(/\[x\]/g, '')
    .match(/[A-Za-z]+/g) ?? [];

/** Marks whose letters stand in one another, a little of their height allowed for. */
function overlaps(marks: readonly TextMark[]): [string, string][] {
  const boxes = marks
    .filter(({ text }) => text.trim() !== '')
    .map((mark) => ({
      text: mark.text,
      left: mark.x + 0.5,
      right: mark.x + mark.width - (mark.text.endsWith(' ') ? mark.size * 0.3 : 0) - 0.5,
      top: mark.y - mark.size * 0.6,
      bottom: mark.y + mark.size * 0.1,
    }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b): [string, string] => [a.text, b.text]),
  );
}

describe('any Markdown', () => {
  it('is on paper: every word once, in its frame, nothing on top of anything', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(1, 2), (markdown, count) => {
        const laid = print(markdown, { columns: { count, gap: mm(6) } });
        expect(wordsOf(laid).sort()).toEqual(wordsIn(markdown).sort());
        laid.pages.forEach((page, index) => {
          const left = index % 2 === 0 ? setup.margins.inner : setup.margins.outer;
          const width = setup.width - setup.margins.inner - setup.margins.outer;
          const texts = textsIn(page.marks);
          expect(overlaps(texts)).toEqual([]);
          for (const mark of texts) {
            // A mark at the edge may hang out by half an em.
            expect(mark.x).toBeGreaterThanOrEqual(left - mark.size / 2);
            expect(mark.x + mark.width).toBeLessThanOrEqual(left + width + mark.size);
            expect(mark.y).toBeGreaterThan(setup.margins.top);
            expect(mark.y).toBeLessThanOrEqual(setup.height - setup.margins.bottom);
          }
        });
      }),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('survives JSON, and then paints the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (markdown) => {
        const laid = print(markdown);
        const again = JSON.parse(JSON.stringify(laid)) as Laid;
        expect(again).toEqual(laid);
        const info = { title: 'Any', lang: 'en', date: new Date('2026-01-01T00:00:00Z') };
        expect(await paint(again, fonts, info)).toEqual(await paint(laid, fonts, info));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
