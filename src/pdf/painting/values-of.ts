/**
 * Gives data as text without the names of its fields, so that a file's identifier does not depend on what the program
 * calls things.
 */
export const valuesOf = (data: unknown): string =>
  JSON.stringify(data, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value,
  );
