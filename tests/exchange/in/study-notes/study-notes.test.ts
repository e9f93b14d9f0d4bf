import { beforeAll, describe, expect, it } from 'vitest';
import { createReport, type Report } from '../../../../src/diagnostics/report.ts';
import { FORMATS_IN } from '../../../../src/exchange/formats-in.ts';
import type { Imported } from '../../../../src/exchange/in/imported.ts';
import { readImport } from '../../../../src/exchange/in/opening/read-import.ts';
import { EMPTY_PACK, importInto, readBack } from '../support.ts';
import { ASKED, pastedNotes, QUOTED, studyNotes } from './study-notes.ts';

/** How often each word is in a text. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** All words of what was imported: of entries, of what the page says about itself, and of what is lost. */
const wordsOf = ({ about, entries, losses }: Imported) =>
  [
    about.title,
    about.author,
    about.intro,
    ...entries.flatMap(({ name, fields, body }) => [name, ...Object.values(fields).map(String), body]),
    ...losses.map(({ text }) => text),
  ].join('\n');

/** The words of a page, as it was before it was garbled. */
const MEANT = 'don’t “never,” wouldn’t “not tonight” — pages 30–34 It’s a café didn’t na\\[?\\]ve';

const isGarbled = /â€|Ã|＊|※|每|〞|\uFFFD/;

describe.each([
  ['a page', 'glass-harbour.html', studyNotes(), 14],
  ['a text that was copied from it', 'glass-harbour.txt', pastedNotes(), 14],
])('study notes of 9,000 words as %s', (_, path, text, quoted) => {
  let imported: Imported;
  let report: Report;
  beforeAll(async () => {
    report = createReport();
    imported = (await readImport(path, new TextEncoder().encode(text), FORMATS_IN, undefined, report))!
      .imported;
  });
  const ofKind = (kind: string) => imported.entries.filter((entry) => entry.kind === kind);

  it('have a title and an author, and everything in its kind', () => {
    expect(imported.about).toMatchObject({ title: 'The Glass Harbour', author: 'Ada Quill' });
    expect(ofKind('parts').map(({ name }) => name)).toEqual([
      'Summary',
      ...Array.from({ length: 8 }, (_, index) => `Chapter ${index + 1}`),
    ]);
    expect(ofKind('characters')).toHaveLength(6);
    expect(ofKind('themes').map(({ name }) => name)).toEqual([
      'Memory and the sea',
      'Light and blindness',
      'What is owed',
    ]);
    expect(
      ofKind('symbols')
        .map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['The glass float', 'The lamp']);
  });

  it('have all questions with an answer', () => {
    expect(ofKind('items').map(({ name }) => name)).toEqual([...ASKED]);
    expect(ofKind('items').filter(({ body }) => body.length < 60)).toEqual([]);
  });

  it('have their quotations, none of them trusted', () => {
    const found = ofKind('quotations');
    expect(found.map(({ body }) => body).sort()).toEqual([...QUOTED].sort());
    expect(found).toHaveLength(quoted);
    expect(found.every(({ fields }) => fields['provenance'] === 'unverified')).toBe(true);
    expect(found.find(({ body }) => body === QUOTED[0])?.fields['note']).toBe('Maren, chapter 1');
  });

  it('are mended wherever they were garbled, and each mend is named with its line', () => {
    const said = wordsOf(imported);
    expect(isGarbled.exec(said)?.[0]).toBeUndefined();
    expect(MEANT.split(' ').filter((part) => !said.includes(part))).toEqual([]);
    const lines = text.split('\n').flatMap((line, index) => (isGarbled.test(line) ? [index + 1] : []));
    const named = report.diagnostics
      .filter(({ code }) => code === 'import-mended')
      .map(({ where }) => where.line);
    expect([...new Set(named)]).toEqual(lines);
  });

  it('lose no word unlisted', () => {
    const plain = text
      .replace(/<head>[\s\S]*?<title>([^<]*)<\/title>[\s\S]*?<\/head>/, '$1')
      .replace(
        /<\/?(?:a|p|li|h\d|div|button|label|form|nav|ul|header|footer|aside|article|blockquote|body|html)\b[^>]*>/g,
        ' ',
      )
      .replace(/<[^>]*>/g, ' ');
    const have = countWords(wordsOf(imported));
    const garbled = /^(don|didn|na|wouldn|never|not|tonight|pages|caf|it|they|said|tonight|a|itâ)/;
    const missing = [...countWords(plain)].filter(([word, count]) => (have.get(word) ?? 0) < count);
    expect(
      missing.map(([word]) => word).filter((word) => /^[a-z0-9]+$/.test(word) && !garbled.test(word)),
    ).toEqual([]);
  });

  it('become a pack that checks', () => {
    const { pack } = importInto(EMPTY_PACK, imported);
    const { report: found } = readBack(pack);
    expect(found.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('what is around study notes', () => {
  it('is dropped, and listed as what it is', () => {
    const report = createReport();
    return readImport('a.html', new TextEncoder().encode(studyNotes()), FORMATS_IN, undefined, report).then(
      (read) => {
        const lost = new Map(read!.imported.losses.map(({ what, text }) => [what, text]));
        expect(lost.get('navigation')).toContain('Poetry corner');
        expect(lost.get('an advertisement')).toBe('Learn to sail in a week with Blue Anchor');
        expect(lost.get('an audio player')).toContain('Hear these notes read aloud');
        expect(lost.get('a form')).toBe('Your e-mail Send me notes');
        expect(lost.get('a side column')).toBe('Readers also opened The Salt Road');
        expect(lost.get('the reading time')).toBe('38 min read');
      },
    );
  });
});
