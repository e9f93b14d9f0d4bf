import type { Block, Inline, TableCell } from '../block.ts';
import type { TextRun } from '../text-run.ts';

const BLANK = /\[\[(\d+)\]\]/;
/** All blanks are equally wide, so that none gives away the length of its word; in points. */
const BLANK_WIDTH = 96;
/** The same in a table, where words follow. */
const BLANK_WIDTH_IN_CELL = 54;

/** Replaces `[[1]]` by its number and a rule to write on; in a table the rule fills its cell. */
export function fillBlanks(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return {
          ...block,
          ragged: true,
          open: true,
          text: block.text.flatMap((inline) => fillInline(inline, BLANK_WIDTH)),
        };
      case 'list':
        return { ...block, items: block.items.map(fillBlanks) };
      case 'quote':
        return { ...block, blocks: fillBlanks(block.blocks) };
      case 'table':
        return { ...block, large: true, rows: block.rows.map(fillRow) };
      default:
        return block;
    }
  });
}

const hasBlank = (cell: TableCell): boolean =>
  cell.some(
    (block) =>
      block.kind === 'paragraph' &&
      block.text.some((inline) => inline.kind === 'text' && BLANK.test(inline.text)),
  );

/**
 * A row with a blank is taller than its text, to leave room for handwriting: all its cells are, so that their words are on
 * the same lines.
 */
const fillRow = (row: readonly TableCell[]): TableCell[] =>
  row.some(hasBlank) ? row.map(fillCell) : [...row];

function fillCell(cell: TableCell): TableCell {
  return cell.flatMap((block): Block[] =>
    block.kind === 'paragraph'
      ? [
          { kind: 'space', at: block.at, height: 0, fill: 0 },
          {
            ...block,
            look: 'body' as const,
            open: true,
            text: withLastBlankToEnd(block.text.flatMap((inline) => fillInline(inline, BLANK_WIDTH_IN_CELL))),
          },
        ]
      : [block],
  );
}

/** A blank at the end of a text reaches the end of its line. */
function withLastBlankToEnd(text: readonly Inline[]): Inline[] {
  const last = text.at(-1);
  return last?.kind === 'blank' ? [...text.slice(0, -1), { ...last, width: 'rest' }] : [...text];
}

function fillInline(inline: Inline, width: number): Inline[] {
  if (inline.kind !== 'text') return [inline];
  const parts = inline.text.split(/\[\[(\d+)\]\]/);
  return parts.flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ ...inline, text: part }];
    const number: TextRun = { kind: 'text', text: `(${part})\u00A0`, bold: true };
    return [number, { kind: 'blank', width }];
  });
}
