import { choicesQuery, type PrintChoices } from '../live/print-choices.ts';

/** The address of a pack. */
export const packAddress = (pack: string): string => `/packs/${encodeURIComponent(pack)}`;

/** What part of a pack's page is shown. */
interface FileAddress {
  /** The name of a job. */
  readonly file?: string;
  /** The name of the text to edit. */
  readonly text?: string;
  readonly line?: number;
  readonly choices?: PrintChoices;
}

/** The address of a file of a pack beside its text, or of something about it: `edit`, `pdf`, `live`. */
export function fileAddress(
  pack: string,
  what: string,
  { file, text, line, choices = {} }: FileAddress,
): string {
  const query = new URLSearchParams({
    ...(file !== undefined && { file }),
    ...(text !== undefined && { text }),
    ...(line !== undefined && { line: String(line) }),
    ...choicesQuery(choices),
  });
  return `${packAddress(pack)}/${what}?${query}`;
}

/** The address of a page as a picture. */
export const pictureAddress = (key: string, width: number): string => `/pictures/${key}/${width}`;
