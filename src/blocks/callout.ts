import type { Place } from '../diagnostics/diagnostic.ts';
import { say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import type { Block, BoxBlock, Inline } from './block.ts';

/** The kinds of callout, with the names that GitHub’s Markdown has for them. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];

/** The title of a callout in the language of its document. */
export const calloutTitle = (kind: CalloutKind, words: Words): string => say(words, `callout-${kind}`);

/** The title of a callout of any kind: that of ours, or the name that its author gave it. */
export function titleOfKind(name: string, words: Words): string {
  const kind = CALLOUTS.find((one) => one === name.toLowerCase());
  if (kind) return calloutTitle(kind, words);
  const shown = name.replace(/[-_]+/g, ' ').trim();
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

/** A box that stands out from the text: a title, and blocks. */
export const calloutBox = (title: readonly Inline[], blocks: readonly Block[], at: Place): BoxBlock => ({
  kind: 'box',
  at,
  tone: 'callout',
  blocks: [{ kind: 'paragraph', at, look: 'label', text: title }, ...blocks],
});
