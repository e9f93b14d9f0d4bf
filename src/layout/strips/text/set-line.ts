import type { NoteReference } from '../../../blocks/block.ts';
import { rounded } from '../../../pages/length.ts';
import type { LinkMark, Mark, ShapeMark, TextMark } from '../../../pages/page.ts';
import { hangWidth } from '../../lines/hang-width.ts';
import { isUndecorated } from '../../lines/same-style.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import { horizontalRule } from '../horizontal-rule.ts';
import type { LayoutContext } from '../layout-context.ts';
import { decorations, type PlacedRun } from './decorations.ts';
import { linePicture } from './line-picture.ts';
import { type LineRun, type LineToSet, lineRuns } from './line-runs.ts';
import { joinedLinks, linkArea } from './link-areas.ts';
import { type LineText, spreadLine, spreadWidth } from './spread-line.ts';
import type { TextOptions } from './text-options.ts';

const OPENING_QUOTE = /^[“‘"']/;

/** Sets one line of a paragraph. Gives its marks and the notes that it refers to. */
export function setLine(
  line: LineToSet,
  options: TextOptions,
  context: LayoutContext,
): { marks: Mark[]; notes: NoteReference[] } {
  const runs = lineRuns(line, options, context);
  const natural = runs.reduce((sum, run) => sum + run.width, 0);
  const added =
    line.filled === 'always' || (line.filled === 'if-tight' && natural > options.width)
      ? spreadLine(
          runs.filter(isShaped),
          options.width + hangOn(line, options, context) - natural,
          options.look.size,
        )
      : NO_SPACING;
  let x = startOf(runs, natural, line, options, context);
  const texts: TextMark[] = [];
  const others: Mark[] = [];
  const links: LinkMark[] = [];
  const placed: PlacedRun[] = [];
  const lastText = runs.findLast((run) => !run.blank);
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!;
    if (run.blank) {
      const width = run.blank === 'rest' ? options.width - x : run.width;
      if (run.picture) {
        others.push(linePicture(run, x, line.baseline, options, context));
        if (run.link) links.push(linkArea(run.source, run.link, { x, width, height: options.look.leading }));
      } else if (run.blank === 'gap') placed.push({ run, x, width });
      else others.push(blankRule(x, line.baseline, width, context));
      x += width;
      continue;
    }
    const advance = isShaped(run) ? spreadWidth(run, added) : run.width;
    if (run.source.gap === 'hidden') {
      others.push(blankRule(x, line.baseline, advance, context));
      x += advance;
      continue;
    }
    // All lines but the last end in a real space, so that words do not run together when read out or copied.
    const ending = run === lastText && line.ending === ' ' ? ' ' : '';
    texts.push(textMark(run, { x, baseline: line.baseline, advance, added, ending }, options, context));
    if (!isUndecorated(run.source)) placed.push({ run, x, width: advance });
    if (run.link)
      links.push(linkArea(run.source, run.link, { x, width: advance, height: options.look.leading }));
    x += advance;
  }
  const notes = notesIn(line.pieces);
  if (placed.length + links.length + others.length === 0) return { marks: texts, notes };
  const { behind, above } = decorations(placed, line.baseline, options.look, context);
  return { marks: [...behind, ...texts, ...joinedLinks(links), ...others, ...above], notes };
}

function notesIn(pieces: LineToSet['pieces']): NoteReference[] {
  const notes: NoteReference[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const { note } = pieces[at]!;
    if (note) notes.push(note);
  }
  return notes;
}

/** The mark of a run of text at its place. @param place measurements in points */
function textMark(
  run: LineRun,
  place: {
    readonly x: number;
    readonly baseline: number;
    readonly advance: number;
    readonly added: typeof NO_SPACING;
    readonly ending: string;
  },
  { look }: TextOptions,
  context: LayoutContext,
): TextMark {
  const { x, baseline, advance, added, ending } = place;
  const tight = run.typedBlank ? tightSpace(run, context) : undefined;
  return {
    kind: 'text',
    structureRef: run.structureRef,
    x: rounded(x),
    y: rounded(baseline - run.raise),
    text: run.text,
    face: run.face,
    size: run.size,
    colour: look.colour,
    wordSpace: rounded(added.wordSpace),
    letterSpace: rounded(tight ?? added.letterSpace),
    width: rounded(advance + (ending ? context.fonts.width(run.face, run.size, ending) : 0)),
  };
}

/** Gives the letterspacing that makes underscores as wide as their rule, in points. */
function tightSpace({ face, size, pieces, width }: LineRun, { fonts }: LayoutContext): number {
  const shaped = fonts.shape(face, pieces[0]!.text);
  return (width - (shaped.width * size) / 1000) / shaped.glyphCount;
}

const isShaped = (run: LineRun): run is LineRun & LineText => run.shaped !== undefined;

const NO_SPACING = { wordSpace: 0, letterSpace: 0 };

/** Gives how far a justified line hangs outside its column, at both ends together. */
function hangOn({ pieces, ending }: LineToSet, { look }: TextOptions, { fonts }: LayoutContext): number {
  const last = pieces.at(-1);
  const ends = last && ending === '\u00AD' ? { ...last, text: '-' } : last;
  return hangWidth(pieces[0], 0, look, fonts) + hangWidth(ends, -1, look, fonts);
}

/** Gives the x at which a line begins. */
function startOf(
  runs: readonly LineRun[],
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
  return horizontalRule(x, baseline + 2, width, ruleStroke(style));
}
