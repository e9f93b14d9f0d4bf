import * as z from 'zod';
import { yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { inSmall } from './in-small.ts';

/** Answers that pupils may look up: as they are, or in small type upside down at the foot of the page. */
export const answerList = defineBlock({
  name: 'answer-list',
  fields: z.strictObject({
    title: z.string().default(''),
    entries: z.array(z.strictObject({ label: z.string().min(1), text: z.string().min(1) })).min(1),
    turned: yesOrNo().default(false).describe('yes, to print them upside down at the bottom of the page'),
  }),
  expand({ title, entries, turned }, { at, plain, blocks }) {
    const list: Block = {
      kind: 'list',
      at,
      labels: { texts: entries.map(({ label }) => label), room: '00' },
      tight: true,
      look: turned ? 'small' : 'body',
      items: entries.map(({ text }) => (turned ? blocks(text).map(inSmall) : blocks(text))),
    };
    const heading: Block[] = title ? [{ kind: 'paragraph', at, look: 'label', text: plain(title) }] : [];
    if (!turned) return [...heading, list];
    // What fills the page stays with the answers, so that they are at the foot even of a page of their own.
    return [
      { kind: 'space', at, height: 14, fill: 0 },
      {
        kind: 'group',
        at,
        whole: true,
        blocks: [
          { kind: 'space', at, height: 0, fill: 1 },
          { kind: 'turned', at, blocks: [...heading, list] },
        ],
      },
    ];
  },
});
