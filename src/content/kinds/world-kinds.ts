import * as z from 'zod';
import { decimalNumber, listOf, wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import {
  dataField,
  type EntryKind,
  formField,
  languageCode,
  OTHER_NAMES,
  reachedField,
  referenceList,
  seeList,
  text,
} from './entry-kind.ts';
import { HANDOUT_SECTIONS } from './general-kinds.ts';

/** The age of the earth, in years: no event that a class learns about is much older. */
const EARLIEST_YEAR = -14_000_000_000;

/** Kinds for what is outside books, in any subject: people, events, and the sources that tell of them. */
export const WORLD_KINDS = [
  {
    name: 'people',
    singular: 'person',
    printedWhere: 'Sections are printed on handouts, and only people with “handout: yes” have one.',
    holds: 'many',
    body: 'needed',
    sections: HANDOUT_SECTIONS,
    fields: z.strictObject({
      name: text('Rosa Parks'),
      title: text().optional(),
      role: text('seamstress and campaigner').optional().describe('who they were, in a few words'),
      lived: text('1913–2005').optional().describe('dates of life, as people write them'),
      claim: text('She stayed in her seat, and a city stayed off its buses.'),
      aliases: listOf(dataField(text(), OTHER_NAMES)).default([]),
      handout: yesOrNo().default(false).describe('yes to give the person a handout'),
      themes: referenceList('themes').default([]),
      quotations: referenceList('quotations').default([]),
      vocabulary: referenceList('vocabulary').default([]),
      see: seeList(),
      reached: reachedField(),
    }),
  },
  {
    name: 'events',
    singular: 'event',
    holds: 'many',
    body: 'optional',
    sections: [],
    fields: z.strictObject({
      name: text('The bus boycott begins'),
      date: text('5 December 1955').describe(
        'a date as people write it: 28 June 1914, 1914–18, c. 1450, 44 BC',
      ),
      year: decimalNumber(EARLIEST_YEAR)
        .optional()
        .meta({
          description: 'the year to sort it by, below zero for BC, if the date does not say',
          examples: ['-44'],
        }),
      place: text().optional(),
      causes: listOf(text()).default([]),
      consequences: listOf(text()).default([]),
      themes: referenceList('themes').default([]),
      people: referenceList('people').default([]),
    }),
  },
  {
    name: 'sources',
    singular: 'source',
    printedWhere:
      'The reading guide prints sources, but not those with “unseen: yes”. Name this one in an item (stimulus: its-id), or delete “unseen”.',
    holds: 'many',
    body: 'needed',
    hasForm: true,
    sections: [],
    fields: z.strictObject({
      name: text('A leaflet for the boycott'),
      author: text('Jo Ann Robinson').optional(),
      origin: text('leaflet of the Women’s Political Council').optional().describe('what it is'),
      date: text('2 December 1955').optional().describe('when it was made, as people write it'),
      purpose: text('to call for a boycott').optional(),
      reference: text('City Archive, box 12')
        .optional()
        .describe('where it is found: an archive, a book, a verse'),
      form: formField(),
      lang: languageCode('fr').optional().describe('the language of its text, if not that of the pack'),
      'line-numbers': yesOrNo()
        .default(false)
        .describe('yes to number every fifth line where a question is about it'),
      'first-line': wholeNumber(1, 99999).optional().describe('number of its first line, if not 1'),
      unseen: yesOrNo().default(false).describe('yes to keep it out of the reading guide, for use in papers'),
      themes: referenceList('themes').default([]),
      people: referenceList('people').default([]),
    }),
  },
] as const satisfies readonly EntryKind[];
