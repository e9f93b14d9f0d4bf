import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Block, Inline } from '../block.ts';

/** Reads tokens in their order. What reads a list or a table asks it for the blocks inside. */
export interface TokenReader {
  /** The next token, without taking it; undefined at the end. */
  peek(): Token | undefined;
  take(): Token;
  /** The blocks up to a closing token of this type, which is taken too. */
  readUntil(end: string | undefined): Block[];
  inline(children: readonly Token[] | null | undefined, at: Place): Inline[];
  placeOf(token: Token): Place;
}
