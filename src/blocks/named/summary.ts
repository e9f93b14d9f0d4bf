import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block, Heading } from '../block.ts';
import { inSmallType } from '../in-small-type.ts';
import { innerBlocks } from '../inner-blocks.ts';
import { plainText } from '../plain-text.ts';
import { defineBlock } from './named-block.ts';
import { quotationFields, quoteOf } from './quotation.ts';

/** The shares of the text and of its quotations; in large type, a column under these ems goes above the other. */
const SHARES = { text: 9, quotations: 5 };
const LEAST = 11;

/** What a chapter says, with the quotations from it beside the summary, over the whole width of the page. */
export const summary = defineBlock({
  name: 'summary',
  fields: z.strictObject({
    number: z.string().optional(),
    level: wholeNumber(1, 6).default(3),
    title: z.string().optional(),
    place: z.string().optional(),
    text: z.string().min(1).describe('Markdown of any length'),
    quotations: z.array(z.strictObject(quotationFields)).default([]),
  }),
  expand({ number, level, title, place, text, quotations }, tools) {
    const { at, plain, placeIn, blocks } = tools;
    const name = [number, title].filter((part) => part !== undefined && part !== '');
    const head = name.flatMap((part, index) => [...(index > 0 ? plain('\u2002') : []), ...plain(part!)]);
    const [first, ...rest] = inSmallType(blocks(text));
    // The place runs on into the text.
    const begun =
      place && first?.kind === 'paragraph'
        ? {
            ...first,
            text: [...plain(place).map((run) => ({ ...run, italic: true })), ...plain('. '), ...first.text],
          }
        : first;
    const told = [
      ...(head.length > 0
        ? [
            {
              kind: 'heading',
              level: level as Heading['level'],
              look: 'subheading',
              at: placeIn(title ?? number ?? ''),
              text: head,
            } as const,
          ]
        : []),
      ...(begun ? [begun] : []),
      ...rest,
    ];
    const quotes = quotations.map((one) => quoteOf(one, 'small', tools));
    const beside = countBeside(
      lengthOf(told),
      quotes.map((one) => lengthOf([one])),
    );
    const columns = [
      { share: SHARES.text, blocks: [...told, ...quotes.slice(beside)] },
      { share: SHARES.quotations, blocks: quotes.slice(0, beside) },
    ];
    return [{ kind: 'group', at, wide: true, blocks: [{ kind: 'columns', at, least: LEAST, columns }] }];
  },
});

/** What a quotation or a paragraph takes besides its letters: the gaps, and the room left on its last lines. */
const GAPS = 60;

/**
 * Gives how many quotations go beside the text, so that both columns are about equally long. The others go below the text.
 * @param text and quotations in letters
 */
function countBeside(text: number, quotations: readonly number[]): number {
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0);
  const heightWith = (count: number) =>
    Math.max(
      (text + sum(quotations.slice(count))) / SHARES.text,
      sum(quotations.slice(0, count)) / SHARES.quotations,
    );
  const counts = Array.from({ length: quotations.length + 1 }, (_, count) => count);
  return counts.reduce((best, count) => (heightWith(count) <= heightWith(best) ? count : best), 0);
}

/** The letters in blocks, and about as many for each gap between them. */
const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    const own =
      block.kind === 'paragraph' || block.kind === 'heading' ? plainText(block.text).length + GAPS : 0;
    const source =
      block.kind === 'quote' && block.attribution ? plainText(block.attribution).length + GAPS : 0;
    return sum + own + source + innerBlocks(block).reduce((inner, one) => inner + lengthOf(one), 0);
  }, 0);
