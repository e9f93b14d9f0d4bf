import { ownValue } from '../../diagnostics/collections/own-value.ts';

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '„': '“',
  '«': '»',
  '»': '«',
};

/**
 * Finds the quotation marks around a text as a whole, if there are any. Speech within a text, as in “Yes,” she said,
 * “no”, does not count.
 */
export function surroundingMarks(text: string): { opening: string; closing: string } | undefined {
  const opening = text.trim()[0] ?? '';
  const closing = ownValue(PAIRS, opening);
  if (closing === undefined || text.trim().length < 3 || !text.trim().endsWith(closing)) return undefined;
  const within = text.trim().slice(1, -1);
  // An apostrophe between letters is not a closing mark.
  const others =
    closing === '’' || closing === "'" ? within.replace(/(?<=\p{L})['’](?=\p{L})/gu, '') : within;
  return others.includes(opening) || others.includes(closing) ? undefined : { opening, closing };
}
