import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/content/entries/entry.ts';
import { judgeByIndex } from '../../../src/content/verification/judge-by-index.ts';
import { createTextIndex, hashRuns, readTextIndex } from '../../../src/content/verification/text-index.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { book, FIELDS, pack, type QuotationFields } from './support.ts';

const SALT = '00112233445566778899aabbccddeeff';
const index = createTextIndex(book, SALT);
const written = JSON.stringify(index);

/** The verdict of the index on some words. */
function judge(words: string, fields: Partial<QuotationFields> = {}) {
  const [first] = pack.entries.quotations;
  const entry = {
    ...first!,
    fields: { ...FIELDS, ...fields },
    body: { text: words, at: first!.at },
  };
  const one: Pack = { ...pack, entries: { ...pack.entries, quotations: [entry] } };
  return judgeByIndex(one, index)[0]!;
}

describe('an index', () => {
  it('tells whether the words stand in their chapter', () => {
    expect(judgeByIndex(pack, index).map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'never-early too short',
      'everybody-else verified',
      'leather-peak verified',
      'first-thing verified',
      'altered absent',
      'elsewhere too short',
      'ambiguous too short',
      'absent absent',
      'wrong-speaker verified',
      'film-line no source',
      'short too short',
    ]);
    const words = 'There was nothing on it at all.';
    expect(judge(words, { chapter: '3' }).verdict).toBe('verified');
    expect(judge(words, { chapter: '2' })).toMatchObject({
      verdict: 'elsewhere',
      places: [{ chapter: '3' }],
    });
    expect(judge(words, { chapter: '9' }).verdict).toBe('elsewhere');
    expect(judge('No such words have ever been there.', { chapter: '9' }).verdict).toBe('no source');
  });

  it('never says who speaks', () => {
    for (const { speaker } of judgeByIndex(pack, index)) expect(speaker.verdict).toBe('not checkable');
  });

  it('accepts no forgery of one word', () => {
    const words = 'the first time I had seen the top of his head'.split(' ');
    expect(judge(words.join(' '), { chapter: '2' }).verdict).toBe('verified');
    for (const at of words.keys()) {
      expect(judge(words.with(at, 'lamp').join(' '), { chapter: '2' }).verdict).toBe('absent');
      if (at > 0 && at < words.length - 1)
        expect(judge(words.toSpliced(at, 1).join(' '), { chapter: '2' }).verdict).toBe('absent');
    }
  });

  it('spells out no word of the text, and no order of its runs', () => {
    for (const word of ['piano', 'Ferris', 'ferry had']) expect(written).not.toContain(word);
    for (const { runs } of index.chapters) {
      const bytes = Buffer.from(runs, 'base64');
      const hashes = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4));
      expect(hashes).toEqual([...hashes].sort((a, b) => a - b));
      expect(new Set(hashes).size).toBe(hashes.length);
    }
  });

  it('differs with its salt, which is chance', () => {
    const keys = 'a b c d e f'.split(' ');
    expect(hashRuns(keys, 'x')).not.toEqual(hashRuns(keys, 'y'));
    expect(createTextIndex(book).salt).not.toBe(createTextIndex(book).salt);
  });

  it('is read back as it was written, or refused', () => {
    const report = createReport();
    expect(readTextIndex({ path: 'a.json', text: written }, report)).toEqual(index);
    expect(
      readTextIndex({ path: 'a.json', text: written.replace('"version":1', '"version":2') }, report),
    ).toBeUndefined();
    expect(readTextIndex({ path: 'a.json', text: 'CHAPTER ONE' }, report)).toBeUndefined();
    expect(report.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'index-broken This is not an index that this version of Studypack can read.',
    ]);
  });
});
