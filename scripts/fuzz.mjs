import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { strToU8, zipSync } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';

// Feeds the program what grammars make of everything that it reads: Markdown, fields, templates, styles, rosters, SVG and PDF, and
// what it imports: web pages, Word documents, tables, decks of Anki, and questions in GIFT, Moodle XML and QTI. A run must end in
// time, with exit code 0 or 1, without a stack trace, and every marker word of a file that was printed without a warning must be on
// its pages. `npm run fuzz -- --minutes 10`; `npm run fuzz -- --seed 1234 --cases 1` repeats one case.

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    cases: { type: 'string', default: '1000000' },
  },
});
const PROGRAM = resolve('dist/cli/main.js');
const LIMIT_MS = 60_000;
const root = mkdtempSync(join(tmpdir(), 'studypack-fuzz-'));

/** Numbers that are the same for the same seed. @param {number} seed */
function randomFrom(seed) {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
  const below = (/** @type {number} */ n) => next() % n;
  return {
    below,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => /** @type {T} */ (list[below(list.length)]),
    /** @template T @param {number} most @param {(index: number) => T} make */
    list: (most, make) => Array.from({ length: below(most + 1) }, (_, index) => make(index)),
  };
}
/** @typedef {ReturnType<typeof randomFrom>} Random */

const NASTY = [
  'constructor',
  '__proto__',
  'toString',
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'NaN',
  'null',
  'true',
  'no',
  '2026-02-30',
  '2026-28-11',
  '[]',
  '{}',
  '[a, [b, [c]]]',
  '{a: {b: c}}',
  '"\\u0000"',
  "'",
  '"',
  '|',
  '>',
  '&a',
  '*a',
  '!!js x',
  '\u202Ex',
  'é'.normalize('NFD'),
  '{{x}}',
  '{{{x}}}',
  '<b>',
  '../../x',
  'a'.repeat(3000),
  'word '.repeat(800),
  '😀',
  '〞',
  'â€™',
  '\uFFFD',
  '漢字',
  'ﷺ',
  '\u000B',
];

/** A word that is searched for in what is printed. @param {Random} r */
const marker = (r) => `zq${Array.from({ length: 6 }, () => r.pick([...'bcdfgkmnprtvw'])).join('')}`;

/** @param {Random} r @param {string[]} markers @param {number} depth @returns {string} */
function inline(r, markers, depth = 0) {
  const word = () => {
    const made = marker(r);
    markers.push(made);
    return made;
  };
  const inner = () => (depth > 3 ? word() : inline(r, markers, depth + 1));
  const make = r.pick([
    word,
    word,
    word,
    () => `*${inner()}*`,
    () => `**${inner()}**`,
    () => `\`${word()}\``,
    () => `[${inner()}](https://example.org)`,
    () => `==${inner()}==`,
    () => `a ~~${inner()}~~`,
    () => `${word()}^${r.below(9)}^`,
    () => `<u>${inner()}</u>`,
    () => `${word()} &amp; ${word()}`,
    () => `“${inner()}”`,
    () => `${word()} — ${word()}`,
    () => `${word()}  \n${word()}`,
    () => `${inner()} ${inner()}`,
    () => `\\*${word()}\\*`,
    () => `${word()} ____ ${word()}`,
  ]);
  return make();
}

/** @param {Random} r @param {string[]} markers @param {number} depth @returns {string} */
function block(r, markers, depth = 0) {
  const text = () => inline(r, markers);
  const inner = () => (depth > 4 ? text() : block(r, markers, depth + 1));
  const indented = (/** @type {string} */ first, /** @type {string} */ other) =>
    inner()
      .split('\n')
      .map((line, index) => (index === 0 ? first : other) + line)
      .join('\n');
  const make = r.pick([
    text,
    text,
    () => `${'#'.repeat(1 + r.below(6))} ${text().replace(/\s*\n/g, ' ')}`,
    () => indented('> ', '> '),
    () => indented('- ', '  '),
    () => indented('1. ', '   '),
    () => `- ${text()}\n- ${text()}\n\n  ${text()}`,
    () =>
      `| ${text().replace(/\s*\n/g, ' ')} | b |\n|---|---|\n${r.list(5, () => `| ${text().replace(/\s*\n/g, ' ')} | ${text().replace(/\s*\n/g, ' ')} |`).join('\n')}`,
    () => `\`\`\`\n${text()}\n\`\`\``,
    () => `> [!NOTE]\n> ${text().replaceAll('\n', '\n> ')}`,
    () => `${text()}[^a${r.below(3)}]\n\n[^a${r.below(3)}]: ${text()}`,
    () => '---',
    () => `::: box\n${inner()}\n:::`,
    () => `<details><summary>${text()}</summary>\n\n${inner()}\n\n</details>`,
    () => `${text()}\n: ${text()}`,
    () => `$x^${r.below(9)}$ ${text()}`,
    () => `<!-- ${r.below(99)} --> ${text()}`,
    () => r.pick(NASTY),
  ]);
  return make();
}

/** @param {Random} r @returns {string} */
function template(r, depth = 0) {
  if (depth > 6) return '{{text pack.title}}';
  const inner = () => r.list(3, () => template(r, depth + 1)).join(r.pick(['', '\n', ' ']));
  const name = r.pick([
    'pack.themes',
    '@root.pack.vocabulary',
    'pack.quotations',
    'this',
    'name',
    'constructor',
    '__proto__',
    'pack',
  ]);
  return r.pick([
    () => `{{#each ${name}}}${inner()}{{/each}}`,
    () => `{{#if ${name}}}${inner()}{{else}}${inner()}{{/if}}`,
    () => `{{#with ${name}}}${inner()}{{/with}}`,
    () => '{{> one}}',
    () => `{{text ${name}}}`,
    () => `\n{{markdown ${name}}}\n`,
    () => `{{text (where pack.themes "${name}" "x")}}`,
    () => `\n# ${marker(r)}\n`,
    () => `{{{${name}}}}`,
    () => '{{',
    () => `{{text (concat ${name} ${name})}}`,
    () => `\n\`\`\`quotation\ntext: {{yaml ${name}}}\n\`\`\`\n`,
  ])();
}

/** @param {Random} r @returns {string} */
function svg(r, depth = 0) {
  const name = r.pick([
    'rect',
    'g',
    'path',
    'text',
    'use',
    'circle',
    'image',
    'style',
    'defs',
    'script',
    'constructor',
    'tspan',
    'line',
  ]);
  const attributes = r.list(5, () => {
    const key = r.pick([
      'x',
      'width',
      'd',
      'fill',
      'transform',
      'href',
      'id',
      'style',
      'points',
      'font-size',
      'stroke',
      'viewBox',
    ]);
    const value = r.pick([
      '1',
      '-5',
      '1e400',
      'url(#a)',
      '#a',
      'M0 0L9 9z',
      'constructor',
      'rotate(45',
      'red',
      '100%',
      'NaN',
      'fill:__proto__',
      'data:,x',
      '0 0 9 9',
    ]);
    return `${key}="${value}"`;
  });
  const inside = depth > 4 ? 'x' : r.list(4, () => svg(r, depth + 1)).join('');
  return `<${name} ${[...new Map(attributes.map((one) => [one.split('=')[0], one])).values()].join(' ')}>${inside}</${name}>`;
}

/** HTML that is seldom closed. @param {Random} r @param {string[]} markers @param {number} depth @returns {string} */
function html(r, markers, depth = 0) {
  const word = () => {
    const made = marker(r);
    markers.push(made);
    return made;
  };
  const name = r.pick(
    'p b i ul ol li table tr td th div span blockquote pre h2 h3 dl dt dd a details summary sub q label figure section'.split(
      ' ',
    ),
  );
  const inside = r
    .list(4, () => (depth > 5 || r.below(3) === 0 ? ` ${word()} ` : html(r, markers, depth + 1)))
    .join('');
  const attribute = r.pick([
    '',
    '',
    '',
    ` class="${r.pick(['constructor', 'x', 'lead'])}"`,
    ' role="__proto__"',
    ' style="color:red"',
    ' href="#a"',
  ]);
  return `<${name}${attribute}>${inside}${r.below(4) === 0 ? '' : `</${name}>`}`;
}

/** A file to import. @param {Random} r @returns {{ name: string, data: string | Uint8Array, markers: string[] }} */
function toImport(r) {
  /** @type {string[]} */
  const markers = [];
  const text = () => inline(r, markers);
  const answers = () =>
    r
      .list(4, () => `${r.pick(['=', '~', '~%50%', '=%50%', '#'])}${r.pick([text, () => r.pick(NASTY)])()}`)
      .join(' ');
  const page = () =>
    `<!doctype html><title>Page</title><h1>Page</h1>${r.list(8, () => html(r, markers)).join('\n')}`;
  const field = () => (r.below(3) === 0 ? r.pick(NASTY) : text());
  const escaped = (/** @type {string} */ one) =>
    one.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  const kind = r.pick(['html', 'gift', 'moodle', 'qti', 'csv', 'docx', 'apkg', 'txt']);
  if (kind === 'apkg') return deck(r, markers);
  if (kind === 'html') return { name: 'a.html', data: page(), markers };
  if (kind === 'gift')
    return {
      name: 'a.gift',
      data: r
        .list(8, () => `::${text()}::${r.pick(['', '[html]', '[markdown]'])}${text()}? {${answers()}}`)
        .join('\n\n'),
      markers: [],
    };
  if (kind === 'csv')
    return {
      name: 'a.csv',
      data: `Question,Answer,Kind\n${r.list(9, () => [field(), field(), r.pick(['short', 'constructor', ''])].join(r.pick([',', ',', ';']))).join('\n')}`,
      markers: [],
    };
  if (kind === 'moodle')
    return {
      name: 'a.xml',
      data: `<quiz>${r.list(6, () => `<question type="${r.pick(['multichoice', 'shortanswer', 'matching', 'cloze', 'essay', 'constructor', 'numerical', 'truefalse'])}"><name><text>${escaped(field())}</text></name><questiontext format="${r.pick(['html', 'markdown', 'plain_text'])}"><text><![CDATA[${html(r, markers)}]]></text></questiontext>${r.list(4, () => `<answer fraction="${r.pick(['100', '0', '50', '-50', 'x'])}"><text>${escaped(field())}</text></answer>`).join('')}</question>`).join('')}</quiz>`,
      markers: [],
    };
  if (kind === 'qti')
    return {
      name: 'a.xml',
      data: `<questestinterop>${r.list(5, (index) => `<item ident="${r.pick([`i${index}`, 'constructor', ''])}"><presentation><material><mattext texttype="text/html">${escaped(html(r, markers))}</mattext></material><response_lid ident="r"><render_choice>${r.list(3, (choice) => `<response_label ident="${choice}"><material><mattext>${escaped(field())}</mattext></material></response_label>`).join('')}</render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r">${r.below(4)}</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item>`).join('')}</questestinterop>`,
      markers: [],
    };
  if (kind === 'txt')
    return {
      name: 'a.txt',
      data: r.list(20, () => r.pick([field, text])()).join(r.pick(['\n', '\n\n'])),
      markers: [],
    };
  const run = () => `<w:r>${r.pick(['', '<w:rPr><w:b/></w:rPr>'])}<w:t>${escaped(field())} </w:t></w:r>`;
  const paragraph = () => `<w:p>${r.list(4, run).join('')}</w:p>`;
  const body = r.list(8, () =>
    r.pick([
      paragraph,
      paragraph,
      () => `<w:tbl><w:tr><w:tc>${paragraph()}</w:tc></w:tr></w:tbl>`,
      () => `<w:p><w:del>${run()}</w:del></w:p>`,
    ])(),
  );
  const data = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
  });
  return { name: 'a.docx', data: r.below(4) === 0 ? damaged(r, data) : data, markers: [] };
}

const { Database } = await initSqlJs();

/** A deck of Anki, sometimes with other tables than it should have. @param {Random} r @param {string[]} markers */
function deck(r, markers) {
  const field = () =>
    r.pick([
      () => inline(r, markers),
      () => html(r, markers),
      () => r.pick(NASTY),
      () => '{{c1::a::hint}} and {{c2::b}}',
      () => '[sound:a.mp3]<img src="a.png">',
    ])();
  const json = () =>
    r.pick(['', '{}', '[]', '{"7":{"name":"__proto__","flds":[{"name":"constructor"}]}}', 'null', '{"7":']);
  const models = {
    7: {
      name: 'Basic',
      type: r.below(2),
      flds: r.list(4, (ord) => ({ name: r.pick(['Front', 'Back', 'constructor', '__proto__', '']), ord })),
    },
  };
  const database = new Database();
  database.run('CREATE TABLE col (models text, decks text)');
  const known = r.below(4) > 0;
  database.run('INSERT INTO col VALUES (?, ?)', [
    known ? JSON.stringify(models) : json(),
    known ? '{"1":{"name":"A deck::constructor"}}' : json(),
  ]);
  const type = () => r.pick(['', 'text', 'integer', 'blob']);
  const odd = r.below(8) === 0 ? r.pick([' AS (hex(1))', ' UNIQUE', ' DEFAULT 1', ' COLLATE NOCASE']) : '';
  database.run(
    `CREATE TABLE notes (id integer, guid ${type()}, mid ${type()}, tags ${type()}, flds ${type()}${odd})`,
  );
  if (r.below(3) > 0)
    database.run("CREATE TABLE cards (did integer); INSERT INTO cards VALUES (1), (NULL), ('x')");
  for (let note = r.below(9); note > 0 && !odd.includes('AS'); note--)
    database.run('INSERT OR IGNORE INTO notes VALUES (?, ?, ?, ?, ?)', [
      note,
      r.pick([`g${note}`, 'constructor', null]),
      r.pick([7, 7, 7, 9, '__proto__', null]),
      r.pick(['', ' a b ', 'constructor', '__proto__', null]),
      r.pick([() => r.list(4, field).join('\x1F'), () => null, () => note])(),
    ]);
  const bytes = database.export();
  database.close();
  const files = {
    [r.pick(['collection.anki2', 'collection.anki2', 'collection.anki21', 'x/collection.anki2'])]: bytes,
    media: strToU8(r.pick(['{}', '{"0":"a.png"}', 'null', '[', '{"../x":"../../y"}'])),
    ...(r.below(3) === 0 && { 0: strToU8('not a picture') }),
  };
  const whole = zipSync(files);
  const isWhole = known && odd === '' && r.below(3) > 0;
  return { name: 'a.apkg', data: isWhole ? whole : damaged(r, whole), markers: isWhole ? markers : [] };
}

/** Changes some bytes. @param {Random} r @param {Uint8Array} bytes */
function damaged(r, bytes) {
  const copy = Uint8Array.from(bytes);
  for (let count = 1 + r.below(12); count > 0; count--) copy[r.below(copy.length)] = r.below(256);
  return r.below(4) === 0 ? copy.subarray(0, r.below(copy.length)) : copy;
}

/** Replaces values of fields, doubles or removes lines. @param {Random} r @param {string} text */
function withOtherFields(r, text) {
  const lines = text.split('\n');
  for (let count = 1 + r.below(3); count > 0; count--) {
    const at = r.below(lines.length);
    const line = lines[at] ?? '';
    const field = /^([ -]*[a-z-]+:)/.exec(line)?.[1];
    if (field) lines[at] = `${field} ${r.pick(NASTY)}`;
    else
      lines.splice(
        at,
        r.below(2),
        ...r.list(2, () => r.pick([line, r.pick(NASTY), '---', '## constructor'])),
      );
  }
  return lines.join('\n');
}

/** @param {string} folder @param {Random} r @returns {{ args: string[], pdf?: string, text?: string, markers?: string[] }} */
function makeCase(folder, r) {
  const kind = r.pick([
    'markdown',
    'markdown',
    'markdown',
    'fields',
    'fields',
    'template',
    'style',
    'roster',
    'svg',
    'pdf',
    'import',
    'import',
    'import',
  ]);
  const pack = join(folder, 'content/optics');
  const withPack = () => cpSync('tests/packs/optics', pack, { recursive: true });
  const save = (/** @type {string} */ path, /** @type {string | Uint8Array} */ data) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), data);
  };
  if (kind === 'markdown') {
    /** @type {string[]} */
    const markers = [];
    save('a.md', `# Title\n\n${r.list(25, () => block(r, markers)).join('\n\n')}\n`);
    return { args: ['print', 'a.md', '-o', 'a.pdf', '--lang', 'en-GB'], pdf: 'a.pdf', markers };
  }
  if (kind === 'svg') {
    save(
      'a.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">${r.list(6, () => svg(r)).join('')}</svg>`,
    );
    save('a.md', '# Title\n\n![A drawing](a.svg)\n');
    return { args: ['print', 'a.md', '-o', 'a.pdf'] };
  }
  if (kind === 'pdf') {
    save('a.pdf', damaged(r, SAMPLE));
    return { args: ['preflight', 'a.pdf'] };
  }
  if (kind === 'import') {
    const { name, data, markers } = toImport(r);
    save(name, data);
    save('content/.keep', '');
    return { args: ['import', name, '--into', 'content/p', '--write', '--json'], text: 'content/p', markers };
  }
  withPack();
  if (kind === 'fields') {
    const files = readdirSync(pack, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const file = join(pack, r.pick(files.sort()));
    writeFileSync(file, withOtherFields(r, readFileSync(file, 'utf8')));
  } else if (kind === 'template') {
    save(
      'content/optics/templates/own.md.hbs',
      `---\ntitle: Own\ndescription: Own.\n---\n# Own\n\n${r.list(5, () => template(r)).join('\n')}\n`,
    );
    save('content/optics/templates/partials/one.hbs', template(r));
  } else if (kind === 'style') {
    const fields = r.list(
      5,
      () =>
        `${r.pick(['body-size', 'body-family', 'paper', 'accent', 'line-length', 'margin-inner', 'extends', '__proto__'])}: ${r.pick(NASTY)}`,
    );
    save('content/optics/styles/own.yaml', `description: Own.\n${fields.join('\n')}\n`);
  } else {
    const rows = r.list(30, (index) =>
      [
        r.pick([`Pupil ${index}`, ...NASTY.slice(0, 40)]),
        r.pick(['1', '2', String(index), '__proto__']),
      ].join(r.pick([',', ';', '\t'])),
    );
    save('class.csv', `name,seat\n${rows.join('\n')}\n`);
    return { args: ['set', 'quiz', '--roster', 'class.csv'] };
  }
  return { args: ['build', '--product', r.pick(['leaflet', 'own', 'exam-paper', 'handout'])] };
}

/** @param {string[]} args @param {string} cwd @returns {Promise<{ code: number | string, said: string }>} */
const run = (args, cwd) =>
  new Promise((done) => {
    const env = { ...process.env, STUDYPACK_NO_CACHE: '1' };
    const child = spawn(process.execPath, ['--max-old-space-size=1024', PROGRAM, ...args], {
      cwd,
      env,
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        if (said.length < 100_000) said += String(chunk);
      });
    child.on('close', (code, signal) => done({ code: code ?? String(signal), said }));
  });

const pdfium = await PDFiumLibrary.init();
/** @param {string} path */
async function wordsOf(path) {
  const document = await pdfium.loadDocument(readFileSync(path));
  const text = [...document.pages()].map((page) => page.getText()).join('');
  document.destroy();
  // Words may be hyphenated, or broken in narrow columns.
  return text.replace(/[^a-z]/gi, '').toLowerCase();
}

/** @param {number} seed @returns {Promise<string | undefined>} what went wrong */
async function tryCase(seed) {
  const folder = join(root, String(seed));
  mkdirSync(folder, { recursive: true });
  const { args, pdf, text, markers = [] } = makeCase(folder, randomFrom(seed));
  const { code, said } = await run(args, folder);
  let problem = code === 0 || code === 1 ? undefined : `${args[0]}: exit ${code}: ${said.slice(0, 600)}`;
  if (/^\s+at .*:\d+:\d+|\[object Object\]|native code|undefined:/m.test(said))
    problem ??= `${args[0]}: raw message: ${said.slice(0, 600)}`;
  if (code === 0 && pdf && !/warning/.test(said) && existsSync(join(folder, pdf))) {
    const words = await wordsOf(join(folder, pdf));
    const lost = markers.filter((one) => !words.includes(one));
    if (lost.length > 0) problem ??= `print: lost without a word: ${lost.slice(0, 5).join(', ')}`;
  }
  // What is imported is in the pack, or listed in what was said; without --json, losses of one kind are counted.
  if (code === 0 && text && existsSync(join(folder, text))) {
    const files = readdirSync(join(folder, text), { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.md'),
    );
    const all = files.map((one) => readFileSync(join(folder, text, one), 'utf8')).join('\n') + said;
    const lost = markers.filter((one) => !all.includes(one));
    if (lost.length > 0) problem ??= `import: lost without a word: ${lost.slice(0, 5).join(', ')}`;
  }
  if (problem === undefined) rmSync(folder, { recursive: true, force: true });
  return problem && `seed ${seed}: ${problem}\n  (files in ${folder})`;
}

writeFileSync(join(root, 'sample.md'), '# Sample\n\nA page.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
await run(['print', 'sample.md', '-o', 'sample.pdf'], root);
const SAMPLE = readFileSync(join(root, 'sample.pdf'));
const end = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed);
let next = first;
/** @type {string[]} */
const found = [];
console.log(`seeds from ${first}`);
await Promise.all(
  Array.from({ length: Math.min(2, cpus().length) }, async () => {
    while (Date.now() < end && next < first + Number(values.cases)) {
      const problem = await tryCase(next++);
      if (problem !== undefined) {
        found.push(problem);
        console.log(problem);
      }
    }
  }),
);
console.log(`${next - first} cases: ${found.length} problems`);
if (found.length === 0) rmSync(root, { recursive: true, force: true });
process.exitCode = found.length > 0 ? 1 : 0;
