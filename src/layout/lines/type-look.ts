import type { Look } from '../../blocks/look.ts';
import type { Colour } from '../../pages/page.ts';
import type { Style } from '../style/style.ts';

/** The type of a look: its style tokens, resolved. Sizes are in points. */
export interface TypeLook {
  readonly family: string;
  readonly weight: 'regular' | 'bold' | 'italic';
  readonly size: number;
  readonly leading: number;
  /** The smallest size allowed for any part of it. */
  readonly smallest: number;
  readonly colour: Colour;
  /** Whether emphasis may be italic; if not, it is bold. */
  readonly italics: boolean;
  /** The OpenType features to apply, as the end of a face’s name: `+onum`. */
  readonly features: string;
}

const QUIET_LOOKS: readonly Look[] = ['furniture'];
/** Looks of running text, where old-style figures belong. */
const READING_LOOKS: readonly Look[] = ['lead', 'body', 'display'];

/** The looks of each style that were asked for. */
const known = new WeakMap<Style, Map<Look, TypeLook>>();

/** Gives the type that a style sets a look in: the same object each time. */
export function typeLook(style: Style, look: Look): TypeLook {
  let looks = known.get(style);
  if (!looks) {
    looks = new Map();
    known.set(style, looks);
  }
  const before = looks.get(look);
  if (before) return before;
  const type = resolvedLook(style, look);
  looks.set(look, type);
  return type;
}

function resolvedLook(style: Style, look: Look): TypeLook {
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
 * Gives the face for a look with emphasis: bold stays bold, and italics inside italics turn upright. If a style has no
 * italics, bold is used instead.
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

/**
 * Scales the sizes of some looks by a factor, but never below the style’s smallest size. Their leading scales with
 * them.
 */
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

/** Raises a scale factor for part of a look as far as needed to keep it at or above the smallest size. */
export const legibleScale = ({ size, smallest }: TypeLook, factor: number): number =>
  Math.max(factor, Math.min(1, smallest / size));
