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
  /** The title of the page, which is not asked for where a work of that name is mentioned. */
  readonly title?: string;
  /** All text of the page: words that it has elsewhere become gaps only if there are too few others. */
  readonly page?: string;
}

/** Dates and other numbers; one of a digit or two leaves too little room to write in. */
const NUMBER = '\\p{N}{3,}(?:[.,:–-]\\p{N}+)*|\\p{N}+(?:[.,:–-]\\p{N}+)+|\\p{N}+\\u00A0?%';
/** The number of a chapter or scene, which can be counted. */
const COUNTED = /^\p{N}{1,2}(?:\.\p{N}{1,2})*$/u;
/** A shorter word, such as an article, tells nothing about the name that it is part of. */
const TELLING = 4;
/** An entry without a name or number is asked for by its underlined word, or its longest if that has as many letters. */
const LONG_WORD = 5;

/**
 * Marks the key words of some entries: names, terms, numbers and, in an entry with none of them, its underlined or longest
 * word. A share of them is hidden, chosen by the seed. Of an entry with several key words one is always shown; a word that it has twice is hidden
 * both times or not at all, and one of which it says a part elsewhere, such as a surname, never is.
 * @returns the entries, cut at the same places whatever is hidden, so that their lines are the same
 */
export function gapWords(entries: readonly (readonly Inline[])[], rule: GapRule): Inline[][] {
  const names = keyPattern(rule.keys, '(?!)');
  const pattern = keyPattern(rule.keys, NUMBER);
  const cut = entries.map((entry) => {
    const parts = entry.flatMap((inline): Inline[] =>
      inline.kind === 'text' && mayBeAsked(inline, rule)
        ? cutRun(inline, rule.places?.has(inline) ? names : pattern, rule.title)
        : [inline],
    );
    return parts.some(isGap) ? parts : withLongWord(parts);
  });
  // Each key word of an entry, with all runs that have it.
  const words = cut.map((entry) => groupBy(entry.filter(isGap), wordOf));
  const found = words.flatMap((own, at) =>
    [...own].flatMap(([word, runs]) => (isGivenAway(runs, cut[at]!) ? [] : [{ at, word, runs }])),
  );
  const hidden = new Set<Inline>();
  const left = words.map(({ size }) => Math.max(1, size - 1));
  const wanted = Math.round(rule.share * found.reduce((sum, { runs }) => sum + runs.length, 0));
  const isElsewhere = ({ word, runs }: (typeof found)[number]) =>
    Number(countIn(rule.page ?? '', word) > runs.length);
  for (const { at, runs } of shuffledBy(found, rule.seed).toSorted(
    (a, b) => isElsewhere(a) - isElsewhere(b),
  )) {
    if (hidden.size >= wanted) break;
    if (left[at]! === 0) continue;
    left[at]! -= 1;
    for (const run of runs) hidden.add(run);
  }
  return cut.map((entry) =>
    entry.map((inline) => (hidden.has(inline) ? { ...(inline as TextRun), gap: 'hidden' } : inline)),
  );
}

/** Whether a run may have gaps at all: not if it is the number of a chapter, or the title of the page as that of a work. */
const mayBeAsked = ({ text, italic }: TextRun, { title }: GapRule): boolean =>
  !COUNTED.test(text.trim()) && !(italic === true && text.trim() === title);

/** Whether an entry has a part of some runs elsewhere, so that it tells what they are. */
function isGivenAway(runs: readonly Inline[], entry: readonly Inline[]): boolean {
  const all = wordsIn(runs[0]!);
  const long = all.filter((word) => word.length >= TELLING);
  const telling = long.length > 0 ? long : all;
  return entry.some(
    (other) => !runs.includes(other) && wordsIn(other).some((word) => telling.includes(word)),
  );
}

const wordsIn = (inline: Inline): string[] => wordOf(inline).match(/[\p{L}\p{N}]+/gu) ?? [];

const countIn = (page: string, word: string): number =>
  page.toLowerCase().replace(/\s+/g, ' ').split(word).length - 1;

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

/** Cuts a run before and after each match, but not within the title of the page in quotation marks. */
function cutRun(run: TextRun, pattern: RegExp, title = ''): TextRun[] {
  const parts: TextRun[] = [];
  let from = 0;
  for (const match of run.text.matchAll(pattern)) {
    if (title !== '' && isQuoted(run.text, title, match.index)) continue;
    if (match.index > from) parts.push({ ...run, text: run.text.slice(from, match.index) });
    parts.push({ ...run, text: match[0], gap: 'shown' });
    from = match.index + match[0].length;
  }
  if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) });
  return parts;
}

/** Whether a place in a text is within a title in quotation marks. */
function isQuoted(text: string, title: string, at: number): boolean {
  const from = text.lastIndexOf(title, at);
  const isWithin = from !== -1 && at < from + title.length;
  return (
    isWithin &&
    /[“"‘«„]\s?$/.test(text.slice(0, from)) &&
    /^[,.]?\s?[”"’»“]/.test(text.slice(from + title.length))
  );
}

function withLongWord(entry: readonly Inline[]): Inline[] {
  if (entry.some(isUnderlined))
    return entry.map((one) => (isUnderlined(one) ? { ...one, gap: 'shown' } : one));
  let longest = '';
  for (const inline of entry)
    if (inline.kind === 'text' && !inline.code)
      for (const [word] of inline.text.matchAll(/\p{L}+(?:-\p{L}+)*/gu))
        if (word.length > longest.length) longest = word;
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
