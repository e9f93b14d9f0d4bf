import * as z from 'zod';
import { listOf, wholeNumber, yesOrNo } from '../../diagnostics/check-yaml.ts';
import { dayText } from '../../diagnostics/day-text.ts';

/** A kind of entry that packs may hold: the names of its files and the fields of its entries. */
export interface EntryKind {
  /** The name of its folder or file: `characters`. */
  readonly name: string;
  /** The name of a single entry in messages: `character`. */
  readonly singular: string;
  /** Whether a pack has one such entry (in a file of that name), or many. */
  readonly holds: 'one' | 'many';
  readonly fields: z.ZodObject;
  /** Headings (`## `) that may divide the body of an entry that has its own file. */
  readonly sections: readonly string[];
  /** Those that every entry must have. */
  readonly neededSections?: readonly string[];
  /** Whether there is a warning for an entry that nothing refers to. */
  readonly awaitsReference?: boolean;
  /** Whether an entry may wait to be picked, so that there is no warning while no product prints it. */
  readonly awaitsPicking?: boolean;
  /** What an author has to do to get an entry printed, where writing it is not enough. */
  readonly printedWhere?: string;
  /** Whether an entry must have a body. */
  readonly body: 'needed' | 'optional';
}

/** The kinds that a schema refers to. A registry passes this on to copies of the schema, such as those `describe` makes. */
const references = z.registry<{ kinds: readonly string[] }>();

/** A field for the id of an entry of one of the given kinds. */
export function reference(...kinds: [string, ...string[]]): z.ZodString {
  const schema = z
    .string()
    .min(1)
    .describe(`the id of one of the pack’s ${kinds.join(' or ')}`);
  return schema.register(references, { kinds });
}

/** A field for a list of ids of entries of the given kinds. */
export const referenceList = (...kinds: [string, ...string[]]) =>
  listOf(reference(...kinds)).meta({
    description: `a list of ids of the pack’s ${kinds.join(' or ')}`,
    examples: ['[one-id, another-id]'],
  });

/** Gives the kinds that a field's value may refer to, or undefined if it is not a reference. */
export function referredKinds(schema: z.ZodType): readonly string[] | undefined {
  let here: z.ZodType = schema;
  for (;;) {
    const known = references.get(here);
    if (known) return known.kinds;
    if (here instanceof z.ZodOptional || here instanceof z.ZodDefault) here = here.unwrap() as z.ZodType;
    else if (here instanceof z.ZodPipe) here = here.out as z.ZodType;
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else return undefined;
  }
}

/** A field of text. @param example shown in the hint if the field is missing */
export const text = (example?: string) => {
  const schema = z.string().min(1);
  return example === undefined ? schema : schema.meta({ examples: [example] });
};

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

/** Sections that an entry with a handout may have besides its body. */
export const HANDOUT_SECTIONS: readonly string[] = [
  'Key moments',
  'Key facts',
  'Common mistakes',
  'How to write about it',
  'Questions to think about',
];

/** The kind of `pack.md`, which every pack must have. */
export const PACK_KIND: EntryKind = {
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
};

/** Kinds that a pack of any subject may use. */
export const GENERAL_KINDS: readonly EntryKind[] = [
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
      mark: z.string().min(1).max(2).optional().describe('one character that stands for it on cards: ●'),
      quotations: referenceList('quotations').default([]),
      chapters: referenceList('chapters').default([]),
      vocabulary: referenceList('vocabulary').default([]),
      see: referenceList('characters', 'themes', 'symbols').default([]),
    }),
  },
  {
    name: 'chapters',
    singular: 'chapter',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      title: text('The road north'),
      part: reference('parts').optional(),
      place: text().optional(),
    }),
  },
  {
    name: 'parts',
    singular: 'part',
    holds: 'many',
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
    fields: z.strictObject({ chapters: referenceList('chapters').default([]) }),
  },
  {
    name: 'questions',
    singular: 'question',
    printedWhere:
      'Those in questions/worksheet.md are printed on the worksheet of the first theme that they name (themes: [one-id]), those in questions/readers.md in the reading guide, those in questions/checking.md beside the pack’s misquotations.',
    holds: 'many',
    body: 'optional',
    sections: [],
    fields: z.strictObject({
      level: z.enum(['support', 'core', 'stretch']).default('core'),
      chapters: referenceList('chapters').default([]),
      themes: referenceList('themes').default([]),
      characters: referenceList('characters').default([]),
      symbols: referenceList('symbols').default([]),
    }),
  },
  {
    name: 'analysis',
    singular: 'analysis',
    holds: 'many',
    body: 'needed',
    sections: [],
    fields: z.strictObject({
      name: text('A reading by memory'),
      claim: text('What is told is what is remembered.'),
      chapters: referenceList('chapters').default([]),
      see: referenceList('characters', 'themes', 'symbols').default([]),
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
      date: dayText('when this step begins, if not as long after the last one as usual').optional(),
    }),
  },
];
