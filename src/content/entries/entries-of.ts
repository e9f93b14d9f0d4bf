import type { EntryKind } from '../kinds/entry-kind.ts';
import type { EntriesOf, Entry } from './entry.ts';

/**
 * Sorts entries into a list for each of some kinds. Entries of other kinds are left out.
 * @param entries as `readEntry` made them: it has checked each by the schema of its kind, which is what gives them a type
 */
export function entriesOf<K extends EntryKind>(kinds: readonly K[], entries: readonly Entry[]): EntriesOf<K>;
export function entriesOf(kinds: readonly EntryKind[], entries: readonly Entry[]): EntriesOf<EntryKind> {
  return Object.fromEntries(kinds.map(({ name }) => [name, entries.filter(({ kind }) => kind === name)]));
}
