import type { NoteReference, TextRun } from '../../blocks/block.ts';
import { rounded } from '../../pages/length.ts';
import type { LinkMark, Mark, ShapeMark, StructureRef, TextMark } from '../../pages/page.ts';
import type { Piece } from '../lines/text-context.ts';
import { hangWidth } from '../lines/text-items.ts';
import { colourOf } from '../style/colour-of.ts';
import { horizontalRule } from './horizontal-rule.ts';
import type { LayoutContext } from './layout-context.ts';
import { spreadLine, spreadWidth } from './spread-line.ts';
import { strikeRule } from './strike-rule.ts';
import { addNode, addSlot, type DraftNode } from './structure-draft.ts';
import type { TextOptions } from './text-options.ts';

/** A line to set: its pieces and how it ends. */
export interface LineToSet {
  readonly pieces: readonly Piece[];
  /** The character added at its end: a space, a hyphen (as a soft hyphen), or nothing. */
  readonly ending: '' | ' ' | '\u00AD';
  readonly first: boolean;
  /** Whether it is stretched to fill the measure. The last line of a justified paragraph is only tightened if too long. */
  readonly filled: 'always' | 'if-tight' | 'never';
  readonly baseline: number;
  /** The links begun on earlier lines. */
  readonly linkRefs: Map<TextRun, LinkRef>;
}

/** Where a link’s text and areas belong in the structure. */
export interface LinkRef {
  readonly node: number;
  readonly structureRef: { readonly slot: number };
}

/** Pieces that are drawn as one, or a blank to write on. */
interface Run {
  readonly face: string;
  readonly size: number;
  readonly structureRef: StructureRef;
  readonly run: TextRun;
  readonly link: LinkRef | undefined;
  readonly raise: number;
  readonly blank: Piece['blank'];
  /** Underscores that keep their width when the line is spread: they are set close, as one rule. */
  readonly typedBlank: boolean;
  text: string;
  width: number;
}

const OPENING_QUOTE = /^[“‘"']/;
/** How far a note’s number is raised, in ems of the text. */
const RAISE = 0.34;

/** Sets one line of a paragraph. Gives its marks and the notes that it refers to. */
export function setLine(
  line: LineToSet,
  options: TextOptions,
  context: LayoutContext,
): { marks: Mark[]; notes: NoteReference[] } {
  const runs = joinedRuns(line, options, context);
  const natural = runs.reduce((sum, run) => sum + run.width, 0);
  const added =
    line.filled === 'always' || (line.filled === 'if-tight' && natural > options.width)
      ? spreadLine(
          runs.filter((run) => !run.blank && !run.typedBlank),
          options.width + hangOn(line, options, context) - natural,
          options.look.size,
          context.fonts,
        )
      : NO_SPACING;
  let x = startOf(runs, natural, line, options, context);
  const texts: TextMark[] = [];
  const others: Mark[] = [];
  const links: LinkMark[] = [];
  const lastText = runs.findLast((run) => !run.blank);
  for (const run of runs) {
    if (run.blank) {
      const width = run.blank === 'rest' ? options.width - x : run.width;
      others.push(blankRule(x, line.baseline, width, context));
      x += width;
      continue;
    }
    const { fonts } = context;
    const tight = run.typedBlank ? tightSpace(run, context) : undefined;
    const advance = run.typedBlank ? run.width : spreadWidth(run, added, fonts);
    // All lines but the last end in a real space, so that words do not run together when read out or copied.
    const ending = run === lastText && line.ending === ' ' ? ' ' : '';
    texts.push({
      kind: 'text',
      structureRef: run.structureRef,
      x: rounded(x),
      y: rounded(line.baseline - run.raise),
      text: run.text + ending,
      face: run.face,
      size: run.size,
      colour: options.look.colour,
      wordSpace: rounded(added.wordSpace),
      letterSpace: rounded(tight ?? added.letterSpace),
      width: rounded(advance + (ending ? fonts.width(run.face, run.size, ending) : 0)),
    });
    if (run.run.strike) others.push(strikeRule(x, line.baseline, advance, options.look, context));
    if (run.link) links.push(linkArea(run, run.link, { x, width: advance, height: options.look.leading }));
    x += advance;
  }
  const notes = line.pieces.flatMap(({ note }) => (note ? [note] : []));
  return { marks: [...texts, ...joinedLinks(links), ...others], notes };
}

/** Gives the letterspacing that makes underscores as wide as their rule, in points. */
const tightSpace = ({ face, size, text, width }: Run, { fonts }: LayoutContext): number =>
  (width - fonts.width(face, size, text)) / fonts.glyphCount(face, text);

const NO_SPACING = { wordSpace: 0, letterSpace: 0 };

/** Joins pieces that look alike and belong together, so that letters are kerned across them. */
function joinedRuns(
  { pieces, ending, linkRefs }: LineToSet,
  { look, node }: TextOptions,
  context: LayoutContext,
): Run[] {
  const { fonts } = context;
  const runs: Run[] = [];
  for (const piece of pieces) {
    const link = node && piece.run.link !== undefined ? linkRef(piece.run, node, linkRefs) : undefined;
    const structureRef = link?.structureRef ?? (node ? textSlot(node) : { artifact: 'page' as const });
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
      last.run.strike === piece.run.strike &&
      last.link?.node === link?.node &&
      sameStructureRef(last.structureRef, structureRef)
    )
      last.text += piece.text;
    else
      runs.push({
        face: piece.face,
        size,
        structureRef,
        run: piece.run,
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

/** Gives how far a justified line hangs outside its column, at both ends together. */
function hangOn({ pieces, ending }: LineToSet, { look }: TextOptions, { fonts }: LayoutContext): number {
  const last = pieces.at(-1);
  const ends = last && ending === '\u00AD' ? { ...last, text: '-' } : last;
  return hangWidth(pieces[0], 0, look, fonts) + hangWidth(ends, -1, look, fonts);
}

/** Gives the x at which a line begins. */
function startOf(
  runs: readonly Run[],
  natural: number,
  { first, filled, pieces }: LineToSet,
  options: TextOptions,
  { fonts }: LayoutContext,
): number {
  const free = options.width - natural;
  if (options.align === 'right') return free;
  if (options.align === 'centre') return free / 2;
  if (filled === 'always') return -hangWidth(pieces[0], 0, options.look, fonts);
  const mark = options.hang && first && runs[0] ? OPENING_QUOTE.exec(runs[0].text) : undefined;
  return mark ? -fonts.width(runs[0]!.face, options.look.size, mark[0]) : 0;
}

/** Draws a rule to write on, slightly below the baseline so that letters do not touch it. */
function blankRule(x: number, baseline: number, width: number, { style }: LayoutContext): ShapeMark {
  return horizontalRule(x, baseline + 2, width, { colour: colourOf(style.rule), width: style['rule-width'] });
}

/** Gives the slot for plain text: the last child of its node, unless that is a link; then a new one. */
function textSlot(node: DraftNode): { slot: number } {
  const last = node.children.at(-1);
  return last && 'slot' in last ? last : addSlot(node);
}

function linkRef(run: TextRun, parent: DraftNode, linkRefs: Map<TextRun, LinkRef>): LinkRef {
  const known = linkRefs.get(run);
  if (known) return known;
  const link = addNode(parent, 'Link');
  const place = { node: link.node, structureRef: addSlot(link) };
  linkRefs.set(run, place);
  return place;
}

function linkArea(
  { run }: Run,
  { node }: LinkRef,
  at: { x: number; width: number; height: number },
): LinkMark {
  const url = run.link!;
  return {
    kind: 'link',
    node,
    box: { x: rounded(at.x), y: 0, width: rounded(at.width), height: at.height },
    target: { url },
    contents: run.text.trim() || url,
  };
}

/** Joins the areas of neighbouring parts of the same link. */
function joinedLinks(links: readonly LinkMark[]): LinkMark[] {
  const areas: LinkMark[] = [];
  for (const link of links) {
    const last = areas.at(-1);
    if (last?.node === link.node)
      areas[areas.length - 1] = {
        ...last,
        box: { ...last.box, width: rounded(link.box.x + link.box.width - last.box.x) },
      };
    else areas.push(link);
  }
  return areas;
}
