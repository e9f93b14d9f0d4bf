import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Figure } from '../block.ts';
import { defineBlock, type ExpandTools } from './named-block.ts';
import { plotPicture } from './plot-picture.ts';

/** The fields of a picture of a plot. */
export const plotFields = z.strictObject({
  chapters: z
    .array(z.strictObject({ id: z.string(), part: z.string().optional() }))
    .describe('the chapters in order, with their parts'),
  events: z
    .array(z.strictObject({ chapters: z.array(z.string()) }))
    .describe('what happens, in the order of the story, and the chapters that tell it'),
  until: z.string().optional().describe('the last part that the reader knows'),
  alt: z.string().min(1).describe('what the picture shows, for readers who cannot see it'),
});

/** A picture of the story against its telling: on a cover, or of the plot so far. */
export const plot = defineBlock({
  name: 'plot',
  fields: plotFields,
  expand: (fields, tools) => plotFigures(fields, tools),
});

/** The width of the plot so far, as a share of the column. */
const OPENER = 0.66;

/** The figure of a plot; none without events that chapters tell. */
export function plotFigures(
  { chapters, events, until, alt }: z.output<typeof plotFields>,
  { at }: Pick<ExpandTools, 'at'>,
): Figure[] {
  const plain = (text: string) => withoutOriginMarks(text);
  const ids = chapters.map(({ id, part }) => ({
    id: plain(id),
    ...(part !== undefined && { part: plain(part) }),
  }));
  const told = events
    .map((event) => ({ chapters: event.chapters.map(plain) }))
    .filter((event) => event.chapters.some((one) => ids.some(({ id }) => id === one)));
  if (told.length < 2) return [];
  const known = until === undefined ? {} : { until: plain(until) };
  const picture = plotPicture({ chapters: ids, events: told, ...known });
  return [{ kind: 'figure', at, picture, alt: plain(alt), share: until === undefined ? 1 : OPENER }];
}
