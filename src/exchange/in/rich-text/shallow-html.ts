/** Deeper than anything that somebody wrote. What parses HTML goes through all open elements at each tag. */
const DEEPEST = 300;

/** Elements that have no end, or whose end may be left out. */
const ENDS_BY_ITSELF = new Set(
  'area base br col dd dt embed hr img input li link meta option p param rb rp rt source td tfoot th thead tbody tr track wbr'.split(
    ' ',
  ),
);

const TAG =
  /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** HTML without the tags of what is nested too deeply to be read. Its words stay, in their lines and apart. */
export function shallowHtml(html: string): string {
  let depth = 0;
  /** Where the last tag that was left out ended: there is one space for several. */
  let end = -1;
  return html.replace(TAG, (tag, _, slash: string | undefined, name: string | undefined, at: number) => {
    if (name === undefined || ENDS_BY_ITSELF.has(name.toLowerCase()) || tag.endsWith('/>')) return tag;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth < (slash ? DEEPEST : DEEPEST + 1)) return tag;
    const isFirst = at !== end;
    end = at + tag.length;
    return `${isFirst ? ' ' : ''}${tag.replace(/[^\n]+/g, '')}`;
  });
}
