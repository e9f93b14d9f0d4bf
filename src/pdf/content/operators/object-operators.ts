import { IDENTITY, intersection, type Matrix, multiply, transformBox } from '../../../pages/matrix.ts';
import {
  addMark,
  addProblem,
  type ContentOperators,
  type ContentState,
  currentStructureRef,
  resourceNamed,
} from '../content-state.ts';
import { NO_TEXT } from '../graphics-state.ts';
import { nameOrEmpty, type Operand } from '../syntax/operand.ts';
import {
  dictOf,
  get,
  nameOf,
  numbersOf,
  type PDFDict,
  type PDFRawStream,
  rawGet,
  refOf,
  streamOf,
} from '../syntax/pdf-objects.ts';
import { tracePath } from '../trace-path.ts';
import { imageMark, inlineImage } from './read-image.ts';

const DEEPEST_FORM = 12;

/** The box of a form that does not say how large it is: larger than any page. */
const ANY_BOX = [-1e6, -1e6, 1e6, 1e6];

/** Operators that show external objects and inline pictures (ISO 32000-1, 8.8 to 8.10). */
export const OBJECT_OPERATORS: ContentOperators = {
  Do: showObject,
  BI: ({ page, graphics }, [entries]) =>
    addMark(page, inlineImage(entries, graphics, currentStructureRef(page))),
};

function showObject(state: ContentState, [operand]: readonly Operand[]): void {
  const { page } = state;
  const name = nameOrEmpty(operand);
  const stream = streamOf(resourceNamed(state, 'XObject', operand));
  const kind = nameOf(get(stream?.dict, 'Subtype'));
  if (!stream) addProblem(page, `it uses an object “${name}” that does not exist`);
  else if (kind === 'Image') showImage(state, name, stream.dict);
  else if (kind === 'Form' && state.depth >= DEEPEST_FORM)
    addProblem(page, 'objects on it are nested too deeply');
  else if (kind === 'Form') showForm(state, stream);
}

function showImage({ page, resources, graphics }: ContentState, name: string, dict: PDFDict): void {
  const object = refOf(rawGet(dictOf(get(resources, 'XObject')), name)) ?? '';
  if (dictOf(get(dict, 'SMask'))) page.transparent = true;
  addMark(page, imageMark(dict, object, resources, graphics, currentStructureRef(page)));
}

function showForm(state: ContentState, form: PDFRawStream): void {
  const { page, graphics } = state;
  const { dict } = form;
  const formMatrix = (numbersOf(get(dict, 'Matrix'), 6) as Matrix | undefined) ?? IDENTITY;
  const matrix = multiply(formMatrix, graphics.matrix);
  const [left, bottom, right, top] = numbersOf(get(dict, 'BBox'), 4) ?? ANY_BOX;
  const visible = intersection(
    graphics.clip,
    transformBox(matrix, left!, bottom!, right! - left!, top! - bottom!),
  );
  try {
    const content = page.reader.contentOf(form);
    // A small form that is shown again and again would keep a reader busy for days.
    if (!page.reader.spend(content.bytes.length)) throw new Error('there is too much content to read');
    page.run([content], {
      page,
      // Forms of old programs use what the page has.
      resources: dictOf(get(dict, 'Resources')) ?? state.resources,
      depth: state.depth + 1,
      graphics: { ...graphics, matrix, clip: visible ?? { ...graphics.clip, width: 0, height: 0 } },
      saved: [],
      text: NO_TEXT,
      path: tracePath(),
      isClipping: false,
    });
  } catch (error) {
    addProblem(page, `an object on it cannot be read: ${(error as Error).message}`);
  }
}
