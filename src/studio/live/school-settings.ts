import { isMap, parseDocument, stringify } from 'yaml';

/** What a school says of itself in its file, without its logo, which is a file of its own. */
export const SCHOOL_FIELDS = ['school', 'department', 'year', 'paper', 'style', 'lang'] as const;

type SchoolValues = Readonly<Partial<Record<(typeof SCHOOL_FIELDS)[number], string>>>;

/** Reads the file of a school. @returns undefined if it is broken */
export function schoolValues(text: string): SchoolValues | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return undefined;
  return Object.fromEntries(
    SCHOOL_FIELDS.flatMap((field) => {
      const value = document.get(field);
      return value === undefined || value === null ? [] : [[field, String(value)]];
    }),
  );
}

/** Writes what was changed into the file of a school; its comments and other fields stay. */
export function withSchoolValues(text: string, values: SchoolValues): string {
  const document = parseDocument(text);
  const before = schoolValues(text) ?? {};
  if (document.contents === null) {
    const comments = text.trim() === '' ? '' : `${text.trimEnd()}\n\n`;
    const fields = SCHOOL_FIELDS.flatMap((field) => (values[field] ? [[field, values[field]]] : []));
    return fields.length === 0 ? text : comments + stringify(Object.fromEntries(fields));
  }
  for (const field of SCHOOL_FIELDS) {
    const value = values[field] ?? '';
    if (value === (before[field] ?? '')) continue;
    if (value === '') document.delete(field);
    else document.set(field, value);
  }
  return String(document);
}
