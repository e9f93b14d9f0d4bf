import type { Block, Inline } from '../../../blocks/block.ts';
import { innerBlocks } from '../../../blocks/inner-blocks.ts';

/** Blocks as plain text: a line for each paragraph. */
export const plainWords = (blocks: readonly Block[]): string => linesOf(blocks).join('\n');

const linesOf = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOfBlock);

function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [words(block.text)];
    case 'paragraph':
      return [[words(block.text), ...(block.tail ? [words(block.tail)] : [])].join(' ')];
    case 'list':
      return block.items.flatMap((item, index) => {
        const label =
          block.labels?.texts[index] ?? (block.start === undefined ? '–' : `${block.start + index}.`);
        const [first = '', ...rest] = linesOf(item);
        return [label === '' ? first : `${label} ${first}`, ...rest];
      });
    case 'table':
      return [block.header, ...(block.moreHeaders ?? []), ...block.rows]
        .filter((row) => row.length > 0)
        .map((row) => row.map((cell) => linesOf(cell).join(' ')).join(' | '));
    case 'definitions':
      return block.items.map(({ terms, definitions }) =>
        [terms.map(words).join(', '), linesOf(definitions.flat()).join(' ')].join(': '),
      );
    case 'quote':
      return [...linesOf(block.blocks), ...(block.attribution ? [`— ${words(block.attribution)}`] : [])];
    case 'figure':
      return [`[${block.alt}]`, ...(block.caption ? [words(block.caption)] : [])];
    case 'square-grid':
    case 'drawing':
      return [`[${block.alt}]`];
    default:
      return innerBlocks(block).flatMap(linesOf);
  }
}

const words = (text: readonly Inline[]): string => text.map(wordsOf).join('');

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.gap === 'hidden' ? '______' : inline.text;
    case 'break':
      return '\n';
    case 'blank':
      return '______';
    case 'picture':
      return inline.alt === '' ? '' : `[${inline.alt}]`;
    case 'note':
      return inline.blocks.length === 0 ? '' : ` (${plainWords(inline.blocks).replaceAll('\n', ' ')})`;
  }
}
