import type { TextRun } from '../../../blocks/text-run.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { ShapedText } from '../../../pages/fonts/shaped-text.ts';
import type { StructureRef } from '../../../pages/page.ts';
import { PLAIN_RUN } from '../../lines/known-items.ts';
import { hasSameStyle } from '../../lines/same-style.ts';
import type { Piece } from '../../lines/text-context.ts';
import type { LayoutContext } from '../layout-context.ts';
import { addNode, addSlot, type DraftNode } from '../structure-draft.ts';
import { type LinkRef, linkRef } from './link-areas.ts';
import { shapeRun } from './shape-run.ts';
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
  /** The links, and the words in other languages, begun on earlier lines. */
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
  readonly picture: Piece['picture'];
  /** Underscores that keep their width when the line is spread: they are set close, as one rule. */
  readonly typedBlank: boolean;
  readonly pieces: Piece[];
  /** As it is drawn: with a space or hyphen that is added at the end of the line. */
  text: string;
  /** Without a space that is added. */
  width: number;
  /** What it measures, unless it is a blank of either kind. */
  shaped?: ShapedText;
}

/** Joins pieces that look alike and belong together, so that letters are kerned across them. */
export function lineRuns(
  { pieces, ending, linkRefs }: LineToSet,
  options: TextOptions,
  { fonts }: LayoutContext,
): LineRun[] {
  const runs: LineRun[] = [];
  let last: LineRun | undefined;
  let before: Piece | undefined;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    // Two words, or a word and a space, of the same text: nearly all pieces.
    if (!before || !isSameText(before, piece)) {
      const run = runOf(piece, options, linkRefs);
      if (!last || !mayJoin(last, run)) {
        runs.push(run);
        last = run;
      }
    }
    last!.pieces.push(piece);
    before = piece;
  }
  const lastText = runs.findLast((run) => !run.blank);
  for (const run of runs) {
    if (run.blank) continue;
    const end = run === lastText ? ending : '';
    if (run.typedBlank) run.text = run.pieces[0]!.text + (end === ' ' ? end : '');
    else {
      const { text, shaped } = shapeRun(run.face, run.pieces, end, fonts);
      run.text = text;
      run.shaped = shaped;
      run.width = (shaped.width * run.size) / 1000;
    }
  }
  return runs;
}

/** Whether two neighbours are pieces of one text in one face, and are drawn as text alone. */
const isSameText = (a: Piece, b: Piece): boolean =>
  a.run === b.run &&
  a.face === b.face &&
  (a.run === PLAIN_RUN || (a.scale === b.scale && !a.blank && !b.blank && !a.typedBlank && !b.typedBlank));

/** Gives the run of a piece on its own. */
function runOf(piece: Piece, { look, node, at }: TextOptions, linkRefs: Map<TextRun, LinkRef>): LineRun {
  const { run } = piece;
  const isApart = run.link !== undefined || run.lang !== undefined;
  const apart = node && isApart ? linkRef(run, node, at, linkRefs) : undefined;
  const link = run.link === undefined ? undefined : apart;
  return {
    face: piece.face,
    size: look.size * (piece.scale ?? 1),
    structureRef: piece.picture
      ? PAGE_ARTIFACT
      : (apart?.structureRef ?? (node ? slotOf(run, node, at) : PAGE_ARTIFACT)),
    source: piece.run,
    link,
    raise: look.size * (piece.raise ?? 0),
    blank: piece.blank,
    picture: piece.picture,
    typedBlank: piece.typedBlank === true,
    pieces: [],
    text: '',
    width: piece.width,
  };
}

/** Whether two neighbouring runs look alike and belong together. */
const mayJoin = (a: LineRun, b: LineRun): boolean =>
  !a.blank &&
  !b.blank &&
  !a.typedBlank &&
  !b.typedBlank &&
  a.face === b.face &&
  a.size === b.size &&
  a.raise === b.raise &&
  hasSameStyle(a.source, b.source) &&
  a.link?.node === b.link?.node &&
  sameStructureRef(a.structureRef, b.structureRef);

const sameStructureRef = (a: StructureRef, b: StructureRef) =>
  'slot' in a ? 'slot' in b && a.slot === b.slot : 'artifact' in b && a.artifact === b.artifact;

/** The place of text outside the structure. */
export const PAGE_ARTIFACT: StructureRef = { artifact: 'page' };

/** Gives the slot of a text: a node of its own where something else is read out. */
const slotOf = ({ alt }: TextRun, node: DraftNode, at: Place): { readonly slot: number } =>
  alt === undefined ? textSlot(node, at) : addSlot(addNode(node, 'Span', { alt }), at);

/** Gives the slot for plain text: the last child of its node, unless that is a link; then a new one. */
export function textSlot(node: DraftNode, at: Place): { readonly slot: number } {
  const last = node.children.at(-1);
  return last && 'slot' in last ? { slot: last.slot } : addSlot(node, at);
}
