import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { FORMATS_IN } from '../../../../src/exchange/formats-in.ts';
import { addedPhrase } from '../../../../src/exchange/in/added-phrases.ts';
import type { Imported } from '../../../../src/exchange/in/imported.ts';
import { openSource } from '../../../../src/exchange/in/opening/open-source.ts';
import { readImport } from '../../../../src/exchange/in/opening/read-import.ts';
import { separatedValues } from '../../../../src/exchange/out/spreadsheets/separated-values.ts';
import { loadSqlite } from '../../../../src/exchange/sqlite/load-sqlite.ts';
import { plainOf } from '../../plain-of.ts';
import { readBack } from '../../read-back.ts';

/** Reads a file as the command does, which finds out its format. */
async function read(name: string, content: string | Uint8Array) {
  const report = createReport();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const found = await readImport(name, bytes, FORMATS_IN, undefined, report);
  const said = report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return { format: found?.format.name, imported: found?.imported, said };
}

const words = ({ entries }: Imported) => entries.map(({ name, body, fields }) => [name, body, fields]);

const losses = ({ losses: all }: Imported) => all.map(({ what, text, at }) => [at.line, what, text]);

/** A deck as older versions of Anki pack it. */
async function deck(notes: readonly (readonly [guid: string, tags: string, ...fields: string[]])[]) {
  const { Database } = await loadSqlite();
  const database = new Database();
  database.run('CREATE TABLE col (models text, decks text)');
  database.run('CREATE TABLE notes (id integer, guid text, mid integer, tags text, flds text)');
  database.run('CREATE TABLE cards (nid integer, did integer)');
  const models = {
    7: { flds: [{ name: 'Front' }, { name: 'Back' }, { name: 'Example' }, { name: 'Source' }] },
  };
  const decks = { 1: { name: 'Default' }, 9: { name: 'Plants' } };
  database.run('INSERT INTO col VALUES (?, ?)', [JSON.stringify(models), JSON.stringify(decks)]);
  for (const [index, [guid, tags, ...fields]] of notes.entries()) {
    database.run('INSERT INTO notes VALUES (?, ?, 7, ?, ?)', [index, guid, tags, fields.join('\x1f')]);
    database.run('INSERT INTO cards VALUES (?, 9)', [index]);
  }
  return database.export();
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('a table of words', () => {
  it('finds its columns by their names in several languages, and says so', async () => {
    const { format, imported, said } = await read(
      'words.csv',
      'Unit 3;;;\nBegriff;Übersetzung;Plural;Seite\nder Bahnhof;station;die Bahnhöfe;12\n"die ""Bahn""";railway;;\n',
    );
    expect(format).toBe('table');
    expect(words(imported!)).toEqual([
      ['der Bahnhof', 'station', { plural: 'die Bahnhöfe' }],
      ['die "Bahn"', 'railway', {}],
    ]);
    expect(said).toEqual([
      'import-columns: The columns were understood so: “Begriff” → the word; “Übersetzung” → what it means; “Plural” → its plural.',
    ]);
    expect(losses(imported!)).toEqual([
      [1, 'a line above the table', 'Unit 3'],
      [2, 'the column “Seite”', '12'],
    ]);
    expect(readBack(imported!).findings).toEqual([]);
  });

  it('lists the rows and columns that are more than it reads', async () => {
    const wide = ['Term', 'Meaning', ...Array(198).fill('x'), 'far', 'farther'].join(';');
    const { imported } = await read('words.csv', `Term;Meaning\nlight;what we see\n${wide}\n`);
    expect(losses(imported!)).toContainEqual([3, 'what is to the right of column 200', 'far farther']);
    const rows = Array.from({ length: 50_003 }, (_, index) => `word${index};what it means`);
    const long = await read('words.csv', ['Term;Meaning', ...rows].join('\n'));
    expect(long.imported!.entries).toHaveLength(49_999);
    expect(losses(long.imported!).map(([line, what]) => [line, what])).toEqual([
      [50_001, 'the rows after the first 50000'],
    ]);
  });

  it('reads two columns without names, and lists what is not a pair, is there twice or is not closed', async () => {
    const { imported, said } = await read(
      'words.csv',
      'leaf,part of a plant\nroot,\nleaf,part of a plant\nstem,"holds it up\nbud,begins\nsoil,earth\nsun,light\nrain,water\nair,gas\nmoss,plant\n',
    );
    expect(said[0]).toMatch(/^import-columns: No column has a name/);
    expect(imported!.entries.map(({ name }) => name)).toEqual([
      'leaf',
      'bud',
      'soil',
      'sun',
      'rain',
      'air',
      'moss',
    ]);
    expect(losses(imported!)).toEqual([
      [4, 'a row whose quotation marks are not paired', 'stem,"holds it up'],
      [2, 'a card, because its back is empty', 'root'],
      [3, 'a card that is the same as the one in line 1', 'leaf part of a plant'],
    ]);
  });

  it('takes two columns that are named by languages for words and translations', async () => {
    const { imported, said } = await read(
      'words.csv',
      'Deutsch,English,Latin\nBlatt,leaf,folium\nWurzel,root,radix\n',
    );
    expect(words(imported!)).toEqual([
      ['Blatt', 'leaf', {}],
      ['Wurzel', 'root', {}],
    ]);
    expect(said[0]).toContain('“Deutsch” → the word; “English” → what it means.');
    expect(losses(imported!)).toEqual([[1, 'the column “Latin”', 'folium; radix']]);
  });

  it('refuses a table without known columns, with the names to write', async () => {
    const { imported, said } = await read('list.csv', 'a1,b2,c3\n1,2,3\n4,5,6\n');
    expect(imported).toBeUndefined();
    expect(said).toEqual(['import-refused: The columns of this table are not known.']);
  });

  it('refuses a workbook that is damaged', async () => {
    const { said } = await read('words.xlsx', zipSync({ 'xl/workbook.xml': Uint8Array.of(60) }));
    expect(said[0]).toMatch(/^import-refused: This Excel workbook cannot be read/);
  });
});

describe('a table of questions', () => {
  it('reads kinds that it names, and guesses those that it does not', async () => {
    const { imported, said } = await read(
      'quiz.csv',
      [
        'Question,Answer 1,Answer 2,Answer 3,Time limit,Correct answer(s),Points,Explanation,Tags',
        'Which is green?,leaf,root,,20,1,2,It has chlorophyll.,"plants, year 7"',
        'Roots drink.,,,,20,true,,,',
        'Which two?,a,b,c,20,"A, C",,,',
        'Who wrote it?,,,,20,Ada,,,',
        'Match.,leaf = green,root = brown,,20,,,,',
        'A [[cat|kitten]] sat.,,,,20,,,,',
        'Which?,x,y,z,20,q,,,',
      ].join('\n'),
    );
    expect(said[0]).toContain('“Answer 1”, “Answer 2”, “Answer 3” → an option');
    expect(imported!.entries.map(({ name, fields, body }) => [name, fields['kind'], body])).toEqual([
      [
        'Which is green?',
        'multiple-choice',
        '- [x] leaf\n- [ ] root\n\n### Rationale\n\nIt has chlorophyll.',
      ],
      [addedPhrase('import-true-or-false'), 'true-false', '- [x] Roots drink.'],
      ['Which two?', 'multiple-choice', '- [x] a\n- [ ] b\n- [x] c'],
      ['Who wrote it?', 'short', 'Ada'],
      ['Match.', 'matching', '- leaf = green\n- root = brown'],
      [addedPhrase('import-fill-gaps'), 'cloze', 'A [[cat|kitten]] sat.'],
    ]);
    expect(imported!.entries[0]!.fields).toMatchObject({ marks: 2, tags: ['plants', 'year 7'] });
    expect(losses(imported!)).toEqual([
      [1, 'the column “Time limit”', '20; 20; 20; 20; 20; 20; 20'],
      [8, 'a whole question, because none of its options is right', 'Which?\nx\ny\nz\n20\nq'],
    ]);
    expect(readBack(imported!).findings).toEqual([]);
  });
});

describe('a table with all options in one cell', () => {
  it.each([';', '|', ' ; '])('has them divided by “%s”, with letters in a row as its key', async (mark) => {
    const rows = [
      'questiontext,choices,answer,generalfeedback,defaultmark,qtype',
      `Which two?,${['a', 'b', 'c'].join(mark)},AC,Both are right.,2,multichoice`,
      `Which one?,${['x', 'y'].join(mark)},B,,many,single`,
    ];
    const { imported } = await read('quiz.csv', rows.join('\n'));
    expect(imported!.entries.map(({ name, fields, body }) => [name, fields['marks'], body])).toEqual([
      ['Which two?', 2, '- [x] a\n- [ ] b\n- [x] c\n\n### Rationale\n\nBoth are right.'],
      ['Which one?', undefined, '- [ ] x\n- [x] y'],
    ]);
    expect(losses(imported!)).toEqual([
      [3, 'the kind of a question, which is not known: it was guessed', 'single'],
      [3, 'marks that are not a number', 'many'],
    ]);
  });

  it('lists words to choose from where a question has options besides', async () => {
    const { imported } = await read(
      'quiz.csv',
      'question,option a,option b,choices,correct\nWhich?,x,y,z,A\n',
    );
    expect(losses(imported!)).toEqual([[2, 'words to choose from', 'z']]);
  });
});

describe('fields of cards', () => {
  it('are known by a part of their names, where a deck has several of a kind', async () => {
    const { imported } = await read(
      'deck.txt',
      '#separator:tab\n#columns:word\tgrade\tde_meaning\ten_meaning\nHund\tB1\tein Tier\ta dog\n',
    );
    expect(imported!.entries.map(({ name, body }) => [name, body])).toEqual([['Hund', 'ein Tier']]);
    expect(losses(imported!).map(([, what, text]) => [what, text])).toEqual([
      ['the field “grade” of a card', 'B1'],
      ['the field “en_meaning” of a card', 'a dog'],
    ]);
  });
});

describe('words for cards', () => {
  it('are read as they are copied from Quizlet', async () => {
    const { format, imported } = await read(
      'set.txt',
      'leaf\tgreen *part*\nno tab here\nWhat is it?\ta plant\nroot\tbrown\nbud\tnew\nstem\tlong\n',
    );
    expect(format).toBe('quizlet');
    expect(imported!.entries.map(({ kind, name, body }) => [kind, name, body])).toEqual([
      ['vocabulary', 'leaf', 'green \\*part\\*'],
      ['items', 'What is it?', 'a plant'],
      ['vocabulary', 'root', 'brown'],
      ['vocabulary', 'bud', 'new'],
      ['vocabulary', 'stem', 'long'],
    ]);
    expect(imported!.entries[1]!.fields).toMatchObject({ tags: ['flashcards'] });
    expect(losses(imported!)).toEqual([
      [2, 'a line without a tab between a word and its meaning', 'no tab here'],
    ]);
    expect(readBack(imported!).findings).toEqual([]);
  });

  it('are read from Anki’s plain text, with ids, HTML, tags, further fields and gaps', async () => {
    const { format, imported } = await read(
      'notes.txt',
      [
        '#separator:tab',
        '#html:true',
        '#guid column:1',
        '#deck column:2',
        '#tags column:6',
        'g1\tBio\t<b>leaf</b>\tgreen<br>flat[sound:a.mp3]\tp. 3\tplants',
        'g2\tBio\tA {{c1::root::where?}} drinks.\t\t\t',
        'g3\tBio\t"a ""so"" &lt;b&gt;"\t<img src="x.png">\t\t',
      ].join('\n'),
    );
    expect(format).toBe('anki');
    expect(imported!.about).toEqual({ title: 'Bio' });
    expect(imported!.entries.map(({ id, kind, name, body }) => [id, kind, name, body])).toEqual([
      ['g1', 'vocabulary', 'leaf', 'green<br>flat'],
      ['g2', 'items', addedPhrase('import-fill-gaps'), 'A [[root]] drinks.'],
    ]);
    expect(losses(imported!)).toEqual([
      [6, 'field 3 of a card', 'p. 3'],
      [6, 'a sound', 'a.mp3'],
      [6, 'a tag of words: words have none', 'plants'],
      [7, 'a hint for a gap', 'where?'],
      [8, 'a picture that did not come along', 'x.png'],
      [8, 'a card, because its back is empty', 'a "so" <b>'],
    ]);
  });

  it('are read from a deck of Anki with its pictures', async () => {
    const archive = zipSync({
      'collection.anki2': await deck([
        ['g1', ' plants ', 'leaf', 'green <img src="a leaf.png">', 'A <i>leaf</i> falls.', 'book'],
        ['g2', '', 'What drinks?', 'the root', '', ''],
        ['g3', '', 'root <img src="a leaf.png" alt="A root">', 'brown', '', ''],
      ]),
      media: new TextEncoder().encode('{"0":"a leaf.png"}'),
      0: PNG,
    });
    const { format, imported } = await read('deck.apkg', archive);
    expect(format).toBe('apkg');
    expect(imported!.about).toEqual({ title: 'Plants' });
    expect(imported!.entries.map(({ id, name, body, fields }) => [id, name, body, fields])).toEqual([
      ['g1', 'leaf', 'green ![a leaf](pictures/a-leaf.png)', { example: 'A *leaf* falls.' }],
      ['g2', 'What drinks?', 'the root', { kind: 'short', tags: ['flashcards'] }],
      ['g3', 'root', 'brown\n\n![A root](pictures/a-leaf.png)', {}],
    ]);
    expect(imported!.pictures).toEqual([{ path: 'pictures/a-leaf.png', bytes: PNG }]);
    expect(losses(imported!).map(([, what, text]) => [what, text])).toEqual([
      ['the field “Source” of a card', 'book'],
      ['a picture has no description: the name of its file is written in place of one', ''],
      ['a tag of words: words have none', 'plants'],
    ]);
  });

  it('are refused in words from a newer deck, a damaged one, and one whose notes are not a table', async () => {
    const newer = zipSync({ 'collection.anki21b': Uint8Array.of(1), 'collection.anki2': Uint8Array.of(1) });
    expect((await read('deck.apkg', newer)).said[0]).toMatch(/^import-refused: This deck is packed as newer/);
    const broken = zipSync({ 'collection.anki2': new Uint8Array(5000).fill(7) });
    expect((await read('deck.apkg', broken)).said).toEqual([
      'import-refused: The cards in this deck cannot be read: it is damaged.',
    ]);
    const { Database } = await loadSqlite();
    const endless = new Database();
    endless.run('CREATE TABLE col (models text, decks text)');
    endless.run(
      'CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, id AS guid, 1 AS mid, 1 AS tags, 1 AS flds FROM n',
    );
    const view = zipSync({ 'collection.anki2': endless.export() });
    expect((await read('deck.apkg', view)).said[0]).toMatch(/^import-refused/);
  });
});

describe('free words', () => {
  const token = fc.constantFrom(
    ...[
      'leaf',
      'Straße',
      '水',
      '*',
      '_a_',
      '[x]',
      '<b',
      '&amp;',
      '#',
      '1.',
      '"q"',
      ',',
      ';',
      '|',
      "it's",
      '=',
      '$5',
      '\\',
      '(a)',
      '`c`',
    ],
  );
  const text = fc.array(token, { minLength: 1, maxLength: 4 }).map((tokens) => `w ${tokens.join(' ')}`);
  const pairs = fc.uniqueArray(fc.tuple(text, text), {
    minLength: 2,
    maxLength: 5,
    selector: ([word]) => word,
  });

  it.each([
    ['words.csv', (rows: string[][]) => separatedValues([['word', 'meaning'], ...rows], ',')],
    ['words.tsv', (rows: string[][]) => separatedValues([['term', 'definition'], ...rows], '\t')],
    ['quizlet.txt', (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n')],
    ['anki.txt', (rows: string[][]) => `#separator:tab\n#html:false\n${separatedValues(rows, '\t')}`],
  ])('come in from %s as they were written, and a pack reads them', async (name, print) => {
    await fc.assert(
      fc.asyncProperty(pairs, async (rows) => {
        const { imported } = await read(name, print(rows));
        expect(imported!.losses).toEqual([]);
        expect(readBack(imported!).findings).toEqual([]);
        expect(imported!.entries.map((entry) => [entry.name, plainOf(entry.body)])).toEqual(rows);
      }),
      { numRuns: 15 },
    );
  });
});

describe('formats', () => {
  it('are told by what a file holds', () => {
    const formatOf = (name: string, content: string) => {
      const source = openSource(name, new TextEncoder().encode(content), createReport())!;
      return FORMATS_IN.find((format) => format.recognises(source, /\.\w+$/.exec(name)![0]))?.name;
    };
    expect(formatOf('a.xml', '<?xml version="1.0"?><quiz><question type="essay"/></quiz>')).toBe('moodle');
    expect(formatOf('a.xml', '<assessmentItem identifier="x"/>')).toBe('qti');
    expect(formatOf('a.txt', 'Which?\nA. one\nB. two\nANSWER: A\n')).toBe('aiken');
    expect(formatOf('a.txt', '::T::Which?{=a ~b}')).toBe('gift');
    expect(formatOf('a.txt', 'Two lines of notes.\n\nNothing else.')).toBe('text');
  });
});
