import type { Inline } from '../blocks/block.ts';
import { setText, type TextOptions } from './set-text.ts';
import type { Setting } from './setting.ts';
import { keptWithNext, type Strip } from './strip.ts';

/** The least room between the last line and what stands at its end, in ems. */
const APART = 1;

/** Lines with something at the right end of the last; where that has no room for it, on a line of its own. */
export function withTail(
  strips: readonly Strip[],
  tail: readonly Inline[],
  options: TextOptions,
  setting: Setting,
): Strip[] {
  const [end] = setText(tail, { ...options, align: 'right', shape: 'ragged' }, setting);
  const last = strips.at(-1);
  if (!end) return [...strips];
  if (!last) return [end];
  const marks = (one: Strip) => one.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
  const right = Math.max(0, ...marks(last).map(({ x, width }) => x + width));
  const left = Math.min(options.width, ...marks(end).map(({ x }) => x));
  if (left - right >= options.look.size * APART)
    return [...strips.slice(0, -1), { ...last, marks: [...last.marks, ...end.marks] }];
  return [...strips.map(keptWithNext), end];
}
