import type { NoteReference } from '../../../blocks/block.ts';
import { faceOf, typeLook, withSizes } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { indented, type Strip, shifted } from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';

/** Sets a footnote: small, with its number on the left. Pagination puts it at the foot of the frame that refers to it. */
export function setNote(note: NoteReference, width: number, context: LayoutContext): Strip[] {
  // A second reference to the same note, which is set with the first.
  if (note.blocks.length === 0) return [];
  const factor = context.style['small-size'] / context.style['body-size'];
  const style = { ...withSizes(context.style, ['body'], factor), 'paragraph-gap': 1 };
  const look = typeLook(style, 'body');
  const node = addNode(context.parent, 'Note', { id: `note-${context.parent.counter.nodes}` });
  const indent = Math.max(
    context.fonts.width(faceOf(look, {}), look.size, `${note.label}\u00A0`) + 2,
    look.size,
  );
  const label = setText(
    [{ kind: 'text', text: note.label }],
    { look, at: note.blocks[0]!.at, width: indent, node: addNode(node, 'Lbl') },
    context,
  )[0]!;
  const inner = context.setBlocks(note.blocks, width - indent, {
    ...context,
    style,
    parent: node,
    asideWidth: 0,
  });
  return indented(inner, indent).map((one, index) =>
    index === 0 ? { ...one, gapBefore: 2, marks: [...shifted(label.marks, 0, 0), ...one.marks] } : one,
  );
}
