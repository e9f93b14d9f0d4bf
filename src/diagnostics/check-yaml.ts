import { isMap, isPair, isScalar, type Node, visit } from 'yaml';
import * as z from 'zod';
import type { Place } from './diagnostic.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import type { Report } from './report.ts';
import { reportIssues } from './report-issues.ts';

/** YAML text and the place where it begins in its file. */
interface YamlText {
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
  const parsed = parseYaml(source.text, source.at, report);
  if (!parsed) return undefined;
  const { document, placeOf } = parsed;
  const value: unknown = document.toJS() ?? {};
  const result = schema.safeParse(value === '' ? {} : value);
  if (!result.success) {
    const nodeAt = (path: readonly PropertyKey[]): Node | undefined =>
      (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | undefined;
    reportIssues(result.error.issues, { schema, nodeAt, placeOf, report, advice: source.advice });
    return undefined;
  }
  return { value: result.data, places: placesOf(parsed) };
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

/** The place of each value by its path; '' is where the fields begin. */
function placesOf({ document, placeAt, placeOf }: ParsedYaml): Record<string, Place> {
  const places = new Map([['', placeOf(undefined)]]);
  visit(document, {
    Scalar: (key, node, path) => {
      if (key === 'key' || !node.range) return;
      const trail = path.flatMap((step, index) => {
        if (isPair(step) && isScalar(step.key)) return [String(step.key.value)];
        const next = path[index + 1] ?? node;
        return 'items' in step && !isMap(step) ? [String((step.items as unknown[]).indexOf(next))] : [];
      });
      places.set(trail.join('.'), placeAt(node.range[0]));
    },
  });
  return Object.fromEntries(places);
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
