import { type Alias, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import * as z from 'zod';
import type { Place } from './diagnostic.ts';
import { explainYaml } from './explain-yaml.ts';
import { withoutOriginMarks } from './origin.ts';
import type { Report } from './report.ts';
import { reportIssues } from './report-issues.ts';

/** YAML text together with the place where it starts in its file. */
interface YamlText {
  readonly text: string;
  readonly at: Place;
  /** What to say besides where fields are missing. */
  readonly advice?: string;
}

/** Checked YAML: its value, and where the value of each field stands (by its path, as in `aliases.0`). */
export interface CheckedYaml<T> {
  readonly value: T;
  readonly places: Readonly<Record<string, Place>>;
}

/**
 * Parses YAML and checks it against a schema, reporting everything wrong at its exact place.
 *
 * Scalars are taken as they are written (`no`, `1.10` and `0123` stay text): a field that wants a number says so in
 * its schema, with `wholeNumber` or the like. Anchors and aliases are refused.
 * @returns undefined if anything was wrong
 */
export function checkYaml<S extends z.ZodType>(
  source: YamlText,
  schema: S,
  report: Report,
): CheckedYaml<z.output<S>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const placeAt = (offset: number): Place => shiftPlace(source.at, lines.linePos(offset));
  const placeOf = (node: Node | null | undefined): Place =>
    node?.range ? placeAt(node.range[0]) : placeAt(document.contents?.range?.[0] ?? 0);

  for (const { code, offset, message, hint } of explainYaml(source.text, document.errors))
    report.add(code, placeAt(offset), message, hint);
  if (document.errors.length > 0) return undefined;

  let sound = true;
  const refuse = (node: Node | Alias, what: string) => {
    sound = false;
    report.add(
      'alias-in-yaml',
      placeOf(node as Node),
      `YAML ${what} are not taken here.`,
      'Write the value out in full. If it is text that begins with * or &, put quotes around it.',
    );
  };
  visit(document, {
    Alias: (_, node) => refuse(node, 'aliases (*name)'),
    Collection: (_, node) => (node.anchor ? refuse(node, 'anchors (&name)') : undefined),
    Scalar: (_, node) => (node.anchor ? refuse(node, 'anchors (&name)') : undefined),
  });
  if (!sound) return undefined;

  visit(document, {
    Scalar: (key, node) => {
      // A comment on a line of its own is meant; one behind a value may be the rest of it.
      if (key === 'key' || typeof node.comment !== 'string' || node.type !== 'PLAIN' || !node.range) return;
      const [, , end] = node.range;
      const hash = source.text.indexOf('#', node.range[1]);
      if (hash < 0 || hash >= end || source.text.slice(node.range[1], hash).includes('\n')) return;
      report.add(
        'comment-in-value',
        placeAt(hash),
        `“${withoutOriginMarks(source.text.slice(hash).split('\n', 1)[0]!)}” is taken for a comment: # after a space begins one.`,
        'If it belongs to the value, put quotes around all of it. If not, give it a line of its own.',
      );
    },
  });

  const value: unknown = document.toJS() ?? {};
  const result = schema.safeParse(value === '' ? {} : value);
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined =>
    (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | undefined;
  if (!result.success) {
    reportIssues(result.error.issues, { schema, nodeAt, placeOf, report, advice: source.advice });
    return undefined;
  }

  const places = new Map([['', placeAt(document.contents?.range?.[0] ?? 0)]]);
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
  return { value: result.data, places: Object.fromEntries(places) };
}

function shiftPlace(start: Place, position: { line: number; col: number }): Place {
  const column = position.line === 1 ? start.column + position.col - 1 : position.col;
  return { file: start.file, line: start.line + position.line - 1, column };
}

const numeral = /^-?\d+(\.\d+)?$/;

/** A whole number, as YAML scalars come: text. */
export const wholeNumber = (minimum = 0, maximum = 1_000_000) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
    z.int({ error: 'expected a whole number' }).min(minimum).max(maximum),
  );

/** A number, as YAML scalars come: text. */
export const decimalNumber = (minimum = 0) =>
  z.preprocess(
    (value) => (typeof value === 'string' && numeral.test(value) ? Number(value) : value),
    z.number({ error: 'expected a number' }).min(minimum),
  );

/** `true` or `false` (`yes` and `no` are also taken), as YAML scalars come: text. */
export const yesOrNo = () =>
  z.preprocess(
    (value) =>
      value === 'true' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : value,
    z.boolean({ error: 'expected true or false' }),
  );

/** One of some words in small letters, whatever letters it is written in: `A4` for `a4`. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), z.enum(words));

/** A list whose authors may leave the brackets off a single item. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' && value !== '' ? [value] : value), z.array(item));
