import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { StructureRef } from '../../../pages/page.ts';
import type { Picture } from '../../../pages/picture.ts';
import { addNode, addSlot, type DraftNode } from '../structure-draft.ts';

/** Where the marks of a picture belong in the structure, and the node that tells what it shows. */
interface FigurePlace {
  readonly structureRef: StructureRef;
  readonly node?: DraftNode;
}

/**
 * What a picture is called when it is read out: its description or where it leads, and the words of a drawing whose letters
 * are pixels.
 */
export const descriptionOf = (
  { alt, link }: { readonly alt: string; readonly link?: string | undefined },
  picture: Picture,
): string => {
  const words = picture.kind === 'raster' ? picture.words : undefined;
  return [alt || link, words].filter(Boolean).join(' – ');
};

/**
 * Gives a picture a place among the children of a node. One that nobody described is no content: nothing could be read
 * out.
 */
export function figurePlace(parent: DraftNode | undefined, alt: string, at: Place): FigurePlace {
  if (!parent || alt === '') return { structureRef: { artifact: 'layout' } };
  const node = addNode(parent, 'Figure', { alt });
  return { structureRef: addSlot(node, at), node };
}
