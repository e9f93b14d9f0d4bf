import type { CharacterMap } from './character-map.ts';
import type { GlyphRecords } from './glyph-records.ts';
import type { GlyphRun } from './glyph-run.ts';
import type { Sfnt } from './sfnt.ts';
import { planShaping, type ShapingPlan } from './shaping-plan.ts';

/** The scripts whose letters are set one after the other, by their OpenType tags. */
const SCRIPTS: readonly (readonly [tag: string, letter: RegExp])[] = [
  ['latn', /\p{Script=Latin}/u],
  ['grek', /\p{Script=Greek}/u],
  ['cyrl', /\p{Script=Cyrillic}/u],
];

/** Digits and punctuation, which belong to no script. */
const NO_SCRIPT = 'DFLT';

/**
 * Letters, digits and punctuation of European languages that need no closer look: all but the words in Greek and
 * Cyrillic, and a few with rarer signs. Patterns that name scripts are slow to make.
 */
const PLAIN = /^[ -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027]+$/;
const PLAIN_LETTER = /[A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/;

const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const SIMPLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]+$/u;
/** Combining marks, characters that print nothing, and the fraction slash, which changes the digits beside it. */
const NOT_SIMPLE = /[\p{M}\p{Default_Ignorable_Code_Point}\u2044]/u;

/** What shaping needs of a font. */
interface ShapingTables {
  readonly sfnt: Sfnt;
  readonly glyphFor: CharacterMap;
  readonly records: GlyphRecords;
  readonly unitsPerEm: number;
}

/**
 * Makes a shaper of words in European scripts, with some features besides those that are always on.
 * @returns a function that gives undefined for a word that takes a full shaper
 */
export function createSimpleShaper(
  { sfnt, glyphFor, records, unitsPerEm }: ShapingTables,
  features: readonly string[],
): (word: string) => GlyphRun | undefined {
  const perEm = 1000 / unitsPerEm;
  const plans = new Map<string, ShapingPlan>();
  const planFor = (script: string): ShapingPlan => {
    const known = plans.get(script);
    if (known) return known;
    const plan = planShaping(sfnt, script, features);
    plans.set(script, plan);
    return plan;
  };
  const glyphs = new Map<string, number>();
  const glyphOf = (character: string): number => {
    let glyph = glyphs.get(character);
    if (glyph === undefined) {
      glyph = glyphFor(character.codePointAt(0)!);
      glyphs.set(character, glyph);
    }
    return glyph;
  };
  return (word) => {
    const isPlain = PLAIN.test(word);
    if (!isPlain && (!SIMPLE.test(word) || NOT_SIMPLE.test(word))) return undefined;
    const characters = [...word];
    const run: number[] = [];
    for (const character of characters) run.push(glyphOf(character));
    if (run.includes(0)) return undefined;
    const plan = planFor(isPlain ? plainScript(word) : scriptOf(word));
    let kernings = plainKernings(plan, run);
    if (!kernings) {
      if (!plan.replace(run, characters)) return undefined;
      kernings = run.map((glyph, index) =>
        index + 1 < run.length ? plan.kerning(glyph, run[index + 1]!) : 0,
      );
    }
    let width = 0;
    const advances: number[] = [];
    for (let index = 0; index < run.length; index++) {
      const advance = (records.advance(run[index]!) + kernings[index]!) * perEm;
      width += advance;
      advances.push(advance);
    }
    return { glyphs: run, advances, characters, width };
  };
}

/** What is added to the advance of each glyph; undefined if more than that happens to any. Most words are plain. */
function plainKernings(plan: ShapingPlan, glyphs: readonly number[]): number[] | undefined {
  const kernings: number[] = [];
  for (let index = 0; index < glyphs.length - 1; index++) {
    const kerning = plan.plainKerning(glyphs[index]!, glyphs[index + 1]!);
    if (kerning === undefined) return undefined;
    kernings.push(kerning);
  }
  if (glyphs.length > 0 && !plan.isPlain(glyphs.at(-1)!)) return undefined;
  kernings.push(0);
  return kernings;
}

const plainScript = (word: string) => (PLAIN_LETTER.test(word) ? 'latn' : NO_SCRIPT);

/** The script of the first letter that has one. */
function scriptOf(word: string): string {
  const first = LETTER.exec(word)?.[0];
  return SCRIPTS.find(([, letter]) => first !== undefined && letter.test(first))?.[0] ?? NO_SCRIPT;
}
