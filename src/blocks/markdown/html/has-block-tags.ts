import type { Token } from 'markdown-it';
import { isBlockElement } from './elements.ts';

const NAME = /^<\/?([a-z][a-z0-9]*)/i;

/** Whether there are HTML tags in a line that make blocks of their own, such as a list or a table. */
export const hasBlockTags = (children: readonly Token[] | null): boolean =>
  (children ?? []).some(({ type, content }) => {
    const name = type === 'html_inline' ? NAME.exec(content)?.[1] : undefined;
    return name !== undefined && isBlockElement(name.toLowerCase());
  });
