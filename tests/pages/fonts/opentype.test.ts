import { readdirSync, readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../src/cli/files/reading/read-fonts.ts';
import { createFontBook } from '../../../src/pages/fonts/font-book.ts';
import { openTrueTypeFont } from '../../../src/pages/fonts/opentype/true-type-font.ts';

/** Every font that is installed, as it is read here and by fontkit. */
const FACES = readFonts().flatMap(({ face, bytes }) => {
  const file = bytes();
  if (!file) return [];
  return [
    { face, file, own: openTrueTypeFont(file)!, full: fontkit.create(Buffer.from(file)) as fontkit.Font },
  ];
});
const NAMES = FACES.map(({ face }) => face);

const faceNamed = (name: string) => FACES.find((one) => one.face === name)!;

type Face = (typeof FACES)[number];

/** Texts that are shaped here, but not as fontkit shapes them. */
function differences({ own, full }: Face, features: readonly string[], texts: readonly string[]) {
  const shape = own.shaper(features);
  const perEm = 1000 / full.unitsPerEm;
  return texts.filter((text) => {
    const run = shape(text);
    if (!run) return false;
    const { glyphs, positions } = full.layout(text, [...features]);
    return !(
      run.glyphs.length === glyphs.length &&
      glyphs.every(({ id }, at) => id === run.glyphs[at]) &&
      positions.every(
        ({ xAdvance, xOffset, yOffset }, at) =>
          Math.abs(xAdvance * perEm - run.advances[at]!) < 1e-9 && xOffset === 0 && yOffset === 0,
      ) &&
      run.characters.join('') === text
    );
  });
}

const leftToFontkit = ({ own }: Face, features: readonly string[], texts: readonly string[]) => {
  const shape = own.shaper(features);
  return texts.filter((text) => shape(text) === undefined);
};

/** The features that text is set with, and tabular figures. */
const FEATURES = [[], ['onum'], ['smcp'], ['smcp', 'onum'], ['tnum']];

const CHARACTERS = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...'.,;:!?’‘“”()–—-/& éèüßñçÅØœ…½αΩЖяﬁ',
];

/** Every pair of characters that a face has, both ways round: all pairs of one character with those after it in a text. */
function pairsIn({ own }: Face): string[] {
  const covered = CHARACTERS.filter((character) => own.glyphFor(character.codePointAt(0)!) !== 0);
  return covered.map(
    (first, at) =>
      covered
        .slice(at)
        .map((second) => first + second)
        .join('') + first,
  );
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'));

const WORDS = [
  ...new Set(
    ['content', 'tests/packs', 'templates/starter'].flatMap(filesIn).flatMap((text) => text.split(/\s+/)),
  ),
].filter((word) => word !== '');

describe('a font that is read here', () => {
  it('is every font that the program prints with', () => {
    expect(FACES.length).toBeGreaterThanOrEqual(15);
    expect(FACES.filter(({ own }) => !own)).toEqual([]);
  });

  it.each(NAMES)('has the measures and characters that fontkit reads: %s', (name) => {
    const { own, full } = faceNamed(name);
    const { minX, minY, maxX, maxY } = full.bbox;
    const { unitsPerEm, ascent, descent, capHeight, xHeight, italicAngle, postscriptName } = full;
    expect(own.measures).toMatchObject({ unitsPerEm, ascent, descent, capHeight, xHeight, italicAngle });
    expect(own.measures.box).toEqual([minX, minY, maxX, maxY]);
    expect(own.postscriptName).toBe(postscriptName);
    const points = Array.from({ length: 0x3000 }, (_, point) => point);
    const differ = points.filter((point) => own.glyphFor(point) !== full.glyphForCodePoint(point).id);
    expect(differ).toEqual([]);
  });
});

describe('text that is shaped here', () => {
  // Emoji have hardly any letters, and are always shaped by fontkit.
  it.each(NAMES.filter((name) => name !== 'emoji'))(
    'has pairs of letters as fontkit shapes them: %s',
    (name) => {
      const face = faceNamed(name);
      const texts = pairsIn(face);
      expect(texts.length).toBeGreaterThan(30);
      expect(differences(face, [], texts)).toEqual([]);
      expect(leftToFontkit(face, [], texts)).toEqual([]);
    },
  );

  // Each word once, so that every face has some of them with each list of features.
  it.each(FEATURES.map((features, index) => ({ features, index })))(
    'has the words of the packs as fontkit shapes them: $features',
    ({ features, index }) => {
      expect(WORDS.length).toBeGreaterThan(4000);
      const words = WORDS.filter((_, at) => at % FEATURES.length === index);
      for (const [place, face] of FACES.entries()) {
        const own = words.filter((_, at) => at % FACES.length === place);
        expect([face.face, ...differences(face, features, own)]).toEqual([face.face]);
      }
    },
  );

  it('is nearly all text: fontkit is needed for words that no pack has', () => {
    for (const name of ['serif', 'serif-italic', 'sans', 'sans-bold', 'legible']) {
      const face = faceNamed(name);
      const covered = WORDS.filter((word) =>
        [...word].every((letter) => face.own.glyphFor(letter.codePointAt(0)!)),
      );
      expect([name, ...leftToFontkit(face, [], covered)]).toEqual([name]);
    }
  });

  it.each([
    ['a mark on a letter', 'serif', 'm\u0304any'],
    ['a mark that makes one glyph with its letter', 'sans', 'e\u0301te\u0301'],
    ['digits around a fraction slash', 'serif', '31\u204442'],
  ])('is left to fontkit where it takes more: %s', (_, name, text) => {
    const { own, full } = faceNamed(name);
    expect(own.shaper([])(text)).toBeUndefined();
    const [shaped] = createFontBook(readFonts()).shape(name, text).parts;
    expect(shaped!.glyphs).toEqual(full.layout(text).glyphs.map(({ id }) => id));
  });

  // The rules of fractions are the only ones of these fonts that look at letters and not at marks.
  it('is left to fontkit where a rule could look at its neighbours', () => {
    for (const name of ['serif', 'sans']) {
      const shape = faceNamed(name).own.shaper(['frac']);
      expect([shape('9 x'), shape('0 b')]).toEqual([undefined, undefined]);
      expect(shape('x')?.glyphs).toHaveLength(1);
    }
  });
});

describe('a subset', () => {
  // Letters with accents are composites: their parts get numbers of the subset, in a copy.
  it.each(['serif', 'sans-bold', 'legible', 'symbols'])(
    'has the bytes of fontkit’s, and leaves the font as it is: %s',
    (name) => {
      const { file, own, full } = faceNamed(name);
      const before = Buffer.from(file);
      const [subset, expected] = [own.createSubset(), full.createSubset()];
      const glyphs = [...'Éaéèüñ ☐Ωfißo'].map((letter) => own.glyphFor(letter.codePointAt(0)!));
      for (const glyph of glyphs)
        expect(subset.includeGlyph(glyph)).toBe(expected.includeGlyph(glyph as unknown as fontkit.Glyph));
      expect(Buffer.compare(subset.encode(), expected.encode())).toBe(0);
      expect(Buffer.compare(file, before)).toBe(0);
      expect(Buffer.compare(own.createSubset().encode(), full.createSubset().encode())).toBe(0);
    },
  );
});
