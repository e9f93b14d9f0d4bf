import type { Table, TableCell } from '../../../blocks/block.ts';
import { allRows, cellSpans } from '../../../layout/strips/tables/merged-cells.ts';
import { onlyParagraph } from '../../../layout/strips/tables/only-paragraph.ts';
import { tag } from './markup.ts';
import { pageInlines } from './page-inlines.ts';
import type { WebPageContext } from './web-page-context.ts';

/** A table, whose headers say what they are the headers of. */
export function pageTable(table: Table, context: WebPageContext): string {
  const heads = table.header.length > 0 ? 1 + (table.moreHeaders?.length ?? 0) : 0;
  const rows = allRows(table).map((cells, row) => pageRow(table, cells, row, row < heads, context));
  const head = heads > 0 ? tag('thead', {}, rows.slice(0, heads).join('\n')) : '';
  const look = [table.grid || table.framed ? 'grid' : '', table.large ? 'large' : '']
    .filter(Boolean)
    .join(' ');
  const made = tag(
    'table',
    look ? { class: look } : {},
    head + tag('tbody', {}, rows.slice(heads).join('\n')),
  );
  // Arrow keys move what is wider than the window only if one can go there.
  return table.columns.length > MOST_COLUMNS ? tag('div', { class: 'wide', tabindex: 0 }, made) : made;
}

/** A table with more columns can be moved sideways on a phone; words are broken in others. */
const MOST_COLUMNS = 3;

function pageRow(
  table: Table,
  cells: readonly TableCell[],
  row: number,
  head: boolean,
  context: WebPageContext,
): string {
  const spanOf = cellSpans(table);
  const all = table.columns.map(({ align }, index) => {
    const span = spanOf(row, index);
    if (!span) return '';
    const cell = cells[index] ?? [];
    const content = pageCell(cell, context);
    const names = table.rowHeaders !== undefined && table.rowHeaders !== false && index === 0;
    const only = onlyParagraph(cell);
    const side = only?.centred ? 'centre' : (only?.align ?? align);
    // A header that says nothing would be read out as one.
    const isHeader = (head || names) && content !== '';
    const attributes = {
      class: side === 'left' ? undefined : side,
      colspan: span.columns > 1 ? span.columns : undefined,
      rowspan: span.rows > 1 ? span.rows : undefined,
      ...(isHeader && { scope: head ? (span.columns > 1 ? 'colgroup' : 'col') : 'row' }),
    };
    const plain =
      isHeader && !head && table.rowHeaders === 'plain' ? { ...attributes, class: 'plain' } : attributes;
    return tag(isHeader ? 'th' : 'td', plain, content);
  });
  const height = !head && table.rowHeight ? { style: `height:${Math.round(table.rowHeight)}pt` } : {};
  return tag('tr', height, all.join(''));
}

/** A single paragraph is the text of its cell itself. */
function pageCell(cell: TableCell, context: WebPageContext): string {
  const only = onlyParagraph(cell);
  if (!only || only.tail) return context.markup(cell, context);
  const text = pageInlines(only.text, context);
  return only.lang === undefined ? text : tag('span', { lang: only.lang, 'xml:lang': only.lang }, text);
}
