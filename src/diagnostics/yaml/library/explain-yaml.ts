import type { YAMLError } from 'yaml';
import type { Code } from '../../diagnostic.ts';
import { withoutOriginMarks } from '../../origin.ts';

/** A mistake in YAML, in plain words, and its offset in the text. */
interface YamlFault {
  readonly code: Extract<Code, 'duplicate-field' | 'yaml-broken'>;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * Explains the errors of a YAML parser in plain words. Of syntax errors only the first is explained, since the others
 * follow from it.
 * @param twice where fields begin that are written twice
 */
export function explainYaml(
  text: string,
  [first]: readonly YAMLError[],
  twice: readonly number[] = [],
): YamlFault[] {
  const faults = twice.map((offset): YamlFault => {
    const name = /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? '';
    const message = `The field “${withoutOriginMarks(name)}” is written twice.`;
    return { code: 'duplicate-field', offset, message, hint: 'Keep one of the two.' };
  });
  if (!first) return faults;
  const stumble = stumbleAt(text, first);
  const explanation = RULES.map((rule) => rule(stumble)).find((found) => found !== undefined) ?? {
    message: 'The fields cannot be read from here on.',
    hint: `${FIELD_LINES} Put values with unusual characters in quotes: 'like: this'.`,
  };
  const hint = withoutOriginMarks(explanation.hint);
  return [...faults, { code: 'yaml-broken', offset: stumble.offset, ...explanation, hint }];
}

const FIELD_LINES = 'Each field is a line “name: value”. The entry’s text comes below the fields.';

/** Where the parser stopped. */
interface Stumble {
  readonly text: string;
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  /** The line that this is in, and the offset where the line begins. */
  readonly line: string;
  readonly lineAt: number;
  /** In a field or an item of a list: the text before the value, the value, and the offset of the value. */
  readonly lead: string;
  readonly value: string;
  readonly valueAt: number;
}

function stumbleAt(text: string, { code, message, pos }: YAMLError): Stumble {
  const offset = Math.min(pos[0], Math.max(0, text.trimEnd().length - 1));
  const lineAt = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineAt).split('\n', 1)[0]!;
  const lead = /^\s*(?:- +)*(?:[^\s:'"]+:\s+|- +)/.exec(line)?.[0] ?? '';
  const value = line.slice(lead.length).trimEnd();
  return { text, offset, code, message, line, lineAt, lead, value, valueAt: lineAt + lead.length };
}

type Explanation = Pick<YamlFault, 'message' | 'hint'> & { readonly offset?: number };

/** Each recognises one mistake that authors make. They are tried in this order. */
const RULES: readonly ((stumble: Stumble) => Explanation | undefined)[] = [
  leadingTab,
  quoteLeftOpen,
  textAfterQuotes,
  bracketLeftOpen,
  bracketWithoutOpening,
  wrongIndent,
  colonInText,
  openingCharacter,
  badEscape,
  notAField,
  secondRule,
];

function leadingTab({ line, lineAt }: Stumble): Explanation | undefined {
  if (!/^ *\t/.test(line)) return undefined;
  return {
    offset: lineAt,
    message: 'This line begins with a tab.',
    hint: 'Replace the tab with spaces, or delete it.',
  };
}

function quoteLeftOpen({ text, code, message }: Stumble): Explanation | undefined {
  const mark = code === 'MISSING_CHAR' && /Missing closing (["'])/.exec(message)?.[1];
  if (!mark) return undefined;
  // The parser gives the end of the text. The open mark begins the first value that has no such mark after it.
  const opened = [...text.matchAll(new RegExp(`(?:[:-] +|[[,] *)(${mark})`, 'g'))].find(
    ({ index, 0: { length } }) =>
      !text
        .slice(index + length)
        .split('\n', 1)[0]!
        .includes(mark),
  );
  return {
    ...(opened && { offset: opened.index + opened[0].length - 1 }),
    message: 'This value starts with a quotation mark, but the closing one is missing.',
    hint: `Add the same mark (${mark}) at the end of the value.`,
  };
}

function textAfterQuotes({ value, valueAt, lead }: Stumble): Explanation | undefined {
  const [quoted, mark] = /^(["'])(?:(?!\1).)*\1(?=\s*[^\s,#\]}])/.exec(value) ?? [];
  if (quoted === undefined || mark === undefined) return undefined;
  // In 'it's' the outer marks are the quotes; in "a" or "b" they belong to the text.
  const bare = mark === "'" && value.endsWith(mark) ? value.slice(1, -1) : value;
  return {
    offset: valueAt + quoted.length,
    message: 'There is more text after the closing quotation mark.',
    hint: `Put quotes around the whole value: ${lead.trim()} ${inQuotes(bare)}`,
  };
}

function bracketLeftOpen({ text, offset, message }: Stumble): Explanation | undefined {
  const closing = /end with a ([\]}])/.exec(message)?.[1];
  if (!closing) return undefined;
  const opening = closing === ']' ? '[' : '{';
  const at = text.lastIndexOf(opening, offset);
  return {
    offset: at < 0 ? offset : at,
    message: `This bracket ${opening} is never closed.`,
    hint: `Add ${closing} where the list ends. If it is just text, put quotes around the value.`,
  };
}

function bracketWithoutOpening({ text, offset, code }: Stumble): Explanation | undefined {
  const mark = text[offset];
  if (code !== 'UNEXPECTED_TOKEN' || (mark !== ']' && mark !== '}')) return undefined;
  const message = `This closing bracket ${mark} has no opening ${mark === ']' ? '[' : '{'}.`;
  return { message, hint: 'Delete it. If it is just text, put quotes around the value.' };
}

/** Fields are not indented; an indented line belongs to the value above it. */
function wrongIndent({ text, code, offset, line, lineAt }: Stumble): Explanation | undefined {
  const hint = 'Start all fields at the left edge, and indent all items of a list by the same amount.';
  const explanation = { message: 'This line is not indented like the lines around it.', hint };
  const first = /^(?:\s*(?:#.*)?\n)*( *)/.exec(text)?.[1] ?? '';
  const indent = /^ */.exec(line)![0];
  const isField = /^\s*[\w-]+:(\s|$)/.test(line);
  if (isField && lineAt > 0 && indent.length < first.length)
    return { ...explanation, offset: lineAt + indent.length };
  if (/^\s*- [^-]/.test(line)) return { ...explanation, offset: lineAt + indent.length };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !/: |:$/.test(text.slice(offset, lineAt + line.length))) {
    const below = text.slice(lineAt + line.length + 1).split('\n', 1)[0]!;
    if (/^ +([\w-]+:(\s|$)|- )/.test(below))
      return { ...explanation, offset: lineAt + line.length + 1 + /^ */.exec(below)![0].length };
  }
  return undefined;
}

function colonInText({ code, line, value, valueAt, lead }: Stumble): Explanation | undefined {
  const colon = value.search(/:(\s|$)/);
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || colon < 0 || lead === '') return undefined;
  return {
    offset: valueAt + colon,
    message: 'There is a colon inside this text.',
    hint: `Put the text in quotes: ${line.slice(0, lead.length).trim()} ${inQuotes(value)}`,
  };
}

function openingCharacter({ lead, value, valueAt }: Stumble): Explanation | undefined {
  if (lead === '' || !/^(?:[@`%&*!|>{}[\]]|[-?] )/.test(value)) return undefined;
  return {
    offset: valueAt,
    message: `A value that starts with “${value[0]}” needs quotes around it.`,
    hint: `Put the text in quotes: ${lead.trim()} ${inQuotes(value)}`,
  };
}

function badEscape({ code, offset }: Stumble): Explanation | undefined {
  if (code !== 'BAD_DQ_ESCAPE') return undefined;
  return {
    offset,
    message: 'A backslash has a special meaning inside double quotation marks.',
    hint: "Put single quotation marks around the value: 'like this'.",
  };
}

function notAField({ line, lineAt }: Stumble): Explanation | undefined {
  const offset = lineAt + /^\s*/.exec(line)![0].length;
  const glued = /^\s*([\w-]+):(\S.*)$/.exec(line);
  if (glued)
    return {
      offset,
      message: 'There is no space after the colon of this field.',
      hint: `Write “${glued[1]}: ${glued[2]}”.`,
    };
  if (/^\s*(- |[\w-]+:(\s|$)|---)/.test(line)) return undefined;
  return { offset, message: 'This line is not a field.', hint: FIELD_LINES };
}

function secondRule({ code }: Stumble): Explanation | undefined {
  if (code !== 'MULTIPLE_DOCS') return undefined;
  return { message: 'There is a line --- among these fields.', hint: 'Delete it.' };
}

/** Puts a text in the kind of quotation marks that it does not contain. */
/** A value that is longer than this is shown by its beginning. */
const MOST_SHOWN = 60;

function inQuotes(value: string): string {
  const text = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
  return !text.includes("'")
    ? `'${text}'`
    : !text.includes('"')
      ? `"${text}"`
      : `'${text.replaceAll("'", "''")}'`;
}
