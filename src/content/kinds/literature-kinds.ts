import * as z from 'zod';
import { withSynonyms } from '../../diagnostics/field-schema.ts';
import { listOf, wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import {
  dataField,
  type EntryKind,
  formField,
  languageCode,
  OTHER_NAMES,
  reachedField,
  reference,
  referenceList,
  seeList,
  text,
} from './entry-kind.ts';
import { HANDOUT_SECTIONS } from './general-kinds.ts';
import { NARRATOR } from './narrator.ts';

/** What else authors may call the roles of characters. */
const ROLE_SYNONYMS = {
  major: 'main',
  protagonist: 'main',
  antagonist: 'main',
  hero: 'main',
  heroine: 'main',
  villain: 'main',
  lead: 'main',
  principal: 'main',
  secondary: 'minor',
  supporting: 'minor',
  side: 'minor',
};

/**
 * Where the words of a quotation come from: the book itself (their place in it can be checked), a film of it, another
 * source that the quotation names, a retelling in other words, or not looked up yet.
 */
const PROVENANCES = ['book', 'film', 'source', 'paraphrase', 'unverified'] as const;

/**
 * What is wrong with a line that is often quoted as the book's: it is from a film of it; words were changed; somebody
 * else says it; it means something else in context; or it was not found in the book.
 */
const FAULTS = ['film', 'reworded', 'wrong-speaker', 'out-of-context', 'not-found'] as const;

const ONLY_NAMES = 'it only gives the entry its id';

/** Kinds for packs on a work of literature, besides the general ones. */
export const LITERATURE_KINDS = [
  {
    name: 'book',
    singular: 'book',
    holds: 'one',
    body: 'optional',
    sections: ['Where to get the book'],
    fields: z.strictObject({
      title: text('The Tyger'),
      author: text('William Blake'),
      published: text('Faber & Faber, 2005').describe('publisher and year'),
      setting: text().optional(),
      narrator: reference('characters').optional(),
      unit: text().optional().describe('what its divisions are called: chapter, stanza, scene'),
      units: text().optional().describe('more than one of them, if the usual ending is wrong: tales'),
      division: text().optional().describe('what contains them, for ids such as 1.7: act, part, book'),
      editions: listOf(text()).default([]).describe('the names of the editions that page numbers refer to'),
      film: text().optional().describe('year, director and screenplay of a film that you quote'),
    }),
  },
  {
    name: 'books',
    singular: 'book',
    printedWhere: 'Quotations and chapters name it: book: its-id. It is printed with them.',
    holds: 'many',
    body: 'optional',
    sections: [],
    fields: z.strictObject({
      title: text('Ozymandias').optional(),
      author: text('Percy Bysshe Shelley'),
      published: text('1818').optional().describe('publisher and year'),
      narrator: reference('characters').optional(),
      unit: text().optional().describe('what its divisions are called: chapter, stanza, scene'),
      division: text().optional().describe('what contains them, for ids such as 1.7: act, part, book'),
    }),
  },
  {
    name: 'characters',
    singular: 'character',
    printedWhere: 'Sections are printed on handouts, and only characters with “role: main” have a handout.',
    awaitsReference: true,
    holds: 'many',
    body: 'needed',
    sections: HANDOUT_SECTIONS,
    fields: z.strictObject({
      name: text('Ada'),
      title: text().optional(),
      role: withSynonyms(z.enum(['main', 'minor']), ROLE_SYNONYMS).describe('one of main, minor'),
      aliases: listOf(dataField(text(), OTHER_NAMES)).default([]),
      claim: text('Ada talks so that nobody asks her anything.'),
      quotations: referenceList('quotations').default([]),
      chapters: referenceList('chapters').default([]),
      vocabulary: referenceList('vocabulary').default([]),
      see: seeList(),
      reached: reachedField(),
    }),
  },
  {
    name: 'relations',
    singular: 'relation',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      between: referenceList('characters', 'people'),
      label: text('friends, never equal').optional().describe('a few words on the character map'),
    }),
  },
  {
    name: 'symbols',
    singular: 'symbol',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      name: text('The lamp'),
      claim: text('The lamp burns where somebody waits.'),
      quotations: referenceList('quotations').default([]),
      chapters: referenceList('chapters').default([]),
      themes: referenceList('themes'),
      reached: reachedField(),
    }),
  },
  {
    name: 'context',
    singular: 'entry on context',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      name: text('Theatres close for the plague'),
      claim: text('The play was written in a year in which people feared crowds.'),
      chapters: referenceList('chapters').default([]),
      use: text('In chapter 3 the town closes its gates.')
        .optional()
        .describe('where the book uses it, and what for'),
      example: text('Marlow has the gates closed, as his first readers had seen it done.')
        .optional()
        .describe('a sentence that shows how to write about it'),
      source: text('Act of Parliament, 1604').optional().describe('where the fact can be looked up'),
      reached: reachedField(),
    }),
  },
  {
    name: 'quotations',
    headingIsData: ONLY_NAMES,
    singular: 'quotation',
    holds: 'many',
    body: 'needed',
    hasForm: true,
    sections: [],
    fields: z.strictObject({
      speaker: reference('characters', 'people')
        .describe('the id of a character or person, or narrator')
        .default(NARRATOR),
      book: reference('books').optional(),
      chapter: reference('chapters').optional(),
      lines: text('1-3')
        .regex(/^\d{1,5}(?:\s*[-–]\s*\d{1,5})?$/, 'expected line numbers')
        .optional()
        .meta({ description: 'the lines in the chapter: 4, or 1-3', examples: ['1-3'] }),
      source: text('Letter to his sister, July 1916')
        .optional()
        .describe('what the words are from, with provenance: source'),
      part: reference('parts').optional(),
      page: wholeNumber(1).optional(),
      pages: z
        .record(z.string().min(1), wholeNumber(1))
        .optional()
        .meta({ description: 'the page in each edition', examples: ['{ First edition: 12 }'] }),
      themes: referenceList('themes').default([]),
      symbols: referenceList('symbols').default([]),
      about: referenceList('characters', 'people').default([]),
      to: reference('characters', 'people').optional(),
      zoom: text('thorough').optional().describe('a word of the quotation to look at closely'),
      form: formField(),
      lang: languageCode('fr').optional(),
      provenance: z.enum(PROVENANCES).describe(`one of ${PROVENANCES.join(', ')}`),
      note: text().optional(),
    }),
  },
  {
    name: 'misquotations',
    headingIsData: ONLY_NAMES,
    singular: 'misquotation',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      words: text('Alas, poor Yorick! I knew him well.').describe('the words as people quote them'),
      fault: z.enum(FAULTS).describe(`one of ${FAULTS.join(', ')}`),
      credited: text().optional().describe('who is supposed to have said them, and where'),
      instead: reference('quotations').optional(),
    }),
  },
] as const satisfies readonly EntryKind[];
