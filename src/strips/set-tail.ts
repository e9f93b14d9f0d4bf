import type { Inline } from '../blocks/block.ts';
import { setText, type TextOptions } from './set-text.ts';
import type { Setting } from './setting.ts';
import { keptWithNext, type Strip, shifted } from './strip.ts';

/** The least room between the last line and what stands at its end, in ems. */
const APART = 1;

/** Lines with something at the right end of the last; where that has no room for it, on a line of its own. */
export function withTail(
  strips: readonly Strip[],
  tail: readonly Inline[],
  options: TextOptions,
  setting: Setting,
): Strip[] {
  // A space that is kept at the beginning of a line, so that the two are not read as one word.
  const apart: Inline = { kind: 'text', text: '\u00A0' };
  const [end] = setText([apart, ...tail], { ...options, align: 'right', shape: 'ragged' }, setting);
  const last = strips.at(-1);
  if (!end) return [...strips];
  if (!last) return [end];
  const right = Math.max(0, ...textOf(last).map(({ x, width }) => x + width));
  const left = Math.min(options.width, ...textOf(end).map(({ x }) => x));
  if (left - right >= options.look.size * APART)
    return [...strips.slice(0, -1), { ...last, marks: [...last.marks, ...onLineOf(last, end)] }];
  return [...strips.map(keptWithNext), end];
}

const textOf = (one: Strip) => one.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));

/** The tail's marks moved to the line that the text stands on. */
function onLineOf(last: Strip, end: Strip): Strip['marks'] {
  const line = textOf(last)[0]?.y;
  const own = textOf(end)[0]?.y;
  return line === undefined || own === undefined ? end.marks : shifted(end.marks, 0, line - own);
}
