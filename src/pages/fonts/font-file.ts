/** A font file and the name that styles know it by. */
export interface FontFile {
  /** `serif`, `serif-italic`, `sans-bold` … */
  readonly face: string;
  /**
   * The file, or a function that reads it. The function is called once, when the first character needs the font, and
   * returns undefined if the font is not installed.
   */
  readonly bytes: Uint8Array | (() => Uint8Array | undefined);
  /** For an optional fallback font: the only characters that it is used for. */
  readonly only?: RegExp;
  /** The package that installs the font. */
  readonly from?: string;
}
