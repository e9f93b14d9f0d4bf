import { isMap, isScalar, type Node } from 'yaml';
import type * as z from 'zod';
import { largest } from '../../collections/largest.ts';
import type { Place } from '../../diagnostic.ts';
import { exampleOf, fieldNames, schemaAt, synonymOf } from '../../field-schema.ts';
import type { Report } from '../../report.ts';
import { nearest, suggest } from '../../suggest.ts';

interface IssueContext {
  readonly schema: z.ZodType;
  readonly nodeAt: (path: readonly PropertyKey[]) => Node | undefined;
  readonly placeOf: (node: Node | null | undefined) => Place;
  readonly report: Report;
  /** Added to the hint where fields are missing. */
  readonly advice: string | undefined;
}

type Issue = z.core.$ZodIssue;

/**
 * Reports the issues that a schema found, each once: a misspelt field is not also reported as missing, and all missing
 * fields of one set are one finding.
 */
export function reportIssues(
  issues: readonly Issue[],
  context: IssueContext,
  base: readonly PropertyKey[] = [],
): void {
  const missing = new Map<string, { path: PropertyKey[]; names: string[] }>();
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys' || path.length === 0 || context.nodeAt(path)) continue;
    const parent = path.slice(0, -1);
    const group = missing.get(parent.join('.')) ?? { path: parent, names: [] };
    group.names.push(String(path.at(-1)));
    missing.set(parent.join('.'), group);
  }
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') {
      const path = [...base, ...issue.path];
      reportUnknown(issue.keys, path, missing.get(path.join('.'))?.names ?? [], context);
    }
  for (const { path, names } of missing.values()) reportMissing(names, path, context);
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    const node = context.nodeAt(path);
    if (issue.code !== 'unrecognized_keys' && (path.length === 0 || node))
      reportMalformed(issue, path, node, context);
  }
}

/** How many unknown fields of one set are named. More of them are a text that was pasted in the wrong place. */
const MOST_NAMED = 20;

/** @param missing the missing fields of the same set; those that an unknown field was meant to be are removed */
function reportUnknown(
  keys: readonly string[],
  path: readonly PropertyKey[],
  missing: string[],
  { nodeAt, placeOf, schema, report }: IssueContext,
): void {
  const parent = nodeAt(path);
  const items = isMap(parent) ? parent.items : [];
  const nodes = new Map(items.map(({ key }) => [isScalar(key) ? key.value : undefined, key]));
  const given = new Set(items.map(({ key }) => String(isScalar(key) ? key.value : key)));
  const notGiven = fieldNames(schema, path).filter((name) => !given.has(name));
  const whereIs = (key: string) => placeOf((nodes.get(key) ?? parent) as Node);
  for (const key of keys.slice(0, MOST_NAMED)) {
    const meant = nearest(key, missing);
    if (meant !== undefined) missing.splice(missing.indexOf(meant), 1);
    const hint = suggest(key, meant === undefined ? notGiven : [meant]);
    report.add('field-unknown', whereIs(key), `There is no field “${key}” here.`, hint);
  }
  const more = keys.length - MOST_NAMED;
  if (more > 0)
    report.add(
      'field-unknown',
      whereIs(keys[MOST_NAMED]!),
      `From here on, there ${more === 1 ? 'is one more unknown field' : `are ${more} more unknown fields`}.`,
      'If this is text, move it below the line “---” that ends the fields.',
    );
}

function reportMissing(
  names: readonly string[],
  path: readonly PropertyKey[],
  { nodeAt, placeOf, schema, report, advice }: IssueContext,
): void {
  if (names.length === 0) return;
  const full = names.map((name) => `“${[...path, name].map(String).join('.')}”`);
  const message =
    full.length === 1 ? `The field ${full[0]} is missing.` : `The fields ${joinWithAnd(full)} are missing.`;
  const lines = names.map((name) => exampleLine(name, schemaAt(schema, [...path, name])));
  const hint = `${lines.length === 1 ? 'Add a line' : 'Add the lines'} ${joinWithAnd(lines)}.`;
  report.add('field-missing', placeOf(nodeAt(path)), message, advice ? `${hint} ${advice}` : hint);
}

function reportMalformed(
  issue: Issue,
  path: readonly PropertyKey[],
  node: Node | undefined,
  context: IssueContext,
): void {
  const { placeOf, report } = context;
  const where = placeOf(node);
  const name = path.map(String).join('.');
  const schema = schemaAt(context.schema, path);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
    reportIssues(closest, context, path);
  } else if (path.length === 0) {
    const hint = 'Each field is a line “name: value”, with a space after the colon.';
    report.add('field-malformed', where, 'There are no fields here.', hint);
  } else if (isScalar(node) && node.value === '') {
    const line = exampleLine(String(path.at(-1)), schema);
    report.add('field-missing', where, `The field “${name}” is empty.`, `Write ${line}.`);
  } else {
    const written = String(isScalar(node) ? node.value : '');
    const synonym = synonymOf(schema, written);
    const hint =
      synonym !== undefined
        ? `Write “${synonym}”.`
        : issue.code === 'invalid_value'
          ? suggest(written, issue.values.map(String))
          : formatHint(schema);
    report.add('field-malformed', where, `“${name}”: ${issueInWords(issue)}.`, hint);
  }
}

const depth = (issues: readonly Issue[]) =>
  largest(
    issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)),
    0,
  );

/** A line to write for a field, and its description: “date: …” (a date such as 2026-11-01). */
function exampleLine(name: string, schema: z.ZodType | undefined): string {
  const described = schema?.description ? ` (${schema.description})` : '';
  return `“${name}: ${exampleOf(schema) ?? '…'}”${described}`;
}

function formatHint(schema: z.ZodType | undefined): string | undefined {
  const example = exampleOf(schema);
  if (schema?.description)
    return `Write ${schema.description}${example === undefined ? '' : `. Example: ${example}`}`;
  return example === undefined ? undefined : `Write it like this: ${example}`;
}

function joinWithAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function issueInWords(issue: Issue): string {
  const unit = (origin: string) => (origin === 'string' ? ' letters' : origin === 'array' ? ' items' : '');
  if (issue.code === 'invalid_type') {
    const NAMES_OF_TYPES: Record<string, string> = {
      array: 'a list',
      object: 'a set of fields',
      string: 'text',
      number: 'a number',
    };
    return `expected ${NAMES_OF_TYPES[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big') return `no more than ${issue.maximum}${unit(issue.origin)}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}${unit(issue.origin)}`;
  return issue.message.replace(/\.$/, '');
}
