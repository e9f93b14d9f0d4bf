import {
  addMark,
  addProblem,
  type ContentOperators,
  type ContentState,
  currentStructureRef,
  resourceNamed,
  setGraphics,
} from '../content-state.ts';
import {
  type ColourSpaceReader,
  colourIn,
  initialColour,
  type ReadColour,
  readColourSpace,
} from '../read-colour.ts';
import { isName, type Operand } from '../syntax/operand.ts';

type Use = 'fill' | 'stroke';

const GRAY: ColourSpaceReader = { space: 'gray', components: 1 };
const RGB: ColourSpaceReader = { space: 'rgb', components: 3 };
const CMYK: ColourSpaceReader = { space: 'cmyk', components: 4 };

/** Operators of colours (ISO 32000-1, 8.6.8) and of shadings (8.7.4.2). */
export const COLOUR_OPERATORS: ContentOperators = {
  g: (state, operands) => mixColour(state, 'fill', GRAY, operands),
  G: (state, operands) => mixColour(state, 'stroke', GRAY, operands),
  rg: (state, operands) => mixColour(state, 'fill', RGB, operands),
  RG: (state, operands) => mixColour(state, 'stroke', RGB, operands),
  k: (state, operands) => mixColour(state, 'fill', CMYK, operands),
  K: (state, operands) => mixColour(state, 'stroke', CMYK, operands),
  cs: (state, operands) => setSpace(state, 'fill', operands),
  CS: (state, operands) => setSpace(state, 'stroke', operands),
  sc: mixFill,
  scn: mixFill,
  SC: mixStroke,
  SCN: mixStroke,
  sh: paintShading,
};

function mixFill(state: ContentState, operands: readonly Operand[]): void {
  mixColour(state, 'fill', state.graphics.fillSpace, operands);
}

function mixStroke(state: ContentState, operands: readonly Operand[]): void {
  mixColour(state, 'stroke', state.graphics.strokeSpace, operands);
}

function mixColour(
  state: ContentState,
  use: Use,
  space: ColourSpaceReader,
  operands: readonly Operand[],
): void {
  const values = operands.filter((operand) => typeof operand === 'number');
  const isPattern = space.space === 'pattern';
  if (!isPattern && !space.of && space.components > 0 && values.length !== space.components)
    addProblem(state.page, `a colour that needs ${space.components} values has ${values.length}`);
  setColour(state, use, colourIn(space, isPattern ? [] : values), space);
}

/** Sets a colour space, and with it the colour that the space begins with. */
function setSpace(state: ContentState, use: Use, [first]: readonly Operand[]): void {
  const space = readColourSpace(
    isName(first) ? (resourceNamed(state, 'ColorSpace', first) ?? first.name) : undefined,
    state.resources,
  );
  setColour(state, use, initialColour(space), space);
}

function setColour(state: ContentState, use: Use, colour: ReadColour, space: ColourSpaceReader): void {
  setGraphics(
    state,
    use === 'fill' ? { fill: colour, fillSpace: space } : { stroke: colour, strokeSpace: space },
  );
}

/** A shading fills all that is not clipped away, with colours that are not known here. */
function paintShading({ page, graphics }: ContentState): void {
  addMark(page, {
    kind: 'shape',
    box: graphics.clip,
    structureRef: currentStructureRef(page),
    fill: { space: 'pattern', values: [] },
    rings: [],
  });
}
