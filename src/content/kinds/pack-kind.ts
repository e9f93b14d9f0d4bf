import * as z from 'zod';
import { listOf, wholeNumber, yesOrNo } from '../../diagnostics/check-yaml.ts';
import { dayText } from '../../diagnostics/day-text.ts';
import { type EntryKind, referenceList, text } from './entry-kind.ts';

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
    lang: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a language tag')
      .meta({ description: 'a language tag', examples: ['en-GB'] }),
    date: dayText(),
    pupils: wholeNumber(1, 1000).optional().describe('how many the class has, for the print list'),
    start: dayText('the day on which the schedule begins: year, month and day').optional(),
    'lesson-days': listOf(z.enum(WEEKDAYS))
      .default([])
      .describe('the days of lessons, if the steps of the schedule are lessons and not weeks'),
    highlights: referenceList('quotations').optional(),
    topics: text('Stages').optional().describe('what the pack calls its themes'),
    typographer: yesOrNo()
      .default(false)
      .describe('yes, to have quotation marks, dashes and the like turned into those of print'),
    'allow-unverified': yesOrNo()
      .default(false)
      .describe('yes, to have quotations that nobody has checked on cards too, with a mark and a note'),
  }),
} as const satisfies EntryKind;
