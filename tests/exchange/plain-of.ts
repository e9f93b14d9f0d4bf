import { plainText } from '../../src/blocks/plain-text.ts';
import { readBlocks } from '../read-blocks.ts';

/** The letters that are printed for Markdown of one line. */
export function plainOf(markdown: string): string {
  // In a heading or an option, a number at the beginning is no list.
  const [block] = readBlocks(`¶ ${markdown}`).blocks;
  if (block?.kind !== 'paragraph') throw new Error(`no paragraph: ${markdown}`);
  return plainText(block.text).replace(/^¶ /, '');
}
