import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { ruleStroke } from '../../../src/layout/style/rule-stroke.ts';

const styles = readStyles(readTemplateSet(createReport()).styles, createReport());

/** Ink per point of a rule, in square points of black. A dash of no length with round caps is a round dot. */
function inkOf(style: string): number {
  const { colour, width, dash } = ruleStroke(styles.get(style)!);
  const black = 1 - (colour as number);
  const [, gap] = dash ?? [];
  return gap === undefined ? width * black : ((Math.PI / 4) * width ** 2 * black) / gap;
}

describe('rules', () => {
  it('take less ink in the ink saver than in the standard style', () => {
    // 0.5 points at 45 % grey are 0.225; dots of 0.5 points, two points apart, are π/4 × 0.25 / 2 = 0.098.
    expect(inkOf('standard')).toBeCloseTo(0.225, 3);
    expect(inkOf('ink-saver')).toBeCloseTo(0.098, 3);
  });

  it('are thicker by their weight, and so are the gaps between their dots', () => {
    expect(ruleStroke(styles.get('ink-saver')!, 2)).toMatchObject({ width: 1, dash: [0, 4], cap: 'round' });
    expect(ruleStroke(styles.get('standard')!, 2)).toEqual({ colour: 0.55, width: 1 });
  });
});
