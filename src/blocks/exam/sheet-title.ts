import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import type { Block, Inline } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { inSmall } from './in-small.ts';

/** The sign of a level: as many of them as the level says. */
export const LEVEL_SIGN = '●';
const LEVELS = 3;

/**
 * The title of a sheet, with its level as marks, and below it what to do, in small type. The marks name nobody's ability; a
 * screen reader says which level of how many it is.
 */
export const sheetTitle = defineBlock({
  name: 'sheet-title',
  fields: z.strictObject({
    title: z.string().min(1),
    level: wholeNumber(0, LEVELS).default(0).describe('1, 2 or 3; 0 for a sheet without levels'),
    lead: z.string().default('').describe('Markdown of any length: what to do'),
  }),
  expand({ title, level, lead }, tools) {
    const { at, plain, blocks, placeIn } = tools;
    const small = lead ? blocks(lead).map(inSmall) : [];
    return [
      {
        kind: 'heading',
        at: placeIn(title),
        level: 1,
        text: [...plain(title), ...(level > 0 ? levelMarks(level, tools) : [])],
      },
      ...small.map((block): Block => (block.kind === 'paragraph' ? { ...block, leads: true } : block)),
      { kind: 'space', at, height: 7, fill: 0 },
    ];
  },
});

const levelMarks = (level: number, { plain, words }: ExpandTools): Inline[] => [
  ...plain('\u00A0\u00A0'),
  {
    kind: 'text',
    text: LEVEL_SIGN.repeat(level),
    small: true,
    alt: say(words, 'level-of-levels', { level, levels: LEVELS }),
  },
];
