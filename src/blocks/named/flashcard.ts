import * as z from 'zod';
import type { Block, Paragraph } from '../block.ts';
import { inLanguage } from '../in-language.ts';
import { langField } from './lang-field.ts';
import { defineBlock } from './named-block.ts';
import { quotedParagraphs } from './quotation.ts';

/**
 * A card with two sides, each a page: a question, a term or a name, and its answer on the back. Its number and its pack are
 * in tiny print at the foot of both sides, so that a set that was dropped can be sorted.
 */
export const flashcard = defineBlock({
  name: 'flashcard',
  fields: z.strictObject({
    task: z.string().optional().describe('an instruction, in small print above the front'),
    front: z.string().min(1).optional(),
    question: z.string().min(1).optional().describe('Markdown of one paragraph, instead of front'),
    prompt: z.string().optional().describe('Markdown of any length, instead of front'),
    lang: langField('the language of the front, if not that of the pack; with a prompt, that of the answer'),
    words: z.array(z.string().min(1)).min(1).optional().describe('a quotation, instead of front'),
    short: z.string().optional().describe('the answer in a few words, in large print'),
    says: z.string().optional().describe('the answer in a sentence, in plain text'),
    back: z.string().optional().describe('Markdown of any length'),
    note: z.string().optional().describe('a few words in small print below it'),
    number: z.string().min(1),
    set: z.string().min(1).describe('what the card belongs to'),
  }),
  expand({ task, front, question, lang, prompt, words, short, says, back, note, number, set }, tools) {
    const { plain, inline, blocks, placeIn } = tools;
    const at = placeIn(front ?? question ?? prompt ?? words?.[0] ?? number);
    const room = (fill: number) => ({ kind: 'space', at, height: 0, fill }) as const;
    // The optical centre is a little above the middle.
    const side = (inside: readonly Block[]): Block[] => [
      room(4),
      ...inside.map(inTheMiddle),
      // Kept free whatever the size of the words, so that the number is never taken for their last line.
      { ...room(5), height: NUMBER_ZONE },
      { kind: 'paragraph', at, look: 'furniture', text: [...plain(number), ...plain(' · '), ...plain(set)] },
    ];
    const largeText = (text: string): Paragraph => ({
      kind: 'paragraph',
      at: placeIn(text),
      look: 'display',
      balanced: true,
      text: plain(text),
    });
    const answerLang = prompt && lang !== undefined ? { lang } : {};
    const shown: Block[] = words
      ? inLanguage(quotedParagraphs(words, 'display', tools), lang)
      : prompt
        ? [...asLargeAsAWord(blocks(prompt))]
        : question
          ? [{ ...largeText(question), text: inline(question) }]
          : [{ ...largeText(front ?? number), ...(lang !== undefined && { lang }) }];
    return [
      ...side([
        ...(task ? [{ kind: 'paragraph' as const, at, look: 'small' as const, text: plain(task) }] : []),
        ...shown,
      ]),
      { kind: 'page-break', at, recto: false },
      ...side([
        ...(short ? [{ ...largeText(short), ...answerLang }] : []),
        ...(says
          ? [
              {
                kind: 'paragraph' as const,
                at: placeIn(says),
                look: 'body' as const,
                text: plain(says),
                ...answerLang,
              },
            ]
          : []),
        ...(back ? blocks(back) : []),
        ...(note ? [{ kind: 'paragraph' as const, at, look: 'small' as const, text: plain(note) }] : []),
      ]),
      { kind: 'page-break', at, recto: false },
    ];
  },
});

/** The least room between the words of a card and its number, in points. */
const NUMBER_ZONE = 9;

/** The longest prompt that is set as large as a word, in characters. */
const SHORT_PROMPT = 60;

/** A prompt of a few words, as on a card from the meaning to the word, is as large as a word is on other cards. */
function asLargeAsAWord(prompt: readonly Block[]): readonly Block[] {
  const [only] = prompt;
  if (prompt.length !== 1 || only?.kind !== 'paragraph') return prompt;
  const length = only.text.reduce((sum, one) => sum + (one.kind === 'text' ? one.text.length : 0), 0);
  return length > SHORT_PROMPT ? prompt : [{ ...only, look: 'display' }];
}

/** Verse keeps its lines: centred, the rest of one that is too long would look like a line of its own. */
const inTheMiddle = (block: Block): Block =>
  block.kind === 'paragraph' && !block.verse ? { ...block, balanced: true, centred: true } : block;
