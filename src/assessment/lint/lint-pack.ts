import type { Report } from '../../diagnostics/report.ts';
import { absoluteWords } from './absolute-words.ts';
import { allOfTheAbove } from './all-of-the-above.ts';
import { answerGivenAway } from './answer-given-away.ts';
import { articleCue } from './article-cue.ts';
import { beyondReading } from './beyond-reading.ts';
import { chapterUnquoted } from './chapter-unquoted.ts';
import { keyLongest } from './key-longest.ts';
import { keysUnbalanced } from './keys-unbalanced.ts';
import type { LintedPack, LintRule } from './linted-pack.ts';
import { neverTaught } from './never-taught.ts';
import { noCommandWord } from './no-command-word.ts';
import { noObjective } from './no-objective.ts';
import { noRationale } from './no-rationale.ts';
import { notUnmarked } from './not-unmarked.ts';
import { optionsAlike } from './options-alike.ts';
import { optionsOrder } from './options-order.ts';
import { optionsUnlike } from './options-unlike.ts';
import { quotationTwice } from './quotation-twice.ts';
import { severalQuestions } from './several-questions.ts';
import { spaceForMarks } from './space-for-marks.ts';
import { stemLong } from './stem-long.ts';
import { tariffKept } from './tariff-kept.ts';
import { weightsKept } from './weights-kept.ts';

/** Every rule of item-writing. A new one is a file beside this one and a line here. */
export const RULES: readonly LintRule[] = [
  absoluteWords,
  allOfTheAbove,
  answerGivenAway,
  articleCue,
  beyondReading,
  chapterUnquoted,
  keyLongest,
  keysUnbalanced,
  neverTaught,
  noCommandWord,
  noObjective,
  noRationale,
  notUnmarked,
  optionsAlike,
  optionsOrder,
  optionsUnlike,
  quotationTwice,
  severalQuestions,
  spaceForMarks,
  stemLong,
  tariffKept,
  weightsKept,
];

/** Warns of flaws in the items and papers of a pack. */
export function lintPack(subject: LintedPack, report: Report): void {
  for (const rule of RULES) rule(subject, report);
}
