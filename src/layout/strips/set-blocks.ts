import type { Block, Group, Heading, Look, Paragraph, Quote } from '../../blocks/block.ts';
import { plainText } from '../../blocks/plain-text.ts';
import { append } from '../../diagnostics/collections/append.ts';
import { mm } from '../../pages/length.ts';
import type { LineShape } from '../lines/break-lines.ts';
import { smallerBy, type TypeLook, typeLook } from '../lines/type-look.ts';
import { colourOf } from '../style/colour-of.ts';
import { goesOn, keepGroup, keepRun, withContinued } from './keep-group.ts';
import { type LayoutContext, lookOf } from './layout-context.ts';
import { levelRule } from './level-rule.ts';
import { setAnswerSpace } from './set-answer-space.ts';
import { setAside, setBox, setColumns, setTurned } from './set-containers.ts';
import { setFigure } from './set-figure.ts';
import { setDefinitions, setList } from './set-list.ts';
import { setNumberedLines } from './set-numbered-lines.ts';
import { setContents, setIndex } from './set-references.ts';
import { setTable } from './set-table.ts';
import { tailRoom, withTail } from './set-tail.ts';
import { setText } from './set-text.ts';
import { indented, keptWithNext, type Strip, strip, withGap } from './strip.ts';
import { addNode } from './structure-draft.ts';

/** Blocks one after another, with the room between them. */
export function setBlocks(blocks: readonly Block[], width: number, setting: LayoutContext): Strip[] {
  let waiting: (readonly Strip[])[] = [];
  const strips: Strip[] = [];
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
          setting.pageHeight,
        ),
      );
    starts = [];
  };
  for (const block of blocks) {
    if (block.kind === 'aside' && setting.asideWidth > 0) {
      waiting.push(setAside(block, setting));
      continue;
    }
    const on = goesOn(before, block);
    const set =
      block.kind === 'group' ? setGroup(block, !on, width, setting) : toStrips(block, width, setting);
    const first = set[0];
    if (!first) continue;
    if (!on) endRun();
    if (block.kind === 'group') starts.push(strips.length);
    // A heading belongs to what comes after it, and stands nearer to that.
    const gapBefore = before?.kind === 'heading' && before.level > 1 ? first.gapBefore / 2 : first.gapBefore;
    strips.push({ ...first, gapBefore, asides: [...waiting, ...first.asides] });
    append(strips, set.slice(1));
    waiting = [];
    before = block;
  }
  endRun();
  if (waiting.length > 0 && blocks[0]) strips.push(strip(blocks[0].at, 0, [], { asides: waiting }));
  return strips;
}

/** Turns any block into strips. A new kind of core block does not compile until it is set here. */
export function toStrips(block: Block, width: number, setting: LayoutContext): Strip[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, width, setting);
    case 'paragraph':
      return setParagraph(block, width, setting);
    case 'list':
      return setList(block, width, setting);
    case 'definitions':
      return setDefinitions(block, width, setting);
    case 'numbered-lines':
      return setNumberedLines(block, width, setting);
    case 'quote':
      return setQuote(block, width, setting);
    case 'table':
      return setTable(block, width, setting);
    case 'columns':
      return setColumns(block, width, setting);
    case 'figure':
      return setFigure(block, width, setting);
    case 'box':
      return setBox(block, width, setting);
    case 'turned':
      return setTurned(block, width, setting);
    case 'aside':
      // No margin column: the aside stands in the text, in a box.
      return setBox({ ...block, kind: 'box', tone: 'tint' }, width, setting);
    case 'rule': {
      const { style } = setting;
      return [
        strip(
          block.at,
          style['rule-width'],
          [
            levelRule(0, style['rule-width'] / 2, width, {
              colour: colourOf(style.rule),
              width: style['rule-width'],
            }),
          ],
          {
            gapBefore: style['paragraph-gap'],
          },
        ),
      ];
    }
    case 'space':
      // Room that does not stretch is left out at the top of a page, like any gap.
      return block.fill > 0
        ? [strip(block.at, block.height, [], { stretch: block.fill })]
        : [strip(block.at, 0, [], { gapBefore: block.height })];
    case 'answer-space':
      return setAnswerSpace(block, width, setting);
    case 'group':
      return setGroup(block, true, width, setting);
    case 'contents':
      return setContents(block, width, setting);
    case 'index':
      return setIndex(block, width, setting);
    case 'column-break':
    case 'page-break':
      // A break of the whole text is made by layout; one inside a list or a box ends its frame.
      return [strip(block.at, 0, [], { breaks: true })];
  }
}

/** @param begins whether it does not go on with what the group before it is a part of */
function setGroup(group: Group, begins: boolean, width: number, setting: LayoutContext): Strip[] {
  const strips = keepGroup(setBlocks(group.blocks, width, setting), setting.pageHeight, group.whole);
  const labelled = withContinued(strips, group, begins, width, setting);
  return group.leads ? labelled.map(keptWithNext) : labelled;
}

function setHeading(heading: Heading, width: number, setting: LayoutContext): Strip[] {
  const { style } = setting;
  const look: Look =
    heading.look ?? (heading.level === 1 ? 'title' : heading.level === 2 ? 'heading' : 'subheading');
  const node = addNode(setting.parent, `H${setting.levels.get(heading) ?? heading.level}`);
  const strips = setText(
    heading.text,
    { look: typeLook(style, look), at: heading.at, width, node, shape: 'balanced' },
    setting,
  );
  const gapBefore = heading.level <= 2 ? style['heading-gap'] : style['heading-gap'] * 0.85;
  return strips.map((one, index) => ({
    ...keptWithNext(one),
    ...(index === 0 && {
      gapBefore,
      anchors: [
        {
          title: plainText(heading.text),
          level: heading.level,
          number: setting.anchors.get(heading) ?? 0,
          y: 0,
        },
      ],
    }),
  }));
}

/** How much further apart lines stand that are written in. */
const OPEN_LEADING = 1.75;

/** Looks of what introduces something, and does not stand without it. */
const LEADING: readonly Look[] = ['label', 'lead'];

function setParagraph(paragraph: Paragraph, width: number, setting: LayoutContext): Strip[] {
  const { style } = setting;
  const own = typeLook(style, lookOf(paragraph.look, setting));
  const look: TypeLook = paragraph.preformatted
    ? { ...own, size: own.size * smallerBy(own, 0.9) }
    : paragraph.open
      ? { ...own, leading: own.leading * OPEN_LEADING }
      : own;
  const node = addNode(setting.parent, 'P');
  const taken = paragraph.tail && paragraph.tailClear ? tailRoom(paragraph.tail, look, setting) : 0;
  const strips = setText(
    paragraph.text,
    {
      look,
      at: paragraph.at,
      width: width - taken,
      node,
      shape: shapeOf(paragraph, width, setting),
      ...(paragraph.align && { align: paragraph.align }),
      ...(setting.cell && { align: setting.cell.align }),
      ...(paragraph.centred && { align: 'centre' }),
      turnovers: paragraph.verse === true && !paragraph.centred,
      hang: (paragraph.look === 'display' && !paragraph.centred) || setting.quoted === true,
    },
    setting,
  );
  const gap =
    paragraph.look === 'small' || paragraph.look === 'furniture'
      ? style['paragraph-gap'] / 2
      : style['paragraph-gap'];
  const ended = paragraph.tail
    ? withTail(
        strips,
        paragraph.tail,
        {
          look: paragraph.tailLook ? typeLook(style, paragraph.tailLook) : look,
          at: paragraph.at,
          width,
          node,
        },
        setting,
      )
    : strips;
  const kept = LEADING.includes(paragraph.look) ? ended.map(keptWithNext) : ended;
  return withGap(kept, gap);
}

/** Narrower columns are set ragged: even the best breaks would leave wide spaces. */
const NARROWEST_JUSTIFIED = mm(90);

function shapeOf(paragraph: Paragraph, width: number, { style, cell }: LayoutContext): LineShape {
  if (paragraph.balanced) return 'balanced';
  const filled =
    style['text-align'] === 'justified' &&
    paragraph.look === 'body' &&
    !paragraph.preformatted &&
    !paragraph.verse &&
    !paragraph.ragged &&
    !cell;
  return filled && width > NARROWEST_JUSTIFIED ? 'justified' : 'ragged';
}

function setQuote(quote: Quote, width: number, setting: LayoutContext): Strip[] {
  const { style } = setting;
  const indent = style['list-indent'];
  const node = addNode(setting.parent, 'BlockQuote');
  const inner = setBlocks(quote.blocks, width - indent, { ...setting, parent: node, quoted: true });
  const backdrop = {
    id: setting.nextBackdrop(),
    x: -indent,
    width: 0,
    bar: { colour: colourOf(style.accent), width: style['bar-width'] },
  };
  const source = quote.attribution
    ? setText(
        quote.attribution,
        { look: typeLook(style, 'small'), at: quote.at, width: width - indent, node: addNode(node, 'P') },
        setting,
      ).map((one, index) => (index === 0 ? { ...one, gapBefore: 2 } : one))
    : [];
  const words =
    source.length > 0
      ? inner.map((one, index) => (index >= inner.length - 2 ? keptWithNext(one) : one))
      : inner;
  const all = [...words, ...source].map((one) => ({ ...one, backdrops: [...one.backdrops, backdrop] }));
  return withGap(indented(all, indent), style['paragraph-gap'] * 1.5);
}
