import * as z from 'zod';
import { decimalNumber } from '../../diagnostics/yaml/check-yaml.ts';
import type { DrawingBlock, DrawingText } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';

/** The height of the greatest tension, in widths. */
const HEIGHT = 0.32;

/** The tension of a story as a curve from left to right, with its turning points. */
export const plotCurve = defineBlock({
  name: 'plot-curve',
  fields: z.strictObject({
    across: z.string().min(1).optional().describe('what runs from left to right, for instance: chapters'),
    up: z.string().min(1).optional().describe('what the height shows, for instance: tension'),
    points: z
      .array(
        z.strictObject({
          label: z.string().min(1).describe('what happens'),
          height: decimalNumber(0).pipe(z.number().max(10)).describe('a number from 0 to 10'),
        }),
      )
      .min(3)
      .describe('three or more points in order, each with a label and a height'),
    alt: z.string().min(1).optional().describe('what the curve shows, for readers who cannot see it'),
  }),
  expand({ across, up, points, alt }, { at, plain, placeIn }) {
    const y = (height: number) => HEIGHT * (1 - height / 10);
    const places = points.map(
      ({ height }, index) => [0.1 + (0.8 * index) / (points.length - 1), y(height)] as const,
    );
    const widest = 0.86 / points.length;
    const texts: DrawingText[] = points.map(({ label }, index) => ({
      at: placeIn(label),
      text: plain(label),
      point: places[index]!,
      side: sideOf(points[index - 1]?.height, points[index]!.height, points[index + 1]?.height),
      widest,
    }));
    const base = HEIGHT + 0.07;
    const axis = (
      text: string | undefined,
      place: Pick<DrawingText, 'point' | 'side' | 'widest'>,
    ): DrawingText[] =>
      text === undefined ? [] : [{ at: placeIn(text), text: plain(text), strong: true, ...place }];
    const named = [
      ...axis(across, { point: [0.5, base + 0.03], side: 'below', widest: 0.8 }),
      ...axis(up, { point: [0, -0.04], side: 'above', widest: 0.3 }),
    ];
    const told = points.map(({ label, height }) => `${plainText(plain(label))} (${height})`).join(' → ');
    const drawing: DrawingBlock = {
      kind: 'drawing',
      at,
      share: 0.85,
      shapes: [
        {
          as: 'line',
          line: [
            [0, -0.03],
            [0, base + 0.03],
            [1, base + 0.03],
          ],
        },
        { as: 'curve', line: places },
        ...places.map((centre) => ({ as: 'dot', line: { centre, radius: 0 } }) as const),
      ],
      texts: [...texts, ...named],
      alt: [...(alt === undefined ? [] : [plainText(plain(alt))]), `${told}.`].join(' '),
    };
    return [drawing];
  },
});

/** Where the words of a point are, so that the curve does not run through them. */
function sideOf(before: number | undefined, height: number, after: number | undefined): DrawingText['side'] {
  const rises = (before ?? after!) <= height;
  const falls = (after ?? before!) <= height;
  if (before === undefined || after === undefined) return rises && falls ? 'above' : 'below';
  if (rises && falls) return 'above';
  if (rises) return 'above-left';
  return falls ? 'above-right' : 'below';
}
