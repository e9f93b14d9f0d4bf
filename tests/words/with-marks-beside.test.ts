import { describe, expect, it } from 'vitest';
import { withMarksBeside } from '../../src/words/with-marks-beside.ts';

const OURS = { marks: '{count} marks', 'marks-beside': '[{count} marks]' };

describe('marks beside a question', () => {
  it('are called what the pack calls marks', () => {
    const forms = { one: '{count} point', other: '{count} points' };
    expect(withMarksBeside({ ...OURS, marks: forms }, OURS)['marks-beside']).toEqual({
      one: '[{count} point]',
      other: '[{count} points]',
    });
    expect(withMarksBeside({ ...OURS, marks: '{count} p.' }, OURS)['marks-beside']).toBe('[{count} p.]');
  });

  it('are as the pack says, if it says that', () => {
    const own = { marks: '{count} p.', 'marks-beside': '/{count}' };
    expect(withMarksBeside(own, OURS)).toEqual(own);
    expect(withMarksBeside(OURS, OURS)).toEqual(OURS);
  });
});
