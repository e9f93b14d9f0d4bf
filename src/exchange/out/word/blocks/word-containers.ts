import type { ITableCellOptions } from 'docx';
import type { Block, BoxBlock, Columns, Turned } from '../../../../blocks/block.ts';
import { innerBlocks } from '../../../../blocks/inner-blocks.ts';
import { largest } from '../../../../diagnostics/collections/largest.ts';
import { smallest } from '../../../../diagnostics/collections/smallest.ts';
import { twips } from '../settings/twips.ts';
import { wordColour } from '../settings/word-colour.ts';
import { eighths, ruleStyle } from '../settings/word-styles.ts';
import { estimateHeight } from './estimate-height.ts';
import { type LayoutCell, layoutTable, NO_LINES } from './layout-table.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';

/** A box: a table of one cell, which holds lists, tables and pictures as well as text. */
export function wordBoxTable(box: BoxBlock, context: WordContext): WordPart[] {
  const { style } = context.document;
  const padding = style['box-padding'];
  // Word numbers no lines in cells, so the frame is that of their paragraphs.
  if (!context.inside && hasLines(box.blocks)) return context.parts(box.blocks, { ...context, framed: true });
  const width = context.width - 2 * padding;
  const parts = context.parts(box.blocks, { ...inCell(context), width });
  if (parts.length === 0) return [];
  return [
    {
      kind: 'table',
      gapBefore: style['paragraph-gap'] * 1.5,
      build: (keepNext) =>
        layoutTable(
          [{ width: context.width, parts, also: { ...toneOf(box.tone, context), margins: evenly(padding) } }],
          context,
          { keepNext, whole: estimateHeight(box.blocks, width, style) < context.height * MOST_WHOLE },
        ),
    },
  ];
}

const hasLines = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'numbered-lines' || innerBlocks(block).some(hasLines));

/** A context inside a cell that is no cell of data. */
function inCell({ cell: _, framed: __, quoted: ___, depth: ____, ...context }: WordContext): WordContext {
  return { ...context, indent: 0, inside: true };
}

const evenly = (padding: number) => {
  const [across, down] = [twips(padding), twips(padding * 0.75)];
  return { left: across, right: across, top: down, bottom: down };
};

function toneOf(
  tone: BoxBlock['tone'],
  context: WordContext,
): Pick<ITableCellOptions, 'shading' | 'borders'> {
  const { style } = context.document;
  const tint = wordColour(style.tint);
  const shading = { type: 'clear', color: 'auto', fill: tint } as const;
  const line = { style: ruleStyle(style), size: eighths(style['rule-width']), color: wordColour(style.rule) };
  const bar = {
    style: 'single',
    size: eighths(style['bar-width']),
    color: wordColour(style.accent),
  } as const;
  switch (tone) {
    case 'tint':
      // Without a tint in the style, a frame is drawn.
      return tint === 'FFFFFF' ? toneOf('frame', context) : { shading, borders: NO_LINES };
    case 'frame':
      return { borders: { top: line, bottom: line, left: line, right: line } };
    case 'callout':
      return { shading, borders: { ...NO_LINES, left: bar } };
    case 'bar':
      return { borders: { ...NO_LINES, left: bar } };
  }
}

/** What is lower than this share of a page stays on one. */
const MOST_WHOLE = 1 / 3;

/** A column narrower than this, in ems, has no room for a word and an answer next to it. */
const NARROWEST_COLUMN = 7;

/** Things side by side: a table without lines. Columns that would be too narrow are below one another, as in print. */
export function wordColumns(block: Columns, context: WordContext): WordPart[] {
  const { style } = context.document;
  const gap = style['list-indent'];
  const filled = block.columns.filter(({ blocks }) => blocks.length > 0);
  if (filled.length <= 1 && block.columns.length === 2)
    return filled.flatMap(({ blocks }) => context.parts(blocks, context));
  const shares = block.columns.reduce((sum, { share }) => sum + share, 0);
  const free = context.width - gap * (block.columns.length - 1);
  const least = smallest(block.columns.map(({ share }) => (free * share) / shares));
  const [first, ...rest] = block.columns;
  if (first && rest.length > 0 && least < style['body-size'] * (block.least ?? NARROWEST_COLUMN))
    return [[first], rest].flatMap((columns) => wordColumns({ ...block, columns }, context));
  if (rest.length === 0) return context.parts(first?.blocks ?? [], context);
  const cells = block.columns.map(({ share, blocks }, index): LayoutCell => {
    const width = (free * share) / shares;
    const isLast = index === block.columns.length - 1;
    return {
      width: width + (isLast ? 0 : gap),
      parts: context.parts(blocks, { ...inCell(context), width }),
      also: { margins: { left: 0, right: isLast ? 0 : twips(gap), top: 0, bottom: 0 } },
    };
  });
  const height = largest(
    block.columns.map(({ share, blocks }) => estimateHeight(blocks, (free * share) / shares, style)),
  );
  return [
    {
      kind: 'table',
      gapBefore: style['paragraph-gap'],
      build: (keepNext) =>
        layoutTable(cells, context, { keepNext, whole: height < context.height * MOST_WHOLE }),
    },
  ];
}

/** What print sets upside down. Word cannot turn text. */
export function wordTurned({ blocks, at }: Turned, context: WordContext): WordPart[] {
  context.lose({ what: 'that answers are upside down: Word cannot turn text', text: '', at });
  return context.parts(blocks, context);
}
