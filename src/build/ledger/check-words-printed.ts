import type { Entry, Pack } from '../../content/entries/entry.ts';
import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import { PACK_KIND } from '../../content/kinds/pack-kind.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Tables } from '../tables/tables.ts';
import { type AuthoredText, authoredTexts, type TextPart } from './authored-texts.ts';
import { lostSentences } from './lost-sentences.ts';
import { type LostWords, lostWords } from './lost-words.ts';
import { maskItem } from './mask-item.ts';
import { maskSyntax } from './mask-syntax.ts';
import type { PairShare } from './printed-pairs.ts';
import type { PrintedWords } from './printed-words.ts';

/** What a message about words needs to know. */
export interface Ledger {
  readonly printed: PrintedWords;
  readonly pairs: PairShare;
  /** The paths of the pack's files: objectives of an exam board are not in them. */
  readonly files: ReadonlySet<string>;
  /** Entries that nothing was expected to print: those that are reported as a whole, and those that wait to be picked. */
  readonly passed: ReadonlySet<Entry>;
  /** Places of texts that are reported as a whole already. */
  readonly named: ReadonlySet<Place>;
  /** Whether a template pasted something that was written in this line. */
  isPasted(at: Place): boolean;
  /** What to do about words of an entry. */
  hintFor(kind: EntryKind, entry: Entry, words: readonly string[], isField: boolean): string;
}

/**
 * Warns of words that are on no page: of each entry its name, its fields but for data, its text and its sections. Passages
 * that no template pasted are reported before; here it counts what came out on paper.
 */
export function checkWordsPrinted(
  pack: Pack<EntryKind>,
  tables: Tables,
  ledger: Ledger,
  report: Report,
): void {
  const kinds: readonly EntryKind[] = [PACK_KIND, ...tables.entryKinds];
  // A line that something else is said about: a footnote that nothing refers to, a link that is left out.
  const told = new Set(report.diagnostics.map(({ where }) => `${where.file}:${where.line}`));
  const isTold = ({ file, line }: Place) => told.has(`${file}:${line}`);
  const items = tables.entryKinds.find(({ name }) => name === 'items')!.fields.shape;
  for (const entry of [pack.about, ...Object.values(pack.entries).flat()] as readonly Entry[]) {
    const kind = kinds.find(({ name }) => name === entry.kind);
    if (!kind || ledger.passed.has(entry) || !ledger.files.has(entry.at.file)) continue;
    const mask = (text: string, part: TextPart) =>
      maskSyntax(entry.kind === 'items' && 'is' in part ? maskItem(text, items) : text, tables.blocks);
    for (const text of authoredTexts(entry, kind)) {
      if (ledger.named.has(text.at)) continue;
      const lost =
        lostWords(text, ledger.printed, (words) => mask(words, text.part), isTold) ??
        lostTogether(text, ledger) ??
        lostSentences(text, ledger.pairs, (words) => mask(words, text.part), isTold);
      if (lost) reportLost(lost, text, entry, kind, ledger, report);
    }
  }
}

/** Shorter texts may well be on a page in other words. */
const LEAST_TOGETHER = 12;

/** A field that no template pasted is lost even if each of its words is on a page somewhere, unless all are together. */
function lostTogether(
  { text, at, part }: AuthoredText,
  { printed, isPasted }: Ledger,
): LostWords | undefined {
  if (!('field' in part) || text.length < LEAST_TOGETHER || isPasted(at) || printed.hasTogether(text))
    return undefined;
  return { words: [text], at, isWhole: true };
}

function reportLost(
  { words, at, isWhole }: LostWords,
  { part }: AuthoredText,
  entry: Entry,
  kind: EntryKind,
  ledger: Ledger,
  report: Report,
): void {
  const whose = `of the ${kind.singular} “${entry.name}”`;
  const what = partInWords(part);
  const hint = ledger.hintFor(kind, entry, words, 'field' in part);
  if (isWhole)
    report.add('unprinted', at, `No product prints ${what} ${whose}.`, hint, undefined, {
      kind: `${entry.kind} ${what}`,
      subject: `“${entry.name}”`,
    });
  else report.add('unprinted', at, `No product prints ${inWords(words)} in ${what} ${whose}.`, hint);
}

const partInWords = (part: TextPart): string =>
  'field' in part
    ? `the field “${part.field}”`
    : 'section' in part
      ? 'this section'
      : part.is === 'heading'
        ? 'the heading'
        : 'the text';

const MOST_WORDS = 5;

function inWords(words: readonly string[]): string {
  const shown = words.slice(0, MOST_WORDS).map((word) => `“${word}”`);
  const more = words.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more words` : shown.join(', ');
}
