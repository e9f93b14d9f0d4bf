/**
 * How deep a template may be nested to be parsed. The parser takes four times as long for twice as much, and hours for what
 * fits into a file.
 */
const MOST_PARSED = 2000;
/** The most names of a path: more would fill the stack when the template is filled. */
const MOST_NAMES = 500;

/**
 * Finds what lies too deep in a template for it to be parsed: in blocks, chains of {{else if}}, calls in calls or the names of a
 * path.
 * @param most how deep parts may be inside one another
 * @returns the offsets of all parts that are the first beyond `most`; none if the template can be parsed
 */
export function tooDeepToParse(text: string, most: number): number[] {
  const found: number[] = [];
  /** How deep each open block and its {{else if}} are. */
  const open: number[] = [];
  let depth = 0;
  let deepest = 0;
  let end = 0;
  for (let at = text.indexOf('{{'); at !== -1; at = text.indexOf('{{', end)) {
    const isComment = COMMENT.test(text.slice(at, at + 6));
    const close = text.indexOf(isComment ? '--' : '}}', at + (isComment ? 6 : 2));
    if (close === -1) break;
    end = close + 2;
    if (isComment) continue;
    const tag = text.slice(at + 2, close).replace(/^[{&~\s]+/, '');
    const before = depth;
    if (OPENS.test(tag)) {
      open.push(1);
      depth++;
    } else if (tag.startsWith('/')) depth -= open.pop() ?? 0;
    else if (CONTINUES.test(tag) && open.length > 0) {
      open[open.length - 1]!++;
      depth++;
    }
    if (before <= most && depth > most) found.push(at);
    const calls = nestedCalls(text.slice(at, close), most);
    const names = tag.split('.').length > MOST_NAMES ? MOST_PARSED + 1 : 0;
    if (calls.beyond !== undefined) found.push(at + calls.beyond);
    else if (names > 0) found.push(at);
    deepest = Math.max(deepest, depth, calls.deepest, names);
  }
  return deepest > MOST_PARSED ? found : [];
}

const COMMENT = /^\{\{~?!--/;
const OPENS = /^(?:#|\^\s*[^\s}~])/;
const CONTINUES = /^else\s+[^\s}~]/;

/** How deep calls are inside one another in a tag, and the place of the first beyond `most`. */
function nestedCalls(tag: string, most: number): { deepest: number; beyond: number | undefined } {
  let depth = 0;
  let deepest = 0;
  let beyond: number | undefined;
  for (let at = 0; at < tag.length; at++) {
    if (tag[at] === ')') depth--;
    if (tag[at] !== '(') continue;
    depth++;
    deepest = Math.max(deepest, depth);
    if (depth > most) beyond ??= at;
  }
  return { deepest, beyond };
}
