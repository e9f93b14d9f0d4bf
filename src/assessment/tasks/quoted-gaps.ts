import type { Passage } from '../../content/entries/entry.ts';
import { setForm } from '../../content/entries/set-form.ts';
import { text } from '../../content/kinds/entry-kind.ts';
import { fitsPattern } from '../../diagnostics/collections/fits-pattern.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';
import type { BodySource } from './body-source.ts';
import { QUOTATION_FIELD } from './quotation-field.ts';

/** The fields of kinds whose text with gaps may be that of a quotation. */
export const QUOTED_GAP_FIELDS = {
  ...QUOTATION_FIELD,
  gaps: listOf(text())
    .default([])
    .describe('the words to leave out, as they are in the text, if they have no brackets there'),
};

type GapSource = BodySource<{ readonly quotation?: string | undefined; readonly gaps: readonly string[] }>;

/**
 * Gives the text of a task with gaps: its own or that of the quotation it names, with the words of `gaps` in brackets.
 * @returns undefined after reporting what is wrong
 */
export function quotedGaps(
  { main, quoted, fields, places, at }: GapSource,
  report: Report,
): Passage | undefined {
  if (quoted && main.text !== '') {
    report.add(
      'text-misplaced',
      main.at,
      'This text would not be printed, because the gaps are in the quotation.',
      'Delete it, or delete “quotation”. Text to print above the gaps goes below ### Task.',
    );
    return undefined;
  }
  let passage = quoted ?? { ...main, text: setForm(main.text, fields.form) };
  let sound = true;
  for (const [index, gap] of fields.gaps.entries()) {
    const found = markGap(passage, gap);
    if (found) passage = found;
    else {
      sound = false;
      const word = gap.split('|')[0]!;
      report.add(
        'key-unknown',
        ownValue(places, `gaps.${index}`) ?? places['gaps'] ?? at,
        `“${word}” is not in the text, so it cannot be a gap.`,
        suggest(word, passage.text.match(/[\p{L}\p{N}’'-]+/gu) ?? []) ??
          'Write the word as it is in the text. To leave out a word twice, list it twice.',
      );
    }
  }
  return sound ? passage : undefined;
}

/** Puts brackets around the first whole word that has none. In `word|another` only the first is in the text. */
function markGap(passage: Passage, gap: string): Passage | undefined {
  const word = gap.split('|')[0]!.trim();
  if (!fitsPattern(word)) return undefined;
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<!\\[\\[[^\\]]*)(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u');
  if (word === '' || !pattern.test(passage.text)) return undefined;
  return { ...passage, text: passage.text.replace(pattern, () => `[[${gap}]]`) };
}
