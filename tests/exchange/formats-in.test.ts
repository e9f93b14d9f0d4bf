import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics/report.ts';
import { FORMATS_IN } from '../../src/exchange/formats-in.ts';
import type { ImportSource } from '../../src/exchange/in/import-source.ts';
import { findFormat } from '../../src/exchange/in/opening/find-format.ts';
import { sourceOf } from './in/source-of.ts';

const archiveOf = (path: string, ...files: string[]): ImportSource => ({ ...sourceOf('', path), files });

/** A file of each kind that teachers have, and what it is read as. */
const SOURCES: readonly (readonly [string, ImportSource])[] = [
  [
    'moodle',
    sourceOf('<?xml version="1.0"?>\n<quiz>\n<question type="essay"></question>\n</quiz>', 'bank.xml'),
  ],
  ['qti', sourceOf('<questestinterop><item ident="a"></item></questestinterop>', 'quiz.xml')],
  ['qti', archiveOf('quiz.zip', 'imsmanifest.xml', 'item.xml')],
  ['aiken', sourceOf('What is ice?\nA. Water\nB. Salt\nANSWER: A\n')],
  ['gift', sourceOf('::Ice:: What is ice? {=Water ~Salt}\n')],
  ['apkg', archiveOf('deck.apkg', 'collection.anki2', 'media')],
  ['anki', sourceOf('#separator:tab\n#html:true\nHund\tdog\n')],
  ['table', sourceOf('word,meaning\nHund,dog\n', 'words.csv')],
  ['table', sourceOf('question;answer A;answer B;correct\nIce?;Water;Salt;A\n', 'quiz.csv')],
  ['table', archiveOf('words.xlsx', 'xl/workbook.xml', '[Content_Types].xml')],
  ['quizlet', sourceOf('Hund\tdog\nKatze\tcat\nMaus\tmouse\n')],
  ['word', archiveOf('sheet.docx', 'word/document.xml', '[Content_Types].xml')],
  ['html', sourceOf('<!doctype html><title>Ice</title><p>Ice is water.', 'saved.txt')],
  ['text', sourceOf('Ice\n\nIce is water that is frozen.\n')],
];

describe('a file to import', () => {
  it.each(SOURCES)('is read as %s', (name, source) => {
    const report = createReport();
    expect(findFormat(source, FORMATS_IN, report)?.name).toBe(name);
    expect(report.diagnostics).toEqual([]);
  });

  it('of no format is refused, and where to read about formats is said', () => {
    const report = createReport();
    expect(
      findFormat(sourceOf('<project><id>1</id></project>', 'pom.xml'), FORMATS_IN, report),
    ).toBeUndefined();
    expect(report.diagnostics).toMatchObject([
      { code: 'import-refused', message: 'This file is not in a format that can be imported.' },
    ]);
  });

  it('can be given any of the formats by name, and every format can be found', () => {
    const found = new Set(SOURCES.map(([name]) => name));
    expect(FORMATS_IN.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
  });
});
