import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { chapterName } from '../entries/chapter-name.ts';
import type { EntryOf, Pack } from '../entries/entry.ts';
import { titleOf } from '../entries/place-of.ts';
import { quotationsToFind } from '../sources/pack-chapters.ts';
import type { Difference } from './find-differences.ts';
import type { QuotationPlace, Verdict } from './judge-quotation.ts';

/** Reports every verdict that needs the author's attention, at the quotation's own lines. */
export function reportVerdicts(
  pack: Pack,
  verdicts: readonly Verdict[],
  source: string,
  report: Report,
): void {
  const entries = new Map(quotationsToFind(pack).map((entry) => [entry.id, entry]));
  for (const verdict of verdicts) reportVerdict(entries.get(verdict.id)!, verdict, { source, pack, report });
  reportUnplaced(verdicts, entries, source, report);
}

/** Reports, once for each heading that matches no chapter of the pack, the quotations below it. */
function reportUnplaced(
  verdicts: readonly Verdict[],
  entries: ReadonlyMap<string, EntryOf<'quotations'>>,
  source: string,
  report: Report,
): void {
  const unplaced = verdicts.filter(({ verdict, note }) => verdict === UNPLACED && note !== undefined);
  for (const note of new Set(unplaced.map((verdict) => verdict.note))) {
    const ids = unplaced.filter((verdict) => verdict.note === note).map(({ id }) => id);
    const { at, places } = entries.get(ids[0]!)!;
    report.add(
      'source-chapters',
      places['chapter'] ?? at,
      `The chapter of ${ids.map((id) => `“${id}”`).join(', ')} was not checked: in ${source}, ${note}.`,
      'Change that heading in the text to the title or number of the chapter in the pack.',
    );
  }
}

const UNPLACED = 'verified, place not checked';

function reportVerdict(
  entry: EntryOf<'quotations'>,
  { verdict, places, differences, speaker, note }: Verdict,
  { source, pack, report }: { source: string; pack: Pack; report: Report },
): void {
  const { fields, body, at, places: written } = entry;
  const found = places.map((place) => describePlace(place, pack)).join('; ');
  const { chapter = '', speaker: named, provenance } = fields;
  const because = note === undefined ? '' : ` (${note})`;
  if (verdict === 'altered') reportAltered(body.at, differences, found, report);
  if (verdict === 'elsewhere')
    report.add(
      'quotation-elsewhere',
      written['chapter'] ?? written['book'] ?? at,
      `These words are not in ${describePlace({ chapter }, pack)} but in ${found}.`,
      written['chapter'] ? 'Correct the chapter.' : 'Correct the book.',
    );
  if (verdict === 'absent')
    report.add(
      'quotation-absent',
      body.at,
      `These words were not found in ${source}${because}.`,
      'Look for them in the book. If they are from a film, or you cannot find them, change “provenance”.',
    );
  if (verdict === 'ambiguous')
    report.add(
      'quotation-ambiguous',
      body.at,
      `It is not clear which place these words come from: ${note ?? 'there are several'} (${found}).`,
    );
  if (verdict === 'no source' && !['film', 'source', 'paraphrase'].includes(provenance))
    report.add('quotation-unchecked', body.at, `This quotation was not checked${because}.`);
  if (speaker.verdict === 'contradicted')
    report.add(
      'speaker-contradicted',
      written['speaker'] ?? at,
      `In the book, “${named}” does not say these words: ${speaker.reason}.`,
      'Correct the speaker. If the speech tag uses another name for the same character, add it to the aliases.',
    );
}

function reportAltered(at: Place, differences: readonly Difference[], found: string, report: Report): void {
  const differencesInWords = differences.map(describeDifference).join('; ');
  const turns = differences.filter(({ turn }) => turn !== undefined).length;
  report.add(
    'quotation-altered',
    at,
    turns === differences.length
      ? `This quotation joins the words of two people (${found}): ${differencesInWords}.`
      : `The book has different words (${found}): ${differencesInWords}.`,
    turns === 0
      ? 'Copy the words exactly as they are in the book. Where you leave some out on purpose, write […].'
      : 'Make a separate quotation for each person.',
  );
}

/** Puts a place into words: “chapter 6, paragraph 14”. */
export function describePlace({ chapter, paragraph }: QuotationPlace, { entries }: Pack): string {
  const work = entries.books.find(({ id }) => id === chapter);
  const named = work ? titleOf(work) : chapterName(chapter, entries).full.replaceAll('\u00A0', ' ');
  return paragraph === undefined ? named : `${named}, paragraph ${paragraph}`;
}

function describeDifference({ pack, source, after, turn }: Difference): string {
  if (turn !== undefined) return `one person stops at “${after}”, and another continues with “${turn}”`;
  const where = after === '' ? 'at the beginning' : `after “${after}”`;
  if (pack === '') return `“${source}” is left out ${where}`;
  return source === '' ? `“${pack}” is added ${where}` : `“${source}”, not “${pack}”, ${where}`;
}
