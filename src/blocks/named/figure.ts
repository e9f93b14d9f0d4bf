import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { decimalNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/** A picture with a description, and perhaps a caption and a width. */
export const figure = defineBlock({
  name: 'figure',
  fields: z.strictObject({
    picture: z.string().min(1).describe('the path of a PNG, JPEG or SVG file, relative to this file'),
    alt: z.string().min(1).describe('what the picture shows, for readers who cannot see it'),
    caption: z.string().min(1).optional(),
    width: decimalNumber(1)
      .pipe(z.number().max(100))
      .optional()
      .describe('a percentage of the column width, for example 60'),
  }),
  expand: ({ picture, alt, caption, width }, { at, pictureAt, inline }) => [
    {
      kind: 'figure',
      at,
      picture: pictureAt(picture),
      alt: withoutOriginMarks(alt),
      ...(caption !== undefined && { caption: inline(caption) }),
      ...(width !== undefined && { share: width / 100 }),
    },
  ],
});
