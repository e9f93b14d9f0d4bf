import { plainMarkdown } from './plain-markdown.ts';
import type { TextBlock } from './text-block.ts';

/** Reads plain text: blank lines are between paragraphs, and every other end of a line is one on paper too. */
export const plainBlocks = (text: string): TextBlock[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((part) =>
      part
        .split('\n')
        .map(plainMarkdown)
        .filter((line) => line !== '')
        .join('<br>'),
    )
    .filter((part) => part !== '')
    .map((markdown) => ({ kind: 'paragraph', markdown }));
