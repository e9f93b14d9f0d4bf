/** A block of a template that is opened but not closed. */
interface UnclosedBlock {
  readonly name: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

/** Matches a comment, or the braces that open or close a block, with the block's name. */
const TAGS = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{~?([#/])[*>]?\s*([^\s}~]+)/g;

/**
 * Finds the innermost block that is still open at the end of a template. Handlebars itself only reports an unexpected
 * end.
 */
export function unclosedBlock(template: string): UnclosedBlock | undefined {
  const open: { name: string; at: number }[] = [];
  for (const { 1: sign, 2: name = '', index } of template.matchAll(TAGS)) {
    if (sign === '#') open.push({ name, at: index });
    else if (sign === '/' && open.at(-1)?.name === name) open.pop();
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const above = template.slice(0, last.at).split('\n');
  return { name: last.name, line: above.length, column: above.at(-1)!.length + 1 };
}
