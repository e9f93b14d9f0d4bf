import type { Token } from 'markdown-it';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Block, Inline } from '../../block.ts';

/** Reads tokens in order. Functions that read a list or a table ask it for the blocks inside. */
export interface TokenReader {
  /** The next token, or the one `ahead` tokens after it, without taking it; undefined beyond the end. */
  peek(ahead?: number): Token | undefined;
  take(): Token;
  /** The blocks up to a closing token of this type, which is taken too. */
  readUntil(end: string | undefined): Block[];
  /** Markdown of one paragraph that is not among the tokens, such as the title of a picture. */
  markdown(text: string, at: Place): Inline[];
  /** HTML of several blocks in a line of Markdown. */
  htmlInLine(children: readonly Token[], at: Place): Block[];
  inline(children: readonly Token[] | null | undefined, at: Place): Inline[];
  placeOf(token: Token): Place;
}
