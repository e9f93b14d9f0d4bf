import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio, grayOf, luminance, READABLE_CONTRAST } from '../../src/pages/contrast.ts';
import type { Colour, Mark } from '../../src/pages/page.ts';
import { textContrasts } from '../../src/pages/text-contrasts.ts';
import { groupOf } from './group-of.ts';

const structureRef = { artifact: 'layout' } as const;
const text = (colour: Colour, x = 10, y = 20): Mark => ({
  kind: 'text',
  structureRef,
  x,
  y,
  text: 'words',
  face: 'serif',
  size: 10,
  colour,
  wordSpace: 0,
  letterSpace: 0,
  width: 30,
});
const area = (fill: Colour, x = 0, y = 0, width = 100, height = 100): Mark => ({
  kind: 'shape',
  structureRef,
  outline: { box: { x, y, width, height } },
  fill,
});
const only = (...marks: Mark[]) => textContrasts(marks)[0]!.contrast;

describe('contrast', () => {
  it('is that of WCAG', () => {
    // Black on white is (1 + 0.05) / (0 + 0.05); #777777 on white is known to be just under 4.5: 4.48.
    expect(contrastRatio(0, 1)).toBe(21);
    expect(contrastRatio(0x77 / 255, 1)).toBeCloseTo(4.48, 2);
    expect(contrastRatio(1, [1, 0, 0])).toBeCloseTo(4.0, 2);
    // Inks as they look: black ink alone is gray.
    expect(luminance([0, 0, 0, 0.5])).toBeCloseTo(luminance(0.5), 9);
  });

  it('stays when colours become gray', () => {
    const teal = [31 / 255, 111 / 255, 120 / 255] as const;
    expect(contrastRatio(grayOf(teal), 1)).toBeCloseTo(contrastRatio(teal, 1), 1);
  });
});

describe('the contrast of a text', () => {
  it('is with what was painted last behind it', () => {
    expect(only(text(0))).toBe(21);
    expect(only(area(0.5), text(0))).toBeCloseTo(contrastRatio(0, 0.5), 9);
    expect(only(area(0.5), area(1), text(0))).toBe(21);
    expect(only(area(0.5, 0, 60), text(0))).toBe(21);
    expect(only(text(0), area(0.5))).toBe(21);
  });

  it('is the least along it', () => {
    expect(only(area(0.4, 35, 0, 20), text(0))).toBeCloseTo(contrastRatio(0, 0.4), 9);
  });

  it('is found where groups are moved, turned and scaled', () => {
    const turned = groupOf([text(0, 0, 0)], { x: 50, y: 60, turn: 90, scale: 2 });
    // The letters run down from (50, 60), and stand to the right of that line.
    expect(only(area(0.4, 50, 60, 20, 80), turned)).toBeCloseTo(contrastRatio(0, 0.4), 9);
    expect(only(area(0.4, 0, 0, 40, 40), turned)).toBe(21);
    const mapped = groupOf([area(0.4, 0, 0, 10, 10)], { matrix: [10, 0, 0, 10] });
    expect(only(mapped, text(0))).toBeCloseTo(contrastRatio(0, 0.4), 9);
  });

  it('is found inside of curves', () => {
    const round = (x: number): Mark => ({
      kind: 'shape',
      structureRef,
      fill: 0.4,
      outline: {
        path: [
          ['M', x - 25, 17],
          ['C', x - 25, -16, x + 25, -16, x + 25, 17],
          ['C', x + 25, 50, x - 25, 50, x - 25, 17],
          ['Z'],
        ],
      },
    });
    expect(only(round(25), text(0))).toBeCloseTo(contrastRatio(0, 0.4), 9);
    expect(only(round(90), text(0))).toBe(21);
  });
});

describe('a quiet grey', () => {
  it('can be read on paper, and would be found where it could not', () => {
    const quiet = Number(/^quiet: (.*)$/m.exec(readFileSync('templates/styles/standard.yaml', 'utf8'))![1]);
    expect(contrastRatio(quiet, 1)).toBeGreaterThan(READABLE_CONTRAST);
    expect(only(area(quiet + 0.2), text(quiet))).toBeLessThan(READABLE_CONTRAST);
  });
});
