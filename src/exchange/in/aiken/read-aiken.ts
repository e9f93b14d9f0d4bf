import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { entryOfQuestion } from '../questions/entry-of-question.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';

/** With a bracket, the space may be missing. A full stop without one is an abbreviation. */
const OPTION = /^\s*([A-Za-z])(?:[.)]\s+|\))(.*)$/;
const ANSWER = /^\s*ANSWERS?\s*:\s*(.*)$/i;
const LETTERS = /^([A-Za-z](?:\s*(?:[,;&/]|\band\b)\s*[A-Za-z])*)(?=$|[\s.)])/;
/** Not part of Aiken, but written by programs that extend it. */
const MORE = /^\s*(FEEDBACK|EXPLANATION|RATIONALE)\s*:\s*(.*)$/i;

/** A question as its lines are read. */
interface Open {
  readonly at: Place;
  readonly raw: string[];
  readonly stem: string[];
  readonly options: { letter: string; text: string }[];
  answer?: string;
  feedback?: string;
}

/** Reads questions in Aiken: a question, lettered options, and a line `ANSWER: B`. */
export function readAiken({ path, text }: ImportSource): Imported {
  const losses: Loss[] = [];
  const entries = questionsIn(text, path).flatMap((open) => {
    const { at, raw, stem, options, answer, feedback } = open;
    const given = LETTERS.exec(answer ?? '')?.[1] ?? '';
    const letters: readonly string[] = given.toUpperCase().match(/\b[A-Z]\b/g) ?? [];
    const isKnown = (letter: string) => options.some((option) => option.letter === letter);
    if (answer === undefined || stem.length === 0 || letters.length === 0 || !letters.every(isKnown)) {
      const why =
        answer === undefined
          ? 'it has no line “ANSWER:”'
          : stem.length === 0
            ? 'there is no question above its options'
            : `its answer is “${answer}”, which is not one of its options`;
      losses.push({ what: `a whole question, because ${why}`, text: raw.join('\n'), at });
      return [];
    }
    const question = {
      at,
      stem: plainBlocks(stem.join('\n')),
      ask: {
        kind: 'multiple-choice' as const,
        options: options.map((option) => ({
          text: plainMarkdown(option.text),
          key: letters.includes(option.letter),
        })),
      },
      tags: [],
      rationale: plainBlocks(feedback ?? ''),
      guidance: [],
      raw: raw.join('\n'),
    };
    return entryOfQuestion(question, (loss) => losses.push(loss)) ?? [];
  });
  return { about: {}, entries, pictures: [], losses };
}

/** Takes a text apart: a question begins after the answer of the one before, or with a text after options. */
function questionsIn(text: string, file: string): Open[] {
  const all: Open[] = [];
  let open: Open | undefined;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [, letter, words = ''] = OPTION.exec(line) ?? [];
    const [, answer] = ANSWER.exec(line) ?? [];
    const [, , more] = MORE.exec(line) ?? [];
    if (more !== undefined && open?.answer !== undefined) {
      open.feedback = more;
      open.raw.push(line);
      continue;
    }
    if (open && isText(line) && lines[index - 1]?.trim() !== '' && continuesOption(lines, index, open)) {
      open.options.at(-1)!.text += ` ${line.trim()}`;
      open.raw.push(line);
      continue;
    }
    const isNext = open?.answer !== undefined || (isText(line) && (open?.options.length ?? 0) > 0);
    if (!open || isNext) {
      open = { at: { file, line: index + 1, column: 1 }, raw: [], stem: [], options: [] };
      all.push(open);
    }
    open.raw.push(line);
    if (answer !== undefined) open.answer = answer.trim();
    // An option follows the one before it: “A. Smith said …” may be part of the question.
    else if (letter !== undefined && isNextLetter(letter, open))
      open.options.push({ letter: letter.toUpperCase(), text: words });
    else open.stem.push(line.trim());
  }
  return all;
}

/** Whether a line belongs to the option above it: after it comes the next option, or the answer. */
function continuesOption(lines: readonly string[], index: number, { options, answer }: Open): boolean {
  const next = lines[index + 1] ?? '';
  const letter = OPTION.exec(next)?.[1]?.toUpperCase();
  const isNext = letter === String.fromCharCode(65 + options.length) || ANSWER.test(next);
  return answer === undefined && options.length > 0 && isNext;
}

const isText = (line: string): boolean => !OPTION.test(line) && !ANSWER.test(line) && !MORE.test(line);

const isNextLetter = (letter: string, { stem, options }: Open): boolean =>
  stem.length > 0 && letter.toUpperCase() === String.fromCharCode(65 + options.length);
