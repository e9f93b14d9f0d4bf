/** Deeper than anything that somebody wrote. The parser calls itself for each level, until its stack is full. */
export const DEEPEST_YAML = 100;

/**
 * Finds where YAML is nested too deeply to be parsed: by brackets, by indents, or by dashes on one line. Brackets in quotes count
 * too, as far as they are not closed.
 * @returns the line and column, from 1, of the first bracket, field or dash that is too deep
 */
export function tooDeepYaml(text: string): { readonly line: number; readonly col: number } | undefined {
  const indents: number[] = [];
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.length - line.trimStart().length;
    if (indent < line.length) {
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
    }
    const dashes = /^\s*(?:[-?] +)*/.exec(line)![0].replace(/\s/g, '').length;
    if (indents.length + dashes > DEEPEST_YAML) return { line: index + 1, col: indent + 1 };
    for (let at = indent; at < line.length; at++) {
      const sign = line[at];
      if (sign === '[' || sign === '{') open++;
      else if ((sign === ']' || sign === '}') && open > 0) open--;
      if (open > DEEPEST_YAML) return { line: index + 1, col: at + 1 };
    }
  }
  return undefined;
}
