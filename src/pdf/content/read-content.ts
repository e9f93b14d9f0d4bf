import type { Matrix } from '../../pages/matrix.ts';
import type { Box } from '../../pages/page.ts';
import type { StreamContent } from './content-memory.ts';
import {
  addProblem,
  type ContentOperator,
  type ContentReader,
  type ContentState,
  type NumberedContent,
  type PageState,
} from './content-state.ts';
import { initialState, NO_TEXT } from './graphics-state.ts';
import { COLOUR_OPERATORS } from './operators/colour-operators.ts';
import { GRAPHICS_STATE_OPERATORS } from './operators/graphics-state-operators.ts';
import { MARKED_CONTENT_OPERATORS } from './operators/marked-content-operators.ts';
import { OBJECT_OPERATORS } from './operators/object-operators.ts';
import { PATH_OPERATORS } from './operators/path-operators.ts';
import { TEXT_OPERATORS } from './operators/text-operators.ts';
import type { ReadMark } from './page-mark.ts';
import { eachOperator, type Operation, operationsOf } from './syntax/each-operator.ts';
import type { Operand } from './syntax/operand.ts';
import type { PDFDict } from './syntax/pdf-objects.ts';
import { tracePath } from './trace-path.ts';

/** What is on a page, in the order of painting. */
interface ReadContent {
  readonly marks: readonly ReadMark[];
  readonly marked: readonly NumberedContent[];
  /** Whether anything is mixed with what is beneath it. */
  readonly transparent: boolean;
  /** What in its operators makes no sense, as sentences without an end. */
  readonly problems: readonly string[];
}

/** The operators that are run; any other is passed over. A map, since the names come from foreign files. */
const OPERATORS: ReadonlyMap<string, ContentOperator> = new Map(
  Object.entries({
    ...GRAPHICS_STATE_OPERATORS,
    ...PATH_OPERATORS,
    ...COLOUR_OPERATORS,
    ...TEXT_OPERATORS,
    ...OBJECT_OPERATORS,
    ...MARKED_CONTENT_OPERATORS,
  }),
);

/** How much of a page is read. A page with more is made to fill the memory, or to hang the program that prints it. */
const MOST_OPERATORS = 3_000_000;

/**
 * Runs the operators of a page and keeps what they paint.
 * @param parts its streams, in order
 * @param matrix from the file's measure to points from the top left of the page
 * @param clip what of the page can be seen
 */
export function readContent(
  parts: readonly StreamContent[],
  resources: PDFDict | undefined,
  matrix: Matrix,
  clip: Box,
  reader: ContentReader,
): ReadContent {
  const page: PageState = {
    reader,
    marks: [],
    problems: new Set(),
    numbered: new Map(),
    openContent: [],
    tooDeep: 0,
    transparent: false,
    operators: 0,
    run,
  };
  run(parts, {
    page,
    resources,
    depth: 0,
    graphics: initialState(matrix, clip),
    saved: [],
    text: NO_TEXT,
    path: tracePath(),
    isClipping: false,
  });
  if (page.openContent.length > 0) addProblem(page, 'marked content begins but never ends');
  return {
    marks: page.marks,
    marked: [...page.numbered.values()],
    transparent: page.transparent,
    problems: [...page.problems],
  };
}

function run(parts: readonly StreamContent[], state: ContentState): void {
  const known = operationsByPart(parts);
  if (known)
    for (const operations of known)
      for (const { operator, operands } of operations) runOperator(operator, operands, state);
  else
    eachOperator(joined(parts), (operator, operands) => {
      runOperator(operator, operands, state);
    });
}

function runOperator(operator: string, operands: readonly Operand[], state: ContentState): void {
  const { page } = state;
  if (++page.operators > MOST_OPERATORS) addProblem(page, `it has more than ${MOST_OPERATORS} operators`);
  else OPERATORS.get(operator)?.(state, operands);
}

/**
 * Gives the operators of parts of which one has been read before. @returns undefined if there is none, or an operator
 * begins in one part and ends in the next
 */
function operationsByPart(parts: readonly StreamContent[]): (readonly Operation[])[] | undefined {
  if (!parts.some(({ operations }) => operations)) return undefined;
  const all = parts.map(({ bytes, operations }) => operations ?? operationsOf(bytes));
  return all.every((operations) => operations !== undefined) ? all : undefined;
}

/** Joins parts with white space between them, as a page does (ISO 32000-1, 7.8.2). */
const joined = (parts: readonly StreamContent[]): Uint8Array =>
  parts.length === 1 ? parts[0]!.bytes : Buffer.concat(parts.flatMap(({ bytes }) => [bytes, LINE_FEED]));

const LINE_FEED = new Uint8Array([10]);
