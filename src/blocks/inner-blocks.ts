import type { Block } from './block.ts';

/** The lists of blocks inside a block, in order; none for a block that holds only text. */
export function innerBlocks(block: Block): (readonly Block[])[] {
  switch (block.kind) {
    case 'quote':
    case 'box':
    case 'aside':
    case 'group':
    case 'turned':
    case 'numbered-lines':
      return [block.blocks];
    case 'board':
      return [
        ...(block.title ? [[block.title]] : []),
        ...(block.note ? [[block.note]] : []),
        ...(block.beside ? [block.beside] : []),
        ...block.boxes.map((box) => [box.title, ...box.blocks]),
      ];
    case 'diagram':
      return [[block.key]];
    case 'page-break':
      return block.facing ? [block.facing] : [];
    case 'list':
      return [...block.items];
    case 'definitions':
      return block.items.flatMap((item) => [...item.definitions]);
    case 'columns':
      return block.columns.map((column) => column.blocks);
    case 'table':
      return [block.header, ...(block.moreHeaders ?? []), ...block.rows].flat();
    case 'heading':
    case 'paragraph':
    case 'figure':
    case 'square-grid':
    case 'drawing':
    case 'rule':
    case 'space':
    case 'answer-space':
    case 'contents':
    case 'index':
    case 'column-break':
      return [];
  }
}
