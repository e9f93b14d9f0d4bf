import { describe, expect, it } from 'vitest';
import { layOutText } from '../print-text.ts';

const LONG =
  '“Words” that fill more than one line of the page, so that there is something to set, and another line below it.';

/** The gaps between words, as a share of the size: justified lines have other ones. */
function wordSpaces(text: string): number[] {
  const { laid } = layOutText(text);
  return laid.pages.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark.wordSpace] : [])),
  );
}

describe('lines', () => {
  it.each([`- ${LONG}`, `1. ${LONG}`, `> ${LONG}`])('are ragged in %s', (text) => {
    expect(new Set(wordSpaces(text))).toEqual(new Set([0]));
  });

  it('are justified in running text', () => {
    expect(wordSpaces(LONG).some((space) => space !== 0)).toBe(true);
  });
});
