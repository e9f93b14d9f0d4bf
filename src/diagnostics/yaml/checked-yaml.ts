import type { Place } from '../diagnostic.ts';

/** YAML text and the place where it begins in its file. */
export interface YamlText {
  readonly text: string;
  readonly at: Place;
  /** Added to the hint where fields are missing. */
  readonly advice?: string;
}

/** YAML that fits its schema: its value, and the place of each field’s value, by the field’s path (`aliases.0`). */
export interface CheckedYaml<T> {
  readonly value: T;
  readonly places: Readonly<Record<string, Place>>;
}
