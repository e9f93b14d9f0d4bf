import type { TextRun } from '../../blocks/block.ts';
import type { StructureRef } from '../../pages/page.ts';
import type { Piece } from '../lines/text-context.ts';
import type { LayoutContext } from './layout-context.ts';
import { type LinkRef, linkRef } from './link-areas.ts';
import { addSlot, type DraftNode } from './structure-draft.ts';
import type { TextOptions } from './text-options.ts';

/** A line to set: its pieces and how it ends. */
export interface LineToSet {
  readonly pieces: readonly Piece[];
  /** The character added at its end: a space, a hyphen (as a soft hyphen), or nothing. */
  readonly ending: '' | ' ' | '\u00AD';
  readonly first: boolean;
  /**
   * Whether it is stretched to fill the measure. The last line of a justified paragraph is only tightened if too
   * long.
   */
  readonly filled: 'always' | 'if-tight' | 'never';
  readonly baseline: number;
  /** The links begun on earlier lines. */
  readonly linkRefs: Map<TextRun, LinkRef>;
}

/** Pieces that are drawn as one, or a blank to write on. */
export interface LineRun {
  readonly face: string;
  readonly size: number;
  readonly structureRef: StructureRef;
  readonly source: TextRun;
  readonly link: LinkRef | undefined;
  readonly raise: number;
  readonly blank: Piece['blank'];
  /** Underscores that keep their width when the line is spread: they are set close, as one rule. */
  readonly typedBlank: boolean;
  text: string;
  width: number;
}

/** How far a note’s number is raised, in ems of the text. */
const RAISE = 0.34;

/** Joins pieces that look alike and belong together, so that letters are kerned across them. */
export function lineRuns(
  { pieces, ending, linkRefs }: LineToSet,
  { look, node }: TextOptions,
  context: LayoutContext,
): LineRun[] {
  const { fonts } = context;
  const runs: LineRun[] = [];
  for (const piece of pieces) {
    const link = node && piece.run.link !== undefined ? linkRef(piece.run, node, linkRefs) : undefined;
    const structureRef = link?.structureRef ?? (node ? textSlot(node) : PAGE_ARTIFACT);
    const size = look.size * (piece.scale ?? 1);
    const last = runs.at(-1);
    if (
      last &&
      !last.blank &&
      !piece.blank &&
      !last.typedBlank &&
      !piece.typedBlank &&
      last.face === piece.face &&
      last.size === size &&
      last.source.strike === piece.run.strike &&
      last.link?.node === link?.node &&
      sameStructureRef(last.structureRef, structureRef)
    )
      last.text += piece.text;
    else
      runs.push({
        face: piece.face,
        size,
        structureRef,
        source: piece.run,
        link,
        raise: piece.scale ? look.size * RAISE : 0,
        blank: piece.blank,
        typedBlank: piece.typedBlank === true,
        text: piece.text,
        width: piece.width,
      });
  }
  const last = runs.findLast((run) => !run.blank);
  if (last && ending === '\u00AD' && !last.typedBlank) last.text += ending;
  for (const run of runs)
    if (!run.blank && !run.typedBlank) run.width = fonts.width(run.face, run.size, run.text);
  return runs;
}

const sameStructureRef = (a: StructureRef, b: StructureRef) =>
  'slot' in a ? 'slot' in b && a.slot === b.slot : 'artifact' in b && a.artifact === b.artifact;

/** The place of text outside the structure. */
export const PAGE_ARTIFACT: StructureRef = { artifact: 'page' };

/** Gives the slot for plain text: the last child of its node, unless that is a link; then a new one. */
export function textSlot(node: DraftNode): { slot: number } {
  const last = node.children.at(-1);
  return last && 'slot' in last ? last : addSlot(node);
}
