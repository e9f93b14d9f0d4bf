import * as z from 'zod';
import { yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import type { Inline, Paragraph, Quote } from '../block.ts';
import { inLanguage } from '../in-language.ts';
import { langField } from './lang-field.ts';
import { defineBlock, type ExpandTools } from './named-block.ts';

/** The fields of a quotation. */
export const quotationFields = {
  words: z.array(z.string().min(1)).min(1),
  speaker: z.string().default(''),
  place: z.string().min(1),
  /** Printed after the place: that the words are not from the book, or have not been checked. */
  warning: z.string().optional(),
  note: z.string().optional(),
  lang: langField('the language of the words, if not that of the pack'),
};

/** A quotation between paragraphs of text: its lines or stanzas, and under them the speaker and the place. */
export const quotation = defineBlock({
  name: 'quotation',
  fields: z.strictObject({
    ...quotationFields,
    /** Whether it is in the margin column, beside a text about it, and is printed elsewhere too. */
    margin: yesOrNo().default(false),
  }),
  expand({ margin, ...fields }, tools) {
    const quote = quoteOf(fields, margin ? 'small' : 'body', tools);
    return margin ? [{ kind: 'aside', at: quote.at, repeats: true, blocks: [quote] }] : [quote];
  },
});

/** Sets a quotation apart: its words, and under them who says them, and where. */
export function quoteOf(
  { words, speaker, place, warning, note, lang }: z.output<z.ZodObject<typeof quotationFields>>,
  look: 'body' | 'small' | 'display',
  tools: ExpandTools,
): Quote {
  const { plain } = tools;
  return {
    kind: 'quote',
    at: tools.placeIn(words[0]!),
    blocks: inLanguage(quotedParagraphs(words, look, tools), lang),
    attribution: [
      ...(speaker ? [...plain(speaker), ...plain(', ')] : []),
      ...plain(place),
      ...(warning ? [...plain('. '), ...plain(warning).map((run) => ({ ...run, bold: true }))] : []),
      ...(note ? [...plain(endOf(warning ?? place)), ...plain(note)] : []),
    ],
  };
}

/** What stands between a text and a note after it: a full stop, unless the text has one. */
const endOf = (text: string): string => (/[.!?…]$/.test(text) ? ' ' : '. ');

/**
 * Puts the paragraphs (or stanzas) of a quotation in one pair of quotation marks. The author marks what is left out: […].
 * @param after what to print after the closing mark
 */
export function quotedParagraphs(
  words: readonly string[],
  look: 'body' | 'small' | 'display',
  { inline, plain, placeIn, words: own }: ExpandTools,
  after: readonly Inline[] = [],
): Paragraph[] {
  return words.map((part, index) => {
    const text = inline(part);
    const verse = text.some(({ kind }) => kind === 'break');
    return {
      kind: 'paragraph',
      at: placeIn(part),
      look,
      ...(verse ? { verse } : look === 'display' && { balanced: true }),
      text: [
        ...(index === 0 ? plain(say(own, 'quote-open')) : []),
        ...text,
        ...(index === words.length - 1 ? [...plain(say(own, 'quote-close')), ...after] : []),
      ],
    };
  });
}
