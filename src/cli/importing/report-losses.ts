import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { Imported, Loss } from '../../exchange/imported.ts';

/** So much of what is lost is shown; `--json` has all of it. */
const SHOWN = 120;

/**
 * Reports everything of a source that is in none of its entries.
 * @param isNew whether the pack is new: what the source says of itself is then in `pack.md`
 */
export function reportLosses(
  path: string,
  { about, losses }: Imported,
  isNew: boolean,
  report: Report,
): Loss[] {
  const at = wholeFile(path);
  const unsaid = isNew
    ? []
    : [
        { what: 'its title, since the pack has one', text: about.title ?? '', at },
        { what: 'its author, which is for you to add', text: about.author ?? '', at },
        { what: 'its introduction, since the pack has one', text: about.intro ?? '', at },
      ].filter(({ text }) => text !== '');
  const all = [...unsaid, ...losses];
  for (const loss of all) {
    const words = loss.text.replace(/\s+/g, ' ').trim();
    const shown =
      words.length <= SHOWN
        ? words
        : `${words.slice(0, SHOWN).replace(/\S*$/, '')}… (${words.split(' ').length} words)`;
    report.add('import-loss', loss.at, `Not imported: ${loss.what}${shown === '' ? '' : `: “${shown}”`}`);
  }
  return all;
}
