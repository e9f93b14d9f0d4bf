/** The part of a font book that the text in drawings needs. */
export interface SvgFonts {
  runs(face: string, text: string): readonly { readonly face: string; readonly text: string }[];
  width(face: string, size: number, text: string): number;
  shape(face: string, text: string): { readonly glyphCount: number };
  missingCharacters(face: string, text: string): readonly string[];
}
