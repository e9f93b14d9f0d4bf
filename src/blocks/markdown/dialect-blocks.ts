import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Block, Inline } from '../block.ts';
import { calloutBox, titleOfKind } from '../callout.ts';
import type { TextRun } from '../text-run.ts';
import type { BoxMeta } from './dialects/boxes/box-tokens.ts';
import { preformatted } from './fences/preformatted.ts';
import type { ReadingContext } from './reading-context.ts';
import {
  reportCommand,
  reportLatex,
  reportMathematics,
  reportQuizAnswers,
  reportSlideFields,
} from './report-once.ts';
import type { TokenReader } from './tokens/token-reader.ts';

export const textRun = (text: string): TextRun => ({ kind: 'text', text });

/** All levels of heading, and all headings of each: other programs leave none out. */
const ALL = { depth: 6, most: 1000, all: true };

/** Reads a block that CommonMark does not have. @returns undefined for one that this version does not know */
export function readDialectBlock(
  token: Token,
  at: Place,
  reader: TokenReader,
  context: ReadingContext,
): Block[] | undefined {
  switch (token.type) {
    case 'box_open':
      return [readBox(token, at, reader, context)];
    case 'div_open':
      return readDiv(token, at, reader, context);
    case 'contents':
      return [{ kind: 'contents', at, ...ALL }];
    case 'page_break':
      return [{ kind: 'page-break', at, recto: false }];
    case 'block_id':
      context.ids.ofHeading.push((token.meta as { id: string }).id);
      return [];
    case 'typed_block':
      if ((token.meta as { isMathematics: boolean }).isMathematics)
        reportMathematics(at, context, token.content);
      else reportLatex(at, context, token.content);
      return [preformatted(token.content, at)];
    case 'slide_fields': {
      const { names } = token.meta as { names: readonly string[] };
      reportSlideFields(at, context, names);
      return [];
    }
    case 'quiz_answers':
      reportQuizAnswers(at, context);
      return [];
    case 'site_block':
      reportCommand(at, context, token.content);
      return [preformatted(token.content, at)];
    default:
      return undefined;
  }
}

/** Begins the ids of a heading, which gets those of what is below it too; undefined if files have no ids. */
export function headingIds(token: Token, context: ReadingContext): readonly string[] | undefined {
  if (!context.dialects) return undefined;
  const own = (token.meta as { id?: string } | null)?.id;
  context.ids.ofHeading = own === undefined ? [] : [own];
  return context.ids.ofHeading;
}

/** A paragraph that a rule marked: lines to write on, verse, or the caption of a table. */
export function readMarkedParagraph(token: Token, at: Place, reader: TokenReader): Block[] {
  const { open, verse, caption } = token.meta as { open?: boolean; verse?: boolean; caption?: boolean };
  const text: Inline[] = reader.inline(reader.take().children, at);
  reader.take();
  return [
    {
      kind: 'paragraph',
      at,
      look: caption ? 'small' : 'body',
      text,
      ...(open && { open }),
      ...(verse && { verse }),
    },
  ];
}

function readBox(token: Token, at: Place, reader: TokenReader, context: ReadingContext): Block {
  const { kind, titled, bare, id } = (token.meta ?? {}) as Partial<BoxMeta>;
  if (id !== undefined) context.ids.ofHeading.push(id);
  const title = titled ? reader.inline(reader.take().children, at) : undefined;
  const blocks = reader.readUntil('box_close');
  const [first, ...others] = blocks;
  if (title) return calloutBox(title, blocks, at);
  if (bare || !kind) return { kind: 'box', at, tone: 'callout', blocks };
  // Quarto takes a heading at the top of a box for its title.
  if (first?.kind === 'heading') return calloutBox(first.text, others, at);
  return calloutBox([textRun(titleOfKind(kind, context.words))], blocks, at);
}

interface DivMeta {
  readonly id?: string;
  readonly columns: boolean;
  readonly column: boolean;
  readonly width?: string;
}

/** The shares of the columns that were read, until the block around them is. */
const COLUMN_SHARES = new WeakMap<Block, number>();

/** A div that does not stand out: what it holds. Pandoc’s columns are side by side. */
function readDiv(token: Token, at: Place, reader: TokenReader, context: ReadingContext): Block[] {
  const { id, columns, column, width } = (token.meta ?? {}) as Partial<DivMeta>;
  if (id !== undefined) context.ids.ofHeading.push(id);
  const blocks = reader.readUntil('div_close');
  if (column) {
    const group: Block = { kind: 'group', at, blocks };
    COLUMN_SHARES.set(group, Number.parseFloat(width ?? '') || 50);
    return [group];
  }
  if (!columns || blocks.length === 0 || !blocks.every((block) => COLUMN_SHARES.has(block))) return blocks;
  return [
    {
      kind: 'columns',
      at,
      columns: blocks.map((block) => ({ share: COLUMN_SHARES.get(block)!, blocks: [block] })),
    },
  ];
}
