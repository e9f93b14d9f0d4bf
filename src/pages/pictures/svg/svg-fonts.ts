/** What reading a picture asks of fonts: text in drawings is set in them. */
export interface SvgFonts {
  runs(face: string, text: string): readonly { readonly face: string; readonly text: string }[];
  width(face: string, size: number, text: string): number;
  missingCharacters(face: string, text: string): readonly string[];
}
