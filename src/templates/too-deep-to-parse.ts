/**
 * More than may be nested, by far. The parser takes four times as long for twice as much nesting, and hours for what fits into
 * a file.
 */
const MOST_PARSED = 500;

/**
 * Finds the first tag of a template that lies too deep to be parsed: in blocks, chains of {{else if}}, calls in calls or the
 * names of a path.
 * @returns its offset, or undefined if there is none
 */
export function tooDeepToParse(text: string): number | undefined {
  /** How deep each open block and its {{else if}} are. */
  const open: number[] = [];
  let depth = 0;
  let end = 0;
  for (let at = text.indexOf('{{'); at !== -1; at = text.indexOf('{{', end)) {
    const isComment = COMMENT.test(text.slice(at, at + 6));
    const close = text.indexOf(isComment ? '--' : '}}', at + (isComment ? 6 : 2));
    if (close === -1) return undefined;
    end = close + 2;
    if (isComment) continue;
    const tag = text.slice(at + 2, close).replace(/^[{&~\s]+/, '');
    if (OPENS.test(tag)) {
      open.push(1);
      depth++;
    } else if (tag.startsWith('/')) depth -= open.pop() ?? 0;
    else if (CONTINUES.test(tag) && open.length > 0) {
      open[open.length - 1]!++;
      depth++;
    }
    if (depth > MOST_PARSED || deepestCall(tag) > MOST_PARSED || tag.split('.').length > MOST_PARSED)
      return at;
  }
  return undefined;
}

const COMMENT = /^\{\{~?!--/;
const OPENS = /^(?:#|\^\s*[^\s}~])/;
const CONTINUES = /^else\s+[^\s}~]/;

/** How many calls of a tag are inside one another. */
function deepestCall(tag: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < tag.length; at++) {
    if (tag[at] === '(') deepest = Math.max(deepest, ++depth);
    else if (tag[at] === ')') depth--;
  }
  return deepest;
}
