import * as fontkit from 'fontkit';
import { outlineSteps } from './outline-steps.ts';
import { shapeByPairs } from './shape-by-pairs.ts';
import type { GlyphStep, ShapedWord } from './shaped-word.ts';
import { MIN_SPACE } from './space-in-line.ts';

/** A font file and the name that styles know it by. */
interface FontFile {
  /** `serif`, `serif-italic`, `sans-bold` … */
  readonly face: string;
  /** Its bytes, or how to get them, which is asked once and when a character needs them; undefined: it is not there. */
  readonly bytes: Uint8Array | (() => Uint8Array | undefined);
  /** The only characters that it is asked for, where it is one to fall back on. */
  readonly only?: RegExp;
  /** The package to install for it, where it is not there. */
  readonly from?: string;
}

/** Vertical measures of a face as fractions of its size; `descent` is positive. */
interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** A stretch of text that one face can set. */
interface FaceRun {
  readonly face: string;
  readonly text: string;
}

/**
 * What layout may ask of fonts. Widths are in points, at a size in points. A face's name may end in OpenType features
 * that it is set with: `serif-bold+onum`.
 */
export interface FontBook {
  readonly faces: readonly string[];
  metrics(face: string): FaceMetrics;
  /** The advance of a text that the face covers; spaces count, with the kerning on either side of them. */
  width(face: string, size: number, text: string): number;
  /** The advance of a space between two characters; either may be empty. */
  spaceWidth(face: string, size: number, before: string, after: string): number;
  /** How many glyphs a text is set in, spaces included. */
  glyphCount(face: string, text: string): number;
  /** Whether the face itself has a character. */
  has(face: string, character: string): boolean;
  /** Splits a text over the face and those it falls back on. What none covers stays with the face: see `lacking`. */
  runs(face: string, text: string): readonly FaceRun[];
  /** The characters of a text that neither the face nor any that it falls back on has. */
  missingCharacters(face: string, text: string): readonly string[];
  /**
   * A text without the characters that print nothing. Joiners stay where the face has them: there they say which letters
   * are drawn as one.
   */
  visible(face: string, text: string): string;
  /** How wide each space of a text is, in thousandths of an em. */
  spaceWidths(face: string, text: string): readonly number[];
  /** The packages that could be installed for a character that no font has. */
  packagesFor(character: string): readonly string[];
}

/** What the painter may ask besides. */
export interface ShapingFontBook extends FontBook {
  /** A text in glyphs, word by word and space by space, from the same cache that measured it. */
  shapedParts(face: string, text: string): readonly ShapedWord[];
  bytes(face: string): Uint8Array;
  /** How far the ink of a glyph reaches from where it begins on the baseline, as fractions of its size. */
  glyphInk(face: string, glyph: number): GlyphInk;
  /** The outline of a glyph, at a size of 1; y grows downwards from the baseline. */
  glyphOutline(face: string, glyph: number): GlyphStep[];
}

/** `above` and `below` count from the baseline; below is positive downwards. */
interface GlyphInk {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

/** A face without the features that it is set with: one font file. */
export const plainFace = (face: string): string => face.replace(/\+.*$/, '');

/**
 * The families that are asked, in this order, for characters that a face lacks; after them those that come with an
 * `only`, in the order that they are given.
 */
const FALLBACK: readonly string[] = ['sans', 'serif', 'symbols'];

const SPACES = /[ \u00A0]/;
/** What prints nothing, whatever fonts have (Unicode’s own list): zero-width marks, selectors, soft hyphens. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const IGNORABLES = /\p{Default_Ignorable_Code_Point}+/gu;
const JOINERS = /[\u200C\u200D]/;
/** A letter with the marks that stand on it, or around it. */
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;
/** Characters that may stand in text without a glyph of their own. */
const UNSEEN = /[ \u00A0]|\p{Default_Ignorable_Code_Point}/u;

/** A character beside a space, if it is none itself. */
const besides = (character: string | undefined) =>
  character === undefined || SPACES.test(character) ? '' : character;

interface Face {
  readonly font: fontkit.Font;
  readonly features: string[];
  /** Shapes a word, once any is asked for. */
  shape?: (word: string) => ShapedWord;
  readonly bytes: Uint8Array;
  readonly words: Map<string, ShapedWord>;
  readonly spaces: Map<string, ShapedWord>;
  readonly covered: Map<number, boolean>;
}

/**
 * Opens a font for print.
 * @throws {Error} on WOFF2 and variable fonts, which come out invisible or wrong, and on collections
 */
function openFont(name: string, bytes: Uint8Array): fontkit.Font {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOF2')
    throw new Error(`the font for “${name}” is WOFF2, which prints invisible text`);
  const font = fontkit.create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error(`the font for “${name}” is a collection`);
  if (Object.keys(font.variationAxes ?? {}).length > 0)
    throw new Error(`the font for “${name}” is a variable font`);
  return font;
}

/**
 * The characters that each glyph of a word stands for. fontkit keeps a glyph with those that it first saw it for, so a
 * small capital that was an A would stay one where it is an a: only their number is taken from it.
 */
function charactersOf(word: string, glyphs: readonly fontkit.Glyph[]): string[] {
  const points = [...word];
  const counts = glyphs.map((glyph) => glyph.codePoints.length);
  if (counts.reduce((sum, count) => sum + count, 0) !== points.length)
    return glyphs.map((glyph) => glyph.codePoints.map((point) => String.fromCodePoint(point)).join(''));
  let at = 0;
  return counts.map((count) => {
    at += count;
    return points.slice(at - count, at).join('');
  });
}

/** A word without the glyphs of joiners, which have done their work: whoever searches for the word finds it whole. */
function withoutIgnorables({ glyphs, advances, characters }: ShapedWord): ShapedWord {
  const kept = characters.flatMap((text, at) => (text.replace(IGNORABLES, '') === '' ? [] : [at]));
  const own = kept.map((at) => advances[at]!);
  return {
    glyphs: kept.map((at) => glyphs[at]!),
    advances: own,
    characters: kept.map((at) => characters[at]!),
    width: own.reduce((sum, advance) => sum + advance, 0),
  };
}

/** A text as fontkit shapes it. */
function shapeWhole({ font, features }: Face, text: string): ShapedWord {
  const run = font.layout(text, features);
  const perEm = 1000 / font.unitsPerEm;
  const advances = run.positions.map((position) => position.xAdvance * perEm);
  return {
    glyphs: run.glyphs.map((glyph) => glyph.id),
    advances,
    characters: charactersOf(text, run.glyphs),
    width: advances.reduce((sum, advance) => sum + advance, 0),
  };
}

/**
 * Fonts by face name, with their words shaped once. What a face lacks is looked for in the families of `fallback`, in
 * that order, and then in those with an `only`: in the same weight and slope where the family has it (`sans-bold` for
 * `serif-bold`), else upright.
 * @throws {Error} when a font cannot be used for print: WOFF2 and variable fonts come out invisible or wrong
 */
export function createFontBook(
  files: readonly FontFile[],
  fallback: readonly string[] = FALLBACK,
): ShapingFontBook {
  const loaded = new Map<string, Face>();
  const sources = new Map(files.map((file) => [file.face, file]));

  const absent = new Set<string>();
  const families = [
    ...fallback,
    ...new Set(files.filter((file) => file.only).map((file) => file.face.replace(/-.*$/, ''))),
  ];

  const find = (name: string): Face | undefined => {
    const known = loaded.get(name);
    if (known || absent.has(name)) return known;
    const [plain = name, ...features] = name.split('+');
    const face = features.length > 0 ? find(plain) : load(plain);
    // The same font with other words: those that were shaped with these features.
    const own =
      face && features.length > 0
        ? {
            font: face.font,
            bytes: face.bytes,
            covered: face.covered,
            features,
            words: new Map(),
            spaces: new Map(),
          }
        : face;
    if (own) loaded.set(name, own);
    else absent.add(name);
    return own;
  };

  const load = (name: string): Face | undefined => {
    const source = sources.get(name);
    const bytes = typeof source?.bytes === 'function' ? source.bytes() : source?.bytes;
    return (
      bytes && {
        font: openFont(name, bytes),
        features: [],
        bytes,
        words: new Map(),
        spaces: new Map(),
        covered: new Map(),
      }
    );
  };

  const open = (name: string): Face => {
    const face = find(name);
    if (!face) throw new Error(`no font for the face “${name}”`);
    return face;
  };

  const chain = (name: string, character: string): string[] => {
    const cut = plainFace(name).replace(/^[a-z]+/, '');
    return families.flatMap((family) =>
      [...new Set([family + cut, family])].filter((face) => {
        const source = sources.get(face);
        return source && (source.only?.test(character) ?? true) && find(face) !== undefined;
      }),
    );
  };

  const covers = (name: string, character: string): boolean => {
    if (UNSEEN.test(character)) return true;
    const face = open(name);
    const point = character.codePointAt(0)!;
    let answer = face.covered.get(point);
    if (answer === undefined) {
      answer = face.font.hasGlyphForCodePoint(point);
      face.covered.set(point, answer);
    }
    return answer;
  };

  const faceFor = (name: string, character: string): string | undefined =>
    covers(name, character)
      ? name
      : chain(name, character).find((other) => other !== name && covers(other, character));

  /** A face that has a letter and the marks on it: two faces would not put them in one place. */
  const faceForAll = (name: string, cluster: string): string | undefined =>
    [name, ...chain(name, cluster)].find((face) =>
      [...cluster].every((character) => covers(face, character)),
    );

  const shape = (name: string, word: string): ShapedWord => {
    const face = open(name);
    let shaped = face.words.get(word);
    if (!shaped) {
      face.shape ??= shapeByPairs((text) => shapeWhole(face, text));
      shaped = IGNORABLE.test(word)
        ? withoutIgnorables(shapeWhole(face, visible(name, word)))
        : face.shape(word);
      face.words.set(word, shaped);
    }
    return shaped;
  };

  const visible = (name: string, text: string): string => {
    if (!IGNORABLE.test(text)) return text;
    const { font } = open(name);
    return text.replace(IGNORABLES, (unseen) =>
      [...unseen]
        .filter((one) => JOINERS.test(one) && font.hasGlyphForCodePoint(one.codePointAt(0)!))
        .join(''),
    );
  };

  const spaceGlyph = (name: string, before: string, after: string): ShapedWord => {
    const face = open(name);
    const key = `${before} ${after}`;
    const known = face.spaces.get(key);
    if (known) return known;
    const plain = shape(name, ' ');
    const kerned =
      before === '' && after === ''
        ? plain.width
        : shape(name, key).width -
          (before === '' ? 0 : shape(name, before).width) -
          (after === '' ? 0 : shape(name, after).width);
    const advance = Math.max(kerned, MIN_SPACE * 1000);
    const space: ShapedWord = { ...plain, advances: [advance], width: advance, space: true };
    face.spaces.set(key, space);
    return space;
  };

  /** The line that was asked for last: whoever sets it asks for its width, its glyphs and its shapes in turn. */
  let asked: { name: string; text: string; parts: ShapedWord[] } | undefined;

  const shapedParts = (name: string, text: string): ShapedWord[] => {
    if (asked?.text === text && asked.name === name) return asked.parts;
    const parts: ShapedWord[] = [];
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      const character = text[at];
      const ends =
        at === text.length || character === ' ' || character === '\u00A0' || character === '\u00AD';
      if (!ends) continue;
      if (at > from) parts.push(shape(name, text.slice(from, at)));
      // A soft hyphen stands only where a line ends in it: it is drawn as a hyphen.
      if (character === '\u00AD') parts.push({ ...shape(name, '-'), softHyphen: true });
      else if (character !== undefined)
        parts.push(spaceGlyph(name, besides(text[at - 1]), besides(text[at + 1])));
      from = at + 1;
    }
    asked = { name, text, parts };
    return parts;
  };

  return {
    faces: [...sources.keys()],
    metrics(name) {
      const { font } = open(name);
      const em = font.unitsPerEm;
      return {
        ascent: font.ascent / em,
        descent: -font.descent / em,
        capHeight: font.capHeight / em,
        xHeight: font.xHeight / em,
      };
    },
    width(name, size, text) {
      return (shapedParts(name, text).reduce((sum, part) => sum + part.width, 0) * size) / 1000;
    },
    spaceWidth: (name, size, before, after) => (spaceGlyph(name, before, after).width * size) / 1000,
    glyphCount: (name, text) => shapedParts(name, text).reduce((sum, part) => sum + part.glyphs.length, 0),
    spaceWidths: (name, text) => shapedParts(name, text).flatMap((part) => (part.space ? [part.width] : [])),
    has: covers,
    visible,
    runs(name, text) {
      const runs: { face: string; text: string }[] = [];
      const add = (face: string, part: string) => {
        const last = runs.at(-1);
        if (last && (last.face === face || (part.length === 1 && UNSEEN.test(part)))) last.text += part;
        else runs.push({ face, text: part });
      };
      for (const [cluster] of text.matchAll(CLUSTERS)) {
        const whole = cluster.length > 1 ? faceForAll(name, cluster) : undefined;
        if (whole) add(whole, cluster);
        else for (const character of cluster) add(faceFor(name, character) ?? name, character);
      }
      return runs;
    },
    missingCharacters: (name, text) =>
      [...new Set(text)].filter((character) => faceFor(name, character) === undefined),
    packagesFor: (character) => [
      ...new Set(
        files
          .filter((file) => file.from !== undefined && file.only?.test(character) && !find(file.face))
          .map((file) => file.from!),
      ),
    ],
    shapedParts,
    bytes: (name) => open(name).bytes,
    glyphInk(name, glyph) {
      const { font } = open(name);
      const { minX, maxX, minY, maxY } = font.getGlyph(glyph).bbox;
      const em = font.unitsPerEm;
      // A glyph without an outline has a box of infinities.
      if (!Number.isFinite(minX)) return { left: 0, right: 0, above: 0, below: 0 };
      return { left: minX / em, right: maxX / em, above: maxY / em, below: -minY / em };
    },
    glyphOutline(name, glyph) {
      const { font } = open(name);
      return outlineSteps(font.getGlyph(glyph).path.commands, font.unitsPerEm);
    },
  };
}
