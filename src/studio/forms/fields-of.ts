import { type Document, isMap, type Pair, parseDocument, type Scalar, visit, type YAMLMap } from 'yaml';
import { ownValue } from '../../diagnostics/collections/own-value.ts';

/** A field as it is written: its name, and the stretch of its lines. */
export interface WrittenField {
  readonly name: string;
  /** Offsets in the text of the fields, from the beginning of its line to the line end after its value. */
  readonly from: number;
  readonly to: number;
  readonly value: Written;
}

/** What fields hold: scalars stay text. */
export type Written = string | readonly Written[] | { readonly [name: string]: Written };

/**
 * Reads fields without changing anything.
 * @returns undefined if they can't be read, or are written in braces, or if a name comes twice or a value refers to another
 */
export function fieldsOf(text: string): readonly WrittenField[] | undefined {
  const document = parseFields(text);
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents === null || (text.trim() === '' && !isMap(contents))) return [];
  if (!isMap(contents) || contents.flow || hasAlias(document)) return undefined;
  const pairs = contents.items as readonly Pair<Scalar<string>, unknown>[];
  const names = pairs.map(({ key }) => String(key.value));
  if (new Set(names).size < names.length) return undefined;
  const values = document.toJS() as Record<string, Written | null>;
  return pairs.map(({ key, value }, index) => {
    const from = key.range![0];
    const next = pairs[index + 1]?.key.range?.[0] ?? text.length;
    return {
      name: names[index]!,
      from: text.lastIndexOf('\n', from - 1) + 1,
      to: endOfLine(text, Math.min(next, lastOffset(value, key.range![1]))),
      value: ownValue(values, names[index]!) ?? '',
    };
  });
}

/** Whether a value refers to another, as in `title: *other`. Packs may not; a few of them could stand for gigabytes. */
function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** Parses fields as reading a pack does: all scalars stay text. */
export const parseFields = (text: string): Document.Parsed<YAMLMap.Parsed> =>
  parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, logLevel: 'error' });

/** Where the last thing in a value ends, without comments and blank lines after it. */
function lastOffset(value: unknown, keyEnd: number): number {
  const node = value as (Scalar | YAMLMap) | null;
  if (!node?.range) return keyEnd;
  if (!('items' in node) || node.flow) return node.range[1];
  const last = node.items.at(-1) as unknown;
  if (last === undefined) return node.range[1];
  const pair = last as Pair<Scalar, unknown>;
  return typeof last === 'object' && last !== null && 'key' in last
    ? lastOffset(pair.value, pair.key.range![1])
    : lastOffset(last, node.range[0]);
}

/** The offset after the line end of a line; a block of lines ends with one already. */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
