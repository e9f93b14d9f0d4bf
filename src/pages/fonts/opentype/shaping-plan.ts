import { coverageIndex, glyphClass } from './glyph-sets.ts';
import { isKerning, kerningOf } from './kerning.ts';
import { type Lookup, lookupsFor } from './layout-lookups.ts';
import { type Sfnt, startOf } from './sfnt.ts';
import { beginsAt, isReplacement, replaceGlyphs } from './substitutions.ts';
import { mayApply, rulesOf, type UnreadRule } from './unread-rules.ts';

/** How glyphs of one script are replaced and kerned, with some features. */
export interface ShapingPlan {
  /**
   * Replaces glyphs, in place, and joins their characters where they become ligatures.
   * @returns false if that takes a full shaper; then the glyphs are of no use
   */
  replace(glyphs: number[], characters: string[]): boolean;
  /** What is added to the advance of a glyph before another, in font units. */
  kerning(first: number, second: number): number;
}

/** Features that apply before others: variants for a direction. */
const FIRST: ReadonlySet<string> = new Set(['rvrn', 'ltra', 'ltrm']);

/** Features that are on in all text. */
const ALWAYS: readonly string[] = [
  ...['ccmp', 'locl', 'rlig', 'mark', 'mkmk'],
  ...['calt', 'clig', 'liga', 'rclt', 'curs', 'kern'],
];

const MARK_CLASS = 3;

/** What is known of a glyph before its neighbours are. */
interface GlyphTraits {
  /** The replacements that can begin at it, as numbers, in order. */
  readonly replacements: readonly number[];
  /** The rules that begin at it. */
  readonly rules: readonly UnreadRule[];
  /** Marks are placed by their neighbours. */
  readonly isMark: boolean;
}

export function planShaping(font: Sfnt, script: string, features: readonly string[]): ShapingPlan {
  const { view } = font;
  const wanted = new Set([...ALWAYS, ...features]);
  const substitutions = [
    ...lookupsFor(font, 'GSUB', script, FIRST),
    ...lookupsFor(font, 'GSUB', script, wanted),
  ];
  const positions = lookupsFor(font, 'GPOS', script, wanted);
  const replacements = substitutions.filter(isReplacement);
  const kernings = positions.filter((lookup) => isKerning(view, lookup));
  const rules = [
    ...substitutions.flatMap((lookup) => (isReplacement(lookup) ? [] : rulesOf(view, 'GSUB', lookup))),
    ...positions.flatMap((lookup) => (isKerning(view, lookup) ? [] : rulesOf(view, 'GPOS', lookup))),
  ];
  const traits = readTraits(font, replacements, rules);
  /** The first replacement from one on that can begin at any of these glyphs. */
  const nextReplacement = (glyphs: readonly number[], from: number): number => {
    let next = replacements.length;
    for (const glyph of glyphs)
      for (const at of traits(glyph).replacements) if (at >= from && at < next) next = at;
    return next;
  };
  const takesFullShaper = (glyphs: readonly number[]) =>
    glyphs.some((glyph, at) => {
      const { isMark, rules: own } = traits(glyph);
      return isMark || own.some((rule) => mayApply(view, rule, glyphs, at));
    });

  const pairs = new Map<number, number>();
  return {
    replace(glyphs, characters) {
      if (takesFullShaper(glyphs)) return false;
      for (
        let at = nextReplacement(glyphs, 0);
        at < replacements.length;
        at = nextReplacement(glyphs, at + 1)
      )
        if (replaceGlyphs(view, replacements[at]!, glyphs, characters) && takesFullShaper(glyphs))
          return false;
      return true;
    },
    kerning(first, second) {
      const pair = first * 65536 + second;
      let found = pairs.get(pair);
      if (found === undefined) {
        found = kerningOf(view, kernings, first, second);
        pairs.set(pair, found);
      }
      return found;
    },
  };
}

/** Reads the traits of glyphs, each once. */
function readTraits(
  font: Sfnt,
  replacements: readonly Lookup[],
  rules: readonly UnreadRule[],
): (glyph: number) => GlyphTraits {
  const { view } = font;
  const classes = glyphClasses(font);
  const known: (GlyphTraits | undefined)[] = [];
  return (glyph) => {
    let traits = known[glyph];
    if (!traits) {
      traits = {
        replacements: replacements.flatMap((lookup, at) => (beginsAt(view, lookup, glyph) ? [at] : [])),
        rules: rules.filter((rule) => coverageIndex(view, rule[0]!, glyph) !== -1),
        isMark: classes !== 0 && glyphClass(view, classes, glyph) === MARK_CLASS,
      };
      known[glyph] = traits;
    }
    return traits;
  };
}

/** The class definitions of `GDEF`; 0 if the font has none. */
function glyphClasses(font: Sfnt): number {
  const table = startOf(font, 'GDEF');
  const classes = table && font.view.getUint16(table + 4);
  return classes && table + classes;
}
