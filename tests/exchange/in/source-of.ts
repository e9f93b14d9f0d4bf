import type { ImportSource } from '../../../src/exchange/in/import-source.ts';

/** A text as a file to import. */
export const sourceOf = (text: string, path = 'source.txt'): ImportSource => ({
  path,
  bytes: new TextEncoder().encode(text),
  text: text.replace(/\r\n?/g, '\n'),
  files: [],
});
