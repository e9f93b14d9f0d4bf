import * as z from 'zod';
import { yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { langField } from '../named/lang-field.ts';

/** The words of a puzzle, with their meanings. */
const wordsField = () =>
  z
    .array(
      z.strictObject({
        word: z.string().min(1),
        meaning: z.string().min(1).describe('Markdown of one paragraph; its first sentence is printed'),
        lang: langField('the language of the word, if not that of the document'),
      }),
    )
    .min(1);

export type WordWithMeaning = z.output<ReturnType<typeof wordsField>>[number];

/** What all puzzles have: a title, what makes the puzzle the same each time, and words. */
export const cardFields = {
  title: z.string().min(1),
  seed: z.string().min(1).describe('any word or number: the same one makes the same puzzle'),
  answers: yesOrNo().default(false).describe('yes, for the key'),
  words: wordsField(),
};

/** What puzzles on sheets have besides: what pupils fill in. */
export const puzzleFields = {
  ...cardFields,
  labels: z
    .array(z.string().min(1))
    .max(4)
    .default([])
    .describe('what pupils fill in at the top: [Name, Class]'),
};
