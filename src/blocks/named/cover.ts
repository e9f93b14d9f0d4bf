import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from './named-block.ts';
import { schoolFields, schoolHead } from './school-head.ts';

/** The first page of a document: title, author, a text, and facts in small print at the foot. It fills its page. */
export const cover = defineBlock({
  name: 'cover',
  fields: z.strictObject({
    title: z.string().min(1),
    by: z.string().optional(),
    kind: z.string().optional(),
    text: z.string().optional(),
    facts: z.array(z.string().min(1)).default([]),
    ...schoolFields,
  }),
  expand({ title, by, kind, text, facts, ...school }, tools) {
    const { at, plain, blocks, placeIn } = tools;
    const paragraph = (words: string, look: 'lead' | 'label' | 'small'): Block => ({
      kind: 'paragraph',
      at: placeIn(words),
      look,
      text: plain(words),
    });
    return [
      ...schoolHead(school, tools),
      { kind: 'space', at, height: 0, fill: 2 },
      ...(kind ? [paragraph(kind, 'label')] : []),
      { kind: 'heading', at: placeIn(title), level: 1, look: 'cover', text: plain(title) },
      ...(by ? [paragraph(by, 'lead')] : []),
      { kind: 'space', at, height: 24, fill: 0 },
      ...(text ? blocks(text) : []),
      { kind: 'space', at, height: 12, fill: 5 },
      ...(facts.length > 0 ? [{ kind: 'rule' as const, at }] : []),
      ...facts.map((fact) => paragraph(fact, 'small')),
      { kind: 'page-break', at, recto: false },
    ];
  },
});
