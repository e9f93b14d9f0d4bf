import type { FieldData } from '../imported.ts';

/**
 * Writes fields as lines of YAML, one for each field, that read back as the same text. Nothing in them is taken for a
 * comment, an alias or an end of the fields.
 */
export const fieldsAsYaml = (fields: Readonly<Record<string, FieldData>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${inFlow(value)}\n`)
    .join('');

function inFlow(value: FieldData): string {
  if (typeof value === 'string') return scalar(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isList(value)) return `[${value.map((one) => inFlow(one)).join(', ')}]`;
  const pairs = Object.entries(value).map(([name, one]) => `${scalar(name)}: ${inFlow(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const isList = (value: FieldData): value is readonly FieldData[] => Array.isArray(value);

/** What YAML reads as it is written, in lists too: words without the signs that mean something to it. */
const PLAIN = /^[\p{L}\p{N}“‘(](?:[^\s:#,[\]{}"'\\<]|:(?=\S)(?![,\]}])|'(?=\p{L})| (?=[^\s#]))*$/u;

function scalar(text: string): string {
  if (PLAIN.test(text) && !text.endsWith(':') && !/[\u0080-\u009F\uFEFF\u2028\u2029]/.test(text)) return text;
  return JSON.stringify(text).replace(
    // A comment would be taken out of it before it is read.
    /<(?=!--)|[\u007F-\u00A0\u2028\u2029\uFEFF]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
