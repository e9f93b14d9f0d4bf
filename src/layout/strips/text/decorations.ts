import { rounded } from '../../../pages/length.ts';
import type { ShapeMark } from '../../../pages/page.ts';
import { faceOf, type TypeLook } from '../../lines/type-look.ts';
import { colourOf } from '../../style/colour-of.ts';
import { horizontalRule } from '../horizontal-rule.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { LineRun } from './line-runs.ts';
import { strikeRule } from './strike-rule.ts';

/** A run of a line, where it is set. */
export interface PlacedRun {
  readonly run: LineRun;
  readonly x: number;
  readonly width: number;
}

interface Decorations {
  readonly behind: readonly ShapeMark[];
  readonly above: readonly ShapeMark[];
}

const NONE: Decorations = { behind: [], above: [] };

/** The grey behind highlighted text: darker than a tint, so that it is seen on one too. */
const HIGHLIGHT = 0.85;

/**
 * Draws what belongs to the words of a line besides their letters: lines under and through them, a highlighter’s stroke,
 * and the frames of keys. All are artifacts, since the words are content.
 */
export function decorations(
  placed: readonly PlacedRun[],
  baseline: number,
  look: TypeLook,
  context: LayoutContext,
): Decorations {
  if (placed.length === 0) return NONE;
  const behind: ShapeMark[] = [];
  const above: ShapeMark[] = [];
  const keys: { source: LineRun['source']; x: number; width: number }[] = [];
  for (const { run, x, width } of placed) {
    const { source } = run;
    if (source.highlight) behind.push(highlighted(x, baseline, width, look, context));
    if (source.strike && !run.blank) above.push(strikeRule(x, baseline, width, look, context));
    if (source.underline && !run.blank) above.push(underlineRule(x, baseline, width, look));
    if (!source.key) continue;
    const last = keys.at(-1);
    if (last?.source === source) last.width = x + width - last.x;
    else keys.push({ source, x, width });
  }
  return { behind: [...behind, ...keys.map((key) => keyFrame(key, baseline, look, context))], above };
}

/** Draws a line under text, clear of most descenders’ bowls. */
const underlineRule = (x: number, baseline: number, width: number, look: TypeLook): ShapeMark =>
  horizontalRule(x, baseline + look.size * 0.14, width, {
    colour: look.colour,
    width: rounded(look.size / 18),
  });

/** Draws a tint behind text, or a frame around it if the style has no tints. */
function highlighted(
  x: number,
  baseline: number,
  width: number,
  look: TypeLook,
  context: LayoutContext,
): ShapeMark {
  const { style } = context;
  const shape = { kind: 'shape', structureRef: { artifact: 'layout' } } as const;
  const outline = { box: textBox(x, baseline, width, look, context) };
  return colourOf(style.tint) === 1
    ? { ...shape, outline, stroke: { colour: look.colour, width: style['rule-width'] } }
    : { ...shape, outline, fill: HIGHLIGHT };
}

function keyFrame(
  { x, width }: { x: number; width: number },
  baseline: number,
  look: TypeLook,
  context: LayoutContext,
): ShapeMark {
  const { style } = context;
  return {
    kind: 'shape',
    structureRef: { artifact: 'layout' },
    outline: { box: textBox(x, baseline, width, look, context), radius: rounded(look.size * 0.2) },
    stroke: { colour: look.colour, width: style['rule-width'] },
  };
}

/** Gives the area of text from the top of its letters to a little below its descenders. */
function textBox(
  x: number,
  baseline: number,
  width: number,
  look: TypeLook,
  { fonts }: Pick<LayoutContext, 'fonts'>,
) {
  const { ascent, descent } = fonts.metrics(faceOf(look, {}));
  const top = baseline - Math.min(ascent, 0.86) * look.size;
  const bottom = baseline + Math.min(descent, 0.26) * look.size;
  return { x: rounded(x), y: rounded(top), width: rounded(width), height: rounded(bottom - top) };
}
