import * as z from 'zod';
import { dayText } from '../../diagnostics/day-text.ts';
import { listOf, wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { boardField, dataField, type EntryKind, languageCode, referenceList, text } from './entry-kind.ts';
import { ORGANISER_BOXES } from './organiser-boxes.ts';

/** The days of the week, from Monday. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** The kind of `pack.md`, which every pack must have. */
export const PACK_KIND = {
  name: 'pack',
  singular: 'pack',
  holds: 'one',
  body: 'needed',
  sections: ['Overview'],
  fields: z.strictObject({
    title: text('The Tyger'),
    author: text().optional(),
    lang: languageCode('en-GB'),
    date: dayText(),
    board: boardField(),
    pupils: wholeNumber(1, 1000).optional().describe('the number of pupils in the class, for the print list'),
    start: dayText('the first day of the schedule: year, month and day').optional(),
    'lesson-days': listOf(z.enum(WEEKDAYS))
      .default([])
      .describe('the days with lessons, if each step of the schedule is a lesson and not a week'),
    highlights: referenceList('quotations').optional(),
    organiser: listOf(z.enum(ORGANISER_BOXES))
      .optional()
      .describe('the boxes of the knowledge organiser, in order'),
    'organiser-entries': referenceList(
      'chapters',
      'books',
      'events',
      'characters',
      'people',
      'themes',
      'quotations',
      'symbols',
      'sources',
      'vocabulary',
    ).optional(),
    cover: dataField(text('pictures/cycle.svg'), 'the path of a picture')
      .optional()
      .describe('a picture for the cover of the reading guide'),
    'cover-alt': text('The water cycle').optional().describe('what that picture shows'),
    products: listOf(dataField(text('revision-mat'), 'the name of a product'))
      .optional()
      .describe('names of products to print besides those that every pack prints'),
    topics: text('Stages').optional().describe('what the pack calls its themes'),
    words: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: 'words of the program that this pack says in its own way',
        examples: ['{ characters: Cast }'],
      }),
    notes: yesOrNo()
      .default(false)
      .describe('yes, to print lines for notes on pages of the reading guide that would be blank'),
    typographer: yesOrNo()
      .default(false)
      .describe('yes, to turn typed quotation marks, dashes and the like into printed ones'),
    'allow-unverified': yesOrNo()
      .default(false)
      .describe('yes, to print unverified quotations on cards too, with a mark and a note'),
  }),
} as const satisfies EntryKind;
