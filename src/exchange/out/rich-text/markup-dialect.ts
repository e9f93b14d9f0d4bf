/** What the HTML of another program may consist of. It is written so that it is XML too. */
export interface MarkupDialect {
  /** The attribute that names a language. */
  readonly lang: 'lang' | 'xml:lang';
  /** Whether it has only the elements of XHTML 1.0 Strict that have no looks: no `<s>`, `<u>` and `<mark>`. */
  readonly isStrict: boolean;
  /**
   * Gives the address of a picture by the path that a text names it by, and keeps its file.
   * @returns undefined where pictures cannot be; its description is written instead
   */
  pictureAddress(path: string): string | undefined;
}
