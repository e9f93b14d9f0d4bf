import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Block } from '../block.ts';
import { defineBlock } from './named-block.ts';
import { plotFields, plotFigures } from './plot.ts';
import { schoolFields, schoolHead } from './school-head.ts';

/** The first page of a document: title, author, a text, and facts in small print at the foot. It fills its page. */
export const cover = defineBlock({
  name: 'cover',
  fields: z.strictObject({
    title: z.string().min(1),
    by: z.string().optional(),
    kind: z.string().optional(),
    text: z.string().optional(),
    picture: z.string().min(1).optional().describe('the path of a picture below the text'),
    alt: z.string().min(1).optional().describe('what the picture shows'),
    plot: plotFields.optional().describe('the story against its telling, without a picture'),
    facts: z.array(z.string().min(1)).default([]),
    ...schoolFields,
  }),
  expand({ title, by, kind, text, picture, alt, plot, facts, ...school }, tools) {
    const { at, plain, blocks, placeIn, pictureAt } = tools;
    const paragraph = (words: string, look: 'lead' | 'label' | 'small'): Block => ({
      kind: 'paragraph',
      at: placeIn(words),
      look,
      text: plain(words),
    });
    const drawn: readonly Block[] = picture
      ? [
          {
            kind: 'figure',
            at: placeIn(picture),
            picture: pictureAt(picture),
            alt: withoutOriginMarks(alt ?? title),
            share: 1,
          },
        ]
      : plot
        ? plotFigures(plot, tools)
        : [];
    return [
      ...schoolHead(school, tools),
      { kind: 'space', at, height: 0, fill: 2 },
      ...(kind ? [paragraph(kind, 'label')] : []),
      { kind: 'heading', at: placeIn(title), level: 1, look: 'cover', text: plain(title) },
      ...(by ? [paragraph(by, 'lead')] : []),
      { kind: 'space', at, height: 12, fill: 0 },
      ...(text ? blocks(text) : []),
      ...(drawn.length > 0 ? [{ kind: 'space' as const, at, height: 24, fill: 2 }, ...drawn] : []),
      { kind: 'space', at, height: 8, fill: drawn.length > 0 ? 2 : 5 },
      ...(facts.length > 0 ? [{ kind: 'rule' as const, at }] : []),
      ...facts.map((fact) => paragraph(fact, 'small')),
      { kind: 'page-break', at, recto: false },
    ];
  },
});
