import { choicesQuery, type PrintChoices } from '../live/print-choices.ts';

/** The address of a pack. */
export const packAddress = (pack: string): string => `/packs/${encodeURIComponent(pack)}`;

/** How somebody writes: in forms, in the editor, or in a plain text area. */
export const WRITINGS = ['form', 'text', 'plain'] as const;
export type Writing = (typeof WRITINGS)[number];

/** What part of a pack's page is shown. */
interface FileAddress {
  /** The name of a job. */
  readonly file?: string;
  /** The name of the text to edit. */
  readonly text?: string;
  readonly line?: number;
  readonly as?: Writing;
  /** Which entry of the text is shown as a form, from 0. */
  readonly entry?: number | undefined;
  readonly choices?: PrintChoices;
}

/** The address of a file of a pack beside its text, or of something about it: `edit`, `pdf`, `live`. */
export function fileAddress(
  pack: string,
  what: string,
  { file, text, line, as, entry, choices = {} }: FileAddress,
): string {
  const query = new URLSearchParams({
    ...(file !== undefined && { file }),
    ...(text !== undefined && { text }),
    ...(line !== undefined && { line: String(line) }),
    ...(as !== undefined && { as }),
    ...(entry !== undefined && { entry: String(entry) }),
    ...choicesQuery(choices),
  });
  return `${packAddress(pack)}/${what}?${query}`;
}

/** The address of a page as a picture. */
export const pictureAddress = (key: string, width: number): string => `/pictures/${key}/${width}`;
