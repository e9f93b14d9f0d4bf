import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { LONGEST_QUOTATION } from './organiser/organiser-boxes.ts';
import type { LeftOutEntry, OrganiserContext, UnshownEntry } from './organiser/organiser-context.ts';
import type { OrganiserEntry } from './organiser/organiser-entry.ts';
import type { Context } from './pack-context.ts';

/** Boxes of texts that have no ids, so that `organiser-entries` cannot name them. */
const WITHOUT_IDS: readonly string[] = ['context', 'facts', 'mistakes'];
/** The beginning of a text that has no name, in letters. */
const BEGINNING = 40;

/**
 * Gives a pack as one template sees it: if the template asks for the organiser, entries that matter and do not fit are
 * reported.
 */
export function reportingLeftOut(seen: Context, packAt: Place, report: Report): Context {
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(seen),
      organiser: {
        enumerable: true,
        get() {
          const organiser = seen['organiser'] as OrganiserContext | null;
          for (const one of organiser?.leftOut ?? []) reportLeftOut(one, packAt, report);
          for (const one of organiser?.unshown ?? []) reportUnshown(one, report);
          return organiser;
        },
      },
    },
  );
}

function reportUnshown({ id, at, box }: UnshownEntry, report: Report): void {
  const name = `“${id}”`;
  if (box)
    report.add(
      'organiser-entry-left-out',
      at,
      `${name} is not on the knowledge organiser: “organiser” does not name its box, “${box}”.`,
      `Add “${box}” to “organiser”, or remove ${name} from “organiser-entries”.`,
    );
  else
    report.add(
      'organiser-entry-left-out',
      at,
      `The quotation ${name} is one of the “highlights”, but too long for the knowledge organiser: it has more than ${LONGEST_QUOTATION} letters.`,
      'Name it in “organiser-entries” in pack.md to print it all the same, or highlight a shorter one.',
    );
}

function reportLeftOut({ entry, over, box, title }: LeftOutEntry, packAt: Place, report: Report): void {
  const { term, text, words } = entry;
  const at = term?.at ?? text?.at ?? words[0]?.at ?? packAt;
  const named = WITHOUT_IDS.includes(box)
    ? ''
    : '; name the entries to print in “organiser-entries” in pack.md';
  // The words of a book cannot be made shorter.
  const shorter =
    words.length > 0
      ? 'Choose a shorter quotation'
      : `Shorten it, or entries above it in the box, by about ${Math.ceil(over / 10) * 10} letters`;
  report.add(
    'organiser-entry-left-out',
    at,
    `${nameOf(entry)} is left out of the knowledge organiser, because the box “${title}” has no room for it.`,
    `${shorter}${named}; or name fewer boxes in “organiser”.`,
  );
}

/** What an author knows an entry by. */
function nameOf({ id, term, text, words }: OrganiserEntry): string {
  if (term) return `“${term.text}”`;
  if (words.length > 0) return `The quotation “${id}”`;
  const all = text?.text ?? id;
  return all.length <= BEGINNING ? `“${all}”` : `“${all.slice(0, BEGINNING).replace(/\s+\S*$/u, '')} …”`;
}
