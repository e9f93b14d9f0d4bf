import { describe, expect, it } from 'vitest';
import { suggestId } from '../../src/content/entries/suggest-id.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1));

describe('the hint for an id that no entry has', () => {
  it('says which numbers there are', () => {
    expect(suggestId('99', upTo(23), ['chapters'])).toBe('The pack has chapters 1 to 23.');
    expect(suggestId('six', ['4', '2', '1', '10', '11', '12'], ['chapters'])).toBe(
      'The pack has chapters 1, 2, 4, 10 to 12.',
    );
  });

  it('names the nearest of ids that are words', () => {
    expect(suggestId('raye', ['beam', 'ray'], ['vocabulary'])).toBe('Did you mean “ray”?');
  });

  it('says where to write the first of its kind', () => {
    expect(suggestId('6', [], ['chapters'])).toBe(
      'The pack has no chapters yet. Write them in chapters.md or chapters/NAME.md.',
    );
  });
});
