import { describe, expect, it } from 'vitest';
import { surroundingMarks } from '../../src/content/checks/surrounding-marks.ts';

describe('surroundingMarks', () => {
  it('finds marks around the whole text', () => {
    for (const text of ['“Good evening.”', '"Good evening."', '‘Don’t.’', "'Don't.'", '«Bonsoir.»', '„Gut.“'])
      expect(surroundingMarks(text)).toEqual({ opening: text[0], closing: text.at(-1) });
  });

  it('leaves speech within a text, and single marks, alone', () => {
    for (const text of [
      '“Yes,” she said, “no.”',
      '“Yes,” she said.',
      'She said “no”',
      '’Tis late.',
      '”',
      '""',
    ])
      expect(surroundingMarks(text)).toBeUndefined();
  });
});
