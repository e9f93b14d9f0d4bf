import type { Table, TableCell } from '../../../blocks/block.ts';
import { rounded } from '../../../pages/length.ts';
import type { Mark } from '../../../pages/page.ts';
import { typeLook } from '../../lines/type-look.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import { horizontalRule } from '../horizontal-rule.ts';
import { type LayoutContext, lookOf } from '../layout-context.ts';
import { sideBySide } from '../side-by-side.ts';
import { indented, keptWithNext, type Strip, stackHeight } from '../strip.ts';
import type { DraftNode } from '../structure-draft.ts';
import { keepEnds, setText } from '../text/set-text.ts';
import { fitTable } from './fit-table.ts';
import { allRows, cellSpans, openColumns } from './merged-cells.ts';
import { onlyParagraph } from './only-paragraph.ts';
import { hasHeader, tableTags } from './table-tags.ts';

/** Room above and below the text of a row, in points. */
const ROW_PADDING = 3;
/** The same in a long list that should be one page. */
const CLOSE_PADDING = 1.5;
/** A row that fills more of a frame than this is tall. */
const TALL = 0.2;
/** A table that fills no more of a frame than this is not broken across pages. */
const MOST_KEPT = 1 / 4;
/** How much higher than the least the rows of a table may be that fills its page. */
const HIGHEST = 2.5;
/** A header that fills more of a frame than this is not repeated: each page would have too little room for rows. */
const TALLEST_REPEATED = 1 / 4;

/**
 * Sets a table: one strip per row, with light rules between rows, and its header repeated after a page break. A row
 * taller
 * than a third of a page is several strips, so that a page may end between its lines.
 */
export function setTable(given: Table, columnWidth: number, outer: LayoutContext): Strip[] {
  const table = filled(given, outer);
  const { overhang, context, ...fit } = fitTable(table, columnWidth, outer);
  const { style, frameHeight } = context;
  const options = { table, ...fit };
  const tags = tableTags(table, context.parent);

  const heads = table.header.length > 0 ? 1 + (table.moreHeaders?.length ?? 0) : 0;
  const set = allRows(table).map((cells, row) => {
    if (row < heads && !hasHeader(table)) return [];
    const look = { head: row < heads, rule: row === heads - 1 ? 1.5 : 1 };
    return indented(setRow(cells, tags.rows[row]!, row, { ...options, ...look }, context), -overhang);
  });
  const header = set.slice(0, heads).flat();
  const again = stackHeight(header) > frameHeight * TALLEST_REPEATED ? [] : header.map(asArtifact);
  // Cells of several rows are not divided.
  const rows = set
    .slice(heads)
    .map((row, index) => (openColumns(table, heads + index).size > 0 ? row.map(keptWithNext) : row));
  const isKept = stackHeight([...header, ...rows.flat()]) <= frameHeight * MOST_KEPT;
  // One tall row alone on a page does not look left over.
  const hasTallRow = rows.flat().some(({ height }) => height > frameHeight * TALL);
  const headStrips =
    rows.length === 0
      ? keepEnds(header)
      : header.map((one, index) =>
          again.length > 0 || index === header.length - 1 ? keptWithNext(one) : one,
        );
  const all = [...headStrips, ...(isKept ? kept(rows) : hasTallRow ? rows.flat() : keepEnds(rows.flat()))];
  return all.map((one, index) => ({
    ...one,
    ...(index === 0 && { gapBefore: style['paragraph-gap'] }),
    keep: { ...one.keep, header: index > header.length ? again : [] },
  }));
}

/** Makes rows to write in higher, so that few of them fill a page. */
function filled(table: Table, { frameHeight }: LayoutContext): Table {
  const { rowHeight, fill = 0, rows } = table;
  if (rowHeight === undefined || rows.length === 0) return table;
  const share = (frameHeight * fill) / rows.length;
  return share <= rowHeight ? table : { ...table, rowHeight: Math.min(share, rowHeight * HIGHEST) };
}

/** Keeps rows together, but allows breaks inside a tall one. */
const kept = (rows: readonly (readonly Strip[])[]) =>
  rows.flatMap((row, index) =>
    row.map((one, at) => (index < rows.length - 1 && at === row.length - 1 ? keptWithNext(one) : one)),
  );

interface RowOptions {
  readonly table: Table;
  readonly widths: readonly number[];
  /** The room between columns. */
  readonly gap: number;
  readonly width: number;
  readonly head: boolean;
  /** The width of the rule below, as a multiple of the style’s. */
  readonly rule: number;
}

function setRow(
  cells: readonly TableCell[],
  nodes: readonly (DraftNode | undefined)[],
  rowIndex: number,
  { table, widths, gap, width, head, rule }: RowOptions,
  context: LayoutContext,
): Strip[] {
  let x = 0;
  const spanOf = cellSpans(table);
  const sideCells = table.columns.flatMap(({ align }, index) => {
    const left = x;
    x += widths[index]! + gap;
    const parent = nodes[index];
    const span = spanOf(rowIndex, index);
    if (!parent || !span) return [];
    const spanned = widths.slice(index, index + span.columns);
    const columnWidth = spanned.reduce((sum, one) => sum + one, gap * (spanned.length - 1));
    const bold = head || (table.rowHeaders === true && index === 0);
    const inner = {
      ...context,
      parent,
      asideWidth: 0,
      cell: { align, head: bold, large: table.large === true },
    };
    return [{ x: left, strips: setCell(cells[index] ?? [], columnWidth, inner) }];
  });
  const padding = table.close ? CLOSE_PADDING : ROW_PADDING;
  const set = sideBySide(sideCells, table.at, padding, context);
  const missing = head ? 0 : (table.rowHeight ?? 0) - stackHeight(set);
  const row = missing > 0 ? sideBySide(sideCells, table.at, padding + missing / 2, context) : set;
  const last = row.pop()!;
  const rules = ruleParts(openColumns(table, rowIndex), widths, gap, width).map(([from, long]) =>
    ruleAt(from, last.height, long, rule, context),
  );
  const ruled = [...row, { ...last, marks: [...last.marks, ...rules] }];
  if (!table.grid) return ruled;
  const between = sideCells.slice(1).map((cell) => cell.x - gap / 2);
  const lines = table.framed ? [0, ...between, width] : between;
  const top = table.framed && rowIndex === 0 ? [ruleAt(0, 0, width, 1, context)] : [];
  return ruled.map((one, index) => ({
    ...one,
    marks: [
      ...one.marks,
      ...(index === 0 ? top : []),
      ...lines.map((at) => verticalRule(at, one.height, context)),
    ],
  }));
}

/** Sets the content of a cell. A single paragraph is set as the text of the cell itself. */
function setCell(cell: TableCell, width: number, context: LayoutContext): Strip[] {
  const only = onlyParagraph(cell);
  if (!only) return context.setBlocks(cell, width, context);
  // A cell of HTML may be aligned otherwise than its column.
  const align = only.centred ? 'centre' : (only.align ?? context.cell!.align);
  const look = typeLook(context.style, lookOf('body', context));
  return setText(only.text, { look, at: only.at, width, node: context.parent, align }, context);
}

/** Gives the parts of the rule below a row, each with its beginning and its length: none under cells that go on. */
function ruleParts(
  open: ReadonlySet<number>,
  widths: readonly number[],
  gap: number,
  width: number,
): (readonly [number, number])[] {
  if (open.size === 0) return [[0, width]];
  const parts: [number, number][] = [];
  let x = 0;
  for (const [index, one] of widths.entries()) {
    const last = parts.at(-1);
    if (!open.has(index) && index > 0 && !open.has(index - 1) && last) last[1] = x + one - last[0];
    else if (!open.has(index)) parts.push([x, one]);
    x += one + gap;
  }
  return parts;
}

function ruleAt(x: number, y: number, width: number, weight: number, { style }: LayoutContext): Mark {
  return horizontalRule(x, y, width, ruleStroke(style, weight));
}

function verticalRule(x: number, height: number, { style }: LayoutContext): Mark {
  return {
    kind: 'shape',
    structureRef: { artifact: 'layout' },
    outline: {
      path: [
        ['M', rounded(x), 0],
        ['L', rounded(x), rounded(height)],
      ],
    },
    stroke: ruleStroke(style),
  };
}

/** Turns a repeated header into artifacts: it has already been read out. */
const asArtifact = (one: Strip): Strip => ({
  ...one,
  anchors: [],
  notes: [],
  marks: one.marks.filter((mark) => mark.kind !== 'link').map(markAsArtifact),
});

function markAsArtifact(mark: Mark): Mark {
  if (mark.kind === 'link') return mark;
  if (mark.kind === 'group') {
    const { figure: _, ...rest } = mark;
    return { ...rest, marks: mark.marks.map(markAsArtifact) };
  }
  return 'slot' in mark.structureRef ? { ...mark, structureRef: { artifact: 'page' } } : mark;
}
