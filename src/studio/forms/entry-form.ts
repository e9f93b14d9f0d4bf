/** Something to choose, by what is written in the file. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a field holds, and how it is shown. Values are as they are in the file. */
export type FieldInput =
  /** A line of text, a longer text, a number or a date. */
  | { readonly kind: 'line' | 'text' | 'number' | 'date'; readonly value: string }
  /** One of some choices; empty if nothing is chosen. */
  | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly Choice[] }
  /** Several of them, in order. */
  | { readonly kind: 'choices'; readonly values: readonly string[]; readonly choices: readonly Choice[] }
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [name: string, value: string])[] }
  /** Something that a form can't show; as it is written. */
  | { readonly kind: 'written'; readonly text: string };

/** A field of a form. */
export interface FormField {
  readonly kind: 'field';
  /** Its path in the front matter: `chapters`, `sections.0.title`. */
  readonly name: string;
  readonly label: string;
  /** A sentence or two on it; may be empty. */
  readonly help: string;
  readonly isNeeded: boolean;
  readonly input: FieldInput;
}

/** Fields that belong together: a part of an entry, or one of several alike. */
export interface FormGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly parts: readonly FormPart[];
  /** Whether it is one of a list that is not in the file yet. */
  readonly isNew?: boolean;
}

export type FormPart = FormField | FormGroup;

/** An entry as a form. */
export interface EntryForm {
  /** The name of a single entry of its kind: `theme`. */
  readonly singular: string;
  /** For an entry of a collection. */
  readonly heading?: string;
  /** What its heading and its text are called. */
  readonly headingLabel: string;
  readonly bodyLabel: string;
  /** Fields that are needed, or that the entry has. */
  readonly parts: readonly FormPart[];
  /** Others that it may have. */
  readonly more: readonly FormPart[];
  /** Its text; of one that has parts, what is before the first. */
  readonly body: string;
  readonly bodyHelp: string;
  /** The parts of its text, each below a heading of its own: those that it has, and others that it may have. */
  readonly sections: readonly FormSection[];
}

/** A part of the text of an entry. */
export interface FormSection {
  readonly heading: string;
  readonly text: string;
  /** Whether the file has it. */
  readonly isThere: boolean;
}

/** What a form holds, as browsers send it: the values of each name. */
export type FormData = Readonly<Record<string, readonly string[]>>;

/** The names under which browsers send what is not a field of the front matter. */
export const HEADING_NAME = 'heading';
export const BODY_NAME = 'body';
/** What the names of parts of a text begin with. */
export const SECTION_PREFIX = 'section.';
/** What the names of fields begin with. */
export const FIELD_PREFIX = 'field.';
