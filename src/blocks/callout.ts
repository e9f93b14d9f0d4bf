import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Block, BoxBlock, Inline } from './block.ts';

/** What a callout may be, as GitHub's Markdown names them. */
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

/** What a callout is called in a language (`en-GB`); in English where the language is not known. */
export const calloutTitle = (kind: CalloutKind, language: string): string =>
  (ownValue(TITLES, language.slice(0, 2)) ?? TITLES['en']!)[kind];

/** A box that draws the eye: its title, and its blocks. */
export const calloutBox = (title: readonly Inline[], blocks: readonly Block[], at: Place): BoxBlock => ({
  kind: 'box',
  at,
  tone: 'callout',
  blocks: [{ kind: 'paragraph', at, look: 'label', text: title }, ...blocks],
});
