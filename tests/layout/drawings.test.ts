import { describe, expect, it } from 'vitest';
import type { DrawingBlock } from '../../src/blocks/block.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import type { GroupMark } from '../../src/pages/page.ts';
import { readBlocks } from '../read-blocks.ts';
import { fonts } from '../support.ts';

const styles = readStyles(readTemplateSet(createReport()).styles, createReport());

/** A page of A4. */
const setup = {
  width: 595,
  height: 842,
  margins: { inner: 50, outer: 50, top: 50, bottom: 50 },
  twoSided: false,
  divisible: true,
  columns: { count: 1, gap: 20 },
} as const;

function lay(text: string, style = 'standard') {
  const { blocks, report } = readBlocks(text);
  const options = { setup, style: styles.get(style)!, fonts, language: createLanguage('en') };
  const laid = layOut(blocks, options, report);
  const figure = laid.pages[0]?.marks.find(
    (mark): mark is GroupMark => mark.kind === 'group' && mark.role === 'figure',
  );
  const texts = figure?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])) ?? [];
  return { blocks, figure, texts, laid, codes: report.diagnostics.map(({ code }) => code) };
}

const AXES = `~~~axes
x: { title: Time in s, to: 10 }
y: { title: Distance in m, from: -5, to: 25 }
line: curve
points:
  - { x: 0, y: 0 }
  - { x: 5, y: 11, label: half way }
~~~`;
const CURVE = `~~~plot-curve
up: Tension
points:
  - { label: The ship is seen, height: 2 }
  - { label: The chain is raised, height: 9 }
  - { label: The chain is lowered, height: 3 }
~~~`;
const VENN = `~~~venn
circles:
  - { name: Romeo, items: [speaks first] }
  - { name: Juliet, items: [is thirteen] }
shared:
  - { of: [Juliet, Romeo], items: [impatient, lies] }
~~~`;
const FLOW = '~~~flow\nsteps: [Water evaporates, Vapour cools, Drops form]\n~~~';

const TELLING = `~~~telling
titles: [When, What happens, Told in]
chapters:
  - { title: '1', part: One }
  - { title: '2', part: One }
  - { title: '3', part: Two }
events:
  - { label: Aldren makes a promise, when: In spring, told: ['2'] }
  - { label: The lamp is seen, when: Midnight, told: ['1', '3'] }
  - { label: The chain is raised, when: Midnight, told: ['3'] }
~~~`;

const timelineOf = (...events: readonly [when: string, year: number][]) =>
  `~~~timeline\ntitles: [When, What happens]\nevents:\n${events
    .map(([when, year], index) => `  - { label: Event ${index + 1}, when: ${when}, year: ${year} }`)
    .join('\n')}\n~~~`;
const TIMELINE = timelineOf(['October 1853', 1853.75], ['20 September 1854', 1854.72], ['1856', 1856]);

describe('drawings', () => {
  it.each([
    ['telling', TELLING],
    ['timeline', TIMELINE],
    ['axes', AXES],
    ['plot-curve', CURVE],
    ['venn', VENN],
    ['flow', FLOW],
  ])('%s has all its texts inside its figure, on one page of every style', (_, text) => {
    for (const style of styles.keys()) {
      const { figure, texts, laid } = lay(text, style);
      expect(laid.pages).toHaveLength(1);
      if (!figure) continue;
      const clip = figure.clip!;
      expect(figure.x + clip.x).toBeGreaterThanOrEqual(0);
      for (const { x, y, width, size } of texts) {
        expect(x).toBeGreaterThanOrEqual(clip.x - 0.1);
        expect(x + width).toBeLessThanOrEqual(clip.x + clip.width + 0.1);
        expect(y).toBeLessThanOrEqual(clip.y + clip.height + 0.1);
        expect(size).toBeGreaterThanOrEqual(styles.get(style)!['smallest-size']);
      }
    }
  });

  it('number axes in steps of 1, 2 or 5, with a true minus, and say what is on them', () => {
    const { texts, blocks, codes } = lay(AXES);
    const numbers = texts.map(({ text }) => text.trim()).filter((text) => /^−?\d+$/.test(text));
    expect(numbers).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '−5',
      '0',
      '5',
      '10',
      '15',
      '20',
      '25',
    ]);
    expect((blocks[0] as DrawingBlock).alt).toBe(
      'Time in s: from 0 to 10. Distance in m: from −5 to 25. (0; 0), half way (5; 11).',
    );
    expect(codes).toEqual([]);
  });

  it('say in words what belongs to which circles, in whatever order they are named', () => {
    expect((lay(VENN).blocks[0] as DrawingBlock).alt).toBe(
      'Romeo, Juliet. Romeo: speaks first. Juliet: is thirteen. Romeo + Juliet: impatient; lies.',
    );
  });

  it('show when a story is told, with each time once, and say so', () => {
    const { texts, blocks, codes } = lay(TELLING);
    expect(texts.filter(({ text }) => text.trim() === 'Midnight')).toHaveLength(1);
    expect((blocks[0] as DrawingBlock).alt).toBe(
      'In spring: Aldren makes a promise (2); Midnight: The lamp is seen (1, 3); The chain is raised (3).',
    );
    expect(codes).toEqual([]);
  });

  it.each([
    [TIMELINE, ['1853', '1854', '1855', '1856']],
    [
      timelineOf(['49 BC', -49], ['AD 14', 14]),
      ['50 BC', '40 BC', '30 BC', '20 BC', '10 BC', '1', '10', '20'],
    ],
    [timelineOf(['May 1940', 1940 + 4 / 12], ['July', 1940.45]), ['May 1940', 'June 1940', 'July 1940']],
    [
      timelineOf(['1066', 1066], ['1989', 1989]),
      ['1000', '1100', '1200', '1300', '1400', '1500', '1600', '1700', '1800', '1900', '2000'],
    ],
  ])('put events on a scale of time: %s', (text, names) => {
    const { texts, figure, codes } = lay(text);
    const top = Math.min(...texts.map(({ y }) => y));
    const named = texts.filter(({ y }) => y < top + 15);
    expect(named.map((one) => one.text.replaceAll('\u00a0', ' ').trim())).toEqual(names);
    expect(named.map(({ x }) => x)).toEqual(named.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(figure).toBeDefined();
    expect(codes).toEqual([]);
  });

  it('are a table for events of one day, or of an age without a calendar', () => {
    expect(lay(timelineOf(['1 May 1900', 1900.3], ['1 May 1900', 1900.3])).figure).toBeUndefined();
    expect(lay(timelineOf(['65 million years ago', -65e6], ['today', 2026])).figure).toBeUndefined();
    expect((lay(TIMELINE).blocks[0] as DrawingBlock).alt).toBe(
      'October 1853: Event 1; 20 September 1854: Event 2; 1856: Event 3.',
    );
  });

  it('give way to their table where their texts have no room', () => {
    const events = Array.from({ length: 70 }, (_, i) => `  - { label: Event number ${i}, told: ['1'] }`);
    const { figure, codes, laid } = lay(
      TELLING.replace(/events:[\s\S]*~~~/, `events:\n${events.join('\n')}\n~~~`),
    );
    expect(figure).toBeUndefined();
    expect(laid.pages.length).toBeGreaterThan(1);
    expect(codes).toEqual([]);
  });

  it('report axes without length, points outside them, circles that are not there, and too few steps', () => {
    expect(lay(AXES.replace('to: 10', 'to: 0')).codes).toEqual(['axis-empty']);
    expect(lay(AXES.replace('x: 5', 'x: 50')).codes).toEqual(['axis-too-short']);
    expect(lay(VENN.replace('[Juliet,', '[Julia,')).codes).toEqual(['diagram-box-unknown']);
    expect(lay('~~~flow\nsteps: [Rain, River]\n~~~').codes).toEqual(['diagram-too-small']);
  });

  it('report words that have no room of their own', () => {
    const points = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `  - { label: disagreements ${index}, height: ${5 + (index % 2)} }`,
      );
    const curve = (count: number) => `~~~plot-curve\npoints:\n${points(count).join('\n')}\n~~~`;
    expect(lay(curve(5)).codes).toEqual([]);
    expect(lay(curve(24)).codes).toEqual(['drawing-crowded']);
  });
});
