import type { Block, Table, TableCell } from '../../../blocks/block.ts';
import { innerBlocks } from '../../../blocks/inner-blocks.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import { type LayoutContext, lookOf } from '../layout-context.ts';
import { measureText, type TextMeasure } from '../text/measure-text.ts';
import type { ColumnMeasure } from './column-widths.ts';
import { allRows, cellSpans } from './merged-cells.ts';
import { onlyParagraph } from './only-paragraph.ts';

/** A column, also measured as if words might be hyphenated and camel case broken. */
export interface MeasuredColumn extends ColumnMeasure {
  readonly smallestPart: number;
}

const EMPTY: TextMeasure = { whole: 0, word: 0, part: 0, smallestPart: 0 };
/** What a picture in a cell needs, and what suits it, in points. */
const PICTURE: TextMeasure = { whole: 120, word: 48, part: 48, smallestPart: 48 };

/**
 * Measures the columns of a table, whose cells have `free` points together, with a gap between them. Where
 * the table is aligned, the share of a column includes the gap after it.
 */
export function measureColumns(
  table: Table,
  free: number,
  gap: number,
  context: LayoutContext,
): MeasuredColumn[] {
  const spanOf = cellSpans(table);
  const heads = table.header.length > 0 ? 1 + (table.moreHeaders?.length ?? 0) : 0;
  return table.columns.map(({ share }, index) => {
    if (share !== undefined) {
      const given = table.aligned ? share * (free + gap * table.columns.length) - gap : share * free;
      return { given, least: 0, word: 0, smallestPart: 0, rows: [] };
    }
    const names = table.rowHeaders === true && index === 0;
    const cells = allRows(table).map((row, at) => {
      const measure = measureCell(row[index] ?? [], cellContext(at < heads || names, table, context));
      return table.merged ? shareOfSpan(measure, spanOf(at, index)?.columns ?? 1) : measure;
    });
    return {
      least: widest(cells, 'part'),
      word: widest(cells, 'word'),
      smallestPart: widest(cells, 'smallestPart'),
      rows: cells.map(({ whole }) => whole),
    };
  });
}

/** What one of the columns that a cell spans needs for it. The others are not asked: they seldom need less. */
const shareOfSpan = (one: TextMeasure, columns: number): TextMeasure =>
  columns === 1
    ? one
    : {
        whole: one.whole / columns,
        word: one.word / columns,
        part: one.part / columns,
        smallestPart: one.smallestPart / columns,
      };

const widest = (measures: readonly TextMeasure[], of: keyof TextMeasure): number =>
  largest(
    measures.map((one) => one[of]),
    0,
  );

const cellContext = (head: boolean, { large }: Table, context: LayoutContext): LayoutContext => ({
  ...context,
  cell: { align: 'left', head, large: large === true },
});

/** Measures a cell. Its blocks come one after another, so that it counts as long as all of their texts together. */
function measureCell(cell: TableCell, context: LayoutContext): TextMeasure {
  const only = onlyParagraph(cell);
  if (only) return measureText(only.text, typeLook(context.style, lookOf('body', context)), only.at, context);
  const measures = measureBlocks(cell, 0, context);
  return {
    whole: measures.reduce((sum, { whole }) => sum + whole, 0),
    word: widest(measures, 'word'),
    part: widest(measures, 'part'),
    smallestPart: widest(measures, 'smallestPart'),
  };
}

/** @param indent how far lists and boxes set in what is in them, in points */
function measureBlocks(blocks: readonly Block[], indent: number, context: LayoutContext): TextMeasure[] {
  const inside = indent + context.style['list-indent'] * 1.5;
  return blocks.flatMap((block) => [
    ...ownTexts(block, context).map((one) => indentedMeasure(one, indent)),
    ...innerBlocks(block).flatMap((inner) => measureBlocks(inner, inside, context)),
  ]);
}

function ownTexts(block: Block, context: LayoutContext): TextMeasure[] {
  const look = (name: Parameters<typeof lookOf>[0]): TypeLook =>
    typeLook(context.style, lookOf(name, context));
  switch (block.kind) {
    case 'paragraph':
      return [measureText(block.text, look(block.look), block.at, context)];
    case 'heading':
      return [measureText(block.text, look('subheading'), block.at, context)];
    case 'definitions':
      return block.items.flatMap(({ terms }) =>
        terms.map((term) => measureText(term, look('label'), block.at, context)),
      );
    case 'figure':
      return [PICTURE];
    default:
      return [EMPTY];
  }
}

const indentedMeasure = (one: TextMeasure, indent: number): TextMeasure =>
  indent === 0 || one.whole === 0
    ? one
    : {
        whole: one.whole + indent,
        word: one.word + indent,
        part: one.part + indent,
        smallestPart: one.smallestPart + indent,
      };
