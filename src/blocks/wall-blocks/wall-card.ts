import * as z from 'zod';
import type { Block, Inline } from '../block.ts';
import { inLanguage } from '../in-language.ts';
import { langField } from '../named/lang-field.ts';
import { defineBlock } from '../named/named-block.ts';
import { quotedParagraphs } from '../named/quotation.ts';

/** The gaps above and below the line under the words, in points. */
const ABOVE_LINE = 14;
const BELOW_LINE = 8;

/**
 * A page or a card that is read across a room: a quotation and who says it, or a word and what it means. The words are a little
 * above the middle; what belongs to them is under a line.
 */
export const wallCard = defineBlock({
  name: 'wall-card',
  fields: z.strictObject({
    words: z.array(z.string().min(1)).min(1).optional().describe('a quotation: its lines or paragraphs'),
    word: z.string().min(1).optional().describe('a word or a name, instead of words'),
    meaning: z.string().optional().describe('Markdown of any length, below the line'),
    speaker: z.string().optional(),
    place: z.string().optional(),
    note: z.string().optional().describe('printed small at the foot'),
    lang: langField('the language of the words, if not that of the document'),
  }),
  expand({ words, word, meaning, speaker, place, note, lang }, tools) {
    const { plain, placeIn } = tools;
    const first = words?.[0] ?? word;
    const at = first === undefined ? tools.at : placeIn(first);
    if ((words === undefined) === (word === undefined)) {
      const message = 'A wall card has either “words” or a “word”.';
      tools.report.add('field-missing', tools.at, message, 'Give one of the two.');
      return [];
    }
    const heading: Block = {
      kind: 'heading',
      level: 1,
      at,
      look: 'cover',
      text: inLang(plain(word ?? ''), lang),
    };
    const shown = words ? inLanguage(quotedParagraphs(words, 'display', tools), lang) : [heading];
    const from = [
      ...plain(speaker ?? '').map((run) => ({ ...run, bold: true })),
      ...(speaker && place ? plain(' · ') : []),
      ...plain(place ?? ''),
    ];
    const below: Block[] = [
      ...(meaning ? tools.blocks(meaning).map(unbroken) : []),
      ...(from.length > 0 ? [{ kind: 'paragraph' as const, at, look: 'small' as const, text: from }] : []),
    ];
    const room = (height: number, fill = 0) => ({ kind: 'space', at, height, fill }) as const;
    return [
      room(0, 4),
      ...shown,
      ...(below.length > 0
        ? [room(ABOVE_LINE), { kind: 'rule', at } as const, room(BELOW_LINE), ...below]
        : []),
      room(0, 5),
      ...(note
        ? [
            {
              kind: 'paragraph' as const,
              at: placeIn(note),
              look: 'body' as const,
              quiet: true,
              text: plain(note),
            },
          ]
        : []),
      { kind: 'page-break', at, recto: false },
    ];
  },
});

/** A line read from afar is not broken within a word. */
const unbroken = (block: Block): Block => (block.kind === 'paragraph' ? { ...block, balanced: true } : block);

/** A heading has no language of its own, but its text may. */
const inLang = (text: readonly Inline[], lang: string | undefined): Inline[] =>
  text.map((run) => (run.kind === 'text' && lang !== undefined ? { ...run, lang } : run));
