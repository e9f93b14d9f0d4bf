import * as z from 'zod';
import { languageCode, text } from '../../content/kinds/entry-kind.ts';
import { listOf, wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';

const MOST_MARKS = 500;

/** The id of an objective: `ao1`. */
const objectiveId = () => z.string().regex(/^[a-z0-9-]+$/, 'expected an id in small letters');

/** A kind of question that a board sets, with its marks. */
const tariff = z.strictObject({
  for: text('Shakespeare').describe('what such a question is about'),
  marks: wholeNumber(1, MOST_MARKS).describe('all its marks'),
  accuracy: wholeNumber(0, MOST_MARKS)
    .default(0)
    .describe('how many of them are for spelling, punctuation and clear writing'),
  objectives: z
    .record(objectiveId(), wholeNumber(0, MOST_MARKS))
    .optional()
    .meta({ description: 'the marks of each objective', examples: ['{ ao1: 12, ao2: 12 }'] }),
  levels: wholeNumber(1, 20).optional().describe('how many levels it is marked by'),
  tops: listOf(wholeNumber(1, MOST_MARKS))
    .optional()
    .meta({
      description: 'the highest mark of each level, from the lowest level up',
      examples: ['[5, 10, 15]'],
    }),
});

/** A paper that a board sets. */
const boardPaper = z.strictObject({
  code: text('8702/1'),
  title: text('Shakespeare and the 19th-century novel'),
  minutes: wholeNumber(1, 600),
  marks: wholeNumber(1, MOST_MARKS),
});

/** The fields of a file of an exam board. */
export const boardSchema = z.strictObject({
  name: text('AQA').describe('what the board is called'),
  lang: languageCode('en-GB').default('en-GB'),
  specification: text('8702')
    .optional()
    .describe('the code of its specification; papers then say that they are not official ones'),
  objectives: z
    .array(z.strictObject({ name: text('AO1'), text: text('Know the text.') }))
    .default([])
    .describe('assessment objectives, for packs that have none of that name'),
  cover: z
    .strictObject({
      instructions: text('Write in **black** ink.').optional(),
      materials: text('A black pen.').optional(),
      information: text('The marks are shown in brackets.').optional(),
      advice: text('Read each question twice.').optional(),
    })
    .optional()
    .describe('texts of the cover, for papers that have none of their own'),
  accuracy: z
    .strictObject({ objective: objectiveId(), text: text('{marks} are for clear writing.') })
    .optional()
    .describe(
      'the objective for spelling, punctuation and clear writing, and what the cover says of its marks',
    ),
  tariffs: z.array(tariff).default([]).describe('questions that are marked by levels'),
  papers: z.array(boardPaper).default([]).describe('the papers that it sets'),
  words: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({
      description: 'words of the program that its papers say in another way',
      examples: ['{ level-heading: Band }'],
    }),
});
