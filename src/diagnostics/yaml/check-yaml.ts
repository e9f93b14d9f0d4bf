import * as z from 'zod';
import type { Place } from '../diagnostic.ts';
import type { Report } from '../report.ts';
import type { CheckedYaml, YamlText } from './checked-yaml.ts';
import { checkByLibrary } from './library/check-by-library.ts';
import { readFlatYaml } from './read-flat-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

/**
 * Parses YAML and checks it against a schema. Reports everything that is wrong, each thing at its exact place.
 *
 * Scalars stay text (`no`, `1.10` and `0123` too): a schema asks for another type with `wholeNumber` and the like.
 * Anchors and aliases are refused.
 * @returns undefined if anything is wrong
 */
export function checkYaml<S extends z.ZodType>(
  source: YamlText,
  schema: S,
  report: Report,
): CheckedYaml<z.output<S>> | undefined {
  const flat = readFlatYaml(source.text);
  const result = flat && schema.safeParse(flat.value);
  if (!flat || !result?.success) return checkByLibrary(source, schema, report);
  const { file, line, column } = source.at;
  const places = [...flat.positions].map(([path, at]): [string, Place] => [
    path,
    { file, line: line + at.line, column: at.column + (at.line === 0 ? column : 1) },
  ]);
  return { value: result.data, places: Object.fromEntries(places) };
}

/**
 * Checks YAML of a template against a schema, as `checkYaml` does. What templates write is plain, and is read in a simpler
 * way as long as nothing is wrong with it.
 * @returns undefined if anything is wrong
 */
export function checkWritten<S extends z.ZodType>(
  source: YamlText,
  schema: S,
  report: Report,
): { readonly value: z.output<S> } | undefined {
  const plain = readPlainYaml(source.text);
  const result = plain === undefined ? undefined : schema.safeParse(plain);
  return result?.success ? { value: result.data } : checkYaml(source, schema, report);
}

const NUMERAL = /^-?\d+(\.\d+)?$/;

/** A field that holds a whole number, written in digits alone. */
export const wholeNumber = (minimum = 0, maximum = 1_000_000) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
    z.int({ error: 'expected a whole number' }).min(minimum).max(maximum),
  );

/** A field that holds a number, perhaps with decimals. */
export const decimalNumber = (minimum = 0) =>
  z.preprocess(
    (value) => (typeof value === 'string' && NUMERAL.test(value) ? Number(value) : value),
    z.number({ error: 'expected a number' }).min(minimum),
  );

/** A field that holds `true` or `false`, or `yes` or `no`. */
export const yesOrNo = () =>
  z.preprocess(
    (value) =>
      value === 'true' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : value,
    z.boolean({ error: 'expected true or false' }),
  );

/** A field that holds one of some lower-case words; authors may write capitals (`A4` for `a4`). */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), z.enum(words));

/** A field that holds a list. A list of one may be written without brackets. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' && value !== '' ? [value] : value), z.array(item));
