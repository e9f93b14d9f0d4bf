import { undotted } from '../../content/entries/name-chapters.ts';
import { dayFault } from '../../diagnostics/day-text.ts';
import { FORM_WORDS } from '../wording/form-words.ts';
import type { Choice, FieldInput } from './entry-form.ts';
import { inWords } from './field-words.ts';
import type { Written } from './fields-of.ts';
import type { JsonField } from './json-field.ts';

/** What browsers would send back otherwise. */
const UNSEEN =
  /[\0-\x08\v\f\x0E-\x1F\x7F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Texts of this length or more get several lines. */
const LONG = 60;
const DATE = '^(\\d{4})-(\\d{2})-(\\d{2})$';

/**
 * Gives how a field is shown. A value that does not fit its schema is shown all the same: as an additional choice, as text,
 * or as it is written.
 * @param value undefined if the field is not in the file
 * @param entries what it may refer to; undefined if it refers to nothing
 */
export function inputOf(
  schema: JsonField,
  value: Written | undefined,
  entries: readonly Choice[] | undefined,
): FieldInput {
  const { type, enum: words, anyOf } = schema;
  if (anyOf) return inputOf(anyOf.find((one) => fits(one, value)) ?? anyOf[0]!, value, entries);
  if (type === 'array') return listInput(schema.items ?? {}, value, entries);
  if (type === 'object') return pairsInput(value);
  if (value !== undefined && (typeof value !== 'string' || UNSEEN.test(value))) return written(value);
  const text = value ?? '';
  if (type === 'boolean') return yesOrNo(text);
  if (words) return choice(text, words.map(wordChoice));
  if (entries) return choice(text, entries);
  if (text.includes('\n') || /[\r\u2028\u2029]/.test(text)) return { kind: 'text', value: text };
  if (type === 'integer' || type === 'number') return { kind: 'number', value: text };
  if (schema.pattern === DATE && (text === '' || dayFault(text) === undefined))
    return { kind: 'date', value: text };
  const example = String(schema.examples?.[0] ?? '');
  return { kind: Math.max(text.length, example.length) >= LONG ? 'text' : 'line', value: text };
}

/** Whether a value has the type of a schema; of a field that is not there, it is a list. */
const fits = ({ type }: JsonField, value: Written | undefined): boolean =>
  value === undefined || Array.isArray(value)
    ? type === 'array'
    : typeof value === 'string'
      ? type === 'string'
      : type === 'object';

const wordChoice = (value: string): Choice => ({ value, label: inWords(value) });

function yesOrNo(text: string): FieldInput {
  const value = text === 'true' ? 'yes' : text === 'false' ? 'no' : text;
  return choice(value, [
    { value: 'yes', label: FORM_WORDS.yes },
    { value: 'no', label: FORM_WORDS.no },
  ]);
}

const choice = (value: string, choices: readonly Choice[]): FieldInput => ({
  kind: 'choice',
  value,
  choices: withValues([value], choices),
});

/** Choices in which each value is as it is in the file, those too that are unknown. */
function withValues(values: readonly string[], choices: readonly Choice[]): readonly Choice[] {
  const known = (value: string) =>
    choices.find((one) => one.value === value || one.value === undotted(value));
  const own = new Map(values.map((value) => [known(value)?.value, value]));
  const unknown = values.filter((value) => value !== '' && !known(value));
  return [
    ...choices.map((one) => ({ ...one, value: own.get(one.value) ?? one.value })),
    ...[...new Set(unknown)].map((value) => ({ value, label: value })),
  ];
}

function listInput(
  item: JsonField,
  value: Written | undefined,
  entries: readonly Choice[] | undefined,
): FieldInput {
  // A list of one may be written without brackets.
  const values = value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
  const isPlain = (one: unknown): one is string =>
    typeof one === 'string' && one.trim() !== '' && !/[\n\r]/.test(one) && !UNSEEN.test(one);
  if (!Array.isArray(values) || !values.every(isPlain)) return written(value);
  const choices = item.enum?.map(wordChoice) ?? entries;
  if (!choices) return values.every((one) => one === one.trim()) ? { kind: 'list', values } : written(value);
  return { kind: 'choices', values, choices: withValues(values, choices) };
}

function pairsInput(value: Written | undefined): FieldInput {
  if (value === undefined) return { kind: 'pairs', pairs: [] };
  if (typeof value === 'string' || Array.isArray(value))
    return value === '' ? { kind: 'pairs', pairs: [] } : written(value);
  const pairs = Object.entries(value);
  const isPlain = ([name, one]: [string, Written]) =>
    typeof one === 'string' &&
    name.trim() !== '' &&
    one.trim() !== '' &&
    !/[\n\r]/.test(name + one) &&
    !UNSEEN.test(name + one);
  return pairs.every(isPlain) ? { kind: 'pairs', pairs: pairs as [string, string][] } : written(value);
}

const written = (value: Written | undefined): FieldInput => ({
  kind: 'written',
  text:
    JSON.stringify(value, null, 1)
      ?.replace(/["{}[\],]/g, '')
      .replace(/\n\s*\n/g, '\n')
      .trim() ?? '',
});
