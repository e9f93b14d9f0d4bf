import type { Inline } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import { faceOf, type TypeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { keptWithNext, type Strip, shifted } from '../strip.ts';
import { setText } from '../text/set-text.ts';
import type { TextOptions } from '../text/text-options.ts';

/** The least room between the last line and its tail, in ems. */
const TAIL_GAP = 1;
/** A no-break space at the beginning of the tail, so that text and tail are not read as one word. */
const SPACE = '\u00A0';

/** Adds a tail at the right end of the last line, or on a new line if there is no room. */
export function withTail(
  strips: readonly Strip[],
  tail: readonly Inline[],
  options: TextOptions,
  context: LayoutContext,
): Strip[] {
  const apart: Inline = { kind: 'text', text: SPACE };
  const [end] = setText([apart, ...tail], { ...options, align: 'right', shape: 'ragged' }, context);
  const last = strips.at(-1);
  if (!end) return [...strips];
  if (!last) return [end];
  const right = largest(
    textOf(last).map(({ x, width }) => x + width),
    0,
  );
  const left = smallest(
    textOf(end).map(({ x }) => x),
    options.width,
  );
  if (left - right >= options.look.size * TAIL_GAP)
    return [...strips.slice(0, -1), { ...last, marks: [...last.marks, ...onLineOf(last, end)] }];
  return [...strips.map(keptWithNext), end];
}

/** Gives the width of a plain-text tail and the room before it, in points. */
export function tailRoom(tail: readonly Inline[], look: TypeLook, { fonts }: LayoutContext): number {
  const face = faceOf(look, {});
  const text = tail.map((one) => (one.kind === 'text' ? one.text : '')).join('');
  const runs = fonts.runs(face, `${SPACE}${text}`);
  return (
    runs.reduce((sum, run) => sum + fonts.width(run.face, look.size, run.text), look.size * TAIL_GAP) + 0.1
  );
}

const textOf = (one: Strip) => one.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));

/** Moves the tail’s marks to the baseline of the text. */
function onLineOf(last: Strip, end: Strip): Strip['marks'] {
  const line = textOf(last)[0]?.y;
  const tailLine = textOf(end)[0]?.y;
  return line === undefined || tailLine === undefined ? end.marks : shifted(end.marks, 0, line - tailLine);
}
