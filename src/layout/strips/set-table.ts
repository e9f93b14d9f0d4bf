import type { Block, Inline, Table, TableCell } from '../../blocks/block.ts';
import { innerBlocks } from '../../blocks/inner-blocks.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { rounded } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { faceOf, type TypeLook, typeLook } from '../lines/type-look.ts';
import { ruleStroke } from '../style/rule-stroke.ts';
import { type ColumnMeasure, columnWidths, evenWidths } from './column-widths.ts';
import { horizontalRule } from './horizontal-rule.ts';
import { type LayoutContext, lookOf } from './layout-context.ts';
import { keepEnds, setText } from './set-text.ts';
import { sideBySide } from './side-by-side.ts';
import { keptWithNext, type Strip } from './strip.ts';
import { addNode, type DraftNode } from './structure-draft.ts';

/** Room between columns, and above and below the text of a row, in points. */
const COLUMN_GAP = 10;
const ROW_PADDING = 3;

/** A table with at most this many rows is not broken across pages. */
const WHOLE_ROWS = 6;

/**
 * Sets a table: one strip per row, with light rules between rows, and its header repeated after a page break. A row
 * taller
 * than a third of a page is several strips, so that a page may end between its lines.
 */
export function setTable(table: Table, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const looks = { body: typeLook(style, 'small'), head: typeLook(style, 'label') };
  const free = width - COLUMN_GAP * (table.columns.length - 1);
  const widths = (table.grid ? evenWidths : columnWidths)(measuresOf(table, free, looks, context), free);
  const node = addNode(context.parent, 'Table');
  const options = { table, widths, width };

  const header = table.header.some(hasText) ? setHeader(node, options, context) : [];
  const again = header.map(asArtifact);
  const bodyNode = addNode(node, 'TBody');
  // A table needs a header for those who hear it: where none is printed above, the first column is read as one.
  const namesRows = table.rowHeaders === true || header.length === 0;
  const rows = table.rows.map((cells) => {
    const row = addNode(bodyNode, 'TR');
    const nodes = table.columns.map((_, index) =>
      namesRows && index === 0 && hasText(cells[0])
        ? addNode(row, 'TH', { scope: 'Row' })
        : addNode(row, 'TD'),
    );
    return setRow(cells, nodes, { ...options, head: false, rule: 1 }, context);
  });
  const first = [
    ...header.map(keptWithNext),
    ...(rows.length <= WHOLE_ROWS ? kept(rows) : keepEnds(rows.flat())),
  ];
  return first.map((one, index) => ({
    ...one,
    ...(index === 0 && { gapBefore: style['paragraph-gap'] }),
    keep: { ...one.keep, header: index > header.length ? again : [] },
  }));
}

/** Keeps rows together, but allows breaks inside a tall one. */
const kept = (rows: readonly (readonly Strip[])[]) =>
  rows.flatMap((row, index) =>
    row.map((one, at) => (index < rows.length - 1 && at === row.length - 1 ? keptWithNext(one) : one)),
  );

/** Whether a cell has anything to read. */
const hasText = (cell: TableCell = []): boolean => textsIn(cell).some(({ text }) => text.trim() !== '');

interface RowOptions {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly width: number;
  readonly head: boolean;
  /** The width of the rule below, as a multiple of the style’s. */
  readonly rule: number;
}

function setHeader(
  node: DraftNode,
  options: Omit<RowOptions, 'head' | 'rule'>,
  context: LayoutContext,
): Strip[] {
  const row = addNode(addNode(node, 'THead'), 'TR');
  const nodes = options.table.columns.map((_, index) =>
    // The corner above row names is often left empty: a header without words is none.
    hasText(options.table.header[index]) ? addNode(row, 'TH', { scope: 'Column' }) : addNode(row, 'TD'),
  );
  return setRow(options.table.header, nodes, { ...options, head: true, rule: 1.5 }, context);
}

function setRow(
  cells: readonly TableCell[],
  nodes: readonly DraftNode[],
  { table, widths, width, head, rule }: RowOptions,
  context: LayoutContext,
): Strip[] {
  let x = 0;
  const sideCells = table.columns.map(({ align }, index) => {
    const columnWidth = widths[index]!;
    const bold = head || (table.rowHeaders === true && index === 0);
    const inner = {
      ...context,
      parent: nodes[index]!,
      asideWidth: 0,
      cell: { align, head: bold, large: table.large === true },
    };
    const cell = { x, strips: setCell(cells[index] ?? [], columnWidth, inner) };
    x += columnWidth + COLUMN_GAP;
    return cell;
  });
  const row = sideBySide(sideCells, table.at, ROW_PADDING, context);
  const last = row.pop()!;
  const ruled = [...row, { ...last, marks: [...last.marks, ruleAt(last.height, width, rule, context)] }];
  if (!table.grid) return ruled;
  const between = sideCells.slice(1).map((cell) => cell.x - COLUMN_GAP / 2);
  return ruled.map((one) => ({
    ...one,
    marks: [...one.marks, ...between.map((at) => verticalRule(at, one.height, context))],
  }));
}

/** Sets the content of a cell. A single paragraph is set as the text of the cell itself. */
function setCell(cell: TableCell, width: number, context: LayoutContext): Strip[] {
  const [only] = cell;
  if (cell.length !== 1 || only?.kind !== 'paragraph' || only.preformatted)
    return context.setBlocks(cell, width, context);
  const { align } = context.cell!;
  const look = typeLook(context.style, lookOf('body', context));
  return setText(only.text, { look, at: only.at, width, node: context.parent, align }, context);
}

function ruleAt(y: number, width: number, weight: number, { style }: LayoutContext): Mark {
  return horizontalRule(0, y, width, ruleStroke(style, weight));
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

/** Measures each column for `columnWidths`. */
function measuresOf(
  table: Table,
  free: number,
  looks: { body: TypeLook; head: TypeLook },
  { fonts, style }: LayoutContext,
): ColumnMeasure[] {
  return table.columns.map((column, index) => {
    if (column.share !== undefined) return { given: column.share * free, word: 0, rows: [] };
    const rows = [
      { cell: table.header[index] ?? [], look: looks.head },
      ...table.rows.map((row) => ({ cell: row[index] ?? [], look: looks.body })),
    ].map(({ cell, look }) => {
      const texts = textsIn(cell).map(({ text, depth }) => {
        const indent = depth * style['list-indent'] * 1.5;
        const widthOf = (part: string) => fonts.width(faceOf(look, { bold: true }), look.size, part) + indent;
        return { whole: widthOf(text), word: largest(text.split(/[ \n]+/).map(widthOf), 0) };
      });
      return {
        whole: texts.reduce((sum, { whole }) => sum + whole, 0),
        word: largest(
          texts.map(({ word }) => word),
          0,
        ),
      };
    });
    return {
      word: largest(
        rows.map(({ word }) => word),
        0,
      ),
      rows: rows.map(({ whole }) => whole),
    };
  });
}

/** Lists the texts in some blocks, each with its depth in lists and boxes. */
function textsIn(blocks: readonly Block[], depth = 0): { text: string; depth: number }[] {
  return blocks.flatMap((block) => [
    ...(block.kind === 'paragraph' || block.kind === 'heading'
      ? [{ text: shownText(block.text), depth }]
      : []),
    ...(block.kind === 'figure' ? [{ text: 'a picture', depth }] : []),
    ...innerBlocks(block).flatMap((inner) => textsIn(inner, depth + 1)),
  ]);
}

const shownText = (text: readonly Inline[]) =>
  text.map((one) => (one.kind === 'text' ? one.text : one.kind === 'note' ? one.label : ' ')).join('');
