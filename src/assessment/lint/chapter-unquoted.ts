import { chapterName } from '../../content/entries/chapter-name.ts';
import type { LintRule } from './linted-pack.ts';

/** Where fewer chapters than this have quotations, the pack is just begun, or does not set out to quote from each. */
const MOST_ARE_QUOTED = 2 / 3;

/** A chapter has no quotation, although most others have one. */
export const chapterUnquoted: LintRule = ({ pack: { entries }, assessment }, report) => {
  const quoted = new Set(entries.quotations.map(({ fields }) => fields.chapter));
  const count = entries.chapters.filter(({ id }) => quoted.has(id)).length;
  if (count < entries.chapters.length * MOST_ARE_QUOTED) return;
  for (const { id, at } of entries.chapters)
    if (!quoted.has(id))
      report.add(
        'lint-chapter-unquoted',
        at,
        `There is no quotation from ${chapterName(id, entries, assessment.words).full}.`,
        'Add one to quotations.md, so that pupils can use this part of the text too.',
      );
};
