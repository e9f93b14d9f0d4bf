import type { AnswerSpace, Block, Heading, Inline, List, Look, Paragraph, Quote } from '../blocks/block.ts';
import { plainText } from '../blocks/plain-text.ts';
import type { LineShape } from '../lines/break-lines.ts';
import { colourOf, faceOf, smallerBy, type TypeLook, typeLook } from '../lines/type-look.ts';
import { mm } from '../pages/length.ts';
import type { Mark } from '../pages/page.ts';
import { keepGroup } from './keep-group.ts';
import { setAside, setBox, setColumns } from './set-containers.ts';
import { setContents, setIndex } from './set-references.ts';
import { setTable } from './set-table.ts';
import { keepEnds, setText } from './set-text.ts';
import type { Setting } from './setting.ts';
import { indented, keptWithNext, type Pattern, type Strip, shifted, stackHeight, strip } from './strip.ts';
import { addNode } from './structure-draft.ts';

/** Blocks one after another, with the room between them. */
export function setBlocks(blocks: readonly Block[], width: number, setting: Setting): Strip[] {
  let waiting: (readonly Strip[])[] = [];
  const strips: Strip[] = [];
  for (const block of blocks) {
    if (block.kind === 'aside' && setting.asideWidth > 0) {
      waiting.push(setAside(block, setting));
      continue;
    }
    const set = toStrips(block, width, setting);
    const first = set[0];
    if (!first) continue;
    strips.push({ ...first, asides: [...waiting, ...first.asides] }, ...set.slice(1));
    waiting = [];
  }
  if (waiting.length > 0 && blocks[0]) strips.push(strip(blocks[0].at, 0, [], { asides: waiting }));
  return strips;
}

/** Turns any block into strips. A new kind of core block does not compile until it is set here. */
export function toStrips(block: Block, width: number, setting: Setting): Strip[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, width, setting);
    case 'paragraph':
      return setParagraph(block, width, setting);
    case 'list':
      return setList(block, width, setting);
    case 'quote':
      return setQuote(block, width, setting);
    case 'table':
      return setTable(block, width, setting);
    case 'columns':
      return setColumns(block, width, setting);
    case 'box':
      return setBox(block, width, setting);
    case 'aside':
      // No margin column: the aside stands in the text, in a box.
      return setBox({ ...block, kind: 'box', tone: 'tint' }, width, setting);
    case 'rule': {
      const { style } = setting;
      return [
        strip(block.at, style['rule-width'], [line(0, style['rule-width'] / 2, width, setting)], {
          gapBefore: style['paragraph-gap'],
        }),
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
      return keepGroup(setBlocks(block.blocks, width, setting), setting.pageHeight);
    case 'contents':
      return setContents(block, width, setting);
    case 'index':
      return setIndex(block, width, setting);
    case 'page-break':
      return [];
  }
}

/** How much of a line a handwritten word takes up, in points. */
const WRITTEN_WORD = mm(18);

function setAnswerSpace(block: AnswerSpace, width: number, setting: Setting): Strip[] {
  const every = mm(setting.style['answer-line-gap']);
  // A line more than the answer needs, and never fewer than two: nobody writes as tightly as they are asked to.
  const count =
    typeof block.lines === 'number'
      ? block.lines
      : Math.max(2, Math.ceil((block.lines.words * WRITTEN_WORD) / width) + 1);
  const rule = line(0, every, width, setting);
  const lines = Array.from({ length: count }, () => strip(block.at, every, [rule]));
  const kept = keepEnds(lines);
  if (!block.rest) return kept;
  const pattern: Pattern = {
    every,
    marks: [rule],
    ...(block.title && { ...titleOfRest(block.title, block, width, setting), least: 3 }),
  };
  return [...kept, strip(block.at, 0, [], { stretch: 1, pattern })];
}

/** A title that is there only if its lines are: an artifact, since what may be left out is no content. */
function titleOfRest(
  title: readonly Inline[],
  { at }: AnswerSpace,
  width: number,
  setting: Setting,
): Pick<Pattern, 'head'> {
  const { style } = setting;
  const lines = setText(title, { look: typeLook(style, 'heading'), at, width, node: undefined }, setting);
  const gap = style['heading-gap'];
  return {
    head: {
      height: stackHeight(lines) + gap,
      marks: lines.flatMap((one, index) => shifted(one.marks, 0, gap + index * one.height)),
    },
  };
}

/** A horizontal hairline. */
function line(x: number, y: number, width: number, { style }: Setting): Mark {
  return {
    kind: 'shape',
    standing: { artifact: 'layout' },
    outline: {
      path: [
        ['M', x, y],
        ['L', x + width, y],
      ],
    },
    stroke: { colour: colourOf(style.rule), width: style['rule-width'] },
  };
}

function setHeading(heading: Heading, width: number, setting: Setting): Strip[] {
  const { style } = setting;
  const look: Look =
    heading.look ?? (heading.level === 1 ? 'title' : heading.level === 2 ? 'heading' : 'subheading');
  const node = addNode(setting.parent, `H${setting.levels.get(heading) ?? heading.level}`);
  const strips = setText(
    heading.text,
    { look: typeLook(style, look), at: heading.at, width, node, shape: 'balanced' },
    setting,
  );
  const gapBefore = heading.level <= 2 ? style['heading-gap'] : style['heading-gap'] * 0.6;
  return strips.map((one, index) => ({
    ...keptWithNext(one),
    ...(index === 0 && {
      gapBefore,
      anchor: {
        title: plainText(heading.text),
        level: heading.level,
        number: setting.anchors.get(heading) ?? 0,
      },
    }),
  }));
}

function setParagraph(paragraph: Paragraph, width: number, setting: Setting): Strip[] {
  const { style } = setting;
  const own = typeLook(style, paragraph.look);
  const look: TypeLook = paragraph.preformatted ? { ...own, size: own.size * smallerBy(own, 0.9) } : own;
  const node = addNode(setting.parent, 'P');
  const strips = setText(
    paragraph.text,
    {
      look,
      at: paragraph.at,
      width,
      node,
      shape: shapeOf(paragraph, width, setting),
      hang: paragraph.look === 'display',
    },
    setting,
  );
  const gap =
    paragraph.look === 'small' || paragraph.look === 'furniture'
      ? style['paragraph-gap'] / 2
      : style['paragraph-gap'];
  const kept = paragraph.look === 'label' ? strips.map(keptWithNext) : strips;
  return withGap(kept, gap);
}

/** Narrower columns are set ragged: even the best breaks would leave wide spaces. */
const NARROWEST_JUSTIFIED = mm(90);

function shapeOf(paragraph: Paragraph, width: number, { style }: Setting): LineShape {
  if (paragraph.balanced) return 'balanced';
  const filled =
    style['text-align'] === 'justified' &&
    paragraph.look === 'body' &&
    !paragraph.preformatted &&
    !paragraph.ragged;
  return filled && width > NARROWEST_JUSTIFIED ? 'justified' : 'ragged';
}

function setList(list: List, width: number, setting: Setting): Strip[] {
  const { style, fonts } = setting;
  const look = typeLook(style, list.look);
  const ordered = list.start !== undefined;
  const node = addNode(setting.parent, 'L', { numbering: ordered ? 'Decimal' : 'Disc' });
  const labels = list.items.map((_, index) => (ordered ? `${list.start! + index}.` : '•'));
  const widest = Math.max(...labels.map((label) => fonts.width(faceOf(look, {}), look.size, label)));
  const indent = Math.max(style['list-indent'], widest + look.size * 0.4);
  return list.items.flatMap((blocks, index) => {
    const item = addNode(node, 'LI');
    const label = setText(
      [{ kind: 'text', text: labels[index]! }],
      { look, at: list.at, width: indent, node: addNode(item, 'Lbl') },
      setting,
    )[0]!;
    const body = addNode(item, 'LBody');
    const inner = setBlocks(blocks.length > 0 ? blocks : [emptyParagraph(list)], width - indent, {
      ...setting,
      parent: body,
    });
    const first = inner[0]!;
    const gap =
      index === 0 ? style['paragraph-gap'] : list.tight ? style['paragraph-gap'] / 2 : style['paragraph-gap'];
    return indented(inner, indent).map((one, at) =>
      at === 0
        ? {
            ...one,
            gapBefore: gap,
            marks: [...shifted(label.marks, 0, (first.height - label.height) / 2), ...one.marks],
          }
        : one,
    );
  });
}

const emptyParagraph = (list: List): Block => ({
  kind: 'paragraph',
  at: list.at,
  look: list.look,
  text: [{ kind: 'text', text: ' ' }],
});

function setQuote(quote: Quote, width: number, setting: Setting): Strip[] {
  const { style } = setting;
  const indent = style['list-indent'];
  const node = addNode(setting.parent, 'BlockQuote');
  const inner = setBlocks(quote.blocks, width - indent, { ...setting, parent: node });
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

/** The same strips with so much room above the first. */
export function withGap(strips: readonly Strip[], gapBefore: number): Strip[] {
  return strips.map((one, index) => (index === 0 ? { ...one, gapBefore } : one));
}
