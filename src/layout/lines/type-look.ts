import type { Look } from '../../blocks/block.ts';
import type { Colour } from '../../pages/page.ts';
import type { Style } from '../style/style.ts';

/** A look's tokens, resolved. */
export interface TypeLook {
  readonly family: string;
  readonly weight: 'regular' | 'bold' | 'italic';
  readonly size: number;
  readonly leading: number;
  /** What no part of it may be smaller than. */
  readonly smallest: number;
  readonly colour: Colour;
  /** Whether emphasis may be italic; if not, it is bold. */
  readonly italics: boolean;
  /** The OpenType features that it is set with, as the end of a face's name: `+onum`. */
  readonly features: string;
}

const QUIET_LOOKS: readonly Look[] = ['furniture'];
/** Looks of text that is read on: where old-style figures are at home. */
const READING_LOOKS: readonly Look[] = ['lead', 'body', 'display'];

/** The type that a style gives a look. */
export function typeLook(style: Style, look: Look): TypeLook {
  const weight = style[`${look}-weight`];
  const oldStyle = style.figures === 'old-style' && READING_LOOKS.includes(look);
  const smallCaps = style['small-caps'] && look === 'label';
  return {
    family: style[`${look}-font`],
    weight: weight === 'italic' && !style.italics ? 'regular' : weight,
    size: style[`${look}-size`],
    leading: style[`${look}-leading`],
    smallest: style['smallest-size'],
    colour: QUIET_LOOKS.includes(look) ? style.quiet : 0,
    italics: style.italics,
    features: `${oldStyle ? '+onum' : ''}${smallCaps ? '+smcp' : ''}`,
  };
}

/**
 * The face for a look with emphasis: bold stays bold, and italics inside italics turn upright. Where a style has no
 * italics, they are bold.
 */
export function faceOf(
  look: TypeLook,
  emphasis: { bold?: boolean; italic?: boolean; code?: boolean },
): string {
  if (emphasis.code) return emphasis.bold ? 'mono-bold' : 'mono';
  const slanted = emphasis.italic === true;
  const bold = look.weight === 'bold' || emphasis.bold === true || (slanted && !look.italics);
  const italic = look.italics && (look.weight === 'italic') !== slanted;
  return `${look.family}${bold ? '-bold' : ''}${italic && look.family !== 'mono' ? '-italic' : ''}${look.features}`;
}

/** A style whose named looks have a size so many times their own, but none under its smallest; their leading follows. */
export function withSizes(style: Style, looks: readonly string[], factor: number): Style {
  if (factor === 1) return style;
  const sizes = looks.flatMap((look) => {
    const [size, leading] = [`${look}-size`, `${look}-leading`] as [keyof Style, keyof Style];
    const base = Number(style[size]);
    const scaled = Math.max(base * factor, Math.min(base, style['smallest-size']));
    return [
      [size, scaled],
      [leading, (Number(style[leading]) * scaled) / base],
    ];
  });
  return { ...style, ...Object.fromEntries(sizes) };
}

/** How many times as large a part of a look may be that is wanted so many times as large. */
export const legibleScale = ({ size, smallest }: TypeLook, factor: number): number =>
  Math.max(factor, Math.min(1, smallest / size));
