import { type Alias, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import * as z from 'zod';
import type { Place } from './diagnostic.ts';
import type { Report } from './report.ts';
import { suggest } from './suggest.ts';

/** YAML text together with the place where it starts in its file. */
export interface YamlText {
  readonly text: string;
  readonly at: Place;
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

  for (const error of document.errors) {
    const code = error.code === 'DUPLICATE_KEY' ? 'duplicate-field' : 'yaml-broken';
    report.add(
      code,
      placeAt(error.pos[0]),
      plainYamlMessage(error.code, error.message),
      yamlHint(error.code),
    );
  }
  if (document.errors.length > 0) return undefined;

  let sound = true;
  const refuse = (node: Node | Alias, what: string) => {
    sound = false;
    report.add(
      'alias-in-yaml',
      placeOf(node as Node),
      `YAML ${what} are not taken here.`,
      'Write the value out in full.',
    );
  };
  visit(document, {
    Alias: (_, node) => refuse(node, 'aliases (*name)'),
    Collection: (_, node) => (node.anchor ? refuse(node, 'anchors (&name)') : undefined),
    Scalar: (_, node) => (node.anchor ? refuse(node, 'anchors (&name)') : undefined),
  });
  if (!sound) return undefined;

  const value: unknown = document.toJS() ?? {};
  const result = schema.safeParse(value === '' ? {} : value);
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined =>
    (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | undefined;
  if (!result.success) {
    for (const issue of result.error.issues) reportIssue(issue, [], { schema, nodeAt, placeOf, report });
    return undefined;
  }

  const places: Record<string, Place> = { '': placeAt(document.contents?.range?.[0] ?? 0) };
  visit(document, {
    Scalar: (key, node, path) => {
      if (key === 'key' || !node.range) return;
      const trail = path.flatMap((step, index) => {
        if (isPair(step) && isScalar(step.key)) return [String(step.key.value)];
        const next = path[index + 1] ?? node;
        return 'items' in step && !isMap(step) ? [String((step.items as unknown[]).indexOf(next))] : [];
      });
      places[trail.join('.')] = placeAt(node.range[0]);
    },
  });
  return { value: result.data, places };
}

interface IssueContext {
  readonly schema: z.ZodType;
  readonly nodeAt: (path: readonly PropertyKey[]) => Node | undefined;
  readonly placeOf: (node: Node | null | undefined) => Place;
  readonly report: Report;
}

function reportIssue(issue: z.core.$ZodIssue, base: readonly PropertyKey[], context: IssueContext): void {
  const path = [...base, ...issue.path];
  const { nodeAt, placeOf, report } = context;
  const name = path.map(String).join('.') || 'value';
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
    for (const inner of closest) reportIssue(inner, path, context);
    return;
  }
  if (issue.code === 'unrecognized_keys') {
    const parent = nodeAt(path);
    const known = fieldNames(context.schema, path);
    for (const key of issue.keys) {
      const pair = isMap(parent)
        ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      const where = placeOf((pair?.key ?? parent) as Node);
      report.add('field-unknown', where, `There is no field “${key}” here.`, suggest(key, known));
    }
    return;
  }
  const node = nodeAt(path);
  if (node === undefined) {
    report.add(
      'field-missing',
      placeOf(nodeAt(path.slice(0, -1))),
      `The field “${name}” is missing.`,
      fieldHint(context.schema, path),
    );
    return;
  }
  if (isScalar(node) && node.value === '') {
    report.add(
      'field-missing',
      placeOf(node),
      `The field “${name}” is empty.`,
      fieldHint(context.schema, path),
    );
    return;
  }
  const hint =
    issue.code === 'invalid_value'
      ? suggest(String(isScalar(node) ? node.value : ''), issue.values.map(String))
      : fieldHint(context.schema, path);
  report.add('field-malformed', placeOf(node), `“${name}”: ${plainIssueMessage(issue)}.`, hint);
}

const depth = (issues: readonly z.core.$ZodIssue[]) =>
  Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)));

function plainIssueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const wanted: Record<string, string> = {
      array: 'a list',
      object: 'a set of fields',
      string: 'text',
      number: 'a number',
    };
    return `expected ${wanted[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big')
    return `no more than ${issue.maximum} ${issue.origin === 'string' ? 'letters' : issue.origin === 'array' ? 'items' : ''}`.trim();
  if (issue.code === 'too_small')
    return `at least ${issue.minimum} ${issue.origin === 'string' ? 'letters' : issue.origin === 'array' ? 'items' : ''}`.trim();
  return issue.message.replace(/\.$/, '');
}

function plainYamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This field is written twice.';
  return `This is not well-formed YAML: ${message.replace(/\.?$/, '.')}`;
}

function yamlHint(code: string): string | undefined {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.';
  if (code === 'MISSING_CHAR' || code === 'MULTILINE_IMPLICIT_KEY')
    return 'Each field is a line “name: value”. Leave a blank line between the fields and the text; close quotes and brackets.';
  return "A value with “: ” in it, or one that starts with a quotation mark or bracket, needs quotes around it: 'like: this'.";
}

/** The schema at a path, with what only wraps it taken off. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = unwrap(schema);
  for (const key of path) {
    if (here instanceof z.ZodObject) here = here.shape[String(key)] as z.ZodType | undefined;
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else return undefined;
    if (here) here = unwrap(here);
  }
  return here;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable)
    here = here.unwrap() as z.ZodType;
  return here;
}

function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const here = schemaAt(schema, path);
  if (here instanceof z.ZodObject) return Object.keys(here.shape);
  if (here instanceof z.ZodUnion)
    return here.options.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : []));
  return [];
}

/** A field's own description in its schema says how to write it. */
function fieldHint(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const description = schemaAt(schema, path)?.description;
  return description && `Write it as: ${description}`;
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

/** A list whose authors may leave the brackets off a single item. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' && value !== '' ? [value] : value), z.array(item));
