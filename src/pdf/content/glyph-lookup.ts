/** A glyph as text shows it. */
export interface ShownGlyph {
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

/** How a kind of font reads the bytes of a text and looks up its glyphs. */
export interface GlyphLookup {
  codes(bytes: string): number[];
  glyph(code: number): ShownGlyph & { readonly advance: number | undefined };
}
