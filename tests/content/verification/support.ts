import { readFileSync } from 'node:fs';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { readPackSources } from '../../../src/cli/files/reading/read-sources.ts';
import type { EntryOf } from '../../../src/content/entries/entry.ts';
import { readPack } from '../../../src/content/read-pack.ts';
import { packChapters } from '../../../src/content/sources/pack-chapters.ts';
import { readSource } from '../../../src/content/sources/read-source.ts';
import type { SourceText } from '../../../src/content/sources/source-text.ts';
import { type CharacterNames, characterNames } from '../../../src/content/verification/character-names.ts';
import { indexSource } from '../../../src/content/verification/index-source.ts';
import { judgeQuotation, type Verdict } from '../../../src/content/verification/judge-quotation.ts';
import { verifyQuotations } from '../../../src/content/verification/verify-quotations.ts';
import { createReport } from '../../../src/diagnostics/report.ts';

const report = createReport();
const [source] = readPackSources(['tests/content/verification/pack'], 'content', report);
export const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, report)!;
export const wanted = packChapters(pack);

export const story = readFileSync('tests/content/verification/the-ferry.txt', 'utf8');
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A text as a source, and what was wrong with it. */
export function read(name: string, text: string | Uint8Array) {
  const found = createReport();
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const read = readSource(name, [{ path: name, name, bytes }], wanted, found);
  return { source: read, codes: found.diagnostics.map(({ code }) => code), diagnostics: found.diagnostics };
}

export const book: SourceText = read('the-ferry.txt', story).source!;
export const verdicts = verifyQuotations(pack, book);

export type QuotationFields = EntryOf<'quotations'>['fields'];

/** The fields of a quotation that says only what it must. */
export const FIELDS: QuotationFields = {
  form: 'prose',
  speaker: 'narrator',
  provenance: 'book',
  themes: [],
  symbols: [],
  about: [],
};

/** The verdict on some words, each part of which is a text. */
export function judge(
  parts: string | readonly string[],
  fields: Partial<QuotationFields> = {},
  text: SourceText = book,
  names: CharacterNames = characterNames(pack),
): Verdict {
  const at = { file: 'test', line: 1, column: 1 };
  const entry: EntryOf<'quotations'> = {
    kind: 'quotations',
    id: 'test',
    name: 'test',
    group: 'quotations',
    fields: { ...FIELDS, ...fields },
    body: { text: [parts].flat().join('\n\n'), at },
    sections: {},
    at,
    places: {},
  };
  const indexed = text === book ? indexedBook : indexSource(text);
  return judgeQuotation(entry, { source: indexed, names, narrator: 'mara' });
}

const indexedBook = indexSource(book);
