import type { Code, Place } from '../../diagnostics/diagnostic.ts';
import type { ReadingContext } from './reading-context.ts';

/** Reports something that is named only once in a document, where it is first met. */
export function reportOnce(
  kind: string,
  code: Code,
  at: Place,
  message: string,
  hint: string,
  { told, report }: Pick<ReadingContext, 'told' | 'report'>,
  words?: string,
): void {
  if (told.has(kind)) return;
  told.add(kind);
  report.add(code, at, message, hint, words);
}

const MATHEMATICS =
  'Mathematics is not supported yet, so formulas in this file are printed as they are typed.';
const INSTEAD = 'Type the signs themselves (x², √2, ≤), or use a picture of the formula.';

/** Names mathematics: in a file of another program the first time, and in a pack each time, since its texts are in many files. */
export function reportMathematics(
  at: Place,
  context: Pick<ReadingContext, 'told' | 'report' | 'dialects'>,
  words: string,
): void {
  const [line] = words.split('\n');
  if (context.dialects)
    reportOnce('mathematics', 'markup-unsupported', at, MATHEMATICS, INSTEAD, context, line);
  else context.report.add('mathematics-typed', at, MATHEMATICS, INSTEAD, line, 'mathematics');
}

/** Names commands of LaTeX, the first time. */
export const reportLatex = (
  at: Place,
  context: Pick<ReadingContext, 'told' | 'report'>,
  words?: string,
): void =>
  reportOnce(
    'latex',
    'markup-unsupported',
    at,
    'LaTeX is not supported, so its commands in this file are printed as they are typed.',
    'Use Markdown instead. \\newpage works.',
    context,
    words?.split('\n')[0],
  );

/** Names commands of website generators, the first time. */
export const reportCommand = (
  at: Place,
  context: Pick<ReadingContext, 'told' | 'report'>,
  command: string,
): void =>
  reportOnce(
    'site command',
    'markup-unsupported',
    at,
    `“${command.split('\n')[0]}” is a command of a website generator. Those in this file are printed as they are typed.`,
    'Replace it with what it stands for, or delete it.',
    context,
    command.split('\n')[0],
  );

/** Names the fields of a slide, the first time. */
export const reportSlideFields = (
  at: Place,
  context: Pick<ReadingContext, 'told' | 'report'>,
  names: readonly string[],
): void =>
  reportOnce(
    'slide fields',
    'front-matter-ignored',
    at,
    `Slides in this file have fields that are not used when it is printed: ${names.join(', ')}.`,
    'They say how a slide looks on a screen. You can leave them.',
    context,
  );

/** Names the right answers of a quiz, the first time. */
export const reportQuizAnswers = (at: Place, context: Pick<ReadingContext, 'told' | 'report'>): void =>
  reportOnce(
    'quiz answers',
    'markup-unsupported',
    at,
    'The right answers of quizzes in this file are not printed: every choice has an empty box.',
    'For a list with the right ones ticked, write “- [x]” and “- [ ]”.',
    context,
  );
