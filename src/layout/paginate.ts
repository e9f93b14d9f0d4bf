import type { Report } from '../diagnostics/report.ts';
import type { Frame, Section, Strip } from '../strips/strip.ts';
import { stackHeight } from '../strips/strip.ts';

/** A strip at its place on a page of its section. */
export interface PlacedStrip {
  readonly strip: Strip;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** Its height with its share of what was left of the frame. */
  readonly height: number;
  /** Whether it is there again, as a header on top of a later frame. */
  readonly repeated: boolean;
}

/** A section, filled into its frames. */
export interface Paginated {
  readonly placed: readonly PlacedStrip[];
  /** What stands in the margin column. */
  readonly asides: readonly PlacedStrip[];
  readonly frames: readonly Frame[];
  readonly pages: number;
}

/**
 * Fills a section's frames with its strips. It knows nothing of kinds of block, only of heights, gaps, stretch and
 * what must be kept together.
 *
 * Breaks are chosen by dynamic programming: as few frames as can be, and among those ways the one with the least
 * squared emptiness at the feet of all frames but the last.
 * A strip taller than a frame is reported as `too-tall`, and stands in a frame of its own.
 */
export function paginate(section: Section, report: Report): Paginated {
  const { strips } = section;
  const breaks = chooseBreaks(section, report);
  const placed: PlacedStrip[] = [];
  const asides: PlacedStrip[] = [];
  const frames: Frame[] = [];
  let from = 0;
  breaks.forEach((to, index) => {
    const frame = section.frame(index);
    frames.push(frame);
    const run = strips.slice(from, to);
    const header = from > 0 ? (run[0]?.keep.header ?? []) : [];
    const all = [
      ...header.map((one) => ({ one, repeated: true })),
      ...run.map((one) => ({ one, repeated: false })),
    ];
    const used = stackHeight(all.map(({ one }) => one));
    const shares = run.reduce((sum, one) => sum + one.stretch, 0);
    const left = Math.max(0, frame.height - used);
    let y = frame.y;
    const standing: PlacedStrip[] = [];
    all.forEach(({ one, repeated }, position) => {
      if (position > 0) y += one.gapBefore;
      const height = one.height + (shares > 0 ? (left * one.stretch) / shares : 0);
      standing.push({ strip: one, page: frame.page, x: frame.x, y, height, repeated });
      y += height;
    });
    placed.push(...standing);
    asides.push(...placeAsides(standing, frame, report));
    from = to;
  });
  return { placed, asides, frames, pages: Math.max(0, ...frames.map((frame) => frame.page)) + 1 };
}

/** For each frame, the index of the strip after its last. */
function chooseBreaks({ strips, frame }: Section, report: Report): number[] {
  if (strips.length === 0) return [0];
  // best[i]: the cheapest way to have placed the strips before i.
  const best: ({ frames: number; cost: number; previous: number } | undefined)[] = [
    { frames: 0, cost: 0, previous: -1 },
  ];
  for (let start = 0; start < strips.length; start++) {
    const here = best[start];
    if (!here) continue;
    const { height } = frame(here.frames);
    const header = start > 0 ? strips[start]!.keep.header : [];
    let used = header.length > 0 ? stackHeight(header) + strips[start]!.gapBefore : 0;
    let stretches = false;
    for (let end = start + 1; end <= strips.length; end++) {
      const added = strips[end - 1]!;
      used += added.height + (end - 1 > start ? added.gapBefore : 0);
      stretches ||= added.stretch > 0;
      const fits = used <= height + 0.01;
      if (!fits && end - 1 > start) break;
      if (!fits)
        report.add(
          'too-tall',
          added.at,
          `This is ${Math.ceil(used - height)} points taller than a page has room for.`,
          'Split it in two, or shorten it.',
        );
      const last = end === strips.length;
      if (added.keep.next && !last && fits) continue;
      // What stretches fills its frame, but less evenly the more is left to fill.
      const share = !fits ? 0 : stretches ? 0.5 : last ? 0 : 1;
      const emptiness = share * ((height - used) / height) ** 2;
      const found = { frames: here.frames + 1, cost: here.cost + emptiness, previous: start };
      const known = best[end];
      if (!known || found.frames < known.frames || (found.frames === known.frames && found.cost < known.cost))
        best[end] = found;
    }
    // Nothing may end here, since a kept run is longer than a frame: part it where the frame is full.
    if (!best.slice(start + 1).some(Boolean)) {
      let end = start + 1;
      for (
        let full = strips[start]!.height;
        end < strips.length && full + strips[end]!.gapBefore + strips[end]!.height <= height;
        end++
      )
        full += strips[end]!.gapBefore + strips[end]!.height;
      best[end] = { frames: here.frames + 1, cost: here.cost + 1, previous: start };
    }
  }
  const ends: number[] = [];
  for (let at = strips.length; at > 0; at = best[at]!.previous) ends.unshift(at);
  return ends;
}

/** Room between two asides that meet, in points. */
const ASIDE_GAP = 10;

/** Puts asides beside their strips, pushed down where they would meet, and up again where the frame ends. */
function placeAsides(standing: readonly PlacedStrip[], frame: Frame, report: Report): PlacedStrip[] {
  const { asideX } = frame;
  const groups = standing.flatMap(({ strip, y }) =>
    strip.asides.map((strips) => ({ strips, wanted: y, height: stackHeight(strips) })),
  );
  if (groups.length === 0 || asideX === undefined) return [];
  const tops: number[] = [];
  let free = frame.y;
  for (const group of groups) {
    const top = Math.max(group.wanted, free);
    tops.push(top);
    free = top + group.height + ASIDE_GAP;
  }
  let floor = frame.y + frame.height;
  for (let index = groups.length - 1; index >= 0; index--) {
    tops[index] = Math.min(tops[index]!, floor - groups[index]!.height);
    floor = tops[index]! - ASIDE_GAP;
  }
  if (tops[0]! < frame.y - 0.01) {
    const at = groups[0]!.strips[0]!.at;
    report.add(
      'margin-overflow',
      at,
      `The margin column is ${Math.ceil(frame.y - tops[0]!)} points too full here.`,
      'Refer to fewer words, or shorten them.',
    );
  }
  return groups.flatMap((group, index) => {
    let y = tops[index]!;
    return group.strips.map((one, position): PlacedStrip => {
      if (position > 0) y += one.gapBefore;
      const placed = { strip: one, page: frame.page, x: asideX, y, height: one.height, repeated: false };
      y += one.height;
      return placed;
    });
  });
}
