/** Where the front matter of a file is; lines count from 0. */
export interface FrontMatter {
  /** The first line of its fields. */
  readonly from: number;
  /** The line that closes it; undefined if none does. */
  readonly end?: number;
  /** What is wrong with its opening line, if anything; its fields can still be read. */
  readonly opening?: { readonly line: number; readonly message: string; readonly hint: string };
}

const RULE = /^---\s*$/;
/** What word processors turn three hyphens into, and other near misses. */
const NEAR_RULE = /^\s*[-–—_*=]{2,}\s*$/;
const FIELD = /^[A-Za-z][\w-]*:(\s|$)/;

/**
 * Finds the front matter of a file, even where its opening line is missing or misspelt, so that `---` closes fields
 * that nothing opened.
 * @param emptied whether a line is empty because a comment was taken out of it: such lines may come above the first
 * @returns undefined if the file has none, which makes it a collection
 */
export function findFrontMatter(
  lines: readonly string[],
  emptied: (line: number) => boolean = () => false,
): FrontMatter | undefined {
  const start = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const first = lines[start] ?? '';
  const closing = (from: number) => {
    const end = lines.findIndex((line, index) => index >= from && RULE.test(line));
    return end < 0 ? {} : { end };
  };
  if (RULE.test(first)) {
    const blankAbove = lines.slice(0, start).some((_, line) => !emptied(line));
    const opening = {
      line: start,
      message: 'The front matter does not start on line 1.',
      hint: 'Delete the blank lines above it.',
    };
    return { from: start + 1, ...closing(start + 1), ...(blankAbove && { opening }) };
  }
  if (NEAR_RULE.test(first) && FIELD.test(lines[start + 1] ?? '')) {
    const message = `“${first.trim()}” does not start front matter.`;
    const hint = 'Write --- on line 1 (three hyphens).';
    return { from: start + 1, ...closing(start + 1), opening: { line: start, message, hint } };
  }
  const { end } = closing(start);
  const heading = lines.findIndex((line) => line.startsWith('#'));
  // Only fields may come above the closing line. A --- below a heading is a rule in the author's text.
  if (!FIELD.test(first) || end === undefined || (heading >= 0 && heading < end)) return undefined;
  const message = 'There is a closing ---, but no opening one.';
  return { from: start, end, opening: { line: start, message, hint: 'Write --- on line 1.' } };
}
