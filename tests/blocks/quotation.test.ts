import { describe, expect, it } from 'vitest';
import { readBlocks } from '../read-blocks.ts';

const attribution = (more: string) => {
  const { blocks } = readBlocks(`~~~quotation\nwords: [It was late.]\nplace: chapter 2\n${more}~~~\n`);
  const [quote] = blocks;
  return quote?.kind === 'quote'
    ? quote.attribution!.map((one) => ('text' in one ? one.text : '')).join('')
    : '';
};

describe('what is said below a quotation', () => {
  it('ends each sentence once, whether or not a text brings its own full stop', () => {
    expect(attribution('note: From memory\n')).toBe('chapter 2. From memory');
    expect(attribution('warning: Unverified. Check it.\nnote: From memory\n')).toBe(
      'chapter 2. Unverified. Check it. From memory',
    );
    expect(attribution('warning: Unverified\nnote: From memory\n')).toBe(
      'chapter 2. Unverified. From memory',
    );
  });
});
