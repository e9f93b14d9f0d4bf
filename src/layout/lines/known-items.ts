import type { Inline } from '../../blocks/block.ts';
import type { TextRun } from '../../blocks/text-run.ts';
import { type BoundedCache, createBoundedCache } from '../../diagnostics/collections/bounded-cache.ts';
import { perPair } from '../../diagnostics/collections/per-pair.ts';
import { isUndecorated } from './same-style.ts';
import type { ItemOptions, Span, TextContext, TextItem } from './text-context.ts';
import type { TypeLook } from './type-look.ts';

/** A word without spaces of either kind: its items, and their width together. */
interface KnownWord {
  readonly items: readonly TextItem[];
  readonly width: number;
  /** Whether no line may end before it. */
  readonly stays: boolean;
}

/** The items that were made before in one face at one size. They say nothing of where they were met. */
export interface FaceItems {
  readonly words: Map<string, KnownWord>;
  /** The space between two characters, by `spaceKey`. */
  readonly spaces: Map<number, TextItem>;
}

/** The items that were made before with some fonts in some language. */
interface KnownItems {
  in(face: string, size: number, hyphenate: boolean): FaceItems;
  /** Where lines may end in a text that is set at several sizes or widths. */
  readonly breaks: BoundedCache<readonly number[]>;
  /** The spans of texts, for the look that each was last set in. */
  readonly spans: WeakMap<readonly Inline[], KnownSpans>;
}

/** A text in spans, divided at the author’s line breaks. Its faces are all that it depends on, unless it has notes. */
interface KnownSpans {
  readonly look: TypeLook;
  readonly lines: readonly HardLine[];
}

export type HardLine = readonly Span[] | 'break';

/** What making items needs. */
export interface ItemContext extends TextContext {
  readonly known: KnownItems;
}

/** The most faces at one size that are kept, the most words of each, and the most texts. */
const MOST_KEPT = { faces: 200, words: 5000, texts: 1000 };

/** Gives the items made so far with these fonts in this language, which all documents share. */
export const knownItems = perPair((): KnownItems => {
  const faces = new Map<string, FaceItems>();
  let last = { face: '', size: 0, hyphenate: false, items: newFace() };
  return {
    breaks: createBoundedCache(MOST_KEPT.texts),
    spans: new WeakMap(),
    in(face, size, hyphenate) {
      const isLast = face === last.face && size === last.size && hyphenate === last.hyphenate;
      if (isLast && last.items.words.size <= MOST_KEPT.words) return last.items;
      const key = `${face} ${size} ${hyphenate}`;
      let items = faces.get(key);
      if (!items || items.words.size > MOST_KEPT.words) {
        if (faces.size > MOST_KEPT.faces) faces.clear();
        items = newFace();
        faces.set(key, items);
      }
      last = { face, size, hyphenate, items };
      return items;
    },
  };
});

const newFace = (): FaceItems => ({ words: new Map(), spaces: new Map() });

/** Gives the items made before in the face of a span, at this size. */
export const faceItems = (
  { face }: Span,
  { look, hyphenate }: ItemOptions,
  { known }: ItemContext,
): FaceItems => known.in(face, look.size, hyphenate === true);

/** The key of the space between two characters; either may be empty. */
export const spaceKey = (before: string, after: string): number =>
  (before === '' ? 0 : before.charCodeAt(0)) * 65536 + (after === '' ? 0 : after.charCodeAt(0));

/** Whether a span is text like any other in its face, so that its items can be used again. */
export const isPlain = ({ blank, typedBlank, scale, run }: Span): boolean =>
  !blank && !typedBlank && !scale && run.link === undefined && isUndecorated(run);

/** The source of items that are used again: it stands for any text without a link. */
export const PLAIN_RUN: TextRun = { kind: 'text', text: '' };
