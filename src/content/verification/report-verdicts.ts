import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { EntryOf, Pack } from '../entries/entry.ts';
import type { Difference } from './find-differences.ts';
import type { QuotationPlace, Verdict } from './judge-quotation.ts';

/** Reports every verdict that needs the author's attention, at the quotation's own lines. */
export function reportVerdicts(
  pack: Pack,
  verdicts: readonly Verdict[],
  source: string,
  unit: string,
  report: Report,
): void {
  const entries = new Map(pack.entries.quotations.map((entry) => [entry.id, entry]));
  for (const verdict of verdicts) reportVerdict(entries.get(verdict.id)!, verdict, { source, unit, report });
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
      `The place of ${ids.map((id) => `“${id}”`).join(', ')} was not checked: in ${source}, ${note}.`,
      'Give that heading in the text the title or the number that the chapter has in the pack.',
    );
  }
}

const UNPLACED = 'verified, place not checked';

function reportVerdict(
  entry: EntryOf<'quotations'>,
  { verdict, places, differences, speaker, note }: Verdict,
  { source, unit, report }: { source: string; unit: string; report: Report },
): void {
  const { fields, body, at, places: written } = entry;
  const found = places.map((place) => describePlace(place, unit)).join('; ');
  const { chapter = '', speaker: named, provenance } = fields;
  const because = note === undefined ? '' : ` (${note})`;
  if (verdict === 'altered') reportAltered(body.at, differences, found, report);
  if (verdict === 'elsewhere')
    report.add(
      'quotation-elsewhere',
      written['chapter'] ?? at,
      `These words do not stand in ${unit} ${chapter}, but in ${found}.`,
      'Correct the chapter.',
    );
  if (verdict === 'absent')
    report.add(
      'quotation-absent',
      body.at,
      `These words were not found in ${source}${because}.`,
      'Look the place up. If they are from a film, or nobody’s, say so as the provenance.',
    );
  if (verdict === 'ambiguous')
    report.add(
      'quotation-ambiguous',
      body.at,
      `It is not sure which place is meant: ${note ?? 'there are several'} (${found}).`,
    );
  if (verdict === 'too short' || (verdict === 'no source' && !['film', 'paraphrase'].includes(provenance)))
    report.add('quotation-unchecked', body.at, `This quotation was not checked${because}.`);
  if (speaker.verdict === 'contradicted')
    report.add(
      'speaker-contradicted',
      written['speaker'] ?? at,
      `The book gives these words to somebody else than “${named}”: ${speaker.reason}.`,
      'Correct the speaker. If the tag uses another name for the same character, add it to the aliases.',
    );
}

function reportAltered(at: Place, differences: readonly Difference[], found: string, report: Report): void {
  const differencesInWords = differences.map(describeDifference).join('; ');
  const turns = differences.filter(({ turn }) => turn !== undefined).length;
  report.add(
    'quotation-altered',
    at,
    turns === differences.length
      ? `The words of two people are run together as one quotation (${found}): ${differencesInWords}.`
      : `The book has other words (${found}): ${differencesInWords}.`,
    turns === 0
      ? 'Write it as the book has it. Where words are left out on purpose, write […].'
      : 'Make a quotation of what each person says.',
  );
}

/** Puts a place into words: “chapter 6, paragraph 14”. */
export function describePlace({ chapter, paragraph }: QuotationPlace, unit: string): string {
  const named = /^\d+(?:-\d+)*$/.test(chapter) ? `${unit} ${chapter}` : chapter;
  return paragraph === undefined ? named : `${named}, paragraph ${paragraph}`;
}

function describeDifference({ pack, source, after, turn }: Difference): string {
  if (turn !== undefined) return `one person stops at “${after}”, and another goes on with “${turn}”`;
  const where = after === '' ? 'at the beginning' : `after “${after}”`;
  if (pack === '') return `“${source}” is left out ${where}`;
  return source === '' ? `“${pack}” is added ${where}` : `“${source}”, not “${pack}”, ${where}`;
}
