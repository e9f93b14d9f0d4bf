import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Block, BoxBlock, Inline } from './block.ts';

/** The kinds of callout, with the names that GitHub’s Markdown has for them. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];

const TITLES: Readonly<Record<string, Record<CalloutKind, string>>> = {
  en: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  de: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  fr: {
    note: 'Remarque',
    tip: 'Conseil',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
  },
  es: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
  },
};

/** The title of a callout in a language (`en-GB`); in English if the language has none. */
export const calloutTitle = (kind: CalloutKind, language: string): string =>
  (ownValue(TITLES, language.slice(0, 2)) ?? TITLES['en']!)[kind];

/** A box that stands out from the text: a title, and blocks. */
export const calloutBox = (title: readonly Inline[], blocks: readonly Block[], at: Place): BoxBlock => ({
  kind: 'box',
  at,
  tone: 'callout',
  blocks: [{ kind: 'paragraph', at, look: 'label', text: title }, ...blocks],
});
