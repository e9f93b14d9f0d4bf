import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ankiTextOf } from '../../../../src/exchange/out/anki/anki-text.ts';
import { apkgOf } from '../../../../src/exchange/out/anki/apkg.ts';
import { quizletOf } from '../../../../src/exchange/out/quizlet/quizlet.ts';
import { questionsCsvOf } from '../../../../src/exchange/out/tables/questions-csv.ts';
import { wordsCsvOf } from '../../../../src/exchange/out/tables/words-csv.ts';
import { loadSqlite } from '../../../../src/exchange/sqlite/load-sqlite.ts';
import { EVERY_KIND, PICTURES } from '../every-kind.ts';
import { kindsOf, packOutOf, textOf } from '../pack-out.ts';

const WORDS = {
  'vocabulary/lamps.md': `## wick
chapters: [1]

The part that *burns*, "in" oil,
with a tab\there.

## Docht
lang: de
gender: der
plural: die Dochte
example: Der Docht brennt.

wick

## =sum

Not a formula.
`,
  'chapters.md': '## 1\ntitle: The lamp\n\nA lamp is lit.\n',
  'items.md': `## What is \\<light>?
tags: [flashcards, easy]

What lamps give.

### Task

![A lamp.](pictures/lamp.svg)

## Not on a card?

Yes.
`,
};
const source = packOutOf(WORDS, PICTURES);

/** The tables of a deck. */
async function tablesIn(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const { Database } = await loadSqlite();
  const database = new Database(files['collection.anki2']!);
  const rowsOf = (query: string) => database.exec(query)[0]?.values ?? [];
  return { files, rowsOf };
}

describe('words and cards', () => {
  it.each([
    ['Anki text', ankiTextOf],
    ['a deck of Anki', apkgOf],
    ['Quizlet', quizletOf],
    ['a table', wordsCsvOf],
  ])('are the same bytes in %s each time', async (_, write) => {
    const [first, second] = [await write(source), await write(packOutOf(WORDS, PICTURES))];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('are a line each in text for Anki, with an id by which Anki knows them again', async () => {
    const { bytes, losses, count } = await ankiTextOf(source);
    const lines = textOf(bytes).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#tags column:4',
      '#deck:Light',
      '#columns:Guid\tFront\tBack\tTags',
    ]);
    const rows: string[][] = parse(lines.slice(6).join('\n'), { delimiter: '\t' });
    expect(rows.map(([guid]) => guid)).toEqual([
      'studypack:t:vocabulary:wick',
      'studypack:t:vocabulary:docht',
      'studypack:t:vocabulary:sum',
      'studypack:t:items:what-is-light',
    ]);
    expect(count).toBe(rows.length);
    expect(rows[0]!.slice(1)).toEqual([
      'wick',
      'The part that <em>burns</em>, &quot;in&quot; oil, with a tab here.',
      'lamps chapter-1',
    ]);
    expect(rows[1]![1]).toBe('<span lang="de">Docht</span>');
    expect(rows[1]![2]).toBe('wick<br/>der, plural: die Dochte<br/><span lang="de">Der Docht brennt.</span>');
    expect(kindsOf(losses)).toEqual([
      'forms and examples as such, which become part of the meaning',
      'a picture, of which only the description is left',
    ]);
  });

  it('are a line each for Quizlet, in plain words with one tab', async () => {
    const { bytes, losses } = await quizletOf(source);
    const rows = textOf(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows).toEqual([
      ['wick', 'The part that burns, "in" oil, with a tab here.'],
      ['Docht', 'wick · der, plural: die Dochte · Der Docht brennt.'],
      ['=sum', 'Not a formula.'],
      ['What is <light>? [A lamp.]', 'What lamps give.'],
    ]);
    expect(kindsOf(losses)).toContain('emphasis, links and other markup, where only plain words can be');
    expect(kindsOf(losses)).toContain('the language of a word');
  });

  it('are a row each of a table, which spreadsheets take for UTF-8', async () => {
    const { bytes, losses } = await wordsCsvOf(source);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(textOf(bytes), { columns: true, bom: true });
    expect(rows.map(({ id, word, gender, lang }) => [id, word, gender, lang])).toEqual([
      ['wick', 'wick', '', ''],
      ['docht', 'Docht', 'der', 'de'],
      ['sum', '=sum', '', ''],
    ]);
    expect(losses).toContainEqual(
      expect.objectContaining({
        what: 'that a cell is text, where spreadsheets see a formula',
        text: '=sum',
      }),
    );
  });
});

describe('a deck of Anki', () => {
  it('has a note and a card for each word, with a picture beside it', async () => {
    const { bytes } = await apkgOf(source);
    const { files, rowsOf } = await tablesIn(bytes);
    expect(Object.keys(files)).toEqual(['0', 'collection.anki2', 'media']);
    expect(JSON.parse(textOf(files['media']!))).toEqual({ 0: 't-lamp.svg' });
    const notes = rowsOf('SELECT guid, flds, tags, sfld FROM notes ORDER BY rowid').map((row) =>
      row.map(String),
    );
    expect(notes.map(([guid]) => guid).sort()).toEqual([
      'studypack:t:items:what-is-light',
      'studypack:t:vocabulary:docht',
      'studypack:t:vocabulary:sum',
      'studypack:t:vocabulary:wick',
    ]);
    const word = notes.find(([guid]) => guid!.endsWith(':docht'))!;
    expect(word[1]!.split('\x1f')).toEqual([
      '<span lang="de">Docht</span>',
      'wick',
      'der',
      'die Dochte',
      '<span lang="de">Der Docht brennt.</span>',
    ]);
    expect(word[3]).toBe('Docht');
    expect(notes.find(([guid]) => guid!.includes(':items:'))![1]).toContain(
      '<img src="t-lamp.svg" alt="A lamp."/>',
    );
    expect(rowsOf('SELECT count(*) FROM cards JOIN notes ON cards.nid = notes.id')).toEqual([[4]]);
  });

  it('names its note type, its deck and its fields where Anki looks for them', async () => {
    const { rowsOf } = await tablesIn((await apkgOf(source)).bytes);
    const [[models, decks] = []] = rowsOf('SELECT models, decks FROM col');
    const [[modelId, deckId] = []] = rowsOf('SELECT DISTINCT notes.mid, cards.did FROM notes JOIN cards');
    const model = JSON.parse(String(models))[String(modelId)];
    expect(model.flds.map(({ name }: { name: string }) => name)).toEqual([
      'Front',
      'Back',
      'Gender',
      'Plural',
      'Example',
    ]);
    expect(model.tmpls[0].afmt).toContain('plural: {{Plural}}');
    expect(JSON.parse(String(decks))[String(deckId)].name).toBe('Light');
    expect(rowsOf('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('keeps the ids of notes when another word is added and a meaning is edited', async () => {
    const edited = {
      ...WORDS,
      'vocabulary/lamps.md': `## new\n\nAdded.\n\n${WORDS['vocabulary/lamps.md'].replace('Not a formula', 'Edited')}`,
    };
    const idsOf = async (of: typeof source) => {
      const { rowsOf } = await tablesIn((await apkgOf(of)).bytes);
      return new Map(rowsOf('SELECT guid, id FROM notes').map(([guid, id]) => [guid, id]));
    };
    const [before, after] = [await idsOf(source), await idsOf(packOutOf(edited, PICTURES))];
    expect(after.size).toBe(before.size + 1);
    for (const [guid, id] of before) expect(after.get(guid)).toBe(id);
  });
});

describe('a table of questions', () => {
  it('has a row for each, whose columns say how it is answered', async () => {
    const { bytes, count } = await questionsCsvOf(packOutOf(EVERY_KIND, PICTURES));
    const rows: Record<string, string>[] = parse(textOf(bytes), { columns: true, bom: true });
    expect(rows).toHaveLength(count!);
    const named = (id: string) => rows.find((row) => row['id'] === id)!;
    expect(named('sources')).toMatchObject({
      kind: 'multiple-choice',
      'answer A': 'The sun',
      'answer C': 'The moon',
      correct: 'A, B',
    });
    expect(named('verdicts.2')).toMatchObject({ kind: 'true-false', correct: 'false' });
    expect(named('match')).toMatchObject({ 'answer A': 'Mirror = reflects it', 'answer C': '= makes it' });
    expect(named('gaps')).toMatchObject({
      kind: 'cloze',
      question: 'Fill the gaps.\nLight travels in straight [[lines]]. A [[mirror]] turns it back.',
      'choose from': 'lens | lines | mirror',
    });
    expect(named('edges')).toMatchObject({
      kind: 'extended',
      'answer A': 'Light goes straight on.',
      guidance: 'Accept: Anything about rays.',
      marks: '6',
    });
  });
});
