import * as z from 'zod';
import { dayText } from '../../diagnostics/day-text.ts';
import {
  type EntryKind,
  languageCode,
  reachedField,
  reference,
  referenceList,
  seeList,
  text,
} from './entry-kind.ts';

/** Sections that an entry with a handout may have besides its body. */
export const HANDOUT_SECTIONS = [
  'Key moments',
  'Key facts',
  'Common mistakes',
  'How to write about it',
  'Questions to think about',
] as const;

/** Kinds that a pack of any subject may use. */
export const GENERAL_KINDS = [
  {
    name: 'themes',
    singular: 'theme',
    awaitsReference: true,
    holds: 'many',
    body: 'needed',
    sections: HANDOUT_SECTIONS,
    fields: z.strictObject({
      name: text('Speech and silence'),
      title: text().optional(),
      claim: text('Those who talk most say least.'),
      mark: z.string().min(1).max(2).optional().describe('one character that marks it on cards: ●'),
      quotations: referenceList('quotations').default([]),
      chapters: referenceList('chapters').default([]),
      vocabulary: referenceList('vocabulary').default([]),
      see: seeList(),
      reached: reachedField(),
    }),
  },
  {
    name: 'chapters',
    singular: 'chapter',
    holds: 'many',
    isTitledByHeading: 'in-words',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      title: text('The road north'),
      part: reference('parts').optional(),
      book: reference('books').optional(),
      place: text().optional(),
    }),
  },
  {
    name: 'parts',
    singular: 'part',
    holds: 'many',
    isTitledByHeading: 'in-words',
    body: 'needed',
    sections: ['Watch for'],
    fields: z.strictObject({ title: text('The road north') }),
  },
  {
    name: 'vocabulary',
    singular: 'word',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      gender: text('m').optional().describe('the gender of a noun, as the class writes it: m, or der'),
      plural: text('die Bahnhöfe').optional(),
      example: text('Wir treffen uns am Bahnhof.').optional().describe('a sentence with the word'),
      chapters: referenceList('chapters').default([]),
      lang: languageCode('de').optional(),
    }),
  },
  {
    name: 'analysis',
    singular: 'analysis',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      name: text('Memory as a storyteller'),
      claim: text('The narrator can tell only what she remembers.'),
      chapters: referenceList('chapters').default([]),
      see: seeList(),
      reached: reachedField(),
    }),
  },
  {
    name: 'timeline',
    singular: 'event',
    holds: 'many',
    body: 'optional',
    sections: [],
    fields: z.strictObject({
      when: text('the first summer'),
      chapters: referenceList('chapters').default([]),
    }),
  },
  {
    name: 'schedule',
    singular: 'step',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      chapters: referenceList('chapters').default([]),
      date: dayText('the day this step begins, if not at the usual interval after the last one').optional(),
    }),
  },
] as const satisfies readonly EntryKind[];
