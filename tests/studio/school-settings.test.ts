import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schoolValues, withSchoolValues } from '../../src/studio/live/school-settings.ts';

describe('the settings of a school', () => {
  it('are added to a file of comments only, which stay', () => {
    const starter = readFileSync('templates/starter/common/studypack.yaml', 'utf8');
    const text = withSchoolValues(starter, { school: 'Hill: Road', year: '2026/27', paper: '' });
    expect(text.startsWith(starter.trimEnd())).toBe(true);
    expect(schoolValues(text)).toEqual({ school: 'Hill: Road', year: '2026/27' });
  });

  it('are changed and removed, and all else stays', () => {
    const before = '# Ours\nschool: A # why\nlogo: logo.svg\nyear: 2026\n';
    const text = withSchoolValues(before, { school: 'B', year: '', lang: 'de' });
    expect(text).toBe('# Ours\nschool: B # why\nlogo: logo.svg\nlang: de\n');
    expect(withSchoolValues(before, { school: 'A', year: '2026' })).toBe(before);
  });

  it('make nothing of an empty form, and are not read from a broken file', () => {
    expect(withSchoolValues('', {})).toBe('');
    expect(['school: [', '- a\n', 'school: a\nschool: b\n'].map(schoolValues)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
