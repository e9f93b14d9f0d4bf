import type { Mark, ShapeMark, TextMark } from '../../pages/page.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';

/**
 * The content that pages of a file share, such as the questions of a paper of which each pupil gets a copy. The content of
 * a page may be several streams (ISO 32000-1, 7.7.3.3), so what many pages draw is stored once.
 */
export interface SharedContent {
  /** The operators of marks that were painted before: parts share the marks of sections that are alike in them. */
  readonly operators: WeakMap<TextMark | ShapeMark, string>;
  /**
   * Paints the page that was just begun.
   * @param stretches its operators, divided where a stream may end
   * @param index the page within its part, from 0
   */
  paint(stretches: readonly string[], index: number): void;
}

/** The stretches of a page that others are compared with. */
type Model = readonly string[];

/** How many different pages are kept for each page of a part: forms and styles differ. */
const MODELS = 16;
/** The share of its stretches that a page must have in common with a model to be divided like it. */
const ALIKE = 0.5;

export function openSharedContent(document: PdfDocument): SharedContent {
  const streams = new Map<string, Reference>();
  const models = new Map<number, Model[]>();
  const sharedStream = (content: string) => {
    let stream = streams.get(content);
    if (!stream) {
      stream = document.ref({});
      stream.end(Buffer.from(`${content}\n`, 'latin1'));
      streams.set(content, stream);
    }
    return stream;
  };
  return {
    operators: new WeakMap(),
    paint(stretches, index) {
      const { page } = document;
      // PDFKit has begun the page's own stream with its coordinates, which come before everything that is drawn.
      const begin = Buffer.concat(page.content.buffer.splice(0)).toString('latin1').trimEnd();
      delete page.content.data['Length'];
      delete page.content.data['Filter'];
      const all = [begin, ...stretches];
      const known = models.get(index) ?? [];
      const { before, after } = divide(all, known);
      if (before + after < all.length * ALIKE && known.length < MODELS) {
        models.set(index, [...known, all]);
        page.dictionary.data['Contents'] = sharedStream(all.join('\n'));
        return;
      }
      const own = all.slice(before, all.length - after);
      if (own.length > 0) page.content.write(Buffer.from(`${own.join('\n')}\n`, 'latin1'));
      page.dictionary.data['Contents'] = [
        ...(before > 0 ? [sharedStream(all.slice(0, before).join('\n'))] : []),
        ...(own.length > 0 ? [page.content] : []),
        ...(after > 0 ? [sharedStream(all.slice(all.length - after).join('\n'))] : []),
      ];
    },
  };
}

/** Gives how many stretches at the beginning and the end of a page are those of the model that is most like it. */
function divide(page: Model, models: readonly Model[]): { before: number; after: number } {
  let best = { before: 0, after: 0 };
  for (const model of models) {
    const most = Math.min(page.length, model.length);
    let before = 0;
    while (before < most && page[before] === model[before]) before++;
    let after = 0;
    while (after < most - before && page.at(-1 - after) === model.at(-1 - after)) after++;
    if (before + after > best.before + best.after) best = { before, after };
  }
  return best;
}

/**
 * Divides marks where a stream may end: between marked-content sequences. Each text of the furniture is one, since one
 * of them may name the copy.
 */
export function stretchesOf(marks: readonly Mark[]): Mark[][] {
  const stretches: Mark[][] = [];
  let open: string | undefined;
  for (const mark of marks) {
    const ref = mark.kind === 'group' || mark.kind === 'link' ? undefined : JSON.stringify(mark.structureRef);
    const continues = mark.kind === 'link' || (ref !== undefined && ref === open && ref !== FURNITURE);
    if (continues && stretches.length > 0) stretches.at(-1)!.push(mark);
    else stretches.push([mark]);
    if (mark.kind !== 'link') open = ref;
  }
  return stretches;
}

const FURNITURE = JSON.stringify({ artifact: 'page' });
