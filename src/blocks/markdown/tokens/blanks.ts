import type MarkdownIt from 'markdown-it';

/**
 * Teaches markdown-it blanks to fill in: three underscores or more are text, and so are two without letters beside them
 * (`__:__`). CommonMark would take `(___) … [___]` for emphasis and drop them. Clear emphasis is still emphasis.
 */
export function blanks(markdown: InstanceType<typeof MarkdownIt>): void {
  /** The offsets of the blanks in each text that is being read. */
  const found = new WeakMap<object, ReadonlySet<number>>();
  markdown.inline.ruler.before('emphasis', 'blank', (state, silent) => {
    if (state.src[state.pos] !== '_') return false;
    const places = found.get(state) ?? findBlanks(state.src);
    found.set(state, places);
    if (!places.has(state.pos)) return false;
    const [run] = /^_+/.exec(state.src.slice(state.pos))!;
    if (!silent) state.pending += run;
    state.pos += run.length;
    return true;
  });
}

const LETTER = /[\p{L}\p{N}]/u;
/** Characters that emphasised text does not begin with, and does not end with. */
const NOT_AT_START = /[\s)\]}.,;:!?/\\|=+–—-]/;
const NOT_AT_END = /[\s([{/\\|=+–—-]/;

/** The offsets of runs of underscores that are blanks. */
function findBlanks(text: string): Set<number> {
  const places = new Set<number>();
  /** The last run of each length, which may begin emphasis that the next one ends. */
  const before = new Map<number, number>();
  for (const { 0: run, index } of text.matchAll(/(?<!\\)_+/g)) {
    if (run.length === 1) continue;
    if (run.length > 3) {
      places.add(index);
      continue;
    }
    const opening = before.get(run.length);
    before.set(run.length, index);
    const beside = `${text[index - 1] ?? ''}${text[index + run.length] ?? ''}`;
    if (run.length === 3 || !LETTER.test(beside)) places.add(index);
    if (opening !== undefined && isEmphasis(text, opening, index, run.length)) {
      places.delete(opening);
      places.delete(index);
    }
  }
  return places;
}

/** Whether two runs of underscores enclose words as emphasis does: next to them, and not inside a word. */
function isEmphasis(text: string, from: number, to: number, length: number): boolean {
  const inner = text.slice(from + length, to);
  return (
    !NOT_AT_START.test(inner[0]!) &&
    !NOT_AT_END.test(inner.at(-1)!) &&
    !LETTER.test(text[from - 1] ?? ' ') &&
    !LETTER.test(text[to + length] ?? ' ') &&
    LETTER.test(inner)
  );
}
