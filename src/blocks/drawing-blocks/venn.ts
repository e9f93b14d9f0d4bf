import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';
import type { DrawingBlock, DrawingPoint, DrawingText, Inline } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';

const items = () => listOf(z.string().min(1)).default([]);

/** A part of the drawing: the circles that it is in, counted from 0, its middle, and its width. */
interface Part {
  readonly of: readonly number[];
  readonly at: DrawingPoint;
  readonly widest: number;
}

interface Shape {
  readonly circles: readonly DrawingPoint[];
  readonly radius: number;
  readonly names: readonly (Pick<DrawingText, 'side'> & { readonly point: DrawingPoint })[];
  readonly parts: readonly Part[];
}

/** Two circles, and three. */
const TWO: Shape = {
  circles: [
    [0.31, 0.3],
    [0.69, 0.3],
  ],
  radius: 0.3,
  names: [
    { point: [0.2, 0], side: 'above' },
    { point: [0.8, 0], side: 'above' },
  ],
  parts: [
    { of: [0], at: [0.2, 0.3], widest: 0.28 },
    { of: [1], at: [0.8, 0.3], widest: 0.28 },
    { of: [0, 1], at: [0.5, 0.3], widest: 0.19 },
  ],
};
const THREE: Shape = {
  circles: [
    [0.34, 0.32],
    [0.66, 0.32],
    [0.5, 0.6],
  ],
  radius: 0.31,
  names: [
    { point: [0.22, 0.01], side: 'above' },
    { point: [0.78, 0.01], side: 'above' },
    { point: [0.5, 0.91], side: 'below' },
  ],
  parts: [
    { of: [0], at: [0.19, 0.25], widest: 0.25 },
    { of: [1], at: [0.81, 0.25], widest: 0.25 },
    { of: [2], at: [0.5, 0.77], widest: 0.3 },
    { of: [0, 1], at: [0.5, 0.17], widest: 0.2 },
    { of: [0, 2], at: [0.31, 0.51], widest: 0.18 },
    { of: [1, 2], at: [0.69, 0.51], widest: 0.18 },
    { of: [0, 1, 2], at: [0.5, 0.42], widest: 0.18 },
  ],
};

/** Two or three circles that overlap, with what belongs in each part. */
export const venn = defineBlock({
  name: 'venn',
  fields: z.strictObject({
    circles: z
      .array(z.strictObject({ name: z.string().min(1), items: items() }))
      .min(2)
      .max(3)
      .describe('two or three circles, each with a name and what is in it alone'),
    shared: z
      .array(z.strictObject({ of: listOf(z.string().min(1)), items: items() }))
      .default([])
      .describe('what circles share: their names (“of”) and the items'),
    alt: z.string().min(1).optional().describe('what it shows, for readers who cannot see it'),
  }),
  expand({ circles, shared, alt }, { at, report, plain, placeIn }) {
    const shape = circles.length === 2 ? TWO : THREE;
    const names = circles.map(({ name }) => withoutOriginMarks(name));
    const known = shared.map(({ of, items: list }) => ({
      list,
      of: of.flatMap((name) => {
        const index = names.indexOf(withoutOriginMarks(name));
        if (index < 0)
          report.add(
            'diagram-box-unknown',
            placeIn(name),
            `There is no circle “${withoutOriginMarks(name)}” in this diagram.`,
            suggest(withoutOriginMarks(name), names),
          );
        return index < 0 ? [] : [index];
      }),
    }));
    const listed = shape.parts.map((part) => ({
      ...part,
      list:
        part.of.length === 1
          ? circles[part.of[0]!]!.items
          : known.filter(({ of }) => of.toSorted().join() === part.of.join()).flatMap(({ list }) => list),
    }));
    const lines = (list: readonly string[]): Inline[] =>
      list.flatMap((item, index) => [...(index > 0 ? [{ kind: 'break' } as const] : []), ...plain(item)]);
    const told = listed.flatMap(({ of, list }) =>
      list.length === 0
        ? []
        : [
            `${of.map((index) => names[index]).join(' + ')}: ${list.map((item) => plainText(plain(item))).join('; ')}.`,
          ],
    );
    const drawing: DrawingBlock = {
      kind: 'drawing',
      at,
      share: 0.62,
      shapes: shape.circles.map(
        (centre) => ({ as: 'outline', line: { centre, radius: shape.radius } }) as const,
      ),
      texts: [
        ...circles.map(({ name }, index) => ({
          at: placeIn(name),
          text: plain(name),
          widest: 0.4,
          strong: true,
          ...shape.names[index]!,
        })),
        ...listed.flatMap(({ at: point, widest, list }): DrawingText[] =>
          list.length === 0
            ? []
            : [{ at: placeIn(list[0]!), text: lines(list), point, side: 'centre', widest }],
        ),
      ],
      alt: [alt === undefined ? `${names.join(', ')}.` : plainText(plain(alt)), ...told].join(' '),
    };
    return [drawing];
  },
});
