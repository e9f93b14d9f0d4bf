import type { Inline } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { rounded } from '../../../pages/length.ts';
import type { TextMark } from '../../../pages/page.ts';
import type { GraphSize } from '../../graphs/place-graph.ts';
import type { TypeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { detachedNode } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';

/** A text that is set, from its top left corner. */
export interface DiagramText extends GraphSize {
  readonly marks: readonly TextMark[];
}

/** Sets a text in the middle of a piece that is as wide as its widest line. */
export function setPiece(
  text: readonly Inline[],
  look: TypeLook,
  widest: number,
  at: Place,
  context: LayoutContext,
): DiagramText {
  const node = detachedNode(context.parent);
  const lines = setText(text, { look, at, width: widest, node, shape: 'balanced' }, context);
  const ends = lines.map(({ marks }) =>
    largest(
      marks.flatMap((mark) => (mark.kind === 'text' ? [mark.x + mark.width] : [])),
      0,
    ),
  );
  const width = largest(ends, 0);
  let y = 0;
  const marks = lines.flatMap((line, index) => {
    const shift = (width - ends[index]!) / 2;
    const top = y;
    y += line.height;
    return line.marks.flatMap((mark): TextMark[] =>
      mark.kind === 'text' ? [{ ...mark, x: rounded(mark.x + shift), y: rounded(mark.y + top) }] : [],
    );
  });
  return { marks, width: rounded(width), height: rounded(y) };
}
