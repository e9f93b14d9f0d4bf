import { unusedEntries } from '../../assessment/unused-entries.ts';
import type { Entry } from '../../content/entries/entry.ts';
import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Origins } from '../../diagnostics/origin.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import { checkPrinted } from '../../templates/check-printed.ts';
import { checkWordsPrinted } from '../ledger/check-words-printed.ts';
import { printedPairs } from '../ledger/printed-pairs.ts';
import { printedWords } from '../ledger/printed-words.ts';
import { wordTokens } from '../ledger/word-tokens.ts';
import type { BuildOptions } from './build-options.ts';
import type { PackDraft } from './draft.ts';
import { draftJob } from './draft-job.ts';
import type { OpenPack } from './opening/open-pack.ts';

/**
 * Warns of everything in a pack that none of its files prints: entries, texts and sections that no template pasted, and then
 * single words that are on no page.
 * @param leftOut files of products that the pack has too little for, which are not printed
 */
export function checkAllPrinted(
  open: OpenPack,
  printed: readonly { readonly draft: PackDraft; readonly pages: Laid }[],
  leftOut: readonly PackDraft[],
  options: BuildOptions,
  report: Report,
): void {
  const { pack, tables, assessment, source } = open;
  const { unused, spare, withoutSheet } = unusedEntries(pack, assessment);
  const isPasted = pastedLines(printed.map(({ draft }) => draft.filled.origins));
  const otherProducts = findOtherProducts(open, leftOut, options, report);
  const hintFor = (kind: EntryKind, entry: Entry, words: readonly string[], isField = false) =>
    hintWith(
      isField ? FIELD_HINT : (kind.printedWhere ?? HINT),
      kind.awaitsPicking && !isField ? { onRequest: [], leftOut: [] } : otherProducts(entry, words),
    );
  const named = checkPrinted(pack, tables.entryKinds, unused, isPasted, hintFor, report);
  if (report.failed()) return;
  checkWordsPrinted(
    pack,
    tables,
    {
      printed: printedWords(
        printed.map(({ pages }) => pages),
        printed.map(({ draft }) => draft.title),
      ),
      pairs: printedPairs(printed.map(({ pages }) => pages)),
      files: new Set(source.content.map(({ path }) => path)),
      passed: new Set([...named.entries, ...spare, ...withoutSheet]),
      named: named.passages,
      isPasted,
      hintFor,
    },
    report,
  );
}

const HINT = 'To print it, add a template to the pack. If it is only for you, make it a comment: <!-- … -->';
const FIELD_HINT =
  'Only some products print this field, and some only together with another: see docs/authoring/entries.md. If it is only for you, put # in front of it.';

/** The titles of products that would print something: those on request, and those that the pack has too little for. */
interface OtherProducts {
  readonly onRequest: readonly string[];
  readonly leftOut: readonly string[];
}

function hintWith(hint: string, { onRequest, leftOut }: OtherProducts): string {
  const named = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join(', ');
  if (onRequest.length > 0)
    return `It would be printed by ${named([...new Set([...leftOut, ...onRequest])].slice(0, MOST_NAMED))}. To get everything: studypack build --all-products`;
  return leftOut.length > 0
    ? `It would be printed by ${named(leftOut.slice(0, MOST_NAMED))}, for which this pack has too little so far.`
    : hint;
}

/** Gives a function that says whether something that was written in a line was pasted into a template. */
function pastedLines(origins: readonly Origins[]): (at: Place) => boolean {
  const files = new Map<string, Set<number>>();
  for (const places of origins)
    for (const { file, line } of places) {
      const lines = files.get(file);
      if (lines) lines.add(line);
      else files.set(file, new Set([line]));
    }
  return ({ file, line }) => files.get(file)?.has(line) === true;
}

/** The number of products that a message names. */
const MOST_NAMED = 3;

/** Gives a function that finds the products which would print words of an entry: on request only, or left out. */
function findOtherProducts(
  open: OpenPack,
  leftOut: readonly PackDraft[],
  options: BuildOptions,
  report: Report,
) {
  const texts = new Map<string, ReadonlySet<string>>();
  const wordsOf = (name: string, text: () => string) => {
    const known = texts.get(name) ?? new Set(wordTokens(text()));
    texts.set(name, known);
    return known;
  };
  return (entry: { readonly id: string }, words: readonly string[]): OtherProducts => {
    const all = words.flatMap(wordTokens);
    const holds = (printed: ReadonlySet<string>) => all.every((word) => printed.has(word));
    const left = leftOut.filter(({ job, filled }) => holds(wordsOf(job.name, () => filled.text)));
    const requested = open.onRequest.filter(
      (job) =>
        (job.entry === undefined || job.entry.id === entry.id) &&
        holds(wordsOf(job.name, () => draftJob(open, job, options, report.fork())?.filled.text ?? '')),
    );
    const titles = (jobs: readonly PackDraft['job'][]) => [
      ...new Set(jobs.map(({ product }) => product.settings.title)),
    ];
    return { onRequest: titles(requested), leftOut: titles(left.map(({ job }) => job)) };
  };
}
