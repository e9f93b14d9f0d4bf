import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { readCurves } from '../../../src/pdf/inks/curves.ts';
import { inkMixer, labOf, lookUp } from '../../../src/pdf/inks/ink-mixer.ts';
import { readProfile } from '../../../src/pdf/inks/read-profile.ts';
import { nowhere } from '../../support.ts';
import { syntheticProfile } from './synthetic-profile.ts';

const mixer = (tables: 1 | 2 | 4) =>
  inkMixer(readProfile(syntheticProfile({ tables }), nowhere, createReport())!);
const mix = (tables: 1 | 2 | 4, ...rgb: number[]) => [...mixer(tables)(Uint8Array.from(rgb))];

describe('inks for colours', () => {
  it('leave paper white', () => {
    for (const tables of [1, 2, 4] as const) expect(mix(tables, 255, 255, 255)).toEqual([0, 0, 0, 0]);
  });

  it('are about the same, however the table is written', () => {
    // LittleCMS 2 mixed the same for these colours and profiles, but for one part in 255 here and there.
    const colours = [31, 111, 120, 255, 0, 0, 200, 180, 90];
    const [inWords, inBytes, layered] = [mix(2, ...colours), mix(1, ...colours), mix(4, ...colours)];
    inWords.forEach((ink, index) => {
      expect(Math.abs(ink - inBytes[index]!)).toBeLessThanOrEqual(3);
      expect(Math.abs(ink - layered[index]!)).toBeLessThanOrEqual(3);
    });
  });

  it('take away what a colour lacks', () => {
    const [cyan, magenta, yellow] = mix(2, 255, 0, 0) as [number, number, number];
    expect(cyan).toBeLessThan(30);
    expect(Math.min(magenta, yellow)).toBeGreaterThan(200);
  });

  it('are mixed for many colours as for each alone', () => {
    const one = mixer(2);
    const rgb = Uint8Array.from({ length: 3 * 2000 }, (_, index) => (index * 7919) % 256);
    const all = one(rgb);
    for (let pixel = 0; pixel < 2000; pixel += 97)
      expect([...all.slice(pixel * 4, pixel * 4 + 4)]).toEqual([
        ...mixer(2)(rgb.slice(pixel * 3, pixel * 3 + 3)),
      ]);
  });
});

describe('colours', () => {
  it('have the L*a*b* that tables of sRGB under D50 give them', () => {
    // Bruce Lindbloom’s calculator: sRGB red is 54.29, 80.81, 69.89 under D50, white 100, 0, 0.
    const near = (lab: number[], wanted: number[]) => {
      for (const [index, part] of lab.entries()) expect(Math.abs(part - wanted[index]!)).toBeLessThan(0.05);
    };
    near(labOf(255, 0, 0), [54.29, 80.81, 69.89]);
    near(labOf(255, 255, 255), [100, 0, 0]);
    near(labOf(0, 0, 0), [0, 0, 0]);
  });
});

describe('a table', () => {
  it('blends the points around a colour', () => {
    const straight = Float32Array.of(0, 1);
    const grid = { points: [2, 2], channels: 1, values: Float32Array.of(0, 1, 2, 4) };
    const table = {
      lab: 'full' as const,
      before: [straight, straight],
      grid,
      after: [Float32Array.of(0, 1)],
    };
    // Half way in both: (0 + 1 + 2 + 4) / 4 = 1.75, and curves end at 1; a quarter of the first side: 0.25 × 2 = 0.5.
    expect(lookUp(table, [0.5, 0.5])).toEqual([1]);
    expect(lookUp(table, [0.25, 0])).toEqual([0.5]);
    expect(lookUp(table, [0, 0.5])).toEqual([0.5]);
  });
});

describe('curves', () => {
  const bytes = (...parts: (string | number)[]) =>
    new DataView(
      Uint8Array.from(
        parts.flatMap((part) =>
          typeof part === 'string'
            ? [...part].map((letter) => letter.charCodeAt(0))
            : [24, 16, 8, 0].map((shift) => (part >>> shift) & 255),
        ),
      ).buffer,
    );
  const at = (view: DataView) => readCurves(view, 4, 1)?.[0];

  it('are listed, or given by an exponent or a formula', () => {
    expect([...at(bytes(0, 'curv', 0, 0))!]).toEqual([0, 1]);
    // A gamma of 2.0 in 256ths is 0x0200: half way it is at 0.25.
    expect(at(bytes(0, 'curv', 0, 1, 0x02000000))![512]!).toBeCloseTo(0.25, 2);
    // The formula of kind 0 with g = 2.
    expect(at(bytes(0, 'para', 0, 0, 0x00020000))![512]!).toBeCloseTo(0.25, 2);
    // Kind 3: above d = 0.5 it is x squared, below it 0.5 x.
    const both = at(bytes(0, 'para', 0, 0x00030000, 0x00020000, 0x00010000, 0, 0x00008000, 0x00008000))!;
    expect(both[256]!).toBeCloseTo(0.125, 2);
    expect(both[768]!).toBeCloseTo(0.5635, 2);
  });

  it('that make no sense are no curves', () => {
    expect(at(bytes(0, 'curv', 0, 99))).toBeUndefined();
    expect(at(bytes(0, 'none', 0, 0))).toBeUndefined();
    expect(at(bytes(0, 'para', 0, 0x00090000))).toBeUndefined();
  });
});
