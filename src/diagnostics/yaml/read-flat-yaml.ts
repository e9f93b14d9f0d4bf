/** Fields without further fields in them, and where in the text each value begins, by its path (`aliases.0`). */
interface FlatYaml {
  readonly value: Readonly<Record<string, string | readonly string[]>>;
  /** Lines and columns from 0; '' is where the fields begin. */
  readonly positions: ReadonlyMap<string, Position>;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const FIELD = /^([a-z][a-z0-9-]*):(?: +|$)/;
const ITEM = /^( *- +)(?=\S)/;

/** What may begin a text without quotes, and what may follow: nothing that YAML takes for a sign, or that is not shown. */
const PLAIN = /^[\p{L}\p{N}“‘(](?:[^\p{C}\p{Z}:#]|[ \u00A0](?!#)|:(?!\s|$)|(?<! )#)*$/u;
/** The same in brackets, where commas and brackets divide. */
const PLAIN_INSIDE = /^[\p{L}\p{N}](?:[\p{L}\p{N}’._/-]| (?=[\p{L}\p{N}]))*$/u;
const QUOTED = /^(?:"[^"\\\p{C}]*"|'[^'\p{C}]*')$/u;

/**
 * Reads YAML that is only fields on a line each, with texts or lists of texts: what nearly all authors write. It is a small
 * part of the work of reading all of YAML, and gives the same.
 * @returns undefined for anything else, and for anything wrong
 */
export function readFlatYaml(text: string): FlatYaml | undefined {
  const value = new Map<string, string | string[]>();
  const positions = new Map<string, Position>();
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line++) {
    const written = withoutSpaces(lines[line]!);
    if (written === '') continue;
    const [whole, name] = FIELD.exec(written) ?? [];
    if (whole === undefined || name === undefined || value.has(name)) return undefined;
    if (positions.size === 0) positions.set('', { line, column: 0 });
    const items = whole.length === written.length ? itemsBelow(lines, line) : undefined;
    const own = items ?? scalarsOf(written, whole.length, line);
    if (own === undefined) return undefined;
    if (items) line = items.at(-1)!.line;
    const isList = items !== undefined || written[whole.length] === '[';
    own.forEach((scalar, index) => {
      positions.set(isList ? `${name}.${index}` : name, scalar);
    });
    value.set(name, isList ? own.map((scalar) => scalar.text) : own[0]!.text);
  }
  return value.size === 0 ? undefined : { value: Object.fromEntries(value), positions };
}

/** A line without the spaces at its end; other white space is part of what is written. */
const withoutSpaces = (line: string) => line.replace(/ +$/, '');

interface Scalar extends Position {
  readonly text: string;
}

/** The items of the list below a field, each on a line; undefined if there is none, or if it holds anything but texts. */
function itemsBelow(lines: readonly string[], field: number): Scalar[] | undefined {
  const items: Scalar[] = [];
  let mark = '';
  for (let line = field + 1; line < lines.length; line++) {
    const written = withoutSpaces(lines[line]!);
    if (written === '') continue;
    const [own] = ITEM.exec(written) ?? [];
    if (own === undefined) break;
    mark ||= own;
    const text = scalarIn(written.slice(own.length));
    if (own.indexOf('-') !== mark.indexOf('-') || text === undefined) return undefined;
    items.push({ text, line, column: own.length });
  }
  return items.length > 0 ? items : undefined;
}

/** The text on the line of a field, or those in brackets there. */
function scalarsOf(written: string, from: number, line: number): Scalar[] | undefined {
  const rest = written.slice(from);
  if (!rest.startsWith('[')) {
    const text = scalarIn(rest);
    return text === undefined ? undefined : [{ text, line, column: from }];
  }
  if (!rest.endsWith(']')) return undefined;
  const scalars: Scalar[] = [];
  let at = from + 1;
  for (const part of rest.slice(1, -1).split(',')) {
    const text = withoutSpaces(part).replace(/^ +/, '');
    if (!PLAIN_INSIDE.test(text)) return undefined;
    scalars.push({ text, line, column: at + part.indexOf(text) });
    at += part.length + 1;
  }
  return scalars;
}

const scalarIn = (text: string): string | undefined =>
  QUOTED.test(text) ? text.slice(1, -1) : PLAIN.test(text) ? text : undefined;
