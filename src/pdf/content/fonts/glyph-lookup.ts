/** A glyph as text shows it. */
interface ShownGlyph {
  /** The characters that it stands for; empty if the file does not say. */
  readonly text: string;
  /** In thousandths of an em. */
  readonly width: number;
  /** Whether it is the single byte 32, to which word space is added. */
  readonly takesWordSpace: boolean;
  /** Whether the font has no glyph for it, and shows a box or nothing. */
  readonly missing: boolean;
  /** Whether it draws anything; undefined if that can't be known. */
  readonly draws: boolean | undefined;
}

/** A glyph, and what is asked about it wherever it is shown. */
export interface JudgedGlyph extends ShownGlyph {
  /** Whether its text is only spaces. */
  readonly isBlank: boolean;
  /** What it adds to the characters that have no glyph; mostly empty. */
  readonly lacking: string;
  /** What it adds to the characters whose glyph draws nothing; mostly empty. */
  readonly undrawn: string;
  /** Whether a copy loses it, since it has no character. */
  readonly isUnmapped: boolean;
}

/** Judges a glyph once for all the places where it is shown. */
export function judgeGlyph(glyph: ShownGlyph): JudgedGlyph {
  const { text, width, takesWordSpace, missing, draws } = glyph;
  return {
    text,
    width,
    takesWordSpace,
    missing,
    draws,
    isBlank: text.trim() === '',
    lacking: missing ? text || '?' : '',
    undrawn: draws === false && !missing && isInk(text) ? text : '',
    isUnmapped: text === '' || /[\u0000-\u0008\ue000-\uf8ff\ufffd]/.test(text),
  };
}

const isInk = (text: string): boolean => !/^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);

/** How a kind of font reads the bytes of a text and looks up its glyphs. */
export interface GlyphLookup {
  codes(bytes: string): number[];
  glyph(code: number): ShownGlyph & { readonly advance: number | undefined };
}
