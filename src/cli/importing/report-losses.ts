import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { Imported } from '../../exchange/in/imported.ts';
import type { Loss } from '../../exchange/losses/loss.ts';

/** So much of what is lost is shown; `--json` has all of it. */
const SHOWN = 120;
/** So many losses of one kind are shown one by one. */
const MOST_ALIKE = 8;

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Reports everything of a source that is in none of its entries.
 * @param packFile the text of `pack.md` as it was before; undefined if the pack is new, and what the source says of itself in it
 */
export function reportLosses(
  path: string,
  { about, losses }: Imported,
  packFile: string | undefined,
  report: Report,
): Loss[] {
  const at = wholeFile(path);
  const unsaid =
    packFile === undefined
      ? []
      : [
          { what: 'its title, since the pack has one', text: about.title ?? '', at },
          { what: 'its author, which is for you to add', text: about.author ?? '', at },
          { what: 'its introduction, since the pack has one', text: about.intro ?? '', at },
        ].filter(({ text }) => !bare(packFile).includes(bare(text)));
  const all = [...unsaid, ...losses];
  const counts = new Map<string, number>();
  for (const { what } of all) counts.set(what, (counts.get(what) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const loss of all) {
    const place = (seen.get(loss.what) ?? 0) + 1;
    seen.set(loss.what, place);
    const more = counts.get(loss.what)! - MOST_ALIKE;
    // A deck of a thousand cards with a field too many is one thing to know, not a thousand.
    if (more > 1 && place > MOST_ALIKE) {
      if (place === MOST_ALIKE + 1)
        report.add(
          'import-loss',
          loss.at,
          `Not imported: ${loss.what}, ${more} more times from here on.`,
          'To see each of them, add --json.',
        );
      continue;
    }
    const words = loss.text.replace(/\s+/g, ' ').trim();
    const shown =
      words.length <= SHOWN
        ? words
        : `${words.slice(0, SHOWN).replace(/\S*$/, '')}… (${words.split(' ').length} words)`;
    report.add('import-loss', loss.at, `Not imported: ${loss.what}${shown === '' ? '' : `: “${shown}”`}`);
  }
  return all;
}
