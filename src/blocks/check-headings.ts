import type { Report } from '../diagnostics/report.ts';
import type { Block, Heading } from './block.ts';
import { innerBlocks } from './inner-blocks.ts';
import { plainText } from './plain-text.ts';

/**
 * Reports headings that skip a level, which people who listen to a document cannot follow. A document begins with level 1.
 * Where this is only a warning, layout changes their level in the structure but not their look.
 */
export function checkHeadings(blocks: readonly Block[], report: Report): void {
  let level = 0;
  for (const heading of headingsIn(blocks)) {
    if (heading.level > level + 1) {
      const marks = '#'.repeat(level + 1);
      report.add(
        'heading-skipped',
        heading.at,
        `The heading “${plainText(heading.text)}” is level ${heading.level}, but the one before it is ${level === 0 ? 'missing' : `level ${level}`}.`,
        `Start it with ${marks}.`,
        undefined,
        { kind: 'heading', subject: `“${plainText(heading.text)}”` },
      );
    }
    level = heading.level;
  }
}

/** All headings that have words, in order. One without is not a heading to anyone who reads or listens. */
export function headingsIn(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap(headingsOf);
}

const headingsOf = (block: Block): Heading[] =>
  block.kind === 'heading'
    ? plainText(block.text).trim() === ''
      ? []
      : [block]
    : innerBlocks(block).flatMap(headingsIn);
