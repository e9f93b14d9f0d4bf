import { describe, expect, it } from 'vitest';
import { layOutText } from '../print-text.ts';

/** A section that takes some pages, each with a heading of its own. */
const section = (name: string, pages: number, side: string) =>
  `~~~new-page\nside: ${side}\n~~~\n\n## ${name}\n\n${Array.from({ length: pages }, () => '~~~answer\nheight: 220\n~~~\n').join('\n')}`;

/** The number of the page that each section begins on, and how many pages there are. */
function laid(...sections: string[]) {
  const { laid, report } = layOutText(`# Cover\n\n${sections.join('\n')}`, new Map(), undefined, {
    'blank-page': 'Blank.',
  });
  expect(report.diagnostics).toEqual([]);
  return {
    begins: Object.fromEntries(laid.outline.slice(1).map(({ title, page }) => [title, page + 1])),
    pages: laid.pages.length,
  };
}

describe('a section that had better be a spread', () => {
  it('begins on a left-hand page where the last sheet has room for the page that this costs', () => {
    // Cover 1, one 2, text 3 and 4, end 5: 5 pages on 3 sheets, and so are 6.
    expect(laid(section('One', 1, 'any'), section('Text', 2, 'spread'), section('End', 1, 'any'))).toEqual({
      begins: { One: 2, Text: 4, End: 6 },
      pages: 6,
    });
  });

  it('stays where it is if it would take one more sheet', () => {
    // Cover 1, one 2, text 3 and 4: 4 pages on 2 sheets, but 5 need 3.
    expect(laid(section('One', 1, 'any'), section('Text', 2, 'spread'))).toEqual({
      begins: { One: 2, Text: 3 },
      pages: 4,
    });
  });

  it('stays where it is if it has one page, or begins on the left anyway', () => {
    expect(laid(section('One', 1, 'any'), section('Text', 1, 'spread')).begins).toEqual({ One: 2, Text: 3 });
    expect(laid(section('Text', 2, 'spread'), section('End', 1, 'any')).begins).toEqual({ Text: 2, End: 4 });
  });

  it('is one of several, of which as many are moved as there is room for', () => {
    const { begins, pages } = laid(
      section('One', 1, 'any'),
      section('Text', 2, 'spread'),
      section('Two', 1, 'any'),
      section('Other', 3, 'spread'),
    );
    // Cover 1, one 2, text 3 and 4, two 5, other 6 to 8. Moving the first would take a fifth sheet.
    expect({ begins, pages }).toEqual({ begins: { One: 2, Text: 3, Two: 5, Other: 6 }, pages: 8 });
  });
});
