import type { Inline, Table } from '../blocks/block.ts';
import { colourOf, faceOf, type TypeLook, typeLook } from '../lines/type-look.ts';
import type { Mark } from '../pages/page.ts';
import { keepEnds, setText } from './set-text.ts';
import type { Setting } from './setting.ts';
import { keptWithNext, type Strip, shifted, stackHeight, strip } from './strip.ts';
import { addNode, type DraftNode } from './structure-draft.ts';

/** Room between columns, and above and below the text of a row, in points. */
const COLUMN_GAP = 10;
const ROW_PADDING = 3;

/** A table of so many rows or fewer is not broken over pages. */
const WHOLE_ROWS = 3;

/** A table: a strip a row, light rules between them, its header set again where a page breaks it. */
export function setTable(table: Table, width: number, setting: Setting): Strip[] {
  const { style } = setting;
  const body = { ...typeLook(style, 'small') };
  const head: TypeLook = { ...typeLook(style, 'label') };
  const widths = columnWidths(table, width, { body, head }, setting);
  const node = addNode(setting.parent, 'Table');

  const headNode = addNode(addNode(node, 'THead'), 'TR');
  const headNodes = table.header.map(() => addNode(headNode, 'TH', { scope: 'Column' }));
  const header = setRow(table.header, headNodes, { table, widths, width, look: head, rule: 1.5 }, setting);
  const again = setRow(table.header, [], { table, widths, width, look: head, rule: 1.5 }, setting);
  const bodyNode = addNode(node, 'TBody');
  const rows = table.rows.map((cells) => {
    const row = addNode(bodyNode, 'TR');
    const nodes = table.header.map(() => addNode(row, 'TD'));
    return {
      ...setRow(cells, nodes, { table, widths, width, look: body, rule: 1 }, setting),
      keep: { next: false, header: [again] },
    };
  });
  const first = keptWithNext({ ...header, gapBefore: style['paragraph-gap'] });
  return [first, ...(rows.length <= WHOLE_ROWS ? keepAll(rows) : keepEnds(rows))].map((one, index) =>
    index === 1 ? { ...one, keep: { ...one.keep, header: [] } } : one,
  );
}

const keepAll = (rows: readonly Strip[]) =>
  rows.map((row, index) => (index < rows.length - 1 ? keptWithNext(row) : row));

interface RowOptions {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly width: number;
  readonly look: TypeLook;
  /** The rule beneath, as a multiple of the style's. */
  readonly rule: number;
}

/** One row as a strip. @param nodes the cells' nodes; none sets the row as an artifact */
function setRow(
  cells: readonly (readonly Inline[])[],
  nodes: readonly DraftNode[],
  options: RowOptions,
  setting: Setting,
): Strip {
  const { table, widths, look } = options;
  const marks: Mark[] = [];
  let x = 0;
  let height = 0;
  table.columns.forEach((column, index) => {
    const lines = setText(
      cells[index] ?? [],
      { look, at: table.at, width: widths[index]!, node: nodes[index], align: column.align },
      setting,
    );
    let y = ROW_PADDING;
    for (const one of lines) {
      marks.push(...shifted(one.marks, x, y));
      y += one.height;
    }
    height = Math.max(height, stackHeight(lines));
    x += widths[index]! + COLUMN_GAP;
  });
  height += 2 * ROW_PADDING;
  const { style } = setting;
  marks.push({
    kind: 'shape',
    standing: { artifact: 'layout' },
    outline: {
      path: [
        ['M', 0, height],
        ['L', options.width, height],
      ],
    },
    stroke: { colour: colourOf(style.rule), width: style['rule-width'] * options.rule },
  });
  return strip(table.at, height, marks);
}

/**
 * Widths of the columns: each has room for its longest word; what is left goes to them by how much longer their
 * texts are, so that a column of numbers stays narrow.
 */
function columnWidths(
  table: Table,
  width: number,
  looks: { body: TypeLook; head: TypeLook },
  { fonts }: Setting,
): number[] {
  const free = width - COLUMN_GAP * (table.columns.length - 1);
  const measures = table.columns.map((_, index) => {
    const cells = [
      { text: table.header[index] ?? [], look: looks.head },
      ...table.rows.map((row) => ({ text: row[index] ?? [], look: looks.body })),
    ];
    const widest = (split: (text: string) => string[]) =>
      Math.max(
        0,
        ...cells.flatMap(({ text, look }) =>
          split(text.map((run) => (run.kind === 'text' ? run.text : ' ')).join('')).map((part) =>
            fonts.width(faceOf(look, { bold: true }), look.size, part),
          ),
        ),
      );
    return { word: widest((text) => text.split(/[ \n]+/)), whole: widest((text) => [text]) };
  });
  const words = measures.reduce((sum, one) => sum + one.word, 0);
  const wholes = measures.reduce((sum, one) => sum + one.whole, 0);
  if (wholes <= free) return measures.map((one) => one.whole + ((free - wholes) * one.whole) / (wholes || 1));
  // Too many long words for the column: they are parted.
  if (words > free) return measures.map((one) => (free * one.word) / words);
  const wanted = measures.map((one) => Math.sqrt(Math.max(0, one.whole - one.word)));
  const sum = wanted.reduce((total, one) => total + one, 0) || 1;
  return measures.map((one, index) => one.word + (Math.max(0, free - words) * wanted[index]!) / sum);
}
