import type { Inline } from './block.ts';

/** The lines of a text, which breaks end: a text without any is one line. */
export function linesOfText(text: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const one of text)
    if (one.kind === 'break') lines.push([]);
    else lines.at(-1)!.push(one);
  return lines;
}
