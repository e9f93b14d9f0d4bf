import type { Inline } from '../../../blocks/block.ts';
import { createBoundedCache } from '../../../diagnostics/collections/bounded-cache.ts';
import { perPair } from '../../../diagnostics/collections/per-pair.ts';
import { watchReport } from '../../../diagnostics/watch-report.ts';
import { isUndecorated } from '../../lines/same-style.ts';
import type { TypeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { DraftNode } from '../structure-draft.ts';
import { PAGE_ARTIFACT, textSlot } from './line-runs.ts';
import { type SetLine, setLines } from './set-lines.ts';
import type { TextOptions } from './text-options.ts';

/** The most texts kept. Those of a pack are set in many of its documents, and at several sizes to make them fit. */
const MOST_KEPT = 4000;

/** The lines of texts that were set with these fonts in this language. */
const knownLines = perPair(() => createBoundedCache<readonly SetLine[]>(MOST_KEPT));

/**
 * Gives the lines of a text, each text set once. One that something is reported of is set anew each time, so that it is
 * reported of every document.
 */
export function linesOnce(
  text: readonly Inline[],
  options: TextOptions,
  context: LayoutContext,
): readonly SetLine[] {
  const key = textKey(text, options, context);
  if (key === undefined) return setLines(text, options, context);
  const known = knownLines(context.fonts, context.language);
  const before = known.get(key);
  if (before) return placedIn(options.node, before);
  const { report, isEmpty } = watchReport(context.report);
  const lines = setLines(text, options, { ...context, report });
  if (isEmpty()) known.set(key, lines);
  return lines;
}

/**
 * Gives everything that the lines of a text depend on. Undefined for a text with links, notes or decorations in it, which
 * depend on more than themselves.
 */
function textKey(
  text: readonly Inline[],
  { look, width, shape, align, hang, turnovers, uncounted }: TextOptions,
  { style }: LayoutContext,
): string | undefined {
  let key = `${width} ${shape} ${style.hyphenate} ${align} ${hang} ${turnovers} ${uncounted} ${lookKey(look)}`;
  for (const inline of text) {
    if (inline.kind === 'break') key += ' /';
    else if (
      inline.kind !== 'text' ||
      inline.link !== undefined ||
      !isUndecorated(inline.gap ? { ...inline, gap: undefined } : inline)
    )
      return undefined;
    else {
      if (inline.gap)
        key += inline.gap === 'hidden' ? ` _${style.rule} ${style['rule-width']}${style['rule-look']}` : ' +';
      const emphasis = `${inline.bold ? 'b' : ''}${inline.italic ? 'i' : ''}${inline.code ? 'c' : ''}`;
      key += ` ${emphasis}${inline.text.length}:${inline.text}`;
    }
  }
  return key;
}

/** The keys of looks: nearly all texts of a document share a few. */
const lookKeys = new WeakMap<TypeLook, string>();

function lookKey(look: TypeLook): string {
  let key = lookKeys.get(look);
  if (key === undefined) {
    key = JSON.stringify(Object.entries(look).sort());
    lookKeys.set(look, key);
  }
  return key;
}

/** Puts lines that were set before into another place of the structure. */
function placedIn(node: DraftNode | undefined, lines: readonly SetLine[]): readonly SetLine[] {
  if (lines.every(({ marks }) => marks.length === 0)) return lines;
  const structureRef = node ? textSlot(node) : PAGE_ARTIFACT;
  return lines.map((line) => ({
    ...line,
    marks: line.marks.map((mark) => (mark.kind === 'text' ? { ...mark, structureRef } : mark)),
  }));
}
