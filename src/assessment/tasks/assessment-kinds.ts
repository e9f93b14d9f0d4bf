import * as z from 'zod';
import { type EntryKind, reference, referenceList, text } from '../../content/kinds/entry-kind.ts';
import { listOf, wholeNumber, yesOrNo } from '../../diagnostics/check-yaml.ts';

/** The kinds of question. An item with parts does not need a kind itself. */
export const ITEM_KINDS = [
  'multiple-choice',
  'true-false',
  'matching',
  'ordering',
  'cloze',
  'short',
  'extended',
  'identify',
  'table',
  'labelling',
] as const;

/** What a question about a quotation may ask. */
const ASKS = ['who', 'where', 'why'] as const;

/** Headings (`###`) inside an item, for the task and for how its answer is marked. */
export const ITEM_SECTIONS = [
  'Task',
  'Answer',
  'Accept',
  'Reject',
  'Guidance',
  'Rationale',
  'Indicative content',
  'Extension',
] as const;

/** The levels that a question or a worksheet may be made for, easiest first. */
export const LEVELS = ['support', 'core', 'stretch'] as const;

const SPACE =
  /^(none|rest|(half|third|quarter) page|(lines )?\d{1,2}( lines?)?|((lined|squared|dotted|boxed|blank) )?\d{1,3} mm)$/;

/** The fields of an item, and of each part of one. */
export const TASK_FIELDS = {
  kind: z
    .enum(ITEM_KINDS)
    .optional()
    .describe(`one of ${ITEM_KINDS.join(', ')}`),
  marks: wholeNumber(1, 100).optional().describe('a whole number, for instance 4'),
  objectives: z
    .union([z.string().min(1), z.array(z.string().min(1)), z.record(z.string(), wholeNumber(1, 100))])
    .optional()
    .meta({
      description: 'the id of an assessment objective, or several with their marks',
      examples: ['{ ao1: 2, ao2: 3 }'],
    }),
  space: z
    .string()
    .regex(SPACE, 'expected a measure of room')
    .optional()
    .meta({
      description: 'lines, millimetres, or a share of the page: 6 lines, boxed 60 mm, half page, rest, none',
      examples: ['6 lines'],
    }),
  key: listOf(text())
    .optional()
    .describe('the letters of the options that are right, where no [x] says so; the numbers of steps'),
  shuffle: yesOrNo().default(true).describe('no, where options or steps are printed as they are written'),
  reason: yesOrNo().default(false).describe('yes, to ask what is wrong with a false statement'),
  bank: yesOrNo().default(false).describe('yes, to print the missing words in a box'),
  extra: listOf(text()).default([]).describe('words for the bank that fit nowhere'),
  choose: listOf(text())
    .default([])
    .describe(
      'all that a matching offers to choose from, in the order in which it is printed with shuffle: no',
    ),
  reuse: yesOrNo().default(false).describe('yes, where a letter of a matching may be used more than once'),
  unequal: yesOrNo().default(false).describe('yes, where one side of a matching has more entries'),
  quotation: reference('quotations').optional(),
  asks: listOf(z.enum(ASKS)).default([...ASKS]),
  levels: reference('levels').optional(),
  words: listOf(text()).default([]).describe('words to use, printed on support sheets'),
  starters: listOf(text()).default([]).describe('beginnings of sentences, printed on support sheets'),
  extend: text().optional().describe('a prompt to go further, printed on stretch sheets'),
};

/** Which items are drawn at random from the bank. */
const PICK = z
  .strictObject({
    count: wholeNumber(1, 200),
    tag: text().optional(),
    kind: z.enum(ITEM_KINDS).optional(),
    level: z.enum(LEVELS).optional(),
    chapters: listOf(text()).default([]),
    themes: listOf(text()).default([]),
  })
  .optional()
  .describe('so many items of the bank: count, tag, kind, level, chapters, themes');

/** Kinds for questions, papers and marking. */
export const ASSESSMENT_KINDS = [
  {
    name: 'objectives',
    singular: 'assessment objective',
    holds: 'many',
    body: 'needed',
    sections: [],
    awaitsPicking: true,
    fields: z.strictObject({}),
  },
  {
    name: 'levels',
    singular: 'scheme of levels',
    holds: 'many',
    body: 'needed',
    sections: [],
    awaitsPicking: true,
    fields: z.strictObject({}),
  },
  {
    name: 'stimuli',
    singular: 'stimulus',
    holds: 'many',
    body: 'needed',
    sections: [],
    awaitsPicking: true,
    fields: z.strictObject({
      source: text().optional(),
      'line-numbers': yesOrNo().default(false).describe('yes, to number every fifth line'),
    }),
  },
  {
    name: 'items',
    singular: 'item',
    holds: 'many',
    body: 'optional',
    sections: ITEM_SECTIONS,
    awaitsPicking: true,
    fields: z.strictObject({
      ...TASK_FIELDS,
      stem: text().optional().describe('the question, in a file of its own'),
      stimulus: reference('stimuli').optional(),
      pinned: yesOrNo().default(false).describe('yes, to keep its place where a section is shuffled'),
      level: z.enum(LEVELS).default('core'),
      tags: listOf(text()).default([]),
      chapters: referenceList('chapters').default([]),
      themes: referenceList('themes').default([]),
      characters: referenceList('characters').default([]),
      symbols: referenceList('symbols').default([]),
    }),
  },
  {
    name: 'papers',
    singular: 'paper',
    holds: 'many',
    body: 'optional',
    sections: [],
    fields: z.strictObject({
      title: text('Paper 1: Reading the novel'),
      code: text('NLMG/1').optional(),
      duration: wholeNumber(1, 600).describe('how many minutes'),
      forms: listOf(z.string().regex(/^[A-Z]$/, 'expected one capital letter')).default(['A']),
      seed: text('2026').describe('any word or number: the same seed gives the same forms'),
      weights: z
        .record(z.string(), wholeNumber(0, 100))
        .optional()
        .meta({
          description: 'the percentage of each assessment objective',
          examples: ['{ ao1: 60, ao2: 40 }'],
        }),
      reached: reference('chapters').optional().describe('the chapter that the class has read to'),
      sections: z
        .array(
          z.strictObject({
            title: text('Section A'),
            instructions: text('Answer all questions.').optional(),
            items: listOf(text()).default([]).describe('ids of items'),
            pick: PICK,
            answer: wholeNumber(1, 50).optional().describe('how many of the questions are to be answered'),
            shuffle: yesOrNo().default(true),
            'new-page': yesOrNo().default(true).describe('no, to begin below the section before'),
          }),
        )
        .min(1),
    }),
  },
  {
    name: 'worksheets',
    singular: 'worksheet',
    holds: 'many',
    body: 'optional',
    sections: [],
    fields: z.strictObject({
      title: text('What they were told'),
      items: referenceList('items').default([]),
      pick: PICK,
      levels: listOf(z.enum(LEVELS)).default([...LEVELS]),
      answers: z
        .enum(['apart', 'last-page', 'upside-down'])
        .default('apart')
        .describe('where pupils find the answers: apart (only in the key), last-page or upside-down'),
      seed: text('2026').optional().describe('any word or number: another seed gives another order'),
    }),
  },
] as const satisfies readonly EntryKind[];

/** One of the kinds in `ASSESSMENT_KINDS`. */
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
