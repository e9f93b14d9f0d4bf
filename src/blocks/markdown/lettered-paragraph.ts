import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Block } from '../block.ts';
import { letteredLabel, letteredLines } from './lettered-lines.ts';
import type { TokenReader } from './tokens/token-reader.ts';

/** The text of a paragraph, with that of the paragraphs after it that continue its lettered lines. */
interface LetteredText {
  readonly tokens: readonly Token[];
  /** Whether it comes from several paragraphs. */
  readonly loose: boolean;
}

/**
 * Takes the paragraphs that continue the lettered lines of a paragraph: `a)` in one, `b)` in the next.
 * @param inline the paragraph’s text; its closing token has been taken
 */
export function gatherLettered(inline: Token, reader: TokenReader): LetteredText {
  let tokens: readonly Token[] = inline.children ?? [];
  let end = inline.map?.[1] ?? 0;
  let count = letteredLines(tokens, 1)?.entries.length ?? 0;
  let loose = false;
  while (count > 0 && reader.peek()?.type === 'paragraph_open') {
    const next = reader.peek(1)!;
    const gap = Object.assign(Object.create(Object.getPrototypeOf(next)), next, {
      type: 'softbreak',
      level: 0,
      meta: { lines: (next.map?.[0] ?? end) - end + 1 },
    });
    const both = [...tokens, gap, ...(next.children ?? [])];
    const entries = letteredLines(both, 1)?.entries ?? [];
    if (entries.length <= count || letteredLabel(next.children ?? [])?.label !== entries[count]!.label) break;
    tokens = both;
    end = next.map?.[1] ?? end;
    count = entries.length;
    loose = true;
    // Its opening token, its text, its closing token.
    for (let taken = 0; taken < 3; taken++) reader.take();
  }
  return { tokens, loose };
}

/** A paragraph; or, if it has lettered lines, the text above them and a list of the lines, which may be lettered again. */
export function letteredBlocks({ tokens, loose }: LetteredText, at: Place, reader: TokenReader): Block[] {
  const lettered = letteredLines(tokens);
  if (!lettered) return paragraph(tokens, at, reader);
  const { above, entries, numbering } = lettered;
  // Text is read in its order, since marks that open in one part may close in the next.
  const before = paragraph(above, at, reader);
  const items = entries.map((entry) => {
    const place = entry.line === 0 ? at : { ...at, line: at.line + entry.line, column: 1 };
    return letteredBlocks({ tokens: entry.tokens, loose }, place, reader);
  });
  const labels = { texts: entries.map(({ label }) => label), room: '', numbering };
  return [...before, { kind: 'list', at, labels, items, tight: !loose, look: 'body' }];
}

const paragraph = (tokens: readonly Token[], at: Place, reader: TokenReader): Block[] =>
  tokens.length === 0 ? [] : [{ kind: 'paragraph', at, look: 'body', text: reader.inline(tokens, at) }];
