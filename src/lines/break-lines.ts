/** What cannot be broken: a word or a part of one. */
export interface BoxItem {
  readonly kind: 'box';
  readonly width: number;
}

/** Space between boxes, where a line may end. */
export interface GlueItem {
  readonly kind: 'glue';
  readonly width: number;
}

/**
 * A place where a line may end although there is no space (`cost` 0: after a hyphen), or must end (−Infinity), or may
 * not (Infinity, before a glue that is not to be broken at).
 */
export interface PenaltyItem {
  readonly kind: 'penalty';
  readonly cost: number;
}

export type Item = BoxItem | GlueItem | PenaltyItem;

/** A line: the items from `from` up to, but without, `to`; spaces at its ends are left out. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** A last line shorter than this share of the measure looks lonely; words are brought down to it where they can be. */
const SHORTEST_LAST_LINE = 0.2;

/**
 * Breaks a paragraph into ragged lines: as few as there can be, and among those the most even ones, by dynamic
 * programming over the breaks (the squared rest of each line, as in Knuth and Plass, “Breaking paragraphs into
 * lines”, Software: Practice and Experience 11, 1981, with glue that does not stretch).
 *
 * It takes widths as numbers, in any unit, and never sees a font. A box wider than the measure gets a line of its own.
 * @param balanced whether the last line counts too, so that all come out about equally long: for display text
 */
export function breakLines(items: readonly Item[], measure: number, balanced = false): Line[] {
  const breaks = breakpoints(items);
  // widthUpTo[i]: the advance of everything before item i.
  const widthUpTo = [0];
  for (const item of items) widthUpTo.push(widthUpTo.at(-1)! + (item.kind === 'penalty' ? 0 : item.width));

  const lineBetween = (start: number, end: number): Line => {
    let from = start;
    let to = end;
    while (from < to && items[from]!.kind !== 'box') from++;
    while (to > from && items[to - 1]!.kind !== 'box') to--;
    return { from, to, width: widthUpTo[to]! - widthUpTo[from]! };
  };

  // best[b]: the cheapest way to end a line at breaks[b]; the number of lines weighs more than any unevenness.
  const best: { cost: number; previous: number; line: Line }[] = [];
  const perLine = measure * measure * items.length + 1;
  for (let end = 0; end < breaks.length; end++) {
    const last = end === breaks.length - 1;
    let found: { cost: number; previous: number; line: Line } | undefined;
    for (let start = end - 1; start >= -1; start--) {
      const line = lineBetween(start < 0 ? 0 : breaks[start]!.index, breaks[end]!.index);
      const tooWide = line.width > measure + 0.001;
      if (tooWide && start < end - 1) break;
      const rest = Math.max(0, measure - line.width);
      const before = start < 0 ? 0 : best[start]!.cost;
      const free = breaks[end]!.forced && !balanced && !tooWide;
      const lonely =
        free && start >= 0 && !breaks[start]!.forced && line.width < measure * SHORTEST_LAST_LINE;
      const unevenness = lonely ? (measure / 2) ** 2 : free ? 0 : rest * rest;
      const cost = before + perLine + unevenness + (last ? 0 : breaks[end]!.cost);
      if (!found || cost < found.cost) found = { cost, previous: start, line };
      if (start >= 0 && breaks[start]!.forced) break;
    }
    best.push(found!);
  }

  const lines: Line[] = [];
  for (let at = best.length - 1; at >= 0; at = best[at]!.previous) lines.unshift(best[at]!.line);
  return lines;
}

/** Where lines may end, each as the index of the item that the next line begins at or after. The end is the last. */
function breakpoints(items: readonly Item[]): { index: number; forced: boolean; cost: number }[] {
  const breaks: { index: number; forced: boolean; cost: number }[] = [];
  items.forEach((item, index) => {
    if (item.kind === 'penalty') {
      if (item.cost !== Infinity)
        breaks.push({ index: index + 1, forced: item.cost === -Infinity, cost: Math.max(0, item.cost) });
    } else if (item.kind === 'glue' && items[index - 1]?.kind === 'box')
      breaks.push({ index, forced: false, cost: 0 });
  });
  if (breaks.at(-1)?.forced && breaks.at(-1)!.index === items.length) return breaks;
  return [...breaks, { index: items.length, forced: true, cost: 0 }];
}
