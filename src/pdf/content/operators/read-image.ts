import { intersection, transformBox } from '../../../pages/matrix.ts';
import type { GraphicsState } from '../graphics-state.ts';
import type { ReadImage, ReadStructureRef } from '../page-mark.ts';
import { type ColourSpaceReader, colourIn, readColourSpace } from '../read-colour.ts';
import { isName, type Operand } from '../syntax/operand.ts';
import { booleanOf, get, numberOf, type PDFDict } from '../syntax/pdf-objects.ts';

/** Gives the mark for a picture that a page shows. */
export function imageMark(
  dict: PDFDict,
  object: string,
  resources: PDFDict | undefined,
  state: GraphicsState,
  structureRef: ReadStructureRef,
): ReadImage {
  const stencil = booleanOf(get(dict, 'ImageMask')) === true;
  return imageAt(
    {
      object,
      stencil,
      width: numberOf(get(dict, 'Width')) ?? 0,
      height: numberOf(get(dict, 'Height')) ?? 0,
    },
    stencil ? undefined : readColourSpace(get(dict, 'ColorSpace'), resources),
    state,
    structureRef,
  );
}

/** Gives the mark for a picture among the page's own operators, where names may be short. */
export function inlineImage(
  operand: Operand | undefined,
  state: GraphicsState,
  structureRef: ReadStructureRef,
): ReadImage {
  const entries =
    operand instanceof Map ? (operand as ReadonlyMap<string, Operand>) : new Map<string, Operand>();
  const number = (long: string, short: string) => Number(entries.get(long) ?? entries.get(short) ?? 0);
  const stencil = (entries.get('ImageMask') ?? entries.get('IM')) === true;
  const space = entries.get('ColorSpace') ?? entries.get('CS');
  return imageAt(
    { object: '', stencil, width: number('Width', 'W'), height: number('Height', 'H') },
    stencil ? undefined : readColourSpace(isName(space) ? space.name : undefined, undefined),
    state,
    structureRef,
  );
}

function imageAt(
  facts: Pick<ReadImage, 'object' | 'stencil' | 'width' | 'height'>,
  space: ColourSpaceReader | undefined,
  state: GraphicsState,
  structureRef: ReadStructureRef,
): ReadImage {
  const [a, b, c, d] = state.matrix;
  const whole = transformBox(state.matrix, 0, 0, 1, 1);
  const box = intersection(whole, state.clip);
  const perInch = (pixels: number, points: number) => (points > 0 ? (pixels * 72) / points : 0);
  return {
    kind: 'image',
    ...facts,
    box: box ?? whole,
    resolution: [perInch(facts.width, Math.hypot(a, b)), perInch(facts.height, Math.hypot(c, d))],
    colour: space ? colourIn(space, []) : state.fill,
    structureRef,
    ...(state.fillOpacity < 1 && { opacity: state.fillOpacity }),
    ...(state.fillOpacity === 0
      ? { hidden: 'transparent' as const }
      : box
        ? {}
        : { hidden: 'clipped' as const }),
  };
}
