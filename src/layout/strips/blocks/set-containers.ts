import type { Aside, BoxBlock, Columns, Turned } from '../../../blocks/block.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import { colourOf } from '../../style/colour-of.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import type { LayoutContext } from '../layout-context.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Backdrop, indented, keptWithNext, type Strip, stackHeight, strip, withGap } from '../strip.ts';
import { addNode } from '../structure-draft.ts';

/** Sets a box: its blocks on a tint, in a frame or beside a bar. It may span pages; each page then draws its own part. */
export function setBox(box: BoxBlock, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const padding = style['box-padding'];
  const node = addNode(context.parent, 'Div');
  const inner = context.setBlocks(box.blocks, width - 2 * padding, {
    ...context,
    parent: node,
    asideWidth: 0,
  });
  const backdrop: Backdrop = { id: context.nextBackdrop(), x: -padding, width, ...toneOf(box.tone, context) };
  const room = (next: boolean) => strip(box.at, padding, [], { keep: { next, header: [] } });
  const [first, ...rest] = inner;
  if (!first) return [];
  const content = [{ ...first, gapBefore: 0 }, ...rest];
  const last = keptWithNext(content.pop()!);
  const all = [room(true), ...content, last, room(false)].map((one) => ({
    ...one,
    backdrops: [backdrop, ...one.backdrops],
  }));
  return withGap(indented(all, padding), style['paragraph-gap'] * 1.5);
}

function toneOf(tone: BoxBlock['tone'], { style }: Pick<LayoutContext, 'style'>): Partial<Backdrop> {
  switch (tone) {
    case 'tint':
      // Without a tint in the style, a frame is drawn.
      if (colourOf(style.tint) === 1) return toneOf('frame', { style });
      return { fill: colourOf(style.tint) };
    case 'frame':
      return { stroke: ruleStroke(style) };
    case 'callout':
      return {
        fill: colourOf(style.tint),
        bar: { colour: colourOf(style.accent), width: style['bar-width'] },
      };
    case 'bar':
      return { bar: { colour: colourOf(style.accent), width: style['bar-width'] } };
  }
}

/** Sets an aside in the margin column. It is a note in the structure, so that it does not interrupt the text. */
export function setAside(aside: Aside, context: LayoutContext): Strip[] {
  const node = addNode(context.parent, 'Note', { id: `note-${context.parent.counter.nodes}` });
  return context.setBlocks(aside.blocks, context.asideWidth, { ...context, parent: node, asideWidth: 0 });
}

/** A column narrower than this, in ems, has no room for a word and an answer next to it. */
const NARROWEST_COLUMN = 7;

/**
 * Sets columns side by side. If they are taller than a third of a page, a page may end between their lines. If large type
 * would make them too narrow, the first goes above the rest.
 */
export function setColumns(block: Columns, width: number, context: LayoutContext): Strip[] {
  const gap = context.style['list-indent'];
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  const free = width - gap * (block.columns.length - 1);
  const least = smallest(block.columns.map(({ share }) => (free * share) / shares));
  const [first, ...rest] = block.columns;
  if (first && rest.length > 0 && least < context.style['body-size'] * (block.least ?? NARROWEST_COLUMN))
    return [[first], rest].flatMap((columns) => setColumns({ ...block, columns }, width, context));
  let x = 0;
  const cells = block.columns.map((column) => {
    const columnWidth = (free * column.share) / shares;
    const cell = { x, strips: context.setBlocks(column.blocks, columnWidth, { ...context, asideWidth: 0 }) };
    x += columnWidth + gap;
    return cell;
  });
  return withGap(sideBySide(cells, block.at, 0, context), context.style['paragraph-gap']);
}

/**
 * Sets blocks upside down: one strip, or one per page, since upside-down lines are read from the foot of each page.
 * In the
 * structure they are in their normal order.
 */
export function setTurned(block: Turned, width: number, context: LayoutContext): Strip[] {
  const strips = context.setBlocks(block.blocks, width, { ...context, asideWidth: 0 });
  // What is above it on its page, if only a strip without height, has a gap after it.
  const room = context.frameHeight - context.style['paragraph-gap'];
  const runs: Strip[][] = [];
  for (const one of strips) {
    const last = runs.at(-1);
    if (last && stackHeight([...last, one]) <= room) last.push(one);
    else runs.push([one]);
  }
  const turned = runs.map((run): Strip => {
    const [whole] = sideBySide([{ x: 0, strips: run }], block.at, 0, { ...context, frameHeight: Infinity });
    const { height, marks, notes } = whole!;
    const group = { kind: 'group', x: width, y: height, turn: 180, scale: 1, role: 'turned', marks } as const;
    return strip(block.at, height, [group], { notes });
  });
  return withGap(turned, context.style['paragraph-gap']);
}
