import type { Token } from 'markdown-it';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Origins } from '../../../diagnostics/origin.ts';

/** Where the lines of a fence are in the template that wrote it. */
export interface FenceLines {
  /** The line that opens it; undefined if an author wrote the fence, and not a template. */
  readonly opening: Place | undefined;
  /** The place of each of its lines; undefined for those that a template did not mark. */
  readonly lines: readonly (Place | undefined)[];
}

/** The mark that a template leaves at the end of a line: nothing, with the place of the line. */
const LINE_MARK = /\uE000(\d+)\uE001\uE002$/;

/** Takes the marks of template lines out of a fence. */
export function takeFenceLines(token: Token, origins: Origins): FenceLines {
  const places: (Place | undefined)[] = [];
  const take = (line: string): string => {
    const [mark, number] = LINE_MARK.exec(line) ?? [];
    places.push(number === undefined ? undefined : origins[Number(number)]);
    return mark === undefined ? line : line.slice(0, -mark.length);
  };
  token.info = take(token.info.trim());
  const [opening] = places.splice(0);
  if (opening === undefined) return { opening, lines: [] };
  token.content = token.content.split('\n').map(take).join('\n');
  return { opening, lines: places };
}
