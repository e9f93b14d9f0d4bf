import type { BlockSection } from './block-sections.ts';

/** What certain page breaks cost: pages, and pages under half full. */
interface Cost {
  readonly pages: number;
  readonly holes: number;
}

/**
 * Leaves out page breaks that are not needed, where they cost a page or leave one under half full: no more of them than
 * it takes. What had better begin on a left-hand page follows on only where that saves a sheet.
 * @param costOf gives what a document with certain sections costs
 */
export function withoutSpareBreaks(
  sections: readonly BlockSection[],
  costOf: (sections: readonly BlockSection[]) => Cost,
): readonly BlockSection[] {
  const indexes = (of: (section: BlockSection) => boolean) =>
    sections.flatMap((section, index) => (index > 0 && isSpare(section) && of(section) ? [index] : []));
  if (indexes(() => true).length === 0) return sections;
  const left = new Set(indexes(({ spread }) => !spread));
  const least = costOf(joined(sections, left));
  if (!isLess(least, costOf(sections))) left.clear();
  for (const index of [...left]) {
    left.delete(index);
    if (isLess(least, costOf(joined(sections, left)))) left.add(index);
  }
  const sheets = () => Math.ceil(costOf(joined(sections, left)).pages / 2);
  let fewest = sheets();
  for (const index of indexes(({ spread }) => spread === true)) {
    left.add(index);
    const now = sheets();
    if (now >= fewest) left.delete(index);
    else fewest = now;
  }
  return joined(sections, left);
}

const isLess = (a: Cost, b: Cost): boolean => a.pages < b.pages || (a.pages === b.pages && a.holes < b.holes);

/** A section on a right-hand page, or with columns of its own, can't follow on. */
const isSpare = ({ spare, recto, columns }: BlockSection): boolean =>
  spare === true && !recto && columns === undefined;

/** Joins each of some sections to the one before it. */
function joined(sections: readonly BlockSection[], left: ReadonlySet<number>): BlockSection[] {
  const all: BlockSection[] = [];
  for (const [index, section] of sections.entries()) {
    const before = left.has(index) ? all.pop() : undefined;
    all.push(before ? { ...before, blocks: [...before.blocks, ...section.blocks] } : section);
  }
  return all;
}
