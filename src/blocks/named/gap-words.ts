import { fitsPattern } from '../../diagnostics/collections/fits-pattern.ts';
import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { groupBy } from '../../diagnostics/collections/group-by.ts';
import type { Inline } from '../block.ts';
import type { TextRun } from '../text-run.ts';

/** Which words of a text may become gaps, and which of them do. */
export interface GapRule {
  /** Names and terms: what pupils have to know. */
  readonly keys: readonly string[];
  /** The share of key words that become gaps, from 0 to 1; none are hidden at 0. */
  readonly share: number;
  readonly seed: string;
  /** Runs that say where something is: nobody has to know their numbers. */
  readonly places?: ReadonlySet<Inline>;
}

/** Dates and other numbers; one of a digit or two leaves too little room to write in. */
const NUMBER = '\\p{N}{3,}(?:[.,:–-]\\p{N}+)*|\\p{N}+(?:[.,:–-]\\p{N}+)+|\\p{N}+\\u00A0?%';
/** An entry without a name or number is asked for by its underlined word, or its longest if that has as many letters. */
const LONG_WORD = 5;

/**
 * Marks the key words of some entries: names, terms, numbers and, in an entry with none of them, its underlined or longest
 * word. A share of them is hidden, chosen by the seed. Of an entry with several key words one is always shown; a word that it has twice is hidden
 * both times or not at all.
 * @returns the entries, cut at the same places whatever is hidden, so that their lines are the same
 */
export function gapWords(entries: readonly (readonly Inline[])[], rule: GapRule): Inline[][] {
  const names = keyPattern(rule.keys, '(?!)');
  const pattern = keyPattern(rule.keys, NUMBER);
  const cut = entries.map((entry) => {
    const parts = entry.flatMap((inline): Inline[] =>
      inline.kind === 'text' ? cutRun(inline, rule.places?.has(inline) ? names : pattern) : [inline],
    );
    return parts.some(isGap) ? parts : withLongWord(parts);
  });
  // Each key word of an entry, with all runs that have it.
  const words = cut.map((entry) => groupBy(entry.filter(isGap), wordOf));
  const found = words.flatMap((own, at) => [...own.values()].map((runs) => ({ at, runs })));
  const hidden = new Set<Inline>();
  const left = words.map(({ size }) => Math.max(1, size - 1));
  const wanted = Math.round(rule.share * found.reduce((sum, { runs }) => sum + runs.length, 0));
  for (const { at, runs } of shuffledBy(found, rule.seed)) {
    if (hidden.size >= wanted) break;
    if (left[at]! === 0) continue;
    left[at]! -= 1;
    for (const run of runs) hidden.add(run);
  }
  return cut.map((entry) =>
    entry.map((inline) => (hidden.has(inline) ? { ...(inline as TextRun), gap: 'hidden' } : inline)),
  );
}

const isUnderlined = (inline: Inline): inline is TextRun =>
  inline.kind === 'text' && inline.underline === true;

const isGap = (inline: Inline): boolean => inline.kind === 'text' && inline.gap !== undefined;

const wordOf = (inline: Inline): string =>
  inline.kind === 'text' ? inline.text.toLowerCase().replace(/\s+/g, ' ') : '';

function keyPattern(keys: readonly string[], numbers: string): RegExp {
  const longestFirst = [...new Set(keys.filter((key) => key.trim() !== '' && fitsPattern(key)))].toSorted(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const names = longestFirst.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...names, numbers].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Cuts a run before and after each match. */
function cutRun(run: TextRun, pattern: RegExp): TextRun[] {
  const parts: TextRun[] = [];
  let from = 0;
  for (const match of run.text.matchAll(pattern)) {
    if (match.index > from) parts.push({ ...run, text: run.text.slice(from, match.index) });
    parts.push({ ...run, text: match[0], gap: 'shown' });
    from = match.index + match[0].length;
  }
  if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) });
  return parts;
}

function withLongWord(entry: readonly Inline[]): Inline[] {
  if (entry.some(isUnderlined))
    return entry.map((one) => (isUnderlined(one) ? { ...one, gap: 'shown' } : one));
  let longest = '';
  for (const inline of entry)
    if (inline.kind === 'text' && !inline.code)
      for (const [word] of inline.text.matchAll(/\p{L}+/gu)) if (word.length > longest.length) longest = word;
  if (longest.length < LONG_WORD) return [...entry];
  let isDone = false;
  return entry.flatMap((inline) => {
    if (isDone || inline.kind !== 'text' || !inline.text.includes(longest)) return [inline];
    isDone = true;
    const at = inline.text.indexOf(longest);
    const parts = [
      { ...inline, text: inline.text.slice(0, at) },
      { ...inline, text: longest, gap: 'shown' as const },
      { ...inline, text: inline.text.slice(at + longest.length) },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}

function shuffledBy<T>(things: readonly T[], seed: string): T[] {
  const order = [...things];
  const generator = createGenerator(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const other = generator.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
