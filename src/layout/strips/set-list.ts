import type { Block, Definitions, Inline, List } from '../../blocks/block.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { faceOf, typeLook } from '../lines/type-look.ts';
import { type LayoutContext, lookOf } from './layout-context.ts';
import { setText } from './set-text.ts';
import { indented, keptWithNext, type Strip, shifted, strip } from './strip.ts';
import { addNode } from './structure-draft.ts';

/** Tick boxes are characters, so that they are read out. */
const TO_DO = '☐';
const DONE = '☑';

/** Sets a list: numbers, bullets or tick boxes in the indent, with the items next to them. */
export function setList(list: List, width: number, context: LayoutContext): Strip[] {
  const { style, fonts } = context;
  const look = typeLook(style, lookOf(list.look, context));
  const ordered = list.start !== undefined || list.labels !== undefined;
  const node = addNode(context.parent, 'L', {
    numbering: list.labels?.numbering ?? (ordered ? 'Decimal' : 'Disc'),
  });
  const labels = list.items.map((_, index) => {
    if (list.labels) return list.labels.texts[index] ?? '';
    const done = list.tasks?.[index];
    const box = done === undefined ? undefined : done ? DONE : TO_DO;
    return ordered
      ? `${list.start! + index}${list.delimiter ?? '.'}${box === undefined ? '' : `\u00A0${box}`}`
      : (box ?? '•');
  });
  const bold = list.labels !== undefined && list.labels.numbering === undefined;
  const face = faceOf(look, { bold });
  const widthOf = (label: string) =>
    fonts.runs(face, label).reduce((sum, run) => sum + fonts.width(run.face, look.size, run.text), 0);
  // Room for two digits, so that items 9 and 10 of a list that continues elsewhere have the same indent.
  const widest = largest(
    labels.map(widthOf),
    ordered ? widthOf(list.labels?.room ?? `00${list.delimiter ?? '.'}`) : 0,
  );
  const indent = Math.max(style['list-indent'], widest + look.size * 0.4);
  return list.items.flatMap((blocks, index) => {
    const item = addNode(node, 'LI');
    // An item that continues the one above has no label.
    const label =
      labels[index] === ''
        ? strip(list.at, 0, [])
        : setText(
            [{ kind: 'text', text: labels[index]!, ...(bold && { bold }) }],
            {
              look,
              at: list.at,
              width: ordered ? widest : indent,
              node: addNode(item, 'Lbl'),
              align: ordered && !list.labels ? 'right' : 'left',
            },
            context,
          )[0]!;
    const body = addNode(item, 'LBody');
    const inner = context.setBlocks(blocks.length > 0 ? blocks : [emptyParagraph(list)], width - indent, {
      ...context,
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
            height: Math.max(one.height, label.height),
            // The label is level with a line of text, near the top of anything taller, and in the middle of anything lower.
            marks: [
              ...shifted(label.marks, 0, Math.max(0, Math.min(first.height - label.height, 12) / 2)),
              ...shifted(one.marks, 0, Math.max(0, label.height - one.height) / 2),
            ],
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

/** Sets definitions: terms in bold, with their meanings indented below. */
export function setDefinitions(block: Definitions, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const look = typeLook(style, lookOf('body', context));
  const list = addNode(context.parent, 'L', { numbering: 'None' });
  const indent = style['list-indent'];
  return block.items.flatMap(({ terms, definitions }) => {
    const item = addNode(list, 'LI');
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
