import { glyphClass } from './glyph-sets.ts';
import { isKerning, kerningOf } from './kerning.ts';
import { lookupsFor } from './layout-lookups.ts';
import { type Sfnt, startOf } from './sfnt.ts';
import { isReplacement, replaceGlyphs, replacesAlone, replacesPair } from './substitutions.ts';
import { mayBegin, rulesOf } from './unread-rules.ts';

/** How glyphs of one script are replaced and kerned, with some features. */
export interface ShapingPlan {
  /** Whether nothing happens to a glyph as it stands alone. */
  isPlain(glyph: number): boolean;
  /** What is added to the advance of a glyph before another, in font units; undefined if more than that happens to them. */
  plainKerning(first: number, second: number): number | undefined;
  /**
   * Replaces glyphs, in place, and joins their characters where they become ligatures.
   * @returns false if that takes a full shaper; then the glyphs are of no use
   */
  replace(glyphs: number[], characters: string[]): boolean;
  /** What is added to the advance of a glyph before another, once all are replaced. */
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
  const isMark = markTest(font);

  const isPlain = remembered(
    (glyph) =>
      !isMark(glyph) &&
      !replacements.some((lookup) => replacesAlone(view, lookup, glyph)) &&
      !rules.some((rule) => rule.length === 1 && mayBegin(view, rule, [glyph])),
  );
  const kerning = (first: number, second: number) => kerningOf(view, kernings, first, second);
  const plainKerning = remembered((pair) => {
    const [first, second] = [Math.floor(pair / PAIR), pair % PAIR];
    const isPlainPair =
      isPlain(first) &&
      !replacements.some((lookup) => replacesPair(view, lookup, first, second)) &&
      !rules.some((rule) => mayBegin(view, rule, [first, second]));
    return isPlainPair ? kerning(first, second) : undefined;
  });
  const takesFullShaper = (glyphs: readonly number[]) =>
    glyphs.some(isMark) ||
    glyphs.some((_, at) =>
      rules.some((rule) => at + rule.length <= glyphs.length && mayBegin(view, rule, glyphs, at)),
    );
  return {
    isPlain,
    plainKerning: (first, second) => plainKerning(first * PAIR + second),
    replace: (glyphs, characters) =>
      !takesFullShaper(glyphs) &&
      replacements.every(
        (lookup) => !replaceGlyphs(view, lookup, glyphs, characters) || !takesFullShaper(glyphs),
      ),
    kerning,
  };
}

/** Glyphs have numbers below this, so that a pair of them is one number too. */
const PAIR = 65536;

/** A function that is worked out once for each number. */
function remembered<T>(of: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    let value = known.get(number);
    if (value === undefined && !known.has(number)) {
      value = of(number);
      known.set(number, value);
    }
    return value as T;
  };
}

/** Tells marks, which are placed by their neighbours, by the class definitions of `GDEF`. */
function markTest(font: Sfnt): (glyph: number) => boolean {
  const table = startOf(font, 'GDEF');
  const classes = table && font.view.getUint16(table + 4);
  return (glyph) => classes !== 0 && glyphClass(font.view, table + classes, glyph) === MARK_CLASS;
}
