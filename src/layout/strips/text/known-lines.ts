import type { Inline } from '../../../blocks/block.ts';
import { createBoundedCache } from '../../../diagnostics/collections/bounded-cache.ts';
import { perPair } from '../../../diagnostics/collections/per-pair.ts';
import { watchReport } from '../../../diagnostics/watch-report.ts';
import { isUndecorated } from '../../lines/same-style.ts';
import type { TypeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { PAGE_ARTIFACT, textSlot } from './line-runs.ts';
import { type SetLine, setLines } from './set-lines.ts';
import type { TextOptions } from './text-options.ts';

/** The lines of a text by how it was set. */
type LinesOfText = Map<string, readonly SetLine[]>;

/**
 * The most characters of texts kept, and the most ways of setting each. Those of a pack are set in many of its documents, and
 * at several sizes to make them fit. A long paragraph counts for more, since each letter typed into it makes another.
 */
const MOST_KEPT = { characters: 600_000, ways: 12 };

/** The lines of texts that were set with these fonts in this language. */
const knownLines = perPair(() => ({
  byText: createBoundedCache<LinesOfText>(MOST_KEPT.characters, (text) => text.length),
  /** The same for texts that were met before; undefined for those that are set each time. */
  byIdentity: new WeakMap<readonly Inline[], LinesOfText | undefined>(),
}));

/**
 * Gives the lines of a text, each text set once. One that something is reported of is set anew each time, so that it is
 * reported of every document.
 */
export function linesOnce(
  text: readonly Inline[],
  options: TextOptions,
  context: LayoutContext,
): readonly SetLine[] {
  const known = linesOf(text, context);
  if (known === undefined) return setLines(text, options, context);
  const way = wayOf(options, context);
  const before = known.get(way);
  if (before) return placedIn(options, before);
  const { report, isEmpty } = watchReport(context.report);
  const lines = setLines(text, options, { ...context, report });
  if (!isEmpty()) return lines;
  if (known.size >= MOST_KEPT.ways) known.clear();
  known.set(way, lines);
  return lines;
}

/** Gives the lines that are known of a text; undefined for one that is set each time. */
function linesOf(text: readonly Inline[], { fonts, language }: LayoutContext): LinesOfText | undefined {
  const { byText, byIdentity } = knownLines(fonts, language);
  if (byIdentity.has(text)) return byIdentity.get(text);
  const key = textKey(text);
  const lines = key === undefined ? undefined : (byText.get(key) ?? new Map());
  if (key !== undefined && lines) byText.set(key, lines);
  byIdentity.set(text, lines);
  return lines;
}

/** Gives everything that the lines of a text depend on, besides its own words. */
const wayOf = (
  { look, width, shape, align, hang, turnovers, uncounted }: TextOptions,
  { style }: LayoutContext,
): string =>
  `${width} ${shape} ${style.hyphenate} ${align} ${hang} ${turnovers} ${uncounted} ${lookKey(look)}`;

/**
 * Gives all words of a text with their emphasis. Undefined for a text with links, notes, gaps or decorations in it, whose lines
 * depend on more than themselves.
 */
function textKey(text: readonly Inline[]): string | undefined {
  let key = '';
  for (const inline of text) {
    if (inline.kind === 'break') key += ' /';
    else if (
      inline.kind !== 'text' ||
      inline.link !== undefined ||
      inline.gap === 'hidden' ||
      !isUndecorated(inline.gap ? { ...inline, gap: undefined } : inline)
    )
      return undefined;
    else {
      if (inline.gap) key += ' +';
      const emphasis = `${inline.bold ? 'b' : ''}${inline.italic ? 'i' : ''}${inline.code ? 'c' : ''}`;
      key += ` ${emphasis}${inline.text.length}:${inline.text}`;
    }
  }
  return key;
}

/** All that a look says: a field that is added there has to be added here. */
const LOOK_FIELDS: Readonly<Record<keyof TypeLook, true>> = {
  family: true,
  weight: true,
  size: true,
  leading: true,
  smallest: true,
  colour: true,
  italics: true,
  features: true,
};
const LOOK_NAMES = Object.keys(LOOK_FIELDS) as readonly (keyof TypeLook)[];

/** Numbers for looks: nearly all texts of a document share a few. */
const lookNumbers = new WeakMap<TypeLook, number>();
const numbersByKey = new Map<string, number>();

function lookKey(look: TypeLook): number {
  const known = lookNumbers.get(look);
  if (known !== undefined) return known;
  let key = '';
  for (const name of LOOK_NAMES) key += `${look[name]} `;
  const number = numbersByKey.get(key) ?? numbersByKey.size;
  numbersByKey.set(key, number);
  lookNumbers.set(look, number);
  return number;
}

/** Puts lines that were set before into another place of the structure. */
function placedIn({ node, at }: TextOptions, lines: readonly SetLine[]): readonly SetLine[] {
  if (lines.every(({ marks }) => marks.length === 0)) return lines;
  const structureRef = node ? textSlot(node, at) : PAGE_ARTIFACT;
  return lines.map((line) => ({
    ...line,
    marks: line.marks.map((mark) => (mark.kind === 'text' ? { ...mark, structureRef } : mark)),
  }));
}
