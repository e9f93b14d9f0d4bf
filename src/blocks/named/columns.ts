import * as z from 'zod';
import { decimalNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/** Texts side by side, each with its share of the width. */
export const columns = defineBlock({
  name: 'columns',
  fields: z.strictObject({
    columns: z
      .array(
        z.strictObject({
          share: decimalNumber(0.1)
            .default(1)
            .describe('its width compared with the other columns, for example 2'),
          text: z.string().describe('Markdown of any length'),
        }),
      )
      .min(2)
      .max(6),
  }),
  expand: ({ columns: list }, { at, blocks }) => [
    { kind: 'columns', at, columns: list.map(({ share, text }) => ({ share, blocks: blocks(text) })) },
  ],
});
