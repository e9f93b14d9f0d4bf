/**
 * Gives data as text without the names of its fields, so that a file's identifier does not depend on what the program
 * calls things. Where something was written is left out: it is no part of the file.
 */
export const valuesOf = (data: unknown): string =>
  JSON.stringify(data, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? valuesIn(value) : value,
  );

const valuesIn = (value: object): unknown[] =>
  Object.entries(value).flatMap(([name, one]) => (name === 'at' ? [] : [one]));
