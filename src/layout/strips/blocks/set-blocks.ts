import type { Aside, Block, Group, Quote } from '../../../blocks/block.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { typeLook } from '../../lines/type-look.ts';
import { colourOf } from '../../style/colour-of.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import { horizontalRule } from '../horizontal-rule.ts';
import type { LayoutContext } from '../layout-context.ts';
import {
  type AsideStrips,
  asWide,
  indented,
  keptWithNext,
  type Strip,
  stackHeight,
  strip,
  withGap,
} from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { setTable } from '../tables/set-table.ts';
import { setText } from '../text/set-text.ts';
import { continuesGroup, keepGroup, keepRun } from './keep-group.ts';
import { setAnswerSpace } from './set-answer-space.ts';
import { setBoard } from './set-board.ts';
import { setAside, setBox, setColumns, setTurned } from './set-containers.ts';
import { setDiagram } from './set-diagram.ts';
import { setDrawing } from './set-drawing.ts';
import { setFigure } from './set-figure.ts';
import { setHeading } from './set-heading.ts';
import { setIndex } from './set-index.ts';
import { setDefinitions, setList } from './set-list.ts';
import { setNumberedLines } from './set-numbered-lines.ts';
import { setParagraph } from './set-paragraph.ts';
import { setContents } from './set-references.ts';
import { setSquareGrid } from './set-square-grid.ts';
import { spreadAsides } from './spread-asides.ts';
import { withContinued } from './with-continued.ts';

/** Sets blocks one after another, with the gaps between them. */
export function setBlocks(blocks: readonly Block[], width: number, context: LayoutContext): Strip[] {
  let waiting: AsideStrips[] = [];
  let strips: Strip[] = [];
  // Asides that repeat something, and the strip from which on they may be.
  let repeated: { from: number; asides: Aside[] } = { from: 0, asides: [] };
  const spread = () => {
    if (repeated.asides.length === 0) return;
    strips = spreadAsides(strips, repeated.from, repeated.asides, context);
    repeated = { from: 0, asides: [] };
  };
  let before: Block | undefined;
  let starts: number[] = [];
  const endRun = () => {
    const [from = 0, ...later] = starts;
    if (later.length > 0)
      append(
        strips,
        keepRun(
          strips.splice(from),
          later.map((start) => start - from),
          context.pageHeight,
        ),
      );
    starts = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'aside' && block.repeats) {
      if (repeated.asides.length === 0) repeated.from = strips.length;
      repeated.asides.push(block);
      continue;
    }
    if (block.kind === 'heading' && block.level <= 2) spread();
    if (block.kind === 'aside' && context.asideWidth > 0) {
      waiting.push(setAside(block, context));
      continue;
    }
    const continues = continuesGroup(before, block);
    const set =
      block.kind === 'group'
        ? setGroup(leadingIn(blocks, index, block), !continues, width, context)
        : toStrips(block, width, context);
    const first = set[0];
    if (!first) continue;
    if (!continues) endRun();
    if (block.kind === 'paragraph' && block.trails) keepLast(strips, isInLargePrint(context));
    if (block.kind === 'group') starts.push(strips.length);
    // A heading belongs to what comes after it, so it is closer to that.
    const gapBefore = before?.kind === 'heading' && before.level > 1 ? first.gapBefore / 2 : first.gapBefore;
    strips.push({ ...first, gapBefore, asides: [...waiting, ...first.asides] });
    append(strips, set.slice(1));
    waiting = [];
    before = block;
  }
  endRun();
  spread();
  if (waiting.length > 0 && blocks[0]) strips.push(strip(blocks[0].at, 0, [], { asides: waiting }));
  return strips;
}

/**
 * Gives a group as it leads to what follows: a question to its parts, and those to theirs. One before more that lead is a
 * question without room for an answer in a list of such questions, which may be longer than a page.
 */
function leadingIn(blocks: readonly Block[], index: number, group: Group): Group {
  const leads = (block: Block | undefined) => block?.kind === 'group' && block.leads === true;
  return group.leads && leads(blocks[index + 1]) && leads(blocks[index + 2])
    ? { ...group, leads: false }
    : group;
}

/** The cost of a page that ends before what trails a text, in large print, where both may be too tall for one page. */
const TRAILS_OVERLEAF = 0.12;

/** Keeps the last of some strips with the one that is to follow. */
function keepLast(strips: Strip[], large: boolean): void {
  const last = strips.pop();
  if (last)
    strips.push(large ? { ...last, breakCost: last.breakCost + TRAILS_OVERLEAF } : keptWithNext(last));
}

/**
 * Turns any block into strips. The switch has no default, so that a new kind of block does not compile until it is set
 * here.
 */
function toStrips(block: Block, width: number, context: LayoutContext): Strip[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, width, context);
    case 'paragraph':
      return setParagraph(block, width, context);
    case 'list':
      return setList(block, width, context);
    case 'definitions':
      return setDefinitions(block, width, context);
    case 'numbered-lines':
      return setNumberedLines(block, width, context);
    case 'quote':
      return setQuote(block, width, context);
    case 'table':
      return setTable(block, width, context);
    case 'columns':
      return setColumns(block, width, context);
    case 'figure':
      return setFigure(block, width, context);
    case 'diagram':
      return setDiagram(block, width, context);
    case 'drawing':
      return setDrawing(block, width, context);
    case 'square-grid':
      return [setSquareGrid(block, width, context)];
    case 'box':
      return setBox(block, width, context);
    case 'board':
      return setBoard(block, width, context);
    case 'turned':
      return setTurned(block, width, context);
    case 'aside':
      // Without a margin column, an aside is a box in the text, on one page unless it is long.
      return keepGroup(setBox({ ...block, kind: 'box', tone: 'tint' }, width, context), context.pageHeight);
    case 'rule':
      return [setRule(block, width, context)];
    case 'space':
      return [setSpace(block)];
    case 'answer-space':
      return setAnswerSpace(block, width, context);
    case 'group':
      return setGroup(block, true, width, context);
    case 'contents':
      return setContents(block, width, context);
    case 'index':
      return setIndex(block, width, context);
    case 'column-break':
    case 'page-break':
      // Page breaks of the whole document are made by `layOut`; one inside a list or a box ends its frame.
      return [strip(block.at, 0, [], { breaks: true })];
  }
}

function setRule({ at }: Extract<Block, { kind: 'rule' }>, width: number, { style }: LayoutContext): Strip {
  const stroke = ruleStroke(style);
  const mark = horizontalRule(0, stroke.width / 2, width, stroke);
  return strip(at, stroke.width, [mark], { gapBefore: style['paragraph-gap'] });
}

/** Space that does not stretch is left out at the top of a page, like any gap. */
const setSpace = ({ at, height, fill }: Extract<Block, { kind: 'space' }>): Strip =>
  fill > 0 ? strip(at, height, [], { stretch: fill }) : strip(at, 0, [], { gapBefore: height });

/** @param begins whether it begins something new, rather than continuing the group before it */
function setGroup(group: Group, begins: boolean, width: number, context: LayoutContext): Strip[] {
  const { wide } = context;
  if (group.wide && wide && Math.abs(width - wide.columnWidth) < 0.01) {
    const { overhang: _, wide: __, ...inside } = context;
    return asWide(setGroup({ ...group, wide: false }, begins, wide.width, { ...inside, asideWidth: 0 }));
  }
  const whole = group.whole && !isInLargePrint(context);
  const strips = keepGroup(setBlocks(group.blocks, width, context), context.pageHeight, {
    whole: whole === true,
    large: isInLargePrint(context),
  });
  const labelled = withContinued(strips, group, begins, width, context);
  return group.leads && !isTooTallToLead(strips, context) ? labelled.map(keptWithNext) : labelled;
}

/** In large print, a picture or a text that fills much of a page does not wait for a page that also holds a question. */
const MOST_LEADING = 0.3;
const isTooTallToLead = (strips: readonly Strip[], context: LayoutContext): boolean =>
  isInLargePrint(context) && stackHeight(strips) > context.pageHeight * MOST_LEADING;

/** A page with fewer lines than this can't leave half of itself empty for a question that is too long for the rest of it. */
const FEW_LINES = 30;

const isInLargePrint = ({ style, pageHeight }: LayoutContext): boolean =>
  pageHeight < FEW_LINES * style['body-leading'];

function setQuote(quote: Quote, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const indent = style['list-indent'];
  const node = addNode(context.parent, 'BlockQuote');
  const inner = setBlocks(quote.blocks, width - indent, { ...context, parent: node, quoted: true });
  const backdrop = {
    id: context.nextBackdrop(),
    x: -indent,
    width: 0,
    bar: { colour: colourOf(style.accent), width: style['bar-width'] },
  };
  const source = quote.attribution
    ? setText(
        quote.attribution,
        { look: typeLook(style, 'small'), at: quote.at, width: width - indent, node: addNode(node, 'P') },
        context,
      ).map((one, index) => (index === 0 ? { ...one, gapBefore: 2 } : one))
    : [];
  const words =
    source.length > 0
      ? inner.map((one, index) => (index >= inner.length - 2 ? keptWithNext(one) : one))
      : inner;
  const all = [...words, ...source].map((one) => ({ ...one, backdrops: [...one.backdrops, backdrop] }));
  return withGap(indented(all, indent), style['paragraph-gap'] * 1.5);
}
