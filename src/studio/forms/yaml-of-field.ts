import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseFields } from './fields-of.ts';
import type { FieldValue } from './value-from.ts';

/** A change inside a field: the path below it, and what to put there; an empty value takes it out. */
export interface FieldChange {
  readonly path: readonly string[];
  readonly value: FieldValue;
}

/** Every line of a text as it is, and lists in brackets. */
const OPTIONS = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/**
 * Gives the lines of a field with some values in place of others. What is not changed keeps its order, its comments and its
 * quotation marks.
 * @param written its lines; empty for a new field
 * @param isInCollection whether blank lines would end the fields
 */
export function yamlOfField(
  name: string,
  written: string,
  changes: readonly FieldChange[],
  isInCollection: boolean,
): string {
  const document: Document = written === '' ? new Document({}, { schema: 'failsafe' }) : parseFields(written);
  const [only] = changes;
  const inLine =
    only && changes.length === 1 && only.path.length === 0
      ? onItsLine(document, name, only.value, written)
      : undefined;
  if (inLine !== undefined) return inLine;
  for (const { path, value } of changes) change(document, [name, ...path], value);
  dropEmpty(document, name);
  visit(document, { Scalar: (_, node) => quoteWhereNeeded(node, isInCollection) });
  return withoutComments(document.toString({ ...OPTIONS, indentSeq: isIndented(written) }));
}

/** A comment would be taken out of the file before the fields are read. In quotes it can be spelt otherwise. */
function quoteWhereNeeded(node: Scalar, isInCollection: boolean): void {
  const { value } = node;
  if (typeof value !== 'string') return;
  if (value.includes('<!--') || (isInCollection && value.includes('\n'))) node.type = 'QUOTE_DOUBLE';
}

const withoutComments = (yaml: string): string => yaml.replaceAll('<!--', '\\x3C!--');

/** Puts a text in place of one that is on one line, so that nothing else on the line moves; undefined if it can't. */
function onItsLine(document: Document, name: string, value: FieldValue, written: string): string | undefined {
  const old = document.get(name, true);
  if (!isScalar(old) || !old.range || typeof value !== 'string' || value === '' || value.includes('\n'))
    return undefined;
  const [from, to] = old.range;
  if (from === to || old.type?.startsWith('BLOCK') || written.slice(from, to).includes('\n'))
    return undefined;
  const node = new Scalar(value);
  if (old.type) node.type = old.type;
  quoteWhereNeeded(node, true);
  // As a value of a field: some texts need quotes there that need none alone.
  const alone = new Document({}, { schema: 'failsafe' });
  alone.set('a', node);
  const yaml = withoutComments(alone.toString(OPTIONS));
  return /^a: [^\n]*\n$/.test(yaml)
    ? written.slice(0, from) + yaml.slice(3, -1) + written.slice(to)
    : undefined;
}

/** Whether lists on lines of their own are indented below their field. */
const isIndented = (written: string): boolean => !/^- /m.test(written);

function change(document: Document, path: readonly string[], value: FieldValue): void {
  const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  makeParents(document, steps);
  const old = document.getIn(steps, true) as Node | undefined;
  if (typeof value === 'string') {
    if (value === '') document.deleteIn(steps);
    else if (isScalar(old)) setScalar(old, value);
    else document.setIn(steps, newScalar(value));
    return;
  }
  const isMapValue = value instanceof Map;
  if (isMapValue ? value.size === 0 : (value as readonly string[]).length === 0) document.deleteIn(steps);
  else if (isMapValue) document.setIn(steps, withPairs(isMap(old) ? old : undefined, value, document));
  else document.setIn(steps, withItems(isSeq(old) ? old : undefined, value as readonly string[], document));
}

/** Makes the groups and lists that a value is in, if they are not there yet. */
function makeParents(document: Document, steps: readonly (string | number)[]): void {
  for (let depth = 1; depth < steps.length; depth++) {
    const at = steps.slice(0, depth);
    const next = steps[depth];
    const node = document.getIn(at, true);
    const isThere = typeof next === 'number' ? isSeq(node) : isMap(node);
    if (!isThere) document.setIn(at, document.createNode(typeof next === 'number' ? [] : {}));
  }
}

function setScalar(node: Scalar, value: string): void {
  node.value = value;
  // A block would keep the line end that the old text had.
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') delete node.type;
}

const newScalar = (value: string): Scalar => new Scalar(value);

/** A list with these items. Items that were there keep their quotation marks and comments. */
function withItems(old: YAMLSeq | undefined, items: readonly string[], document: Document): YAMLSeq {
  const left = [...(old?.items ?? [])] as Node[];
  const list = old ?? (document.createNode([]) as YAMLSeq);
  if (!old) list.flow = true;
  list.items = items.map((item) => {
    const known = left.findIndex((node) => isScalar(node) && String(node.value) === item);
    return known < 0 ? newScalar(item) : left.splice(known, 1)[0]!;
  });
  return list;
}

/** Names with these values. Those that were there keep their place. */
function withPairs(
  old: YAMLMap | undefined,
  pairs: ReadonlyMap<string, string>,
  document: Document,
): YAMLMap {
  const map = old ?? (document.createNode({}) as YAMLMap);
  if (!old) map.flow = true;
  const nameOf = (key: unknown) => String(isScalar(key) ? key.value : key);
  map.items = map.items.filter(({ key }) => pairs.has(nameOf(key)));
  for (const [name, value] of pairs) {
    const pair = map.items.find(({ key }) => nameOf(key) === name);
    if (!pair) map.items.push(document.createPair(newScalar(name), newScalar(value)));
    else if (isScalar(pair.value)) {
      if (pair.value.value !== value) setScalar(pair.value, value);
    } else pair.value = newScalar(value);
  }
  return map;
}

/** Takes out groups that nothing is left in, and the field itself if it is one of them. */
function dropEmpty(document: Document, name: string): void {
  const isEmpty = (node: unknown): boolean =>
    (isMap(node) && node.items.every(({ value }) => isEmpty(value))) ||
    (isSeq(node) && node.items.length === 0);
  const clean = (node: unknown): void => {
    if (isMap(node)) {
      for (const { value } of node.items) clean(value);
      node.items = node.items.filter(({ value }) => !isEmpty(value));
    } else if (isSeq(node)) {
      for (const item of node.items) clean(item);
      node.items = node.items.filter((item) => !(isMap(item) && isEmpty(item)));
    }
  };
  const field = document.get(name, true);
  clean(field);
  if (isEmpty(field)) document.delete(name);
}

/** Whether YAML of a field says nothing. */
export const saysNothing = (yaml: string): boolean => ['', '{}'].includes(yaml.trim());
