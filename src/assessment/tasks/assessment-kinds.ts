import * as z from 'zod';
import {
  boardField,
  dataField,
  type EntryKind,
  formField,
  languageCode,
  reachedField,
  referenceList,
  text,
} from '../../content/kinds/entry-kind.ts';
import { listOf, wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { ITEM_SECTIONS } from './item-sections.ts';
import { LEVELS } from './levels.ts';
import { type FieldsOfKind, kindNames, taskFields } from './task-fields.ts';

const ID = 'the id or tag of something in the pack';
const TAG = 'a mark by which papers, worksheets and products choose items';
const SEED = 'it only decides the order of what is shuffled';

/** Which items are drawn at random from the bank. */
const pickRule = (kinds: readonly FieldsOfKind[]) =>
  z
    .strictObject({
      count: wholeNumber(1, 200),
      tag: dataField(text(), ID).optional(),
      kind: kindNames(kinds).optional(),
      level: z.enum(LEVELS).optional(),
      chapters: listOf(dataField(text(), ID)).default([]),
      themes: listOf(dataField(text(), ID)).default([]),
    })
    .optional()
    .describe('items from the bank, chosen by count, tag, kind, level, chapters or themes');

const OBJECTIVES = {
  name: 'objectives',
  singular: 'assessment objective',
  holds: 'many',
  body: 'needed',
  sections: [],
  awaitsPicking: true,
  fields: z.strictObject({}),
} as const satisfies EntryKind;

const LEVEL_SCHEMES = {
  name: 'levels',
  headingIsData: 'items refer to the scheme by it',
  singular: 'scheme of levels',
  holds: 'many',
  body: 'needed',
  sections: [],
  awaitsPicking: true,
  printedWhere: 'Name it in an item (levels: its-id), or delete it.',
  fields: z.strictObject({}),
} as const satisfies EntryKind;

const STIMULI = {
  name: 'stimuli',
  singular: 'stimulus',
  holds: 'many',
  body: 'needed',
  hasForm: true,
  sections: [],
  awaitsPicking: true,
  printedWhere: 'Name it in an item (stimulus: its-id), or delete it.',
  fields: z.strictObject({
    form: formField(),
    source: text().optional(),
    lang: languageCode('fr').optional(),
    'line-numbers': yesOrNo()
      .default(false)
      .describe('yes to number every fifth line, in verse every fifth line of the poem'),
    'first-line': wholeNumber(1, 99999).optional().describe('number of its first line, if not 1'),
  }),
} as const satisfies EntryKind;

const itemsKind = (kinds: readonly FieldsOfKind[]) =>
  ({
    name: 'items',
    singular: 'item',
    holds: 'many',
    body: 'optional',
    sections: ITEM_SECTIONS,
    awaitsPicking: true,
    printedWhere:
      'Give it a theme (themes: [one-id]), so that the worksheet of that theme has it; name it in a paper or a worksheet (items: [its-id]); or delete it.',
    fields: z.strictObject({
      ...taskFields(kinds),
      stem: text().optional().describe('the question, if the item has its own file'),
      stimulus: referenceList('stimuli', 'sources').default([]),
      pinned: yesOrNo().default(false).describe('yes to keep its place when the section is shuffled'),
      level: z
        .enum(LEVELS)
        .optional()
        .describe('support, core or stretch: the only sheet of a worksheet that has it'),
      tags: listOf(dataField(text(), TAG)).default([]),
      chapters: referenceList('chapters').default([]),
      themes: referenceList('themes').default([]),
      characters: referenceList('characters').default([]),
      people: referenceList('people').default([]),
      symbols: referenceList('symbols').default([]),
    }),
  }) as const satisfies EntryKind;

const papersKind = (kinds: readonly FieldsOfKind[]) =>
  ({
    name: 'papers',
    singular: 'paper',
    holds: 'many',
    body: 'optional',
    isTitledByHeading: true,
    sections: [],
    fields: z.strictObject({
      title: text('Paper 1: Reading the novel'),
      code: text('NLMG/1').optional(),
      board: boardField(),
      duration: wholeNumber(1, 600).meta({ description: 'the time allowed, in minutes', examples: ['45'] }),
      materials: text('A black pen. You may use a copy of the novel.')
        .optional()
        .describe('what candidates need, and what they may use'),
      information: text('There are 45 marks.')
        .optional()
        .describe('what candidates should know, on the cover'),
      advice: text('Read each question twice.')
        .optional()
        .describe('what candidates had better do, on the cover'),
      forms: listOf(z.string().regex(/^[A-Z]$/, 'expected one capital letter')).default(['A']),
      seed: dataField(text('2026'), SEED)
        .optional()
        .describe('any word or number; the same seed always gives the same forms'),
      weights: z
        .record(z.string(), wholeNumber(0, 100))
        .optional()
        .meta({
          description: 'the percentage of marks for each assessment objective',
          examples: ['{ ao1: 60, ao2: 40 }'],
        }),
      reached: reachedField(),
      sections: z
        .array(
          z.strictObject({
            title: text('Section A'),
            instructions: text('Answer all questions.').optional(),
            items: listOf(dataField(text(), ID)).default([]).describe('the ids of items'),
            pick: pickRule(kinds),
            answer: wholeNumber(1, 50)
              .optional()
              .describe('how many of the questions candidates must answer'),
            shuffle: yesOrNo().default(true),
            'new-page': yesOrNo()
              .optional()
              .describe('no to begin below the section before it; yes to begin on a new page always'),
          }),
        )
        .min(1),
    }),
  }) as const satisfies EntryKind;

const worksheetsKind = (kinds: readonly FieldsOfKind[]) =>
  ({
    name: 'worksheets',
    singular: 'worksheet',
    holds: 'many',
    body: 'optional',
    isTitledByHeading: true,
    sections: [],
    fields: z.strictObject({
      title: text('What they were told'),
      items: referenceList('items').default([]),
      tags: listOf(dataField(text(), TAG)).default([]).describe('items with one of these tags'),
      themes: referenceList('themes').default([]),
      chapters: referenceList('chapters').default([]),
      kind: kindNames(kinds).optional(),
      level: z.enum(LEVELS).optional().describe('only items of this level'),
      count: wholeNumber(1, 200).optional().describe('how many items to choose, besides those listed'),
      reached: reachedField(),
      order: z
        .enum(['file', 'shuffled'])
        .default('file')
        .describe('the order of chosen items: file (as in your files) or shuffled'),
      levels: listOf(z.enum(LEVELS)).default([]).describe('the sheets to print; without it, all that differ'),
      forms: wholeNumber(1, 6)
        .default(1)
        .describe('how many forms to print, each with its options in another order'),
      answers: z
        .enum(['apart', 'last-page', 'upside-down'])
        .default('apart')
        .describe('where pupils find the answers: apart (only in the key), last-page or upside-down'),
      seed: dataField(text('2026'), SEED)
        .optional()
        .describe('any word or number; a different seed gives a different order'),
    }),
  }) as const satisfies EntryKind;

/**
 * The kinds of entry for questions, papers and marking.
 * @param kinds the kinds of question that items may have
 */
export const assessmentKinds = (kinds: readonly FieldsOfKind[]) =>
  [
    OBJECTIVES,
    LEVEL_SCHEMES,
    STIMULI,
    itemsKind(kinds),
    papersKind(kinds),
    worksheetsKind(kinds),
  ] as const satisfies readonly EntryKind[];

/** One of the kinds that `assessmentKinds` makes. */
export type AssessmentKind = ReturnType<typeof assessmentKinds>[number];
