import { describe, expect, it } from 'vitest';
import { meaningWithGap } from '../../src/templates/quizzes/meaning-with-gap.ts';
import { layOutPack } from '../support.ts';

const LONG = 'a'.repeat(25_000);

describe('a name of 25,000 letters', () => {
  it('is named as too wide, wherever names are looked for in texts', () => {
    const { report } = layOutPack(
      {
        'themes.md': `## ${LONG}\nid: x\nclaim: It shines.\n\nText.\n`,
        'vocabulary.md': `## ${LONG}\n\nIt shines.\n\n## Light\n\nIt shines.\n`,
      },
      { products: ['organiser-with-gaps', 'vocabulary-test'] },
    );
    expect(
      new Set(report.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
    ).toEqual(new Set(['word-too-wide']));
  });

  it('has no gap in its meaning', () => expect(meaningWithGap('It shines.', LONG)).toBe('It shines.'));
});
