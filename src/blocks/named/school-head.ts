import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Block } from '../block.ts';
import type { ExpandTools } from './named-block.ts';

/** The fields of a cover that say whose it is. */
export const schoolFields = {
  school: z.string().default('').describe('the name of the school, printed at the top'),
  logo: z.string().default('').describe('the path of an SVG or PNG file, printed above the school'),
};

/** The height of a logo on a cover, in points: 15 millimetres. */
const LOGO_HEIGHT = 42;

/** Gives the top of a cover: a logo, and the name of the school below it. Empty if there is neither. */
export function schoolHead(
  { school, logo }: { readonly school: string; readonly logo: string },
  { at, plain, placeIn, pictureAt }: ExpandTools,
): Block[] {
  const name: Block[] = school
    ? [{ kind: 'paragraph', at: placeIn(school), look: 'label', text: plain(school) }]
    : [];
  const space: Block = { kind: 'space', at, height: 12, fill: 0 };
  if (!logo) return school ? [...name, space] : [];
  const emblem: Block = {
    kind: 'figure',
    at: placeIn(logo),
    picture: pictureAt(logo),
    alt: withoutOriginMarks(school) || 'Logo',
    emblem: LOGO_HEIGHT,
  };
  return [emblem, ...name, space];
}
