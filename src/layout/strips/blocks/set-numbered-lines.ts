import type { NumberedLines } from '../../../blocks/block.ts';
import { typeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type Strip, shifted } from '../strip.ts';
import { setText } from '../text/set-text.ts';

/** Room for the numbers, in ems of their own size. */
const ROOM = 3;

/**
 * Sets lines with a number on the right of every fifth one, or as often as asked. Numbers are artifacts: read out,
 * they would interrupt sentences.
 */
export function setNumberedLines(block: NumberedLines, width: number, context: LayoutContext): Strip[] {
  const look = typeLook(context.style, 'small');
  const room = look.size * ROOM;
  let count = block.first - 1;
  return context.setBlocks(block.blocks, width - room, context).map((one) => {
    const first = one.marks.find((mark) => mark.kind === 'text');
    if (first?.kind !== 'text' || one.counted === false) return one;
    count += 1;
    if (count % block.every !== 0) return one;
    const options = { look, at: block.at, width: room, node: undefined, align: 'right' } as const;
    const [number] = setText([{ kind: 'text', text: String(count) }], options, context);
    const numberText = number?.marks.find((mark) => mark.kind === 'text');
    if (!number || numberText?.kind !== 'text') return one;
    return { ...one, marks: [...one.marks, ...shifted(number.marks, width - room, first.y - numberText.y)] };
  });
}
