import { multiply } from '../../../pages/matrix.ts';
import {
  addProblem,
  type ContentOperators,
  type ContentState,
  resourceNamed,
  setGraphics,
} from '../content-state.ts';
import { matrixOf, numberAt } from '../syntax/operand.ts';
import { dictOf, get, itemsOf, nameOf, numberOf, type PDFDict } from '../syntax/pdf-objects.ts';

const MOST_SAVED = 500;

/** Operators of the graphics state (ISO 32000-1, 8.4.4). Those that change nothing that is read are left out. */
export const GRAPHICS_STATE_OPERATORS: ContentOperators = {
  q: (state) => {
    if (state.saved.length < MOST_SAVED) state.saved.push(state.graphics);
    else addProblem(state.page, 'too many graphics states are saved');
  },
  Q: (state) => {
    state.graphics = state.saved.pop() ?? state.graphics;
  },
  cm: (state, operands) => {
    setGraphics(state, { matrix: multiply(matrixOf(operands), state.graphics.matrix) });
  },
  w: (state, operands) => setGraphics(state, { lineWidth: numberAt(operands, 0) }),
  gs: (state, [name]) => setParameters(state, dictOf(resourceNamed(state, 'ExtGState', name))),
};

/** Applies a dictionary of graphics parameters (ISO 32000-1, 8.4.5). */
function setParameters(state: ContentState, dict: PDFDict | undefined): void {
  const { page, graphics } = state;
  const fillOpacity = numberOf(get(dict, 'ca')) ?? graphics.fillOpacity;
  const strokeOpacity = numberOf(get(dict, 'CA')) ?? graphics.strokeOpacity;
  const lineWidth = numberOf(get(dict, 'LW')) ?? graphics.lineWidth;
  const blendMode = nameOf(get(dict, 'BM')) ?? 'Normal';
  const isPlain = /^(Normal|Compatible)$/.test(blendMode) && !dictOf(get(dict, 'SMask'));
  if (fillOpacity < 1 || strokeOpacity < 1 || !isPlain) page.transparent = true;
  setGraphics(state, { fillOpacity, strokeOpacity, lineWidth });
  const [font, size] = itemsOf(get(dict, 'Font'));
  const fontDict = dictOf(font);
  if (fontDict)
    setGraphics(state, {
      font: page.reader.fontFor(fontDict),
      fontSize: numberOf(size) ?? graphics.fontSize,
    });
}
