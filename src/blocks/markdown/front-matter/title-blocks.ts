import type { Place } from '../../../diagnostics/diagnostic.ts';
import { dayInWords } from '../../../words/day-in-words.ts';
import type { Words } from '../../../words/words.ts';
import type { Block } from '../../block.ts';
import { plainText } from '../../plain-text.ts';

/** What the front matter says above the text. */
interface TitleFields {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
}

/**
 * Puts the title above the text, with the subtitle, the authors and the date. A title that the text begins with anyway is not
 * printed twice.
 */
export function withTitle(
  blocks: readonly Block[],
  { title, subtitle, author, date }: TitleFields,
  placeOf: (field: string) => Place,
  words: Words,
): Block[] {
  const [first, ...others] = blocks;
  const isThere =
    first?.kind === 'heading' && first.level === 1 && plainText(first.text).trim() === title?.trim();
  const heading: Block[] =
    title === undefined || isThere
      ? []
      : [{ kind: 'heading', at: placeOf('title'), level: 1, text: [{ kind: 'text', text: title }] }];
  const byline = [author, date && shownDate(date, words)].filter((part) => part !== undefined).join(' · ');
  const line = (look: 'lead' | 'small', text: string | undefined, field: string): Block[] =>
    text ? [{ kind: 'paragraph', at: placeOf(field), look, text: [{ kind: 'text', text }] }] : [];
  const below = [
    ...line('lead', subtitle, 'subtitle'),
    // Without a title, they only describe the file.
    ...line(
      'small',
      title === undefined && subtitle === undefined ? undefined : byline,
      author ? 'author' : 'date',
    ),
  ];
  return isThere ? [first, ...below, ...others] : [...heading, ...below, ...blocks];
}

/** A day in words; any other date as it was written. */
function shownDate(date: string, words: Words): string {
  const [day] = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(date) ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? dayInWords(day, words) : date;
}
