import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { Block } from '../block.ts';
import type { ExpandTools, NamedBlock } from '../named/named-block.ts';
import { preformatted } from './preformatted.ts';
import { readFields } from './read-fields.ts';

/**
 * A fence: the core blocks of the named block that it holds, or code. Reports names that look misspelt.
 * @param blocks the named blocks that it may be
 */
export function readFence(
  token: Token,
  at: Place,
  blocks: readonly NamedBlock[],
  tools: ExpandTools,
): Block[] {
  const { report } = tools;
  const name = token.info.trim();
  const block = blocks.find((candidate) => candidate.name === name);
  if (block) {
    const body = { text: token.content, at: { ...at, line: at.line + 1, column: 1 } };
    const checked = readFields(block, body, report);
    return checked ? block.expand(checked.value, tools) : [];
  }
  const names = blocks.map((candidate) => candidate.name);
  const near = name === '' ? undefined : nearest(name, names);
  if (near !== undefined)
    report.add('unknown-block', at, `There is no block called “${name}”.`, `Did you mean “${near}”?`);
  return [preformatted(token.content, at)];
}
