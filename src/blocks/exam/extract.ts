import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/check-yaml.ts';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';

/** A paragraph whose lines its author has ended is verse: then the rest of a line that is too long is indented. */
const asVerse = (block: Block): Block =>
  block.kind === 'paragraph' && block.text.some(({ kind }) => kind === 'break')
    ? { ...block, verse: true }
    : block;

/**
 * A text that questions are about, in a frame, with line numbers every few lines (`every: 0` for none). Without a text,
 * only its title: a line that leads to what follows.
 */
export const extract = defineBlock({
  name: 'extract',
  fields: z.strictObject({
    title: z.string().default(''),
    text: z.string().default('').describe('Markdown of any length'),
    source: z.string().default(''),
    every: wholeNumber(0, 20).default(5),
  }),
  expand({ title, text, source, every }, { at, plain, inline, blocks, placeIn }) {
    const heading: Block[] = title ? [{ kind: 'paragraph', at, look: 'label', text: inline(title) }] : [];
    if (text === '') return heading;
    const inner = blocks(text).map(asVerse);
    const place = placeIn(text);
    const lines: Block[] = every > 0 ? [{ kind: 'numbered-lines', at: place, every, blocks: inner }] : inner;
    const parts: Block[] = [
      ...heading,
      { kind: 'box', at: place, tone: 'frame', blocks: lines },
      ...(source
        ? [
            {
              kind: 'paragraph' as const,
              at: placeIn(source),
              look: 'small' as const,
              align: 'right' as const,
              text: plain(source),
            },
          ]
        : []),
    ];
    return [
      { kind: 'group', at, whole: true, blocks: parts },
      { kind: 'space', at, height: 10, fill: 0 },
    ];
  },
});
