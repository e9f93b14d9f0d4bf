import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { AskTrueFalse } from './question.ts';

/** Makes a statement of a text that is true or false. Pictures, tables and lists in it are printed above it. */
export function trueFalseOf(
  blocks: readonly TextBlock[],
  key: boolean,
): { ask: AskTrueFalse; stem: TextBlock[] } {
  const isWords = ({ kind }: TextBlock) => kind === 'paragraph';
  return {
    ask: { kind: 'true-false', statements: [{ text: blocksInLine(blocks.filter(isWords)), key }] },
    stem: blocks.filter((block) => !isWords(block)),
  };
}
