import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/content/sources/read-source.ts';
import { verifyQuotations } from '../../../src/content/verification/verify-quotations.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { book, judge, pack, read, story, verdicts, wanted } from '../verification/support.ts';

const short = (list: typeof verdicts) =>
  list.map(({ id, verdict, places, speaker }) =>
    [id, verdict, places[0]?.chapter, speaker.verdict].join(' '),
  );

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('“', '&ldquo;');
const page = (body: string) =>
  `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><style>p{}</style></head><body>${body}</body></html>`;
const CONTAINER =
  '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** The story as an EPUB, with a page for each chapter. */
function epub(more: Record<string, string> = {}, headed = true): Uint8Array {
  const pages = book.chapters
    .filter(({ id }) => id !== undefined)
    .map(({ title, paragraphs }) => {
      const texts = paragraphs.map(
        (text) =>
          `<p>${escaped(text)
            .replace(/_(\w+)_/g, '<i>$1</i>')
            .replace(/-\n/g, '-')}</p>`,
      );
      return page(`${headed ? `<h2>${title}</h2>` : ''}${texts.join('').replace('every-body', 'everybody')}`);
    });
  const items = pages.map(
    (_, index) => `<item id="c${index}" href="text/c%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/book.opf': `<package><manifest>${items.join('')}<item id="nav" href="nav.xhtml" properties="nav"/></manifest><spine>${pages.map((_, index) => `<itemref idref="c${index}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': page(
      `<nav epub:type="toc"><ol>${pages.map((_, index) => `<li><a href="text/c%20${index}.xhtml">Chapter ${index + 1}</a></li>`).join('')}</ol></nav>`,
    ),
    ...Object.fromEntries(pages.map((text, index) => [`OEBPS/text/c ${index}.xhtml`, text])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

describe('a source', () => {
  const markdown = story.replace(/^CHAPTER (\w+)$/gm, '## Chapter $1').replace(/^Chapter \w+$/gm, '');
  const bare = ['ONE', 'TWO', 'THREE'].reduce(
    (text, word, index) => text.replace(`CHAPTER ${word}\n`, `${index + 1}\n\n`),
    story.replace(/^Chapter \w+$/gm, ''),
  );
  it.each([
    ['Markdown', 'the-ferry.md', markdown],
    ['numbers alone', 'the-ferry.txt', bare],
    ['Windows line ends and a byte order mark', 'the-ferry.txt', `\uFEFF${story.replaceAll('\n', '\r\n')}`],
    [
      'Roman numerals',
      'the-ferry.txt',
      story
        .replace('CHAPTER ONE', 'Chapter I.')
        .replace('CHAPTER TWO', 'Chapter II.')
        .replace('CHAPTER THREE', 'Chapter III.'),
    ],
    [
      'other titles, with more before and behind',
      'the-ferry.md',
      `# Copyright\n\nAll of it is ours.\n\n${['I Hear It', 'V Is for Flour', 'Out'].reduce((text, title) => text.replace(/^## Chapter \w+\n/m, `# ${title}\n\n`), markdown).replace('THE LAST FERRY', '')}\n\n# Acknowledgements\n\nNone are due to anybody at all.`,
    ],
    ['titles of the pack', 'the-ferry.md', markdown.replace(/^## Chapter \w+\n/gm, '## ')],
    ['an EPUB with a table of contents', 'the-ferry.epub', epub({}, false)],
    ['an EPUB with headings alone', 'the-ferry.epub', epub({ 'OEBPS/nav.xhtml': page('') })],
  ])('may have its chapters marked by %s', (_, name, text) => {
    const { source, codes } = read(name, text);
    expect(codes).toEqual([]);
    expect(short(verifyQuotations(pack, source!))).toEqual(short(verdicts));
  });

  it('may be an EPUB that names a page thousands of times, which is read once', () => {
    const text = `<p>${'The ferry left at noon. '.repeat(4000)}</p>`;
    const again = '<itemref idref="c"/>'.repeat(20_000);
    const opf = `<package><manifest><item id="c" href="c.xhtml"/></manifest><spine>${again}</spine></package>`;
    const { source, codes } = read('a.epub', epub({ 'OEBPS/book.opf': opf, 'OEBPS/c.xhtml': page(text) }));
    expect(codes).toEqual(['source-chapters']);
    expect(JSON.stringify(source).length).toBeLessThan(400_000);
  }, 20_000);

  it('may be an EPUB whose pages are nested hundreds deep, and loses no word', () => {
    const deep = page(
      `<h2>Chapter 1</h2><p>It begins.</p>${'<div>'.repeat(390)}deepest${'</div>'.repeat(390)}<p>It ends.</p>`,
    );
    const { source } = read('a.epub', epub({ 'OEBPS/text/c 0.xhtml': deep }));
    expect(JSON.stringify(source)).toMatch(/It begins.*deepest.*It ends/);
  });

  it('may be a folder with a file for each chapter', () => {
    const report = createReport();
    const files = book.chapters
      .filter(({ id }) => id !== undefined)
      .map(({ paragraphs }, index) => {
        const name = `${index + 1} the ferry.txt`;
        return { path: `folder/${name}`, name, bytes: strToU8(paragraphs.join('\n\n')) };
      });
    const source = readSource('folder/', files, wanted, report)!;
    expect(report.diagnostics).toEqual([]);
    expect(source.name).toBe('folder');
    expect(short(verifyQuotations(pack, source))).toEqual(short(verdicts));
  });

  it('may begin its chapters at one again in each part', () => {
    const parts = story
      .replace('CHAPTER TWO', 'PART TWO\n\nCHAPTER ONE')
      .replace('CHAPTER THREE', 'CHAPTER TWO');
    expect(
      read('parts.txt', parts.replace(/^Chapter \w+$/gm, '')).source!.chapters.map(({ id }) => id),
    ).toEqual([undefined, '1', '2', '3']);
  });

  it('may hold only part of the book: the rest is not called absent', () => {
    const { source } = read(
      'part.txt',
      story.slice(0, story.indexOf('CHAPTER THREE')).replace('Chapter Three', ''),
    );
    expect(judge('There was nothing on it at all.', { chapter: '3' }, source)).toMatchObject({
      verdict: 'no source',
    });
  });
});

describe('a source that cannot be used', () => {
  const utf16 = (order: 'le' | 'be', mark: boolean) => {
    const text = (mark ? '\uFEFF' : '') + story;
    return Uint8Array.from(
      [...text].flatMap((letter) => {
        const code = letter.charCodeAt(0);
        return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
  };
  const latin = Uint8Array.from(
    [...'Chapter 1\n\nA fair day.\nA caf\u00E9.'].map((letter) => letter.charCodeAt(0)),
  );
  const oldDocument = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);
  const bomb = zipSync({
    'META-INF/container.xml': strToU8(CONTAINER),
    'OEBPS/a.xhtml': new Uint8Array(80 * 1024 * 1024),
  });
  const withPages = (megabytes: readonly number[]) =>
    zipSync(
      Object.fromEntries(
        megabytes.map((size, index) => [`OEBPS/${index}.xhtml`, new Uint8Array(size * 1024 * 1024)]),
      ),
      { level: 1 },
    );
  /** An archive whose lists say that each file unpacks to 100 bytes. */
  const lying = (zip: Uint8Array) => {
    const bytes = Uint8Array.from(zip);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      const signature = view.getUint32(at, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    return bytes;
  };
  const repeated = (text: string, count: number) =>
    epub({ 'OEBPS/text/c 0.xhtml': page(text.repeat(count)) });
  it.each([
    ['of 8 million words in one element', 'a.epub', repeated('a ', 8_000_000), /1,200,000 words/],
    ['of a word in each of 2 million paragraphs', 'a.epub', repeated('<p>a</p>', 2_000_000), /200,000 para/],
    ['of paragraphs without words', 'a.epub', repeated('–<br/>', 500_000), /200,000 paragraphs/],
    ['of headings', 'a.epub', repeated('<h2>Chapter 1</h2>', 300_000), /10,000 headings/],
    ['of elements within one another', 'a.epub', repeated('<div>a', 2_000_000), /400 elements/],
    [
      'of attributes',
      'a.epub',
      epub({ 'OEBPS/text/c 0.xhtml': page(`<p ${'a="" '.repeat(1_100_000)}>a</p>`) }),
      /1,000,000 attributes/,
    ],
    ['in a text file with too many words', 'a.txt', 'a '.repeat(1_200_001), /1,200,000 words/],
    ['in a text file with too many paragraphs', 'a.md', '–\n\n'.repeat(300_000), /200,000 paragraphs/],
  ])('is one that would fill the memory, %s, and is read no further', (_, name, text, message) => {
    const { source, diagnostics } = read(name, text);
    expect(source).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'source-broken',
        message: expect.stringMatching(message),
        where: { file: name, line: 1, column: 1 },
      }),
    ]);
  });

  it.each([
    ['UTF-16', 'a.txt', utf16('le', true), 'source-encoding', /UTF-16/, 1],
    ['UTF-16, big end first', 'a.txt', utf16('be', true), 'source-encoding', /UTF-16/, 1],
    ['UTF-16 without a mark', 'a.txt', utf16('le', false), 'source-encoding', /UTF-16/, 1],
    ['Latin-1', 'a.txt', latin, 'source-encoding', /Latin-1/, 4],
    ['a PDF', 'a.txt', strToU8('%PDF-1.7 …'), 'source-encoding', /a PDF/, 1],
    ['a new document', 'a.txt', zipSync({ a: strToU8('b') }), 'source-encoding', /word-processor file/, 1],
    ['an old document', 'a.txt', oldDocument, 'source-encoding', /word-processor file/, 1],
    ['text with a null character', 'a.txt', strToU8(`${story}\0`), 'source-encoding', /null/, 1],
    ['a text that is called an EPUB', 'a.epub', strToU8(story), 'source-broken', /not an EPUB/, 1],
    [
      'another archive',
      'a.epub',
      zipSync({ 'word/document.xml': strToU8('<x/>') }),
      'source-broken',
      /not an EPUB/,
      1,
    ],
    ['half an EPUB', 'a.epub', epub().slice(0, 900), 'source-broken', /damaged/, 1],
    [
      'an EPUB without its list of files',
      'a.epub',
      zipSync({ 'META-INF/container.xml': strToU8(CONTAINER) }),
      'source-broken',
      /list of its files/,
      1,
    ],
    ...['__proto__', 'constructor'].map((path): [string, string, Uint8Array, string, RegExp, number] => [
      `an EPUB whose list of files is said to be ${path}`,
      'a.epub',
      zipSync({
        'META-INF/container.xml': strToU8(CONTAINER.replace(/full-path="[^"]*"/, `full-path="${path}"`)),
      }),
      'source-broken',
      /list of its files/,
      1,
    ]),
    [
      'an EPUB without text',
      'a.epub',
      zipSync({ 'META-INF/container.xml': strToU8(CONTAINER), 'OEBPS/book.opf': strToU8('<package/>') }),
      'source-broken',
      /no text/,
      1,
    ],
    ['an EPUB that unfolds to too much', 'a.epub', bomb, 'source-broken', /64 MB/, 1],
    ['an EPUB with one page of 17 MB', 'a.epub', withPages([17]), 'source-broken', /64 MB/, 1],
    ['an EPUB with pages of 65 MB', 'a.epub', withPages([13, 13, 13, 13, 13]), 'source-broken', /64 MB/, 1],
    ['an EPUB that says it unfolds to little', 'a.epub', lying(withPages([3])), 'source-broken', /64 MB/, 1],
    ['an EPUB of 5,001 pages', 'a.epub', withPages(Array(5001).fill(0)), 'source-broken', /64 MB/, 1],
    [
      'a locked EPUB',
      'a.epub',
      epub({
        'META-INF/encryption.xml': '<encryption><CipherReference URI="OEBPS/text/c0.xhtml"/></encryption>',
      }),
      'source-broken',
      /locked/,
      1,
    ],
  ])('is %s, and it is said', (_, name, bytes, code, message, line) => {
    const { source, diagnostics } = read(name, bytes);
    expect(source).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code,
        message: expect.stringMatching(message),
        where: { file: name, line, column: 1 },
      }),
    ]);
    expect(diagnostics[0]!.hint).toBeTruthy();
  });
});
