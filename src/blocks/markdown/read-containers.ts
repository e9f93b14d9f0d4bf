import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { readOriginMarks } from '../../diagnostics/origin.ts';
import type { Block, Definitions, Inline, List, Table, TableCell, TableColumn } from '../block.ts';
import { hasBlockTags } from './html/has-block-tags.ts';
import { readPictureAttributes } from './pictures/picture-attributes.ts';
import { picturesAsBlocks } from './pictures/picture-blocks.ts';
import type { TokenReader } from './tokens/token-reader.ts';

/** Reads a list whose opening token has been taken. */
export function readListBlock(token: Token, reader: TokenReader): List {
  const at = reader.placeOf(token);
  const ordered = token.type === 'ordered_list_open';
  const items: Block[][] = [];
  const tasks: (boolean | undefined)[] = [];
  let tight = true;
  while (reader.peek()?.type === 'list_item_open') {
    reader.take();
    const next = reader.peek();
    if (next?.type === 'paragraph_open' && !next.hidden) tight = false;
    const blocks = reader.readUntil('list_item_close');
    const task = taskOf(blocks);
    items.push(task?.blocks ?? blocks);
    tasks.push(task?.done);
  }
  reader.take();
  return {
    kind: 'list',
    at,
    items,
    tight,
    look: 'body',
    ...(ordered && { start: Number(token.attrGet('start') ?? 1) }),
    ...(ordered && token.markup === ')' && { delimiter: ')' }),
    ...(tasks.some((done) => done !== undefined) && { tasks }),
  };
}

const TASK = /^\[([ xX])\][ \u00A0]+(?=\S)/;

/** For an item that begins with `[ ]` or `[x]`: whether it is done, and its blocks without the box. */
function taskOf(blocks: readonly Block[]): { done: boolean; blocks: Block[] } | undefined {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph') return undefined;
  const [run, ...runs] = first.text;
  if (run?.kind !== 'text' || run.code) return undefined;
  const box = TASK.exec(run.text) ?? (runs.length > 0 ? /^\[([ xX])\] $/.exec(run.text) : null);
  if (!box) return undefined;
  const rest = run.text.slice(box[0].length);
  const text: Inline[] = [...(rest === '' ? [] : [{ ...run, text: rest }]), ...runs];
  return { done: box[1] !== ' ', blocks: [{ ...first, text }, ...others] };
}

/** Reads a definition list whose opening token has been taken. */
export function readDefinitions(token: Token, reader: TokenReader): Definitions {
  const items: { terms: Inline[][]; definitions: Block[][] }[] = [];
  let tight = true;
  for (let here = reader.take(); here.type !== 'dl_close'; here = reader.take()) {
    if (here.type === 'dt_open') {
      const inline = reader.take();
      const term = reader.inline(inline.children, reader.placeOf(inline));
      const last = items.at(-1);
      if (last && last.definitions.length === 0) last.terms.push(term);
      else items.push({ terms: [term], definitions: [] });
    }
    if (here.type === 'dd_open') {
      const next = reader.peek();
      if (next?.type === 'paragraph_open' && !next.hidden) tight = false;
      items.at(-1)!.definitions.push(reader.readUntil('dd_close'));
    }
  }
  return { kind: 'definitions', at: reader.placeOf(token), items, tight };
}

/** Reads a table whose opening token has been taken. */
export function readTableBlock(token: Token, reader: TokenReader): Table {
  const columns: TableColumn[] = [];
  const rows: TableCell[][] = [];
  let row = reader.placeOf(token);
  for (let here = reader.take(); here.type !== 'table_close'; here = reader.take()) {
    if (here.type === 'tr_open') {
      rows.push([]);
      row = reader.placeOf(here);
    }
    if (here.type !== 'th_open' && here.type !== 'td_open') continue;
    if (here.type === 'th_open') columns.push({ align: alignment(String(here.attrGet('style') ?? '')) });
    if (reader.peek()?.type !== 'inline') {
      rows.at(-1)!.push(reader.readUntil(here.type.replace('open', 'close')));
      continue;
    }
    const inline = reader.take();
    // Cells have no line of their own.
    const at = readOriginMarks(inline.content).first === undefined ? row : reader.placeOf(inline);
    rows.at(-1)!.push(readCell(inline, at, reader));
  }
  const [header = [], ...body] = rows;
  // A header of empty cells is there only because Markdown requires one.
  const headed = header.some((cell) => cell.length > 0);
  return { kind: 'table', at: reader.placeOf(token), columns, header: headed ? header : [], rows: body };
}

/** Reads the content of a cell: a line of text, or pictures alone, or HTML such as a list. */
function readCell(inline: Token, at: Place, reader: TokenReader): Block[] {
  if (hasBlockTags(inline.children)) return reader.htmlInLine(inline.children ?? [], at);
  readPictureAttributes(inline.children ?? []);
  const text = reader.inline(inline.children, at);
  if (text.length === 0) return [];
  return picturesAsBlocks(text, at) ?? [{ kind: 'paragraph', at, look: 'small', text }];
}

function alignment(style: string): TableColumn['align'] {
  if (style.includes('right')) return 'right';
  return style.includes('center') ? 'centre' : 'left';
}
