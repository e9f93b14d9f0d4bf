import { largest } from '../../../diagnostics/collections/largest.ts';
import type { TextPiece } from '../study-notes/text-piece.ts';
import type { InnerReader } from './inner-reader.ts';
import { attributeOf, elementsNamed, holdsHeadings, isElement, type PageElement } from './page-tree.ts';

/** Reads a table of a page: as a table or, if it only arranges the page, as what is in its cells. */
export function readPageTable(table: PageElement, reader: InnerReader): TextPiece[] {
  const rows = elementsNamed(table, 'tr', 'table').map((row) =>
    row.childNodes.flatMap((cell) => (isElement(cell) && ['td', 'th'].includes(cell.tagName) ? [cell] : [])),
  );
  const captions = elementsNamed(table, 'caption', 'table').flatMap((caption) =>
    reader.read(caption.childNodes),
  );
  const isLayout =
    attributeOf(table, 'role') === 'presentation' ||
    elementsNamed(table, 'table').length > 0 ||
    holdsHeadings(table) ||
    rows.every((cells) => cells.length < 2);
  const read = rows.map((cells) => cells.map((cell) => ({ cell, pieces: reader.read(cell.childNodes) })));
  const all = read.flat().flatMap(({ pieces }) => pieces);
  const isFlat = all.every(
    ({ kind, markdown }) => kind !== 'list' && kind !== 'heading' && !/^(`{3,}|>)/.test(markdown),
  );
  if (isLayout || !isFlat) return [...captions, ...all];
  const filled = read.filter((cells) => cells.some(({ pieces }) => pieces.length > 0));
  const [first] = filled;
  if (!first) return captions;
  const written = filled.map((cells) =>
    cells.flatMap(({ cell, pieces }) => [
      pieces.map(({ markdown }) => markdown.replace(/\\\n/g, ' ').replace(/\n+/g, ' ')).join(' '),
      ...Array<string>(Math.min(20, Math.max(0, Number(attributeOf(cell, 'colspan')) - 1 || 0))).fill(''),
    ]),
  );
  const columns = largest(written.map((cells) => cells.length));
  const lines = written.map(
    (cells) => `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`,
  );
  const [head, ...body] = lines;
  return [
    ...captions,
    {
      kind: 'other',
      text: all.map(({ text }) => text).join(' '),
      markdown: [head, `|${' --- |'.repeat(columns)}`, ...body].join('\n'),
      at: all[0]!.at,
    },
  ];
}
