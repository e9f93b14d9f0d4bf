import type { Look } from '../blocks/block.ts';
import type { Style } from '../blocks/style.ts';
import type { Colour } from '../pages/page.ts';

/** A look's tokens, resolved. */
export interface TypeLook {
  readonly family: string;
  readonly weight: 'regular' | 'bold' | 'italic';
  readonly size: number;
  readonly leading: number;
  readonly colour: Colour;
}

const QUIET: readonly Look[] = ['furniture'];

/** The type that a style gives a look. */
export function typeLook(style: Style, look: Look): TypeLook {
  return {
    family: style[`${look}-font`],
    weight: style[`${look}-weight`],
    size: style[`${look}-size`],
    leading: style[`${look}-leading`],
    colour: QUIET.includes(look) ? style.quiet : 0,
  };
}

/** The face for a look with emphasis: bold stays bold, and italics inside italics turn upright. */
export function faceOf(
  look: TypeLook,
  emphasis: { bold?: boolean; italic?: boolean; code?: boolean },
): string {
  if (emphasis.code) return emphasis.bold ? 'mono-bold' : 'mono';
  const bold = look.weight === 'bold' || emphasis.bold === true;
  const italic = (look.weight === 'italic') !== (emphasis.italic === true);
  return `${look.family}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`;
}

/** A colour token as a colour. Equal parts of red, green and blue are a gray. */
export function colourOf(token: string | number): Colour {
  if (typeof token === 'number') return token;
  if (!token.startsWith('#')) return Number(token);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(token.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  return red === green && green === blue ? red : [red, green, blue];
}

/** A style whose named looks have a size so many times their own; their leading follows. */
export function withSizes(style: Style, looks: readonly string[], factor: number): Style {
  if (factor === 1) return style;
  const sizes = looks.flatMap((look) => ['size', 'leading'].map((part) => `${look}-${part}` as keyof Style));
  return { ...style, ...Object.fromEntries(sizes.map((token) => [token, Number(style[token]) * factor])) };
}
