import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { OrganiserEntry } from './organiser-entry.ts';
import { isSound, quotedEntry } from './quoted-entry.ts';
import { lettersTaken } from './within-room.ts';

/** The quotations of one theme. */
interface BankBox {
  readonly title: string;
  readonly entries: readonly OrganiserEntry[];
}

/** A page of quotations, as templates see it. */
interface QuotationBank {
  readonly boxes: readonly BankBox[];
  /** Whether much of the page would be empty, so that it has a box for notes. */
  readonly hasRoom: boolean;
}

/** The letters that one page holds. */
const PAGE = 5600;
/** Even in larger type, much of the page is empty below this share. */
const VERY_SHORT = 0.3;
/** A word has at least as many letters to be looked at. */
const LONG_WORD = 5;

/**
 * Sorts the quotations of a pack by their first theme, each with a word to look at closely. If there are more than one
 * page holds, every theme has as many as the others, those first that the theme itself names. Null if there are none.
 */
export function quotationBank(pack: ExamPack, words: Words): QuotationBank | null {
  const { themes, quotations } = pack.entries;
  const names = namesIn(pack);
  const counts = countWords(pack);
  const entryOf = (quotation: (typeof quotations)[number]): OrganiserEntry => {
    const entry = quotedEntry(quotation, pack, words);
    return { ...entry, zoom: entry.zoom ?? wordToLookAt(quotation.body.text, names, counts) };
  };
  const sound = quotations.filter(isSound);
  const piles = [...themes, undefined].map((theme) => {
    const own = sound.filter(({ fields }) => fields.themes[0] === theme?.id);
    const first = theme?.fields.quotations ?? pack.about.fields.highlights ?? [];
    const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
    const mark = theme?.fields.mark;
    return {
      title: theme ? [mark, theme.name].filter(Boolean).join(' ') : say(words, 'other-quotations'),
      entries: own.toSorted((a, b) => rank(a.id) - rank(b.id)).map(entryOf),
    };
  });
  const boxes = dealt(piles).filter(({ entries }) => entries.length > 0);
  const letters = boxes.flatMap(({ entries }) => entries).reduce((sum, one) => sum + lettersTaken(one), 0);
  return boxes.length === 0 ? null : { boxes, hasRoom: letters < PAGE * VERY_SHORT };
}

/** Takes one entry of each pile in turn, as long as a page has room. */
function dealt(piles: readonly BankBox[]): BankBox[] {
  let left = PAGE;
  const taken = piles.map((): OrganiserEntry[] => []);
  const most = largest(piles.map(({ entries }) => entries.length));
  for (let turn = 0; turn < most; turn++)
    for (const [index, { entries }] of piles.entries()) {
      const entry = entries[turn];
      if (!entry || lettersTaken(entry) > left) continue;
      left -= lettersTaken(entry);
      taken[index]!.push(entry);
    }
  return piles.map(({ title }, index) => ({ title, entries: taken[index]! }));
}

/** The words of the names in a pack: what is said of people is closer to looking at. */
const namesIn = ({ entries }: ExamPack): ReadonlySet<string> =>
  new Set(
    [...entries.characters, ...entries.people].flatMap(({ name, fields }) =>
      [name, ...fields.aliases].flatMap((one) => one.toLowerCase().split(/\s+/)),
    ),
  );

/** How often each word is in the texts of a pack. */
function countWords(pack: ExamPack): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { body, sections } of Object.values(pack.entries).flat())
    for (const { text } of [body, ...Object.values(sections)])
      for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A long word of a quotation that is rare in the pack, and no name. */
function wordToLookAt(
  text: string,
  names: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): string | null {
  let best: { word: string; worth: number } | undefined;
  for (const [word] of text.matchAll(/\p{L}+(?:[-’']\p{L}+)*/gu)) {
    const small = word.toLowerCase();
    if (word.length < LONG_WORD || names.has(small) || word !== small || /[’']/.test(word)) continue;
    const worth = word.length - 3 * Math.log2(counts.get(small) ?? 1);
    if (!best || worth > best.worth) best = { word, worth };
  }
  return best?.word ?? null;
}
