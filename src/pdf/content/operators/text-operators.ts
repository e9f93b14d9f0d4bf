import { multiply } from '../../../pages/matrix.ts';
import {
  addMark,
  addProblem,
  type ContentOperators,
  type ContentState,
  currentStructureRef,
  type PageState,
  resourceNamed,
  setGraphics,
} from '../content-state.ts';
import { NO_TEXT } from '../graphics-state.ts';
import { matrixOf, nameOrEmpty, numberAt, type Operand } from '../syntax/operand.ts';
import { dictOf } from '../syntax/pdf-objects.ts';
import { showText } from './show-text.ts';

/** Operators that set and show text (ISO 32000-1, 9.3 and 9.4). */
export const TEXT_OPERATORS: ContentOperators = {
  BT: (state) => {
    state.text = NO_TEXT;
  },
  Tf: setFont,
  Tc: (state, operands) => setGraphics(state, { letterSpace: numberAt(operands, 0) }),
  Tw: (state, operands) => setGraphics(state, { wordSpace: numberAt(operands, 0) }),
  Tz: (state, operands) => setGraphics(state, { stretch: numberAt(operands, 0) / 100 }),
  TL: (state, operands) => setGraphics(state, { leading: numberAt(operands, 0) }),
  Ts: (state, operands) => setGraphics(state, { rise: numberAt(operands, 0) }),
  Tr: (state, operands) => setGraphics(state, { textMode: numberAt(operands, 0) }),
  Td: (state, operands) => moveLine(state, numberAt(operands, 0), numberAt(operands, 1)),
  TD: (state, operands) => {
    setGraphics(state, { leading: -numberAt(operands, 1) });
    moveLine(state, numberAt(operands, 0), numberAt(operands, 1));
  },
  'T*': nextLine,
  Tm: (state, operands) => {
    const matrix = matrixOf(operands);
    state.text = { line: matrix, next: matrix };
  },
  Tj: show,
  TJ: (state, [items]) => show(state, Array.isArray(items) ? (items as readonly Operand[]) : []),
  "'": (state, operands) => {
    nextLine(state);
    show(state, operands);
  },
  '"': (state, operands) => {
    setGraphics(state, { wordSpace: numberAt(operands, 0), letterSpace: numberAt(operands, 1) });
    nextLine(state);
    show(state, operands.slice(2, 3));
  },
};

function setFont(state: ContentState, operands: readonly Operand[]): void {
  const [name] = operands;
  const dict = dictOf(resourceNamed(state, 'Font', name));
  if (!dict) addProblem(state.page, `the font “${nameOrEmpty(name)}” is missing`);
  setGraphics(state, { font: dict && state.page.reader.fontFor(dict), fontSize: numberAt(operands, 1) });
}

function moveLine(state: ContentState, x: number, y: number): void {
  const line = multiply([1, 0, 0, 1, x, y], state.text.line);
  state.text = { line, next: line };
}

function nextLine(state: ContentState): void {
  moveLine(state, 0, -state.graphics.leading);
}

function show(state: ContentState, items: readonly Operand[]): void {
  const { page, graphics, text } = state;
  const { mark, next } = showText(
    items,
    graphics,
    text.next,
    currentStructureRef(page),
    takeActualText(page),
  );
  addMark(page, mark);
  state.text = { ...text, next };
}

/** What is read aloud in place of the glyphs that follow. It is read once, so it is given to the first mark only. */
function takeActualText({ openContent }: PageState): string | undefined {
  const outermost = openContent.find(({ actualText }) => actualText !== undefined);
  const taken = outermost?.actualText;
  if (outermost) outermost.actualText = '';
  return taken;
}
