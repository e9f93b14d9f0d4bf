import type { StreamContent } from './content-memory.ts';
import type { FontReader } from './fonts/read-font.ts';
import type { GraphicsState, TextPlace } from './graphics-state.ts';
import type { ReadMark, ReadStructureRef } from './page-mark.ts';
import { isName, type Operand } from './syntax/operand.ts';
import { dictOf, get, type PDFDict, type PDFObject, type PDFRawStream } from './syntax/pdf-objects.ts';
import type { TracedPath } from './trace-path.ts';

/** What is shared between the pages of a file: fonts and shared streams are read once. */
export interface ContentReader {
  /** Gives the content of a stream. @throws what `streamBytes` throws */
  contentOf(stream: PDFRawStream): StreamContent;
  fontFor(dict: PDFDict): { readonly reader: FontReader; readonly index: number };
  /** Takes bytes of operators from what the whole file may have. @returns whether there were enough left */
  spend(bytes: number): boolean;
}

/** Marked content that has begun and has not ended. */
export interface OpenMarkedContent {
  readonly mcid?: number;
  readonly artifact?: string;
  /** What is read aloud in place of its text; empty once it has been given to a mark. */
  actualText?: string;
}

/** How often marked content of a number begins, and with which tag. */
export interface NumberedContent {
  readonly mcid: number;
  readonly tag: string;
  readonly times: number;
}

/** What is gathered from a page, and from the forms that it shows. */
export interface PageState {
  readonly reader: ContentReader;
  readonly marks: ReadMark[];
  readonly problems: Set<string>;
  readonly numbered: Map<number, NumberedContent>;
  /** From the outside in. */
  readonly openContent: OpenMarkedContent[];
  /** Levels of marked content that are open beyond the deepest that is kept. */
  tooDeep: number;
  transparent: boolean;
  operators: number;
  /** Runs the operators of streams that belong together: those of a page, or that of a form. */
  readonly run: (parts: readonly StreamContent[], state: ContentState) => void;
}

/** The state in which the operators of one stream are run: that of a page, or of a form on it. */
export interface ContentState {
  readonly page: PageState;
  readonly resources: PDFDict | undefined;
  /** How many forms it is in. */
  readonly depth: number;
  graphics: GraphicsState;
  /** What `q` has saved. */
  readonly saved: GraphicsState[];
  text: TextPlace;
  path: TracedPath;
  /** Whether the path will be clipped to when it has been painted. */
  isClipping: boolean;
}

/** Runs one operator. */
export type ContentOperator = (state: ContentState, operands: readonly Operand[]) => void;

/** The operators of a chapter of ISO 32000-1, by name. */
export type ContentOperators = Readonly<Record<string, ContentOperator>>;

const MOST_PROBLEMS = 20;
const MOST_MARKS = 200_000;

/** Notes what makes no sense on a page, as a sentence without an end. */
export function addProblem({ problems }: PageState, sentence: string): void {
  if (problems.size < MOST_PROBLEMS) problems.add(sentence);
}

/** Keeps what is painted. */
export function addMark(page: PageState, mark: ReadMark | undefined): void {
  if (mark && page.marks.length < MOST_MARKS) page.marks.push(mark);
  else if (mark) addProblem(page, `it has more than ${MOST_MARKS} marks`);
}

/** Changes the graphics state. What was saved stays as it is. */
export function setGraphics(state: ContentState, change: Partial<GraphicsState>): void {
  state.graphics = { ...state.graphics, ...change };
}

/** Where in the structure the next mark belongs: in the outermost artifact, or else the innermost marked content. */
export function currentStructureRef({ openContent }: PageState): ReadStructureRef {
  let innermost: number | undefined;
  for (const { artifact, mcid } of openContent) {
    if (artifact !== undefined) return { artifact };
    innermost = mcid ?? innermost;
  }
  return innermost === undefined ? undefined : { mcid: innermost };
}

/** The resource of a kind (`Font`, `XObject`) that an operand names. */
export const resourceNamed = (
  { resources }: ContentState,
  kind: string,
  operand: Operand | undefined,
): PDFObject | undefined => (isName(operand) ? get(dictOf(get(resources, kind)), operand.name) : undefined);
