import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block, Inline } from '../block.ts';
import { inLanguage } from '../in-language.ts';
import { linesOfText } from '../lines-of-text.ts';
import { langField } from '../named/lang-field.ts';
import { defineBlock } from '../named/named-block.ts';

/**
 * A text of at most so many characters stays with its question, so that nobody has to turn the page between the two. After
 * a longer one, which would leave much of a page empty, the question may be on the facing page.
 */
const MOST_LEADING = 900;

/** A paragraph whose lines its author has ended is verse: then the rest of a line that is too long is indented. */
function asVerse(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  const lines = linesOfText(block.text);
  const uncounted = lines.flatMap((line, index) => (hasNumber(line) ? [] : [index]));
  if (lines.length === 1 && uncounted.length === 0) return block;
  return { ...block, verse: true, ...(uncounted.length > 0 && { uncounted }) };
}

const DIRECTION = /^\s*\[[^[\]]*\]\s*$/;
/** What follows the name of a speaker: nothing, or a wide gap before the second half of a shared line. */
const NO_LINE_OF_ITS_OWN = /^\s*$|^\u00A0{3,}/;

/**
 * Whether a line is counted where lines are numbered. Editions of plays count neither directions nor names of speakers
 * alone, and two halves of a line only once.
 */
function hasNumber([first, ...rest]: readonly Inline[]): boolean {
  if (first?.kind !== 'text') return true;
  const after = rest.map((one) => (one.kind === 'text' ? one.text : 'x')).join('');
  if (first.italic) return !DIRECTION.test(first.text + after);
  return !first.bold || !NO_LINE_OF_ITS_OWN.test(after);
}

/**
 * A text that questions are about, in a frame, with line numbers every few lines (`every: 0` for none), from `first`.
 * Without a text, only its title: a line that leads to what follows.
 */
export const extract = defineBlock({
  name: 'extract',
  fields: z.strictObject({
    title: z.string().default(''),
    text: z.string().default('').describe('Markdown of any length'),
    source: z.string().default(''),
    every: wholeNumber(0, 20).default(5),
    first: wholeNumber(1, 99999).default(1),
    lang: langField('the language of the text, if not that of the pack'),
  }),
  expand({ title, text, source, every, first, lang }, { at, plain, inline, blocks, placeIn }) {
    const heading: Block[] = title ? [{ kind: 'paragraph', at, look: 'label', text: inline(title) }] : [];
    if (text === '') return heading;
    const inner = inLanguage(blocks(text), lang).map(asVerse);
    const place = placeIn(text);
    const lines: Block[] =
      every > 0 ? [{ kind: 'numbered-lines', at: place, every, first, blocks: inner }] : inner;
    const parts: Block[] = [
      ...heading,
      { kind: 'box', at: place, tone: 'frame', blocks: lines },
      ...(source
        ? [
            {
              kind: 'paragraph' as const,
              at: placeIn(source),
              look: 'small' as const,
              trails: true,
              align: 'right' as const,
              text: plain(source),
            },
          ]
        : []),
    ];
    return [
      {
        kind: 'group',
        at,
        whole: true,
        leads: withoutOriginMarks(text).length <= MOST_LEADING,
        blocks: [...parts, { kind: 'space', at, height: 10, fill: 0 }],
      },
    ];
  },
});
