import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { FORMATS_IN } from '../../../src/exchange/formats-in.ts';
import type { Imported } from '../../../src/exchange/in/imported.ts';
import { readImport } from '../../../src/exchange/in/opening/read-import.ts';
import { readXml } from '../../../src/exchange/in/xml/read-xml.ts';
import { loadSqlite } from '../../../src/exchange/sqlite/load-sqlite.ts';
import { EMPTY_PACK, importedOf, importInto } from './support.ts';

/** Reads a file as the command does. @returns what was found, what was said, and how long it took */
async function read(name: string, content: string | Uint8Array) {
  const report = createReport();
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const from = process.cpuUsage();
  const found = await readImport(name, bytes, FORMATS_IN, undefined, report);
  const { user, system } = process.cpuUsage(from);
  const said = report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return { imported: found?.imported, said, seconds: (user + system) / 1e6 };
}

/** Everything that came along, or was listed as lost. */
const allOf = (imported: Imported | undefined) =>
  [
    ...(imported?.entries.map(({ name, fields, body }) => `${name}\n${JSON.stringify(fields)}\n${body}`) ??
      []),
    ...(imported?.losses.map(({ what, text }) => `${what}: ${text}`) ?? []),
  ].join('\n');

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const word = (body: string, more: Record<string, Uint8Array> = {}, head = '') =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONSHIPS}"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  });

const PARAGRAPH = '<w:p><w:r><w:t>An ordinary word.</w:t></w:r></w:p>';

describe('an archive', () => {
  it('that unpacks to far more than its size is not unpacked, also if it lies about that', async () => {
    const honest = zipSync({ 'word/document.xml': new Uint8Array(140 * 1024 * 1024) }, { level: 1 });
    const lying = Uint8Array.from(zipSync({ 'word/document.xml': new Uint8Array(4_000_000) }));
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++) {
      const signature = view.getUint32(at, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    for (const bytes of [honest, lying])
      expect((await read('a.docx', bytes)).said).toEqual([
        expect.stringMatching(/^import-refused: This archive would unpack to far more/),
      ]);
  });

  it('of archives, or of thousands of files, is refused', async () => {
    const nested = zipSync({ 'a.docx': word(PARAGRAPH), 'b/c.zip': zipSync({}) });
    expect((await read('a.zip', nested)).said[0]).toMatch(/^import-refused: .* archive of other archives/);
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`a${i}.xml`, strToU8('a')]));
    expect((await read('a.zip', zipSync(files, { level: 0 }))).said[0]).toMatch(
      /^import-refused: .*5,000 files/,
    );
  });
});

describe('a Word document', () => {
  it('whose text unpacks to more than can be read is refused', async () => {
    const { said, seconds } = await read('a.docx', word(PARAGRAPH.repeat(250_000)));
    expect(said).toEqual([expect.stringMatching(/^file-too-large: The document is too big/)]);
    expect(seconds).toBeLessThan(5);
  });

  it('with declarations of entities, or with elements nested thousands deep, is refused', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${PARAGRAPH}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`;
    for (const bytes of [word('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', {}, laughs), word(deep)]) {
      const { imported, said } = await read('a.docx', bytes);
      expect(imported).toBeUndefined();
      expect(said).toEqual(['import-refused: This Word document is damaged.']);
    }
  });

  it('reads no file that it names', async () => {
    const links = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r9" Type="${RELATIONSHIPS}/image" Target="file:///etc/hostname" TargetMode="External"/><Relationship Id="r8" Type="${RELATIONSHIPS}/image" Target="../../../../etc/hostname"/></Relationships>`;
    const picture = (blip: string) =>
      `<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${blip}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    for (const blip of ['r:link="r9"', 'r:embed="r9"', 'r:embed="r8"']) {
      const rels = { 'word/_rels/document.xml.rels': strToU8(links) };
      const { imported } = await read('a.docx', word(PARAGRAPH + picture(blip), rels));
      expect(imported?.pictures ?? []).toEqual([]);
    }
  });
});

describe('a web page', () => {
  it('of 50 MB is refused', async () => {
    expect((await read('a.html', 'words '.repeat(9_000_000))).said).toEqual([
      'file-too-large: The file is too big: 52 MB of text. The limit is 8 MB.',
    ]);
  });

  it('with elements nested any number deep keeps its words, each once', async () => {
    for (const tag of ['div', 'span', 'b', 'blockquote', 'table><tr><td', 'ul><li', 'dl><dd'])
      for (const depth of [10, 240, 20_000]) {
        const open = Array.from({ length: depth }, (_, i) => `<${tag}>${i % 5 === 0 ? `w${i}x ` : ''}`);
        const { imported, seconds } = await read(
          'a.html',
          `<!doctype html><h1>A</h1>${open.join('')} deepest`,
        );
        const all = imported!.entries.map(({ fields, body }) => JSON.stringify(fields) + body).join();
        const words = open.flatMap((one) => /w\d+x/.exec(one)?.[0] ?? []).slice(0, 400);
        expect(allOf(imported)).toContain('deepest');
        // The first words may be the name of an entry.
        expect(words.filter((one) => !allOf(imported).includes(one) || all.split(one).length > 2)).toEqual(
          [],
        );
        expect(seconds).toBeLessThan(10);
      }
  }, 120_000);

  it('with words between the items of a list, or the terms of another, keeps them', async () => {
    for (const list of [
      '<ul>onex <li>twox</li> threex <b>fourx</b></ul>',
      '<dl>onex <dt>twox<dd>threex</dd> fourx</dl>',
      '<dl><dt>onex<dd>twox<p>threex<dt>fourx</dl>',
    ]) {
      const { imported } = await read('a.html', `<!doctype html><h1>A</h1><p>Words before it.</p>${list}`);
      for (const one of ['onex', 'twox', 'threex', 'fourx']) expect(allOf(imported)).toContain(one);
    }
  });

  it('with a line of a million letters, or of spaces, is read in time', async () => {
    for (const line of [
      'a?b'.repeat(400_000),
      `a${' '.repeat(1_000_000)}b`,
      `<p>${'don?t '.repeat(100_000)}`,
    ])
      expect((await read('a.html', `<!doctype html><h1>A</h1><p>${line}`)).seconds).toBeLessThan(10);
  }, 120_000);

  it('takes no picture from elsewhere, and lists each', async () => {
    const sources = [
      'file:///etc/hostname',
      '/etc/hostname',
      '../../x.png',
      '\\\\srv\\x.png',
      'http://[::1]/x.png',
    ];
    const pictures = sources.map((src, i) => `<img src="${src}" alt="picture ${i}">`).join('');
    const drawing = '<svg><script>alert(1)</script><image href="file:///etc/hostname"/></svg>';
    const { imported } = await read('a.html', `<!doctype html><h1>A</h1><p>Words.</p>${pictures}${drawing}`);
    expect(imported!.pictures).toEqual([]);
    for (const index of sources.keys()) expect(allOf(imported)).toContain(`picture ${index}`);
    expect(imported!.entries.map(({ body }) => body).join('')).not.toMatch(/alert|file:|hostname/);
  });

  it('may call anything “constructor”', async () => {
    const page =
      '<!doctype html><title>constructor</title><h1>__proto__</h1><p role="constructor" class="toString">Words.</p>';
    expect(allOf((await read('constructor', page)).imported)).toContain('Words.');
    const first = importInto(EMPTY_PACK, importedOf({ name: 'constructor' }), { source: 'constructor' });
    const again = importInto(first.pack, importedOf({ name: 'constructor' }), { source: 'constructor' });
    expect(first.plan.added.length).toBe(1);
    expect(again.plan.same).toBe(1);
    const other = importInto(again.pack, importedOf({ name: 'other' }), { source: '__proto__' });
    expect(other.plan.added.length).toBe(1);
  });
});

describe('XML', () => {
  const asked = (text: string) =>
    `<quiz><question type="shortanswer"><name><text>N</text></name><questiontext format="html"><text>${text}</text></questiontext><answer fraction="100"><text>yes</text></answer></question></quiz>`;

  it('that declares entities is not expanded, and opens nothing', async () => {
    for (const entity of ['"laughing">', 'SYSTEM "file:///etc/hostname">'])
      for (const text of ['&a;', 'Is it used?']) {
        const declared = `<!DOCTYPE quiz [<!ENTITY a ${entity}]>${asked(text)}`;
        const { imported, said } = await read('a.xml', declared);
        expect(allOf(imported)).not.toMatch(/laughing/);
        expect([...said, allOf(imported)].join('\n')).toMatch(/declares entities of its own/);
      }
  });

  it('of a package that declares entities is listed, and the rest is read', async () => {
    const item = (head: string, title: string) =>
      strToU8(
        `${head}<assessmentItem identifier="${title}" title="${title}"><responseDeclaration identifier="R" cardinality="single" baseType="string"><correctResponse><value>yes</value></correctResponse></responseDeclaration><itemBody><p>Is it ${title}?</p><extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>`,
      );
    const bytes = zipSync({
      'imsmanifest.xml': strToU8('<manifest/>'),
      'a.xml': item('<!DOCTYPE a [<!ENTITY b "c">]>', 'lost'),
      'b.xml': item('', 'kept'),
    });
    const { imported } = await read('a.zip', bytes);
    expect(imported!.entries.map(({ body }) => body).join('')).not.toContain('lost');
    expect(allOf(imported)).toContain('Is it kept?');
    expect(allOf(imported)).toMatch(
      /it declares entities of its own, which are not expanded: .*Is it lost\?/s,
    );
  });

  it('of more elements, or more letters, than are read says so', () => {
    const elements = readXml(`<a>${'<b/>'.repeat(1_000_000)}</a>`);
    expect(elements.fault?.what).toBe('it has more than a million elements');
    expect(elements.root!.children).toHaveLength(999_999);
    expect(readXml(' '.repeat(64 * 1024 * 1024 + 1)).fault?.what).toBe('it is larger than 64 MB');
  });

  it('nested any number deep is read as far as it goes, and says so', async () => {
    for (const text of [
      asked(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
      `<questestinterop>${'<section>'.repeat(100_000)}`,
    ]) {
      const { imported, said, seconds } = await read('a.xml', text);
      expect([...said, allOf(imported)].join('\n')).toMatch(/250 deep/);
      expect(seconds).toBeLessThan(10);
    }
    const { imported } = await read('a.xml', asked(`<![CDATA[${'<div>'.repeat(100_000)}deepest]]>`));
    expect(allOf(imported)).toContain('deepest');
  });
});

describe('a deck', () => {
  const deckOf = async (sql: string) => {
    const { Database } = await loadSqlite();
    const database = new Database();
    database.run('CREATE TABLE col (models text, decks text)');
    database.run("INSERT INTO col VALUES ('{}', '{}')");
    database.run(sql);
    return zipSync({ 'collection.anki2': database.export(), media: strToU8('{}') });
  };
  const NOTES = 'CREATE TABLE notes (id integer, guid text, mid integer, tags text, flds text';

  it('with columns that are computed, or with a view in place of its notes, is refused', async () => {
    for (const sql of [
      `${NOTES} GENERATED ALWAYS AS (hex(zeroblob(100000000)))); INSERT INTO notes VALUES (1, 'g', 7, '')`,
      `${NOTES} AS (hex(zeroblob(100000000)))); INSERT INTO notes VALUES (1, 'g', 7, '')`,
      `CREATE TABLE n (i integer); INSERT INTO n VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9); CREATE VIEW notes AS SELECT n0.i AS id, 'g' AS guid, 7 AS mid, '' AS tags, 'w' AS flds FROM ${Array.from({ length: 12 }, (_, index) => `n AS n${index}`).join(', ')}`,
      'CREATE VIEW notes AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i AS id FROM c',
    ]) {
      const { imported, said, seconds } = await read('a.apkg', await deckOf(sql));
      expect(imported).toBeUndefined();
      expect(said).toEqual(['import-refused: The cards in this deck cannot be read: it is damaged.']);
      expect(seconds).toBeLessThan(2);
    }
  });

  it('with more notes than are read says how many were not', async () => {
    const sql = `${NOTES}); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 50010) INSERT INTO notes SELECT i, 'g' || i, 7, '', 'w' || i || char(31) || 'm' FROM c`;
    const { imported } = await read('a.apkg', await deckOf(sql));
    expect(imported!.losses.at(-1)).toMatchObject({ what: 'notes after the first 50,000', text: '10 notes' });
  }, 60_000);

  it('that is damaged anywhere is refused or read, and breaks nothing', async () => {
    const whole = await deckOf(`${NOTES}); INSERT INTO notes VALUES (1, 'g', 7, '', 'a' || char(31) || 'b')`);
    for (let at = 0; at < whole.length; at += 53) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = damaged[at]! ^ 0xff;
      const { imported, said } = await read('a.apkg', damaged);
      expect(imported !== undefined || said.length > 0).toBe(true);
    }
  });
});
