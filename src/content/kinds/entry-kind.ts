import * as z from 'zod';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';
import { TEXT_FORMS } from './form.ts';

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
  /** Whether its body is set as its field `form` says: as prose, verse or drama. */
  readonly hasForm?: boolean;
  /**
   * Whether an entry of a collection has its heading as its `title`, unless it gives another; `in-words`: only where
   * no heading of the file is a number, such as `1.7` or `Stave 2`.
   */
  readonly isTitledByHeading?: true | 'in-words';
  /** Why the headings of its entries are not printed, if they only name them. */
  readonly headingIsData?: string;
  /** Whether an entry must have a body. */
  readonly body: 'needed' | 'optional';
}

/** What the fields of an entry of a kind hold once they are read. */
export type FieldsOf<K extends EntryKind> = Readonly<z.output<K['fields']>>;

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

/** A field for how far a class has read when something is handed out. */
export const reachedField = () =>
  reference('chapters').optional().describe('the id of the last chapter that the class has read');

/** A field for what a reader may look at besides. */
export const seeList = () =>
  referenceList('characters', 'people', 'themes', 'symbols', 'events', 'sources').default([]);

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

/** Why a field of text is not for paper. A registry passes this on to copies of the schema. */
const dataReasons = z.registry<{ why: string }>();

/**
 * Marks a field of text as data: nothing prints it, and nobody is told so.
 * @param why what it is for instead
 */
export function dataField<T extends z.ZodType>(schema: T, why: string): T {
  dataReasons.add(schema, { why });
  return schema;
}

/** What aliases are for. Some products show them besides. */
export const OTHER_NAMES = 'other names, by which texts and quotations are found to be about somebody';

/** Says what a field is for if it is not for paper; undefined for one whose words are printed. */
export const dataReason = (schema: z.ZodType): string | undefined => dataReasons.get(schema)?.why;

/** The field for the form of a text. */
export const formField = () =>
  z
    .enum(TEXT_FORMS)
    .default('prose')
    .describe('prose, verse (lines end where you end them) or drama (verse with speakers)');

/**
 * A field for a language: two small letters, and perhaps a country. @param example shown in the hint if the field is
 * missing
 */
export const languageCode = (example: string) =>
  z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a language code')
    .meta({ description: 'a language code', examples: [example] });

/** A field for the name of an exam board. */
export const boardField = () =>
  dataField(text('aqa'), 'the name of an exam board')
    .optional()
    .describe('the exam board in whose manner papers are set');

/** A field of text. @param example shown in the hint if the field is missing */
export const text = (example?: string) => {
  const schema = z.string().min(1);
  return example === undefined ? schema : schema.meta({ examples: [example] });
};
