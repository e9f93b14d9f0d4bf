/** A value of plain YAML: its scalars all stay text. */
type PlainValue = string | PlainValue[] | { [key: string]: PlainValue };

/** What is left to read. */
interface Reader {
  readonly lines: { readonly indent: number; readonly text: string }[];
  at: number;
}

/** Stops reading: the text is not plain. */
const NOT_PLAIN = Symbol('not plain');

/**
 * Reads YAML as templates write it: fields on a line each, with values in quotes as in JSON, single words, and lists.
 * It is a tenth of the work of reading all of YAML, and gives the same.
 * @returns undefined for anything else, and for anything wrong
 */
export function readPlainYaml(text: string): PlainValue | undefined {
  const lines = text
    .split('\n')
    .map((line) => {
      const indent = afterSpaces(line, 0);
      return { indent, text: line.slice(indent).replace(/ +$/, '') };
    })
    .filter((line) => line.text !== '');
  if (lines.length === 0) return undefined;
  const reader: Reader = { lines, at: 0 };
  try {
    const value = readBlock(reader, lines[0]!.indent);
    return reader.at === lines.length ? value : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/** What is nested deeper than this, or indented further, is left to a parser that bounds it. */
const DEEPEST = 10;
const FURTHEST = 40;

const KEY = /^([a-z][a-z0-9-]*):(?: +|$)/;

function readBlock(reader: Reader, indent: number): PlainValue {
  if (indent > FURTHEST) stop();
  return reader.lines[reader.at]!.text.startsWith('- ')
    ? readList(reader, indent)
    : readFields(reader, indent);
}

function readFields(reader: Reader, indent: number): PlainValue {
  const fields = new Map<string, PlainValue>();
  for (let line = reader.lines[reader.at]; line && line.indent === indent; line = reader.lines[reader.at]) {
    if (line.text.startsWith('- ')) break;
    readField(reader, line.text, indent, fields);
  }
  return Object.fromEntries(fields);
}

/** Reads a field, and what is below it if nothing is on its line. */
function readField(reader: Reader, text: string, indent: number, fields: Map<string, PlainValue>): void {
  const [whole, key] = KEY.exec(text) ?? stop();
  if (fields.has(key!)) stop();
  reader.at++;
  if (whole.length < text.length) fields.set(key!, readValue(text.slice(whole.length)));
  else {
    const next = reader.lines[reader.at];
    const isBelow = next && (next.indent > indent || (next.indent === indent && next.text.startsWith('- ')));
    fields.set(key!, isBelow ? readBlock(reader, next.indent) : stop());
  }
}

function readList(reader: Reader, indent: number): PlainValue {
  const items: PlainValue[] = [];
  for (let line = reader.lines[reader.at]; line && line.indent === indent; line = reader.lines[reader.at]) {
    if (!line.text.startsWith('- ')) break;
    const text = line.text.slice(afterSpaces(line.text, 1));
    const inner = indent + line.text.length - text.length;
    if (KEY.test(text) || text.startsWith('- ')) {
      // Its fields, or its own list, begin on this line.
      reader.lines[reader.at] = { indent: inner, text };
      items.push(readBlock(reader, inner));
    } else {
      items.push(readValue(text));
      reader.at++;
    }
  }
  return items;
}

/** Reads a value that ends with its line. */
function readValue(text: string): PlainValue {
  const { value, end } = readInline(text, 0, 0);
  return end === text.length ? value : stop();
}

const QUOTED = /"(?:[^"\\\x00-\x1F]|\\(?:["\\/bfn]|[rt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}))*"/y;
const WORD = /[A-Za-z0-9](?:[A-Za-z0-9.-]| (?=[A-Za-z0-9]))*/y;
const INLINE_KEY = /([a-z][a-z0-9-]*): +|"([a-z][a-z0-9-]*)": */y;

/** Reads a text in quotes, words, a list in brackets or fields in braces. */
function readInline(text: string, at: number, depth: number): { value: PlainValue; end: number } {
  const first = text[at];
  if (first === '[' || first === '{') return readInBrackets(text, at, depth + 1);
  const pattern = first === '"' ? QUOTED : WORD;
  pattern.lastIndex = at;
  const [found] = pattern.exec(text) ?? stop();
  return { value: first === '"' ? (JSON.parse(found) as string) : found, end: at + found.length };
}

function readInBrackets(text: string, from: number, depth: number): { value: PlainValue; end: number } {
  if (depth > DEEPEST) stop();
  const isList = text[from] === '[';
  const items: PlainValue[] = [];
  const fields = new Map<string, PlainValue>();
  let at = afterSpaces(text, from + 1);
  while (text[at] !== (isList ? ']' : '}')) {
    let key = '';
    if (!isList) {
      INLINE_KEY.lastIndex = at;
      const [whole, name, quoted] = INLINE_KEY.exec(text) ?? stop();
      key = (name ?? quoted)!;
      if (fields.has(key)) stop();
      at += whole.length;
    }
    const { value, end } = readInline(text, at, depth);
    if (isList) items.push(value);
    else fields.set(key, value);
    at = afterSpaces(text, end);
    if (text[at] === ',') at = afterSpaces(text, at + 1);
    else if (text[at] !== (isList ? ']' : '}')) stop();
  }
  return { value: isList ? items : Object.fromEntries(fields), end: at + 1 };
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** @throws NOT_PLAIN */
function stop(): never {
  throw NOT_PLAIN;
}
