import type { Block, Definitions, Inline, List } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import type { StructureNode } from '../../../pages/laid.ts';
import { rounded } from '../../../pages/length.ts';
import type { Mark } from '../../../pages/page.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import { type LayoutContext, lookOf } from '../layout-context.ts';
import { indented, keptWithNext, type Strip, shifted, strip } from '../strip.ts';
import { addNode, type DraftNode } from '../structure-draft.ts';
import { measureText } from '../text/measure-text.ts';
import { setText } from '../text/set-text.ts';

/** Tick boxes are characters, so that they are read out. */
const TO_DO = '☐';
const DONE = '☑';

/** Sets a list: numbers, bullets or tick boxes in the indent, with the items next to them. */
export function setList(list: List, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const parts = list.labels?.parts;
  const node = parts ? context.parent : addNode(context.parent, 'L', { numbering: numberingOf(list) });
  const labels = labelOptions(list, context);
  const indent = Math.max(style['list-indent'], labels.widest + labels.look.size * 0.4);
  return list.items.flatMap((blocks, index) => {
    const item = addNode(node, parts ? 'Sect' : 'LI');
    const label = setLabel(index, item, indent, list, labels, context);
    const body = parts ? item : addNode(item, 'LBody');
    const inner = context.setBlocks(blocks.length > 0 ? blocks : [emptyParagraph(list)], width - indent, {
      ...context,
      parent: body,
      // In a column to the right or in the middle, words stay beside their labels.
      ...(context.cell && { cell: { ...context.cell, align: 'left' } }),
      listed: context.listed === true || list.labels === undefined,
    });
    const { drawn } = labels;
    const close = drawn === 'tick-box' ? BOX_GAP : style['paragraph-gap'] / 2;
    const gapBefore = index > 0 && list.tight ? close : style['paragraph-gap'];
    return indented(inner, indent).map((one, at) =>
      at === 0 ? { ...withLabel(one, label), gapBefore } : one,
    );
  });
}

/** How labels count, as those who listen are told: letters that are not typed by an author count too. */
function numberingOf(list: List): NonNullable<StructureNode['numbering']> {
  const { labels } = list;
  if (!labels) return list.start === undefined ? 'Disc' : 'Decimal';
  if (labels.numbering) return labels.numbering;
  if (labels.texts.every((text) => /^[A-Z]$/.test(text))) return 'UpperAlpha';
  return labels.texts.every((text) => /^\d+\.?$/.test(text)) ? 'Decimal' : 'None';
}

const isOrdered = (list: List): boolean => list.start !== undefined || list.labels !== undefined;

/** The labels of a list’s items, and how they are set. */
interface LabelOptions {
  readonly texts: readonly string[];
  readonly look: TypeLook;
  readonly bold: boolean;
  /** The width of the widest label, in points. */
  readonly widest: number;
  readonly drawn: NonNullable<List['labels']>['drawn'];
}

function labelOptions(list: List, context: LayoutContext): LabelOptions {
  const { style } = context;
  const look = typeLook(style, lookOf(list.look, context));
  const bold = list.labels !== undefined && list.labels.numbering === undefined;
  const drawn = list.labels?.drawn;
  const widthOf = (label: string) =>
    measureText(labelRuns(label, bold, drawn), look, list.at, context).whole +
    (drawn === 'frame' ? 2 * FRAME_PADDING : 0);
  const texts = list.items.map((_, index) => labelText(list, index));
  // Room for two digits, so that items 9 and 10 of a list that continues elsewhere have the same indent.
  const widest = largest(
    texts.map(widthOf),
    isOrdered(list) ? widthOf(list.labels?.room ?? `00${list.delimiter ?? '.'}`) : 0,
  );
  return { texts, look, bold, widest, drawn };
}

/** The least room between the label and the sides of its frame, in points. */
const FRAME_PADDING = 4;
/** The blank after a label, for a letter, in points. */
const BLANK_WIDTH = 24;
/** The least room between rows of boxes to tick, in points. */
const BOX_GAP = 4;

/** The text of a label, with its box to tick. */
const labelRuns = (text: string, bold: boolean, drawn: LabelOptions['drawn']): Inline[] => [
  { kind: 'text', text, ...(bold && { bold }) },
  ...(drawn === 'tick-box'
    ? [{ kind: 'text', text: '\u00A0\u00A0' } as const, { kind: 'text', text: TO_DO, box: true } as const]
    : []),
  ...(drawn === 'blank'
    ? [{ kind: 'text', text: '\u00A0' } as const, { kind: 'blank', width: BLANK_WIDTH } as const]
    : []),
];

function labelText(list: List, index: number): string {
  if (list.labels) return list.labels.texts[index] ?? '';
  const done = list.tasks?.[index];
  const box = done === undefined ? undefined : done ? DONE : TO_DO;
  return isOrdered(list)
    ? `${list.start! + index}${list.delimiter ?? '.'}${box === undefined ? '' : `\u00A0${box}`}`
    : (box ?? '•');
}

function setLabel(
  index: number,
  item: DraftNode,
  indent: number,
  list: List,
  { texts, look, bold, widest, drawn }: LabelOptions,
  context: LayoutContext,
): Strip {
  // An item that continues the one above has no label.
  if (texts[index] === '') return strip(list.at, 0, []);
  const ordered = isOrdered(list);
  const framed = drawn === 'frame';
  const [label] = setText(
    labelRuns(texts[index]!, bold, drawn),
    {
      look,
      at: list.at,
      width: ordered ? widest : indent,
      node: labelNode(item, list, context),
      align: framed ? 'centre' : ordered && !list.labels ? 'right' : 'left',
    },
    context,
  );
  return framed ? inFrame(label!, widest, context) : label!;
}

/** A label: that of an item, or the heading of a part. */
function labelNode(item: DraftNode, list: List, { partLevels }: LayoutContext): DraftNode {
  const parts = list.labels?.parts;
  if (!parts) return addNode(item, 'Lbl');
  const level = partLevels.get(list);
  return addNode(item, level ? `H${level}` : 'P', parts.heading ? { actualText: parts.heading } : {});
}

/** Draws a frame around a label. */
function inFrame(label: Strip, width: number, { style }: LayoutContext): Strip {
  const frame: Mark = {
    kind: 'shape',
    structureRef: { artifact: 'layout' },
    outline: {
      box: {
        x: 0,
        y: -FRAME_PADDING / 2,
        width: rounded(width),
        height: rounded(label.height + FRAME_PADDING),
      },
    },
    stroke: ruleStroke(style),
  };
  return { ...label, marks: [frame, ...label.marks] };
}

/**
 * Puts a label next to the first strip of its item: level with a line of text, near the top of anything taller, and
 * in the middle of anything lower.
 */
const withLabel = (first: Strip, label: Strip): Strip => ({
  ...first,
  height: Math.max(first.height, label.height),
  marks: [
    ...shifted(label.marks, 0, Math.max(0, Math.min(first.height - label.height, 12) / 2)),
    ...shifted(first.marks, 0, Math.max(0, label.height - first.height) / 2),
  ],
});

const emptyParagraph = (list: List): Block => ({
  kind: 'paragraph',
  at: list.at,
  look: list.look,
  text: [{ kind: 'text', text: ' ' }],
});

/** Sets definitions: terms in bold, with their meanings indented below. */
export function setDefinitions(block: Definitions, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const look = typeLook(style, lookOf('body', context));
  const list = addNode(context.parent, 'L', { numbering: 'None' });
  const indent = style['list-indent'];
  return block.items.flatMap(({ terms, definitions }) => {
    const item = addNode(list, 'LI');
    if (block.runIn)
      return setRunIn(terms, definitions.flat(), width, { ...context, parent: addNode(item, 'LBody') });
    const text = terms.flatMap((term, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...term.map((one): Inline => (one.kind === 'text' ? { ...one, bold: true } : one)),
    ]);
    const term = setText(text, { look, at: block.at, width, node: addNode(item, 'Lbl') }, context);
    const body = addNode(item, 'LBody');
    const inner = definitions.flatMap((blocks, index) =>
      context
        .setBlocks(blocks, width - indent, { ...context, parent: body })
        .map((one, at) =>
          at === 0 ? { ...one, gapBefore: index > 0 && !block.tight ? style['paragraph-gap'] : 1 } : one,
        ),
    );
    return [...term.map(keptWithNext), ...indented(inner, indent)].map((one, at) =>
      at === 0 ? { ...one, gapBefore: style['paragraph-gap'] } : one,
    );
  });
}

/** Sets terms and what they mean as one text, followed by whatever else belongs to them. */
function setRunIn(
  terms: Definitions['items'][number]['terms'],
  blocks: readonly Block[],
  width: number,
  context: LayoutContext,
): Strip[] {
  const names = terms.flatMap((term, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'text', text: ', ' } as const] : []),
    ...term.map((one): Inline => (one.kind === 'text' ? { ...one, bold: true } : one)),
  ]);
  const [first, ...rest] = blocks;
  const begins = first?.kind === 'paragraph';
  const between: Inline[] = names.length > 0 ? [{ kind: 'text', text: '\u2002' }] : [];
  const text = begins ? [...names, ...between, ...first.text] : names;
  const at = first?.at ?? { file: '', line: 1, column: 1 };
  const whole: Block = { ...(begins && first), kind: 'paragraph', at, look: 'small', text };
  return context
    .setBlocks([whole, ...(begins ? rest : blocks)], width, context)
    .map((one, index) => (index === 0 ? { ...one, gapBefore: context.style['paragraph-gap'] / 2 } : one));
}
