import type { Pack, Passage } from './entries/entry.ts';
import type { EntryKind } from './kinds/entry-kind.ts';

/** Lists every text of a pack that is Markdown, each to be parsed alone. */
export function allPassages(pack: Pack<EntryKind>): Passage[] {
  return [pack.about, ...Object.values(pack.entries).flat()].flatMap((entry) => [
    entry.body,
    ...Object.values(entry.sections),
  ]);
}
