import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Entry, Pack } from '../entries/entry.ts';

/** Reports a name or alias shared by two characters or people, because a speech tag with it would be ambiguous. */
export function checkNames(entries: Pack['entries'], report: Report): void {
  const owners = new Map<string, Entry>();
  const characters = [...entries.characters, ...entries.people];
  const claim = (name: string, entry: Entry, place: string) => {
    const key = name.toLowerCase();
    const owner = owners.get(key);
    owners.set(key, owner ?? entry);
    if (owner === undefined || owner === entry) return;
    report.add(
      'alias-shared',
      ownValue(entry.places, place) ?? entry.at,
      `“${name}” is also a name of ${owner.name} (${owner.at.file}:${owner.at.line}).`,
      'Delete it from one of the two, because a speech tag with this name could mean either.',
    );
  };
  // Full names come first, so that it is the alias that is reported.
  for (const entry of characters) claim(entry.name, entry, 'name');
  for (const entry of characters)
    for (const [index, alias] of entry.fields.aliases.entries()) claim(alias, entry, `aliases.${index}`);
}
