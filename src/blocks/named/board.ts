import * as z from 'zod';
import { decimalNumber, wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import type { Block, Definitions, Inline } from '../block.ts';
import { inSmallType } from '../in-small-type.ts';
import { gapWords } from './gap-words.ts';
import { langField } from './lang-field.ts';
import { linesToFillIn } from './lines-to-fill-in.ts';
import { defineBlock, type ExpandTools } from './named-block.ts';

const entry = z.strictObject({
  term: z.string().optional().describe('printed first, in bold'),
  text: z.string().optional().describe('a paragraph of Markdown'),
  words: z.array(z.string().min(1)).default([]).describe('the words of a quotation'),
  zoom: z.string().optional().describe('a word of the quotation that is underlined'),
  after: z.string().optional().describe('printed last: who says the words, and where'),
  lang: langField('the language of the words, if not that of the pack'),
});

/**
 * Boxes with titles that fill a page: a knowledge organiser, or a mat to revise with. With gaps, key words are left out;
 * without, they stay at the same places.
 */
export const board = defineBlock({
  name: 'board',
  fields: z.strictObject({
    title: z.string().optional(),
    subtitle: z.string().optional().describe('printed behind the title, in regular type'),
    note: z.string().optional().describe('a line of Markdown below the title'),
    labels: z.array(z.string().min(1)).max(3).default([]).describe('lines to fill in, such as Name'),
    boxes: z
      .array(
        z.strictObject({
          title: z.string().min(1),
          entries: z.array(entry).default([]),
          text: z.string().optional().describe('Markdown of any length, in place of entries'),
          lines: wholeNumber(1, 100).optional().describe('the least number of lines to write on'),
        }),
      )
      .min(1)
      .max(12),
    smallest: decimalNumber(6)
      .optional()
      .describe('all boxes have to be on one page at this size or a larger one, in points'),
    keys: z.array(z.string()).default([]).describe('names and terms that may become gaps'),
    gaps: decimalNumber(0)
      .pipe(z.number().max(100))
      .default(0)
      .describe('the share of key words that are left out, as a percentage'),
    seed: z.string().default('').describe('any word or number; the same seed leaves out the same words'),
  }),
  expand({ title, subtitle, note, labels, boxes, smallest, keys, gaps, seed }, tools) {
    const { at, plain } = tools;
    const rule = {
      keys: keys.map((key) => textOf(plain(key))),
      share: gaps / 100,
      seed,
      title: title === undefined ? '' : textOf(plain(title)),
      page: boxes.flatMap((box) => box.entries.map((one) => textOfEntry(one, tools))).join('\n'),
    };
    return [
      {
        kind: 'board',
        at,
        ...(title !== undefined && {
          title: {
            kind: 'heading',
            at,
            level: 1,
            text: [...plain(title), ...(subtitle ? [...plain(' · '), ...plain(subtitle)] : [])],
          },
        }),
        ...(note !== undefined && {
          note: { kind: 'paragraph', at, look: 'small', text: tools.inline(note) },
        }),
        // Without lines their room stays free, so that a page with gaps has its boxes at the same places.
        beside: labels.length > 0 ? [{ ...linesToFillIn(labels, tools), least: 1 }] : [],
        boxes: boxes.map((box, index) => ({
          at: placeOfBox(box, tools),
          title: { kind: 'heading', at, level: 2, look: 'label', text: plain(box.title) },
          blocks: [
            ...entriesOf(box.entries, { ...rule, seed: `${seed}/${index}` }, tools),
            ...(box.text ? inSmallType(tools.blocks(box.text)) : []),
          ],
          ...(box.lines && { lines: box.lines }),
        })),
        ...(smallest !== undefined && { smallest }),
      },
    ];
  },
});

type Entry = z.output<typeof entry>;

const textOf = (inlines: readonly Inline[]) =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');

function textOfEntry(entry: Entry, tools: ExpandTools): string {
  const { term, text } = partsOf(entry, tools);
  return `${textOf(term)} ${textOf(text)}`;
}

/** Where what is in a box was written: the first of its entries that says so. */
function placeOfBox(
  box: { entries: readonly Entry[]; text?: string | undefined },
  { placeIn, at }: ExpandTools,
) {
  const texts = box.entries.flatMap(({ text, words, term }) => [text, ...words, term]);
  const places = [box.text, ...texts].flatMap((text) => (text === undefined ? [] : [placeIn(text)]));
  return places.find((place) => place !== at) ?? at;
}

/** Sets entries as a list without labels: each a paragraph of small type that begins with its term. */
function entriesOf(
  entries: readonly Entry[],
  rule: Parameters<typeof gapWords>[1],
  tools: ExpandTools,
): Block[] {
  if (entries.length === 0) return [];
  const parts = entries.map((one) => partsOf(one, tools));
  // A term and its text are one entry: one of the two stays.
  const cut = gapWords(
    parts.map(({ term, text }) => [...term, ...text]),
    { ...rule, places: new Set(parts.flatMap(({ after }) => after)) },
  );
  const definitions = (items: Definitions['items']): Definitions => ({
    kind: 'definitions',
    at: tools.at,
    tight: true,
    runIn: true,
    items,
  });
  const items = cut.map((inlines, index): Definitions['items'][number] => {
    const { term, at, lang } = parts[index]!;
    const length = textOf(term).length;
    const behind = splitAt(inlines, length);
    return {
      terms: term.length > 0 ? [behind.before] : [],
      definitions: [
        [
          {
            kind: 'paragraph',
            at,
            look: 'small',
            text: behind.after,
            ...(lang !== undefined && { lang }),
          },
        ],
      ],
    };
  });
  const isShort = cut.every((inlines) => textOf(inlines).length <= SHORT);
  if (!isShort || items.length < MANY) return [definitions(items)];
  const half = Math.ceil(items.length / 2);
  const columns = [items.slice(0, half), items.slice(half)].map((some) => ({
    share: 1,
    blocks: [definitions(some)],
  }));
  return [{ kind: 'columns', at: tools.at, least: LEAST_WIDTH, columns }];
}

/** So many entries of so few letters, such as titles of chapters, are set in two columns, each this many ems wide at least. */
const MANY = 8;
const SHORT = 42;
const LEAST_WIDTH = 10;

/** Splits inline text behind a number of letters; a run ends there. */
function splitAt(inlines: readonly Inline[], letters: number): { before: Inline[]; after: Inline[] } {
  let count = 0;
  const end = inlines.findIndex((inline) => {
    if (count >= letters) return true;
    count += inline.kind === 'text' ? inline.text.length : 0;
    return false;
  });
  const at = end === -1 ? inlines.length : end;
  return { before: inlines.slice(0, at), after: inlines.slice(at) };
}

/** Underlines a word or phrase where it is first found. */
function underlined(inlines: readonly Inline[], word: string): Inline[] {
  const found = inlines.find((one) => one.kind === 'text' && one.text.includes(word));
  return inlines.flatMap((one): Inline[] => {
    if (one !== found || one.kind !== 'text') return [one];
    const from = one.text.indexOf(word);
    const parts = [
      { ...one, text: one.text.slice(0, from) },
      { ...one, text: word, underline: true },
      { ...one, text: one.text.slice(from + word.length) },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}

/** Puts verse on one line, as it is quoted in running text: without its indents. */
const onOneLine = (lines: readonly Inline[]): Inline[] =>
  lines.map((one, index): Inline => {
    if (one.kind === 'break') return { kind: 'text', text: ' / ' };
    if (one.kind !== 'text') return one;
    const text = one.text.replace(/\u00A0{3,}/g, ' ');
    return { ...one, text: lines[index - 1]?.kind === 'break' ? text.trimStart() : text };
  });

function partsOf({ term, text, words, zoom, after, lang }: Entry, tools: ExpandTools) {
  const { plain, inline, placeIn, at } = tools;
  const quoted = words.flatMap((part, index): Inline[] => [
    ...(index > 0 ? plain(' / ') : []),
    ...onOneLine(inline(part)),
  ]);
  const shown = zoom ? underlined(quoted, textOf(plain(zoom))) : quoted;
  const own = tools.words;
  const place = after ? plain(after).map((run) => ({ ...run, italic: true })) : [];
  const whole: Inline[] = [
    ...(quoted.length > 0
      ? [...plain(say(own, 'quote-open')), ...shown, ...plain(say(own, 'quote-close'))]
      : []),
    ...(text ? inline(text) : []),
    ...(after ? [...plain('\u2002'), ...place] : []),
  ];
  const written = [text, ...words, term].find((one) => one !== undefined && placeIn(one) !== at);
  return {
    term: term ? plain(term) : [],
    text: whole.length > 0 ? whole : plain(' '),
    after: place,
    at: written === undefined ? at : placeIn(written),
    lang,
  };
}
