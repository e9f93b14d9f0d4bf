import type { Block } from '../src/blocks/block.ts';
import { parseMarkdown } from '../src/blocks/markdown/parse-markdown.ts';
import { TABLES } from '../src/build/tables/tables.ts';
import { createReport, type Report } from '../src/diagnostics/report.ts';
import { english } from './words-in.ts';

/** Reads Markdown as `print` does: what is only approximate is a warning. */
export function readBlocks(text: string): { blocks: Block[]; report: Report } {
  const report = createReport(() => text, true);
  const source = { text, file: 'page.md', origins: [], blocks: TABLES.blocks, words: english };
  return { blocks: parseMarkdown(source, report), report };
}
