import * as z from 'zod';
import { yesOrNo } from '../../diagnostics/check-yaml.ts';
import type { Block, Paragraph } from '../block.ts';
import { defineBlock } from './named-block.ts';

/** The sentence under a title that says what the page argues, over the whole width of the page. */
export const lead = defineBlock({
  name: 'lead',
  fields: z.strictObject({
    text: z.string().min(1),
    small: yesOrNo().default(false).describe('yes, for a short entry: in italics, as large as body text'),
  }),
  expand({ text, small }, { placeIn, plain }) {
    const at = placeIn(text);
    if (small) {
      const italic = plain(text).map((run) => ({ ...run, italic: true }));
      const claim: Paragraph = { kind: 'paragraph', at, look: 'body', ragged: true, text: italic };
      return [{ kind: 'group', at, leads: true, blocks: [claim] }];
    }
    const claim: Paragraph = { kind: 'paragraph', at, look: 'lead', balanced: true, text: plain(text) };
    const blocks: Block[] = [claim, { kind: 'space', at, height: 5, fill: 0 }];
    return [{ kind: 'group', at, wide: true, leads: true, blocks }];
  },
});
