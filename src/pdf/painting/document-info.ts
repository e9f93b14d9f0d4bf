/** What a PDF says about itself. */
export interface DocumentInfo {
  readonly title: string;
  readonly author?: string;
  readonly lang: string;
  /** The date that it shows: not the time of the run, so that the same input gives the same bytes. */
  readonly date: Date;
  /** Whether it lacks something that PDF/UA requires, and so does not declare it. */
  readonly lacksUa?: boolean;
  /**
   * The press that it is for, and the press's ICC profile for four inks. Without it, the file is for screens and
   * copiers.
   */
  readonly press?: { readonly name: string; readonly bytes: Uint8Array };
}

/** What a file for a press declares. */
export const PDF_X4 = 'PDF/X-4';
