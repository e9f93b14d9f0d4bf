import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { FIELD_PREFIX, type FormData, type FormField } from './entry-form.ts';

/** What a field is to hold: a text, a list or names with values. */
export type FieldValue = string | readonly string[] | ReadonlyMap<string, string>;

/**
 * Gives what a form says of a field: an empty text or list if the field is to be left out, undefined if it says nothing of
 * it. Line ends are those of files, since browsers send their own.
 */
export function valueFrom({ name, input }: FormField, data: FormData): FieldValue | undefined {
  const sent = (key: string) => ownValue(data, FIELD_PREFIX + key)?.map(withPlainLineEnds);
  switch (input.kind) {
    case 'written':
      return undefined;
    case 'list':
      return sent(name)
        ?.flatMap((text) => text.split('\n'))
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'choices':
      return sent(name)?.filter((value) => value !== '');
    case 'pairs': {
      const names = sent(`${name}.name`);
      const values = sent(`${name}.value`) ?? [];
      return (
        names &&
        new Map(
          names.flatMap((one, at) =>
            one.trim() === '' || (values[at] ?? '').trim() === '' ? [] : [[one.trim(), values[at]!.trim()]],
          ),
        )
      );
    }
    default:
      return sent(name)?.[0];
  }
}

export const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Whether two values of a field are the same. */
export const isSameValue = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

const plain = (value: FieldValue | undefined) => (value instanceof Map ? [...value] : value);

/** Whether a field with this value is left out. */
export const isEmptyValue = (value: FieldValue): boolean =>
  value instanceof Map ? value.size === 0 : (value as string | readonly string[]).length === 0;
