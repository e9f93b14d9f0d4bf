import { scaleLinear } from 'd3-scale';
import * as z from 'zod';
import { decimalNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import type { DrawingPoint, DrawingShape, DrawingText } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';

const number = () => decimalNumber(-1e12);
const axis = () =>
  z.strictObject({
    title: z.string().min(1).describe('what it measures, with its unit'),
    from: number().default(0),
    to: number(),
  });

const axesFields = z.strictObject({
  x: axis().describe('the horizontal axis'),
  y: axis().describe('the vertical axis'),
  points: z
    .array(z.strictObject({ x: number(), y: number(), label: z.string().min(1).optional() }))
    .default([])
    .describe('a list of points, from left to right'),
  line: z.enum(['none', 'straight', 'curve']).default('none').describe('none, straight or curve'),
  grid: yesOrNo().default(true),
  alt: z.string().min(1).optional().describe('what the graph shows, for readers who cannot see it'),
});

type Fields = z.output<typeof axesFields>;

/** Numbers on an axis, about. */
const TICKS = 8;
/** The height of a graph, and half the length of the mark at a number, in widths. */
const HEIGHT = 0.62;
const MARK = 0.008;

/** Axes with numbers in steps of 1, 2 or 5, with points and a line through them, or empty to draw in. */
export const axes = defineBlock({
  name: 'axes',
  fields: axesFields,
  expand(fields, tools) {
    const { at, report, plain, placeIn } = tools;
    const empty = [fields.x, fields.y].filter(({ from, to }) => from >= to);
    for (const { title, from, to } of empty)
      report.add(
        'axis-empty',
        placeIn(title),
        `The axis “${plainText(plain(title))}” begins at ${from} and ends at ${to}.`,
        'Give “to” a greater number than “from”.',
      );
    if (empty.length > 0) return [];
    const shown = { ...fields, points: fields.points.filter((point) => isInside(point, fields, tools)) };
    return [
      {
        kind: 'drawing',
        at,
        shapes: shapesOf(shown),
        texts: textsOf(shown, tools),
        share: 0.7,
        alt: altOf(shown, tools),
      },
    ];
  },
});

/** Whether a point is between the ends of both axes. Reports one that is not. */
function isInside(point: Fields['points'][number], { x, y }: Fields, { at, report }: ExpandTools): boolean {
  if (point.x >= x.from && point.x <= x.to && point.y >= y.from && point.y <= y.to) return true;
  report.add(
    'axis-too-short',
    at,
    `The point ${point.x}, ${point.y} is outside the axes.`,
    'Make the axes longer, or change the point.',
  );
  return false;
}

/** Where numbers are on the axes. */
const scalesOf = ({ x, y }: Fields) => ({
  across: scaleLinear([x.from, x.to], [0, 1]),
  up: scaleLinear([y.from, y.to], [HEIGHT, 0]),
});

function shapesOf(fields: Fields): DrawingShape[] {
  const { x, y, points, line, grid } = fields;
  const { across, up } = scalesOf(fields);
  // The axes cross at zero, or at the number that is next to it.
  const nearest = ({ from, to }: Fields['x']) => Math.max(from, Math.min(to, 0));
  const [zeroX, zeroY] = [across(nearest(x)), up(nearest(y))];
  const between = (as: 'line' | 'thin', from: DrawingPoint, to: DrawingPoint): DrawingShape => ({
    as,
    line: [from, to],
  });
  const [columns, rows] = [across.ticks(TICKS).map(across), up.ticks(TICKS).map(up)];
  const places = points.map((point): DrawingPoint => [across(point.x), up(point.y)]);
  const sorted = places.toSorted((a, b) => a[0] - b[0]);
  return [
    ...(grid
      ? [
          ...columns.map((left) => between('thin', [left, 0], [left, HEIGHT])),
          ...rows.map((top) => between('thin', [0, top], [1, top])),
        ]
      : []),
    between('line', [0, zeroY], [1, zeroY]),
    between('line', [zeroX, 0], [zeroX, HEIGHT]),
    ...columns.map((left) => between('line', [left, zeroY - MARK], [left, zeroY + MARK])),
    ...rows.map((top) => between('line', [zeroX - MARK, top], [zeroX + MARK, top])),
    ...(line === 'none' || sorted.length < 2
      ? []
      : [{ as: line === 'curve' ? 'curve' : 'outline', line: sorted } as const]),
    ...places.map((centre): DrawingShape => ({ as: 'dot', line: { centre, radius: 0 } })),
  ];
}

function textsOf(fields: Fields, { at, plain, placeIn, words }: ExpandTools): DrawingText[] {
  const { x, y, points } = fields;
  const { across, up } = scalesOf(fields);
  const numbered = (value: number, point: DrawingPoint, side: 'below' | 'left'): DrawingText => ({
    at,
    text: [{ kind: 'text', text: written(value, words.lang) }],
    point,
    side,
    widest: 0.2,
  });
  const titled = (title: string, place: Pick<DrawingText, 'point' | 'side' | 'lines'>): DrawingText => ({
    at: placeIn(title),
    text: plain(title),
    widest: 0.9,
    strong: true,
    ...place,
  });
  return [
    ...across.ticks(TICKS).map((value) => numbered(value, [across(value), HEIGHT], 'below')),
    ...up.ticks(TICKS).map((value) => numbered(value, [0, up(value)], 'left')),
    titled(x.title, { point: [0.5, HEIGHT], side: 'below', lines: 1.1 }),
    titled(y.title, { point: [0, -0.015], side: 'above-right' }),
    ...points.flatMap(({ label, ...point }): DrawingText[] =>
      label === undefined
        ? []
        : [
            {
              at: placeIn(label),
              text: plain(label),
              point: [across(point.x), up(point.y)],
              side: 'above',
              widest: 0.2,
            },
          ],
    ),
  ];
}

function altOf({ x, y, points, alt }: Fields, { plain, words }: ExpandTools): string {
  const number = (value: number) => written(value, words.lang);
  const range = ({ title, from, to }: Fields['x']) =>
    say(words, 'axis-range', { title: plainText(plain(title)), from: number(from), to: number(to) });
  const told = points.map((point) => {
    const place = `(${number(point.x)}; ${number(point.y)})`;
    return point.label === undefined ? place : `${plainText(plain(point.label))} ${place}`;
  });
  const lead = alt === undefined ? [] : [plainText(plain(alt))];
  return [...lead, range(x), range(y), ...(told.length > 0 ? [`${told.join(', ')}.`] : [])].join(' ');
}

/** A number as it is written in a language, with a true minus. */
const written = (value: number, lang: string): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: 10, useGrouping: false })
    .format(value)
    .replace('-', '−');
