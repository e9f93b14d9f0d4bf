import type { Contents, Heading } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import type { LayoutContext } from '../layout-context.ts';

/** The headings of a document, numbered, and where its contents are among them. */
type Numbered = Pick<LayoutContext, 'anchors' | 'contentsAfter'>;

/** Gives the headings that a table of contents lists, each with its depth below the highest of them. */
export function listedHeadings(
  contents: Contents,
  document: Numbered,
): { readonly heading: Heading; readonly depth: number }[] {
  const all = [...document.anchors.keys()];
  const following = all.filter((heading) => follows(heading, contents, document));
  const after = following.length === 0 && contents.all ? all : following;
  const first = smallest(after.map((heading) => heading.level));
  const listed = after.filter((heading) => heading.level < first + contents.depth);
  const shown = withoutCrowds(withoutRepeats(listed, first), contents.most);
  return shown.map((heading) => ({ heading, depth: heading.level - first }));
}

/** Leaves out subheadings that several headings have: “Chapter by chapter” in each part tells nobody where to look. */
function withoutRepeats(headings: readonly Heading[], first: number): Heading[] {
  const counts = new Map<string, number>();
  for (const { text } of headings) counts.set(plainText(text), (counts.get(plainText(text)) ?? 0) + 1);
  return headings.filter(({ level, text }) => level === first || counts.get(plainText(text)) === 1);
}

/** Leaves out the subheadings of each heading that has more than `most` of them. */
function withoutCrowds(headings: readonly Heading[], most: number): Heading[] {
  const below = (at: number) => {
    const next = headings.findIndex((heading, index) => index > at && heading.level <= headings[at]!.level);
    return (next === -1 ? headings.length : next) - at - 1;
  };
  const left = new Set<Heading>();
  headings.forEach((_, index) => {
    const count = below(index);
    if (count > most) for (const heading of headings.slice(index + 1, index + 1 + count)) left.add(heading);
  });
  return headings.filter((heading) => !left.has(heading));
}

/** Whether a heading comes after the contents. Headings are numbered in order. */
function follows(heading: Heading, contents: Contents, { anchors, contentsAfter }: Numbered): boolean {
  return anchors.get(heading)! > (contentsAfter.get(contents) ?? 0);
}
