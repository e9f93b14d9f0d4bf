import { strToU8, zipSync } from 'fflate';
import { readRoster } from '../../src/assessment/class-sets/read-roster.ts';
import { layOutAll } from '../../src/build/build.ts';
import { printDocument } from '../../src/build/print-document.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { readSource } from '../../src/content/sources/read-source.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { FORMATS_IN } from '../../src/exchange/formats-in.ts';
import { readImport } from '../../src/exchange/in/opening/read-import.ts';
import { readPicture } from '../../src/pages/pictures/read-picture.ts';
import { ANY_FILE } from '../../src/pdf/preflight/check.ts';
import { preflight } from '../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { EMPTY_PACK, importedOf, importInto } from '../exchange/in/support.ts';
import { writtenPdf } from '../pdf/reading/written-pdf.ts';
import { fonts, options } from '../support.ts';

const templates = readTemplateSet(createReport());

/** An input that grows with a number, and what reads it. */
export interface Attack {
  readonly name: string;
  /** The smallest of the four sizes. */
  readonly from: number;
  /** Makes the input, which is not counted. @returns what reads it */
  make(size: number): () => unknown;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const many = (size: number, of: (index: number) => string, between = '') =>
  Array.from({ length: size }, (_, index) => of(index)).join(between);

const markdown = (name: string, from: number, write: (size: number) => string): Attack => ({
  name: `Markdown: ${name}`,
  from,
  make: (size) => {
    const file = { path: 'a.md', text: `# Title\n\n${write(size)}\n`, readPictures: () => [] };
    return () => printDocument(file, templates, { fonts, lang: 'en-GB' }, createReport());
  },
});

const MARKDOWN: readonly Attack[] = [
  markdown('paragraphs', 20, (n) => many(n, (i) => `Paragraph number ${i} has some words.`, '\n\n')),
  markdown('words of a paragraph', 200, (n) => many(n, (i) => `word${i} `)),
  markdown('letters of a word', 200, (n) => many(n, (i) => 'abcdefghij'[i % 10]!)),
  markdown('signs without a space', 50, (n) => many(n, () => '\\left(')),
  markdown('stars that open', 200, (n) => many(n, () => '*letter ')),
  markdown('stars in pairs', 100, (n) => `${many(n, () => '**a *b ')}${many(n, () => 'c* d** ')}`),
  markdown('underscores', 100, (n) => many(n, () => '_letter __sign ')),
  markdown('open brackets', 100, (n) => many(n, () => '[letter ')),
  markdown('brackets in brackets', 100, (n) => `${many(n, () => '[letter ')}${many(n, () => '](b) ')}`),
  markdown('open pictures', 100, (n) => many(n, () => '![a ')),
  markdown('backticks of every length', 80, (n) => many(n, (i) => `${'`'.repeat(1 + (i % 40))} a `)),
  markdown('entities', 100, (n) => many(n, () => '&amp; &x; &#1 ')),
  markdown('open tags', 120, (n) => many(n, () => '<a <b ')),
  markdown(
    'tags inside one another',
    50,
    (n) => `${many(n, (i) => `<b>word${i} `)}${many(n, () => '</b> ')}`,
  ),
  markdown('open comments', 120, (n) => many(n, () => '<!- a <!')),
  markdown('comments', 50, (n) => many(n, (i) => `<!-- ${i} --> a`, '\n\n')),
  markdown('quotations', 20, (n) => many(n, () => '> a\n> > b', '\n\n')),
  markdown('items of a list', 50, (n) => many(n, (i) => `- item ${i}`, '\n')),
  markdown('lists in a list', 40, (n) => many(n, (i) => `${'  '.repeat(i % 8)}- item ${i}`, '\n')),
  markdown('rows of a table', 20, (n) => `| a | b |\n|---|---|\n${many(n, (i) => `| ${i} | x |`, '\n')}`),
  markdown('bars of a row', 20, (n) => `|${many(n, () => 'a|')}\n`),
  markdown('footnotes', 20, (n) => many(n, (i) => `Word[^${i}].\n\n[^${i}]: Note ${i}.`, '\n\n')),
  markdown('references', 50, (n) => many(n, (i) => `[a${i}]: https://example.org/${i}\n\n[a${i}]`, '\n\n')),
  markdown('headings', 20, (n) => many(n, (i) => `## Heading ${i}\n\nText.`, '\n\n')),
  markdown('wikilinks to nothing', 50, (n) => many(n, (i) => `[[place ${i}]] `)),
  markdown('dollars', 100, (n) => many(n, (i) => `$${i} a $x `)),
  markdown('addresses', 50, (n) => many(n, (i) => `www.a${i}.org a@b${i}.org `)),
  markdown('definitions', 20, (n) => many(n, (i) => `term ${i}\n: meaning`, '\n\n')),
  markdown('abbreviations', 20, (n) => many(n, (i) => `*[AB${i}]: word\n\nAB${i}`, '\n\n')),
  markdown('details', 20, (n) =>
    many(n, (i) => `<details><summary>${i}</summary>\n\na\n\n</details>`, '\n\n'),
  ),
  markdown('divs', 20, (n) => many(n, () => '::: box\na\n:::', '\n\n')),
  markdown('blanks', 100, (n) => many(n, () => 'letter ____ sign ')),
  markdown('marks and edits', 50, (n) => many(n, () => '==letter {++sign++} ')),
  markdown('indices', 100, (n) => many(n, () => 'a^b ~c^ ')),
  markdown('named blocks', 20, (n) => many(n, (i) => `~~~remember\ntext: Fact ${i}\n~~~`, '\n\n')),
  markdown('unknown blocks', 40, (n) => many(n, (i) => `~~~x${i}\na: b\n~~~`, '\n\n')),
];

const pack = (name: string, from: number, write: (size: number) => Record<string, string>): Attack => ({
  name: `YAML: ${name}`,
  from,
  make: (size) => {
    const about = '---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-05\n---\n\nText.\n';
    const content = Object.entries({ 'pack.md': about, ...write(size) }).map(([file, text]) => ({
      path: file,
      name: file,
      text,
    }));
    const own = { templates: [], partials: [], styles: [], words: [] };
    const source = { id: 'demo', folder: 'demo', content, pictures: [], templates: own };
    return () => layOutAll([source], templates, options({ products: ['vocabulary-cards'] }), createReport());
  },
});

const words = (size: number, fields: (index: number) => string) => ({
  'vocabulary.md': many(size, (i) => `## Word ${i}\n${fields(i)}\nMeaning ${i}.\n`, '\n'),
});

const YAML: readonly Attack[] = [
  pack('entries', 10, (n) => words(n, () => '')),
  pack('unknown fields', 20, (n) => words(1, () => `${many(n, (i) => `x${i}: 1\n`)}`)),
  pack('a field written again', 80, (n) => words(1, () => `${many(n, () => 'id: a\n')}`)),
  pack('a long list', 20, (n) => words(1, () => `themes: [${many(n, (i) => `t${i}`, ', ')}]\n`)),
  pack('open brackets', 10, (n) => words(1, () => `themes: ${'['.repeat(n)}\n`)),
  pack('anchors', 20, (n) => words(1, () => `${many(n, (i) => `a${i}: &a${i} [*a${i - 1}]\n`)}`)),
  pack('ids that nothing has', 10, (n) => words(n, (i) => `chapters: [c${i}]\n`)),
  pack('headings of one name', 40, (n) => ({ 'vocabulary.md': many(n, () => '## Word\n\nText.\n', '\n') })),
];

const svg = (name: string, from: number, write: (size: number) => string): Attack => ({
  name: `SVG: ${name}`,
  from,
  make: (size) => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">${write(size)}</svg>`;
    const bytes = bytesOf(text);
    return () => readPicture({ path: 'a.svg', bytes }, fonts, createReport());
  },
});

const SVG: readonly Attack[] = [
  svg('shapes', 50, (n) => many(n, (i) => `<rect x="${i}" y="1" width="5" height="5"/>`)),
  svg('groups in groups', 20, (n) => `${'<g>'.repeat(n)}<rect width="1" height="1"/>${'</g>'.repeat(n)}`),
  svg('points of a path', 100, (n) => `<path d="M0 0${many(n, (i) => `L${i} 1`)}"/>`),
  svg(
    'rules of a style sheet',
    20,
    (n) => `<style>${many(n, (i) => `.c${i}{fill:red}`)}</style><rect class="c1" width="1" height="1"/>`,
  ),
  svg(
    'uses of one shape',
    20,
    (n) => `<defs><rect id="a" width="1" height="1"/></defs>${many(n, () => '<use href="#a"/>')}`,
  ),
  svg('words', 50, (n) => many(n, (i) => `<text x="1" y="1">word ${i}</text>`)),
];

const roster = (name: string, from: number, write: (size: number) => string): Attack => ({
  name: `CSV: ${name}`,
  from,
  make: (size) => {
    const bytes = bytesOf(write(size));
    return () => readRoster({ path: 'a.csv', bytes }, createReport());
  },
});

const CSV: readonly Attack[] = [
  roster('rows', 50, (n) => `name,seat\n${many(n, (i) => `Pupil ${i},${i}`, '\n')}\n`),
  roster('columns', 50, (n) => `name,${many(n, (i) => `c${i}`, ',')}\nAda\n`),
  roster('open quotation marks', 50, (n) => `name\n${many(n, () => '"a ')}\n`),
  roster('one name for all', 50, (n) => `name\n${many(n, () => 'Ada\n')}`),
];

const pdf = (
  name: string,
  from: number,
  write: (size: number) => Parameters<typeof writtenPdf>[0],
): Attack => ({
  name: `PDF: ${name}`,
  from,
  make: (size) => {
    const bytes = writtenPdf(write(size));
    return async () => {
      const read = await readPdf('a.pdf', bytes, createReport());
      return read && preflight(read, ANY_FILE);
    };
  },
});

const PDF: readonly Attack[] = [
  pdf('words', 50, (n) => ({
    content: `BT /F1 1 Tf ${many(n, (i) => `1 0 0 1 ${(i % 20) * 10} ${Math.floor(i / 20) * 4} Tm (w${i}) Tj `)}ET`,
  })),
  pdf('rectangles', 50, (n) => ({ content: many(n, (i) => `${i % 190} 1 5 5 re f `) })),
  pdf('states inside one another', 50, (n) => ({ content: `${'q '.repeat(n)}${'Q '.repeat(n)}` })),
  pdf('objects', 50, (n) => ({ objects: Array.from({ length: n }, (_, i) => `<< /A ${i} >>`) })),
  pdf('marked content', 50, (n) => ({
    content: many(n, (i) => `/P << /MCID ${i} >> BDC 1 1 2 2 re f EMC `),
  })),
  pdf('arrays in arrays', 100, (n) => ({ content: `${'['.repeat(n)}${']'.repeat(n)} TJ` })),
];

const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 0,
  });

const epub = (name: string, from: number, write: (size: number) => Record<string, string>): Attack => ({
  name: `EPUB: ${name}`,
  from,
  make: (size) => {
    const bytes = zipped({ mimetype: 'application/epub+zip', ...CONTAINER, ...write(size) });
    const file = { path: 'a.epub', name: 'a.epub', bytes };
    return () => readSource('a.epub', [file], { chapters: [], unit: 'chapter' }, createReport());
  },
});

const CONTAINER = {
  'META-INF/container.xml':
    '<container><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
};

const book = (spine: string, pages: Record<string, string>) => ({
  'a.opf': `<package><manifest>${Object.keys(pages)
    .map((path, i) => `<item id="p${i}" href="${path}" media-type="application/xhtml+xml"/>`)
    .join('')}</manifest><spine>${spine}</spine></package>`,
  ...pages,
});

const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`;

const EPUB: readonly Attack[] = [
  epub('paragraphs', 50, (n) =>
    book('<itemref idref="p0"/>', { 'a.xhtml': page(many(n, (i) => `<p>Some words ${i}.</p>`)) }),
  ),
  epub('elements inside one another', 50, (n) =>
    book('<itemref idref="p0"/>', { 'a.xhtml': page(`${'<div>'.repeat(n)}a${'</div>'.repeat(n)}`) }),
  ),
  epub('a page named again and again', 50, (n) =>
    book('<itemref idref="p0"/>'.repeat(n), { 'a.xhtml': page('<p>Some words.</p>') }),
  ),
  epub('pages', 20, (n) =>
    book(
      many(n, (i) => `<itemref idref="p${i}"/>`),
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}.xhtml`, page(`<p>Page ${i}.</p>`)])),
    ),
  ),
  epub('entities', 50, (n) =>
    book('<itemref idref="p0"/>', { 'a.xhtml': page(`<p>${'&amp;&ldquo;'.repeat(n)}</p>`) }),
  ),
];

const imported = (
  file: string,
  name: string,
  from: number,
  write: (size: number) => string | Uint8Array,
): Attack => ({
  name: `Import of ${file.split('.')[1]}: ${name}`,
  from,
  make: (size) => {
    const written = write(size);
    const bytes = typeof written === 'string' ? bytesOf(written) : written;
    return () => readImport(file, bytes, FORMATS_IN, undefined, createReport());
  },
});

const webPage = (name: string, from: number, write: (size: number) => string) =>
  imported(
    'a.html',
    name,
    from,
    (n) => `<!doctype html><title>A page</title><body><h1>A page</h1>${write(n)}`,
  );

const word = (name: string, from: number, write: (size: number) => string) =>
  imported('a.docx', name, from, (n) =>
    zipped({
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${write(n)}</w:body></w:document>`,
    }),
  );

const gift = (name: string, from: number, write: (size: number) => string) =>
  imported('a.gift', name, from, write);

const moodle = (name: string, from: number, write: (size: number) => string) =>
  imported('a.xml', name, from, (n) => `<quiz>${write(n)}</quiz>`);

const asked = (text: string, answers: string) =>
  `<question type="multichoice"><name><text>Q</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${answers}</question>`;

const RIGHT_AND_WRONG =
  '<answer fraction="100"><text>yes</text></answer><answer fraction="0"><text>no</text></answer>';

const qti = (name: string, from: number, write: (size: number) => string) =>
  imported('b.xml', `QTI, ${name}`, from, (n) => `<questestinterop>${write(n)}</questestinterop>`);

const IMPORTS: readonly Attack[] = [
  webPage('paragraphs', 20, (n) => many(n, (i) => `<p>Paragraph ${i} has some words of its own.</p>`)),
  webPage('sections inside one another', 20, (n) => `${'<div>'.repeat(n)}A word.${'</div>'.repeat(n)}`),
  webPage('bold text that is not closed', 20, (n) => many(n, (i) => `<p><b>Word ${i}`)),
  webPage('tables inside one another', 10, (n) => `${'<table><tr><td>a'.repeat(n)}`),
  webPage('lists inside one another', 10, (n) =>
    many(n, () => `${'<ul><li>a'.repeat(9)}${'</ul>'.repeat(9)}`),
  ),
  webPage('links', 20, (n) => many(n, (i) => `<p><a href="https://a.org/${i}">Link ${i}</a></p>`)),
  webPage('entities', 50, (n) => `<p>${'&amp;&lt;&nbsp;&x; '.repeat(n)}`),
  webPage('pictures', 20, (n) => many(n, (i) => `<p>See this.</p><img src="file:///a${i}.png" alt="A">`)),
  webPage('attributes', 50, (n) => `<p ${many(n, (i) => `a${i}="1" `)}>A word.`),
  word('paragraphs', 20, (n) => many(n, (i) => `<w:p><w:r><w:t>Paragraph ${i} has words.</w:t></w:r></w:p>`)),
  word('runs', 50, (n) => `<w:p>${many(n, (i) => `<w:r><w:t>word ${i} </w:t></w:r>`)}</w:p>`),
  word('deleted paragraphs', 50, (n) =>
    many(n, (i) => `<w:p><w:del><w:r><w:delText>gone ${i}</w:delText></w:r></w:del></w:p>`),
  ),
  word('paragraphs in places that are not read', 50, (n) =>
    many(
      n,
      (i) =>
        `<w:p><w:x><w:y/></w:x><w:r><w:pict><w:p><w:r><w:t>box ${i}</w:t></w:r></w:p></w:pict></w:r></w:p>`,
    ),
  ),
  gift('questions', 10, (n) => many(n, (i) => `::Q${i}:: What is ${i}? {=one ~two ~three}`, '\n\n')),
  gift('answers', 20, (n) => `::Q:: What is it? {=one ${many(n, (i) => `~wrong ${i} `)}}`),
  gift('brackets that are not closed', 20, (n) => `::Q:: ${many(n, () => 'What {=one ')}`),
  gift('categories', 20, (n) => many(n, (i) => `$CATEGORY: a/b${i}\n\nIs it? {T}`, '\n\n')),
  moodle('questions', 10, (n) => many(n, (i) => asked(`<p>What is ${i}?</p>`, RIGHT_AND_WRONG))),
  moodle('elements inside one another', 20, (n) => asked(`${'<span>'.repeat(n)}What?`, RIGHT_AND_WRONG)),
  moodle('ampersands', 50, (n) => many(n, () => '& &x; <question>')),
  qti('items', 10, (n) =>
    many(
      n,
      (i) =>
        `<item ident="i${i}"><presentation><material><mattext>What is ${i}?</mattext></material><response_lid ident="r"><render_choice><response_label ident="a"><material><mattext>yes</mattext></material></response_label><response_label ident="b"><material><mattext>no</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item>`,
    ),
  ),
  imported(
    'a.csv',
    'rows of words',
    20,
    (n) => `Word,Meaning\n${many(n, (i) => `word ${i},what ${i} means`, '\n')}`,
  ),
  imported('a.txt', 'garbled characters', 50, (n) => many(n, (i) => `It â€™ is ${i} �t a`, '\n')),
];

/** A source that is imported again when each of its entries was edited. @param write the first or the second edition */
const again = (
  name: string,
  write: (index: number, edition: number) => { readonly name: string; readonly body: string },
): Attack => ({
  name: `Import again: ${name}`,
  from: 150,
  make: (size) => {
    const edition = (number: number) =>
      importedOf(...Array.from({ length: size }, (_, index) => write(index, number)));
    const { pack } = importInto(EMPTY_PACK, edition(1));
    return () => importInto(pack, edition(2));
  },
});

const AGAIN: readonly Attack[] = [
  again('entries of one name', (i, edition) => ({ name: 'Choose one', body: `Answer ${i} of ${edition}.` })),
  again('other headings', (i, edition) => ({ name: `Word ${edition}-${i}`, body: `What ${i} is.` })),
  again('entries in the same words', (_, edition) => ({
    name: 'Choose',
    body: `Which is right? ${edition}`,
  })),
  again('nothing new', (i) => ({ name: 'Choose one', body: `Answer ${i}.` })),
];

/** Inputs that have cost other programs far more than their size, in every format that people are sent. */
export const ATTACKS: readonly Attack[] = [
  ...MARKDOWN,
  ...YAML,
  ...SVG,
  ...CSV,
  ...PDF,
  ...EPUB,
  ...IMPORTS,
  ...AGAIN,
];
