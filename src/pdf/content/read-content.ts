import type { Box } from '../../pages/page.ts';
import { eachOperator, isName, type Operand } from './content-operators.ts';
import { type GraphicsState, initialState, NO_TEXT, type TextPlace } from './graphics-state.ts';
import { boxAround, boxMoved, IDENTITY, type Matrix, shared, times } from './matrix.ts';
import type { ReadMark, ReadStructureRef } from './page-mark.ts';
import {
  dictOf,
  get,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PDFDict,
  type PDFObject,
  rawGet,
  refOf,
  streamBytes,
  streamOf,
  textOf,
  textOfBytes,
} from './pdf-objects.ts';
import { type ColourSpaceReader, colourIn, initialColour, readColourSpace } from './read-colour.ts';
import type { FontReader } from './read-font.ts';
import { imageMark, inlineImage } from './read-image.ts';
import { showText } from './show-text.ts';
import { tracePath } from './trace-path.ts';

/** What is shared between the pages of a file: fonts are read once. */
export interface ContentReader {
  fontFor(dict: PDFDict): { readonly reader: FontReader; readonly index: number };
  /** Takes so many bytes of operators from what a file may have. @returns whether there were as many left */
  spend(bytes: number): boolean;
}

/** What stands on a page, in the order of painting. */
export interface ReadContent {
  readonly marks: readonly ReadMark[];
  /** Numbers of marked content that are opened, each with its tag, and how often. */
  readonly marked: readonly { readonly mcid: number; readonly tag: string; readonly times: number }[];
  /** Whether anything is mixed with what lies beneath it. */
  readonly transparent: boolean;
  /** What in its operators makes no sense, as sentences without an end. */
  readonly problems: readonly string[];
}

/** How much of a page is read. More is made to fill the memory, or to hang whoever prints it. */
const MOST_OPERATORS = 3_000_000;
const MOST_MARKS = 200_000;
const DEEPEST_FORM = 12;
const DEEPEST_MARKED = 500;

interface Marked {
  readonly mcid?: number;
  readonly artifact?: string;
  spoken?: string;
}

/**
 * Runs the operators of a page and keeps what they paint.
 * @param matrix from the file's measure to points from the top left of the page
 */
export function readContent(
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  matrix: Matrix,
  clip: Box,
  reader: ContentReader,
): ReadContent {
  const marks: ReadMark[] = [];
  const problems = new Set<string>();
  const opened = new Map<number, { mcid: number; tag: string; times: number }>();
  const nested: Marked[] = [];
  let tooDeep = 0;
  let transparent = false;
  let operators = 0;

  const problem = (sentence: string) => problems.size < 20 && problems.add(sentence);
  const add = (mark: ReadMark | undefined) => {
    if (mark && marks.length < MOST_MARKS) marks.push(mark);
    else if (mark) problem(`more than ${MOST_MARKS} marks stand on it`);
  };
  const structureRef = (): ReadStructureRef => {
    let mcid: number | undefined;
    for (const { artifact, mcid: own } of nested) {
      if (artifact !== undefined) return { artifact };
      mcid = own ?? mcid;
    }
    return mcid === undefined ? undefined : { mcid };
  };
  /** What is said in place of the glyphs that follow; it is said once. */
  const spoken = (): string | undefined => {
    const speaker = nested.find((marked) => marked.spoken !== undefined);
    const said = speaker?.spoken;
    if (speaker) speaker.spoken = '';
    return said;
  };

  const run = (content: Uint8Array, names: PDFDict | undefined, begun: GraphicsState, depth: number) => {
    let state = begun;
    let text: TextPlace = NO_TEXT;
    let path = tracePath();
    let clipping = false;
    const saved: GraphicsState[] = [];
    const set = (change: Partial<GraphicsState>) => {
      state = { ...state, ...change };
    };
    const named = (kind: string, operand: Operand | undefined): PDFObject | undefined =>
      isName(operand) ? get(dictOf(get(names, kind)), operand.name) : undefined;

    const show = (items: readonly Operand[]) => {
      const { mark, next } = showText(items, state, text.next, structureRef(), spoken());
      add(mark);
      text = { ...text, next };
    };
    const nextLine = (x: number, y: number) => {
      const line = times([1, 0, 0, 1, x, y], text.line);
      text = { line, next: line };
    };
    const paint = (fills: boolean, strokes: boolean) => {
      if (path.points().length > 0) add(path.shape(state, structureRef(), fills, strokes));
      endPath();
    };
    const endPath = () => {
      if (clipping && path.points().length > 0)
        set({
          clip: shared(state.clip, boxAround(path.points())) ?? { x: -1e9, y: -1e9, width: 0, height: 0 },
        });
      clipping = false;
      path = tracePath();
    };
    const colour = (stroke: boolean, space: ColourSpaceReader, values: readonly Operand[]) => {
      const numbers = values.filter((value) => typeof value === 'number');
      if (
        space.space !== 'pattern' &&
        !space.of &&
        space.components > 0 &&
        numbers.length !== space.components
      )
        problem(`a colour of ${space.components} values is set with ${numbers.length}`);
      const mixed = colourIn(space, space.space === 'pattern' ? [] : numbers);
      set(stroke ? { stroke: mixed, strokeSpace: space } : { fill: mixed, fillSpace: space });
    };
    const graphics = (dict: PDFDict | undefined) => {
      const fillOpacity = numberOf(get(dict, 'ca')) ?? state.fillOpacity;
      const strokeOpacity = numberOf(get(dict, 'CA')) ?? state.strokeOpacity;
      const blend = nameOf(get(dict, 'BM')) ?? 'Normal';
      if (
        fillOpacity < 1 ||
        strokeOpacity < 1 ||
        dictOf(get(dict, 'SMask')) ||
        !/^(Normal|Compatible)$/.test(blend)
      )
        transparent = true;
      set({ fillOpacity, strokeOpacity, lineWidth: numberOf(get(dict, 'LW')) ?? state.lineWidth });
      const font = itemsOf(get(dict, 'Font'));
      const own = dictOf(font[0]);
      if (own) set({ font: reader.fontFor(own), size: numberOf(font[1]) ?? state.size });
    };
    const external = (operand: Operand | undefined) => {
      const stream = streamOf(named('XObject', operand));
      const dict = stream?.dict;
      const kind = nameOf(get(dict, 'Subtype'));
      if (!stream || !dict)
        problem(`it shows an object “${isName(operand) ? operand.name : ''}” that is not there`);
      else if (kind === 'Image') {
        const object = refOf(rawGet(dictOf(get(names, 'XObject')), (operand as { name: string }).name)) ?? '';
        if (dictOf(get(dict, 'SMask'))) transparent = true;
        add(imageMark(dict, object, names, state, structureRef()));
      } else if (kind === 'Form' && depth >= DEEPEST_FORM) problem('objects that it shows hold one another');
      else if (kind === 'Form') {
        const inner = times(
          (numbersOf(get(dict, 'Matrix'), 6) as Matrix | undefined) ?? IDENTITY,
          state.matrix,
        );
        const [left, bottom, right, top] = numbersOf(get(dict, 'BBox'), 4) ?? [-1e6, -1e6, 1e6, 1e6];
        const visible = shared(state.clip, boxMoved(inner, left!, bottom!, right! - left!, top! - bottom!));
        try {
          const content = streamBytes(stream);
          // A small form that is shown again and again would keep a reader busy for days.
          if (!reader.spend(content.length)) throw new Error('the file has too much of this');
          const own = dictOf(get(dict, 'Resources')) ?? names;
          run(
            content,
            own,
            { ...state, matrix: inner, clip: visible ?? { ...state.clip, width: 0, height: 0 } },
            depth + 1,
          );
        } catch (error) {
          problem(`an object that it shows can’t be read: ${(error as Error).message}`);
        }
      }
    };
    const open = (tag: Operand | undefined, properties: Operand | undefined) => {
      const written = properties instanceof Map ? (properties as ReadonlyMap<string, Operand>) : undefined;
      const dict = dictOf(named('Properties', properties));
      const mcid = written ? written.get('MCID') : numberOf(get(dict, 'MCID'));
      const kind = written ? written.get('Type') : nameOf(get(dict, 'Type'));
      const said = written ? written.get('ActualText') : undefined;
      const name = isName(tag) ? tag.name : '';
      if (typeof mcid === 'number') {
        const known = opened.get(mcid);
        opened.set(mcid, { mcid, tag: name, times: (known?.times ?? 0) + 1 });
      }
      const spokenText = typeof said === 'string' ? textOfBytes(said) : textOf(get(dict, 'ActualText'));
      if (nested.length >= DEEPEST_MARKED) {
        problem('marked content stands in itself without end');
        tooDeep++;
        return;
      }
      nested.push({
        ...(typeof mcid === 'number' && { mcid }),
        ...(name === 'Artifact' && {
          artifact: isName(kind as Operand) ? (kind as { name: string }).name : String(kind ?? ''),
        }),
        ...(spokenText !== undefined && { spoken: spokenText }),
      });
    };

    eachOperator(content, (operator, operands) => {
      if (++operators > MOST_OPERATORS) return void problem(`it has more than ${MOST_OPERATORS} operators`);
      const [first, second, ...rest] = operands;
      const numbers = operands.map((operand) => (typeof operand === 'number' ? operand : 0));
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
      const m = state.matrix;
      switch (operator) {
        case 'q':
          saved.length < 500 ? saved.push(state) : problem('too many states are saved');
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          set({ matrix: times([a, b, c, d, e, f], m) });
          break;
        case 'w':
          set({ lineWidth: a });
          break;
        case 'gs':
          graphics(dictOf(named('ExtGState', first)));
          break;
        case 'm':
          path.move(m, a, b);
          break;
        case 'l':
          path.line(m, a, b);
          break;
        case 'c':
          path.curve(m, [a, b], [c, d], [e, f]);
          break;
        case 'v':
          path.curve(m, undefined, [a, b], [c, d]);
          break;
        case 'y':
          path.curve(m, [a, b], [c, d], [c, d]);
          break;
        case 're':
          path.rectangle(m, a, b, c, d);
          break;
        case 'h':
          path.close();
          break;
        case 'W':
        case 'W*':
          clipping = true;
          break;
        case 'n':
          endPath();
          break;
        case 'f':
        case 'F':
        case 'f*':
          paint(true, false);
          break;
        case 'S':
          paint(false, true);
          break;
        case 's':
          path.close();
          paint(false, true);
          break;
        case 'B':
        case 'B*':
          paint(true, true);
          break;
        case 'b':
        case 'b*':
          path.close();
          paint(true, true);
          break;
        case 'sh':
          add({
            kind: 'shape',
            box: state.clip,
            structureRef: structureRef(),
            fill: { space: 'pattern', values: [] },
            rings: [],
          });
          break;
        case 'g':
          colour(false, { space: 'gray', components: 1 }, operands);
          break;
        case 'G':
          colour(true, { space: 'gray', components: 1 }, operands);
          break;
        case 'rg':
          colour(false, { space: 'rgb', components: 3 }, operands);
          break;
        case 'RG':
          colour(true, { space: 'rgb', components: 3 }, operands);
          break;
        case 'k':
          colour(false, { space: 'cmyk', components: 4 }, operands);
          break;
        case 'K':
          colour(true, { space: 'cmyk', components: 4 }, operands);
          break;
        case 'cs':
        case 'CS': {
          const space = readColourSpace(
            isName(first) ? (named('ColorSpace', first) ?? first.name) : undefined,
            names,
          );
          set(
            operator === 'CS'
              ? { stroke: initialColour(space), strokeSpace: space }
              : { fill: initialColour(space), fillSpace: space },
          );
          break;
        }
        case 'sc':
        case 'scn':
          colour(false, state.fillSpace, operands);
          break;
        case 'SC':
        case 'SCN':
          colour(true, state.strokeSpace, operands);
          break;
        case 'BT':
          text = NO_TEXT;
          break;
        case 'Tf': {
          const dict = dictOf(named('Font', first));
          if (!dict) problem(`the font “${isName(first) ? first.name : ''}” is not there`);
          set({ font: dict && reader.fontFor(dict), size: typeof second === 'number' ? second : 0 });
          break;
        }
        case 'Tc':
          set({ letterSpace: a });
          break;
        case 'Tw':
          set({ wordSpace: a });
          break;
        case 'Tz':
          set({ stretch: a / 100 });
          break;
        case 'TL':
          set({ leading: a });
          break;
        case 'Ts':
          set({ rise: a });
          break;
        case 'Tr':
          set({ mode: a });
          break;
        case 'Td':
          nextLine(a, b);
          break;
        case 'TD':
          set({ leading: -b });
          nextLine(a, b);
          break;
        case 'T*':
          nextLine(0, -state.leading);
          break;
        case 'Tm':
          text = { line: [a, b, c, d, e, f], next: [a, b, c, d, e, f] };
          break;
        case 'Tj':
          show(operands);
          break;
        case 'TJ':
          show(Array.isArray(first) ? (first as readonly Operand[]) : []);
          break;
        case "'":
          nextLine(0, -state.leading);
          show(operands);
          break;
        case '"':
          set({ wordSpace: a, letterSpace: b });
          nextLine(0, -state.leading);
          show(rest.slice(0, 1));
          break;
        case 'Do':
          external(first);
          break;
        case 'BI':
          add(inlineImage(first, state, structureRef()));
          break;
        case 'BMC':
          open(first, undefined);
          break;
        case 'BDC':
          open(first, second);
          break;
        case 'EMC':
          if (tooDeep > 0) tooDeep--;
          else if (!nested.pop()) problem('marked content ends that has not begun');
          break;
      }
    });
  };

  run(bytes, resources, initialState(matrix, clip), 0);
  if (nested.length > 0) problem('marked content begins and does not end');
  return { marks, marked: [...opened.values()], transparent, problems: [...problems] };
}
