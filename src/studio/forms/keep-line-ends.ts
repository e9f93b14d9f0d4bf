/**
 * Gives an edited text with the line ends, and the mark at its beginning, that the original has: lines that are the same at
 * the beginning and the end of both are those of the original, and new ones end as most of its lines do.
 * @param edited with line ends as `\n`
 */
export function keepLineEnds(original: string, edited: string): string {
  if (!original.includes('\r')) return edited;
  const old = linesOf(original);
  const lines = linesOf(edited);
  const most = Math.min(old.length, lines.length);
  let before = 0;
  while (before < most && plain(old[before]!) === lines[before]) before++;
  let after = 0;
  while (after < most - before && plain(old.at(-1 - after)!) === lines.at(-1 - after)) after++;
  const ends = old.filter((line) => line.endsWith('\r\n')).length;
  const own = ends * 2 > old.length ? '\r\n' : '\n';
  return [
    ...old.slice(0, before),
    ...lines.slice(before, lines.length - after).map((line) => line.replace(/\n$/, own)),
    ...old.slice(old.length - after),
  ].join('');
}

/** The lines of a text, each with its end. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

const plain = (line: string): string => line.replace(/\r\n?$/, '\n');
