import { twips } from '../settings/twips.ts';
import type { WordPart } from './word-part.ts';

/** Adds room above the first of some parts, in points. */
export function withGapBefore(parts: readonly WordPart[], gap: number): readonly WordPart[] {
  const at = parts.findIndex((part) => part.kind !== 'turn');
  return gap === 0 ? parts : parts.map((part, index) => (index === at ? spaced(part, gap, 'before') : part));
}

/** Adds room below the last of some parts, in points. */
export function withGapAfter(parts: readonly WordPart[], gap: number): WordPart[] {
  const last = parts.at(-1);
  if (last?.kind !== 'table')
    return parts.map((part, index) => (index === parts.length - 1 ? spaced(part, gap, 'after') : part));
  const empty = { before: 0, after: 0, line: twips(Math.max(1, gap)), lineRule: 'exact' as const };
  return [...parts, { kind: 'paragraph', options: { spacing: empty, run: { size: 2 } } }];
}

function spaced(part: WordPart, gap: number, side: 'before' | 'after'): WordPart {
  if (part.kind === 'turn') return part;
  if (part.kind === 'table') return { ...part, gapBefore: part.gapBefore + gap };
  const { spacing } = part.options;
  return {
    ...part,
    options: { ...part.options, spacing: { ...spacing, [side]: (spacing?.[side] ?? 0) + twips(gap) } },
  };
}

/** Keeps parts on one page with one another and, if asked, with what follows. */
export const keptTogether = (parts: readonly WordPart[], leads: boolean): WordPart[] =>
  parts.map((part, index) => {
    if (part.kind === 'turn' || (index === parts.length - 1 && !leads)) return part;
    return part.kind === 'table'
      ? { ...part, keepNext: true }
      : { ...part, options: { ...part.options, keepNext: true } };
  });
