import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { faceOf, legibleScale, typeLook, withSizes } from '../../../src/layout/lines/type-look.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';

const standard = readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!;

describe('faceOf', () => {
  it('turns italics in italics upright', () => {
    const look = typeLook(standard, 'lead');
    expect([faceOf(look, {}), faceOf(look, { italic: true })]).toEqual(['serif-italic', 'serif']);
  });

  it('is bold for emphasis where there are no italics', () => {
    const plain = { ...standard, italics: false };
    expect(faceOf(typeLook(plain, 'lead'), {})).toBe('serif');
    expect(faceOf(typeLook(plain, 'body'), { italic: true })).toBe('serif-bold');
    expect(faceOf(typeLook(plain, 'label'), { italic: true })).toBe('sans-bold');
  });

  it('has old-style figures in what is read on, and small capitals in labels', () => {
    const bookish = { ...standard, figures: 'old-style' as const, 'small-caps': true };
    expect(faceOf(typeLook(bookish, 'body'), { bold: true })).toBe('serif-bold+onum');
    expect(faceOf(typeLook(bookish, 'small'), {})).toBe('sans');
    expect(faceOf(typeLook(bookish, 'label'), {})).toBe('sans-bold+smcp');
  });
});

describe('the smallest size', () => {
  const large = { ...standard, 'smallest-size': 10 };

  it('is kept when type is made smaller to fit, and its leading with it', () => {
    // Half of 10.5 is under 10, and so is half of 17.
    const fitted = withSizes(large, ['body', 'display'], 0.5);
    expect([fitted['body-size'], fitted['display-size']]).toEqual([10, 10]);
    expect(fitted['body-leading']).toBeCloseTo((14 * 10) / 10.5);
    expect(withSizes(standard, ['display'], 0.5)['display-size']).toBe(8.5);
  });

  it('is kept by parts of a line that are wanted smaller', () => {
    expect(legibleScale(typeLook(large, 'display'), 0.5)).toBeCloseTo(10 / 17);
    expect(legibleScale(typeLook({ ...standard, 'smallest-size': 17 }, 'display'), 0.5)).toBe(1);
  });
});
