import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/build/print-document.ts';
import { readText } from '../../src/cli/files/reading/read-files.ts';
import { readNamedPictures } from '../../src/cli/files/reading/read-pictures.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { readHyphenation } from '../../src/layout/language/hyphenation.ts';
import type { ReadNode } from '../../src/pdf/reading/read-node.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { allNodes, passagesOf, textsOn, unseenTexts } from '../../src/pdf/reading/text-of.ts';
import { fonts } from '../support.ts';

/** Where the files are, with a picture beside them. */
const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
copyFileSync('tests/bad/alt-missing/demo/lamp.png', join(folder, 'a.png'));
const templates = readTemplateSet(createReport());

/** Prints a file as `print` does. @returns what can be read back from its PDF, and what was reported */
async function print(text: string) {
  const report = createReport(() => text, true);
  const path = join(folder, 'page.md');
  writeFileSync(path, text);
  const file = {
    path,
    text: readText(path, report)!,
    readPictures: (paths: readonly string[]) => readNamedPictures(folder, paths, report),
  };
  const made = (await printDocument(file, templates, { fonts }, report))!;
  const pdf = (await readPdf('page.pdf', made.bytes, createReport()))!;
  const nodes = allNodes(pdf);
  return {
    passages: passagesOf(pdf, ' ').map((passage) => passage.text.trim()),
    /** Everything that is drawn, with heads and feet. */
    drawn: pdf.pages.flatMap((page) => textsOn(page)).map((one) => one.text),
    unseen: unseenTexts(pdf),
    images: pdf.pages.map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'image' ? [mark] : []))),
    title: pdf.metadata.info['Title'],
    lang: pdf.metadata.lang,
    pages: pdf.pages.length,
    count: (role: string) => nodes.filter((node: ReadNode) => node.role === role).length,
    codes: report.diagnostics.map(({ code }) => code),
    messages: report.diagnostics.map(({ message }) => message),
  };
}

const inLines = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('front matter', () => {
  it.each([
    ['in TOML', '+++', 'title = "Tides"', '+++'],
    ['in TOML, over several lines', '+++', 'title = """\nTides"""', 'tags = [\n  "a",\n  "b",\n]', '+++'],
    [
      'in TOML, with a table and Windows lines',
      '+++\r',
      'title = "Tides"\r',
      '[params]\r',
      'x = 1\r',
      '+++\r',
    ],
    ['in TOML, with a comment', '+++', '# for the site', "title = 'Tides' # its name", '+++'],
    ['ended by dots', '---', 'title: Tides', '...'],
    ['ended by dots, with dots in a value', '---', 'title: Tides', 'note: "wait..."', '...'],
    ['ended by dots, in Windows lines', '---\r', 'title: Tides\r', '...\r'],
    ['after a byte order mark', '\uFEFF---', 'title: Tides', '...'],
    ['of a site', '---', 'title: Tides', 'layout: post', 'permalink: /tides/', 'tags: [sea]', '---'],
    ['of slides', '---', 'theme: gaia', 'title: Tides', 'paginate: true', '_class: lead', '---'],
    [
      'of a book on the web',
      '---',
      'title: Tides',
      'jupytext:',
      '  text_representation:',
      '    extension: .md',
      '---',
    ],
    ['of notes', '---', 'aliases: [Sea]', 'cssclass: wide', 'title: Tides', 'date: ', '---'],
  ])('%s is taken, and none of it is printed', async (_, ...lines) => {
    const { title, passages, drawn, codes } = await print(
      inLines(...lines, '', 'The water rises and falls twice a day.'),
    );
    expect(title).toBe('Tides');
    expect(passages).toEqual(['Tides', 'The water rises and falls twice a day.']);
    expect(drawn.join(' ')).not.toMatch(/\+\+\+|---|params|layout|gaia|jupytext|alias|wait/);
    expect(codes.filter((code) => code !== 'front-matter-ignored')).toEqual([]);
    expect(codes.length).toBeLessThanOrEqual(1);
  });
});

describe('the language of a file', () => {
  it.each([
    ['de', 'Hinweis', 'Seite 1 von 1', '„ja“'],
    ['fr', 'Remarque', 'Page 1 sur 1', '« ja »'],
    ['es', 'Nota', 'Página 1 de 1', '«ja»'],
    ['it', 'Nota', 'Pagina 1 di 1', '«ja»'],
    ['pl', 'Uwaga', 'Strona 1 z 1', '„ja”'],
    ['cy', 'Nodyn', 'Tudalen 1 o 1', '“ja”'],
  ])('decides about its boxes, its foot and its quotation marks: %s', async (lang, note, foot, quoted) => {
    const {
      lang: said,
      drawn,
      codes,
    } = await print(
      inLines('---', `lang: ${lang}`, 'typographer: yes', '---', '', '# A', '', '> [!NOTE]', '> B "ja" c.'),
    );
    const text = drawn.join(' ').replace(/\s+/g, ' ');
    expect(said).toBe(lang);
    for (const one of [note, foot, quoted]) expect(text).toContain(one);
    expect(codes).toEqual([]);
  });

  it.each([
    [
      'de',
      'de-1996',
      'Die begabten Mädchen studierten literarische Handschriften und verabredeten mit den Wissenschaftlern weitere Veranstaltungen für die Nachbarschaft.',
    ],
    [
      'fr',
      'fr',
      'Les différentes expériences démontrent l’évaporation régulière, la décélération et l’électricité, que les élèves représentent géométriquement et développent généreusement.',
    ],
    [
      'es',
      'es',
      'Los estudiantes desarrollaron un experimento extraordinario con la iluminación de la ventana y describieron detalladamente las observaciones.',
    ],
    [
      'it',
      'it',
      'Gli studenti hanno sviluppato un esperimento straordinario sull’illuminazione della finestra e descrivono dettagliatamente le osservazioni.',
    ],
  ])('is found, and its words are divided by its own rules: %s', async (lang, patterns, words) => {
    const { lang: said, codes, drawn } = await print(`# A\n\n${`${words} `.repeat(20)}\n`);
    expect(said).toBe(lang);
    expect(codes).toEqual(['language-assumed']);
    const [own, english] = [patterns, 'en-gb'].map(readHyphenation);
    const divided = [...drawn.join('').matchAll(/(\p{L}+)\u00AD(\p{L}+)/gu)].map(
      ([, one = '', two = '']) => ({
        word: (one + two).toLowerCase(),
        at: one.length,
      }),
    );
    for (const { word, at } of divided) expect(own!(word), word).toContain(at);
    // English patterns would divide some of them elsewhere.
    expect(divided.some(({ word, at }) => !english!(word).includes(at))).toBe(true);
  });
});

describe('comments with answers', () => {
  const KINDS = ['<!-- heart -->', '<!--\nheart\n\nheart\n-->', '%%heart%%', '{::comment}heart{:/comment}'];

  it.each(KINDS)('are nowhere in the file, seen or unseen: %j', async (comment) => {
    const { drawn, unseen, passages, codes } = await print(
      inLines(
        '---',
        'title: A quiz',
        '---',
        '',
        `## Organs ${comment.includes('\n') ? '' : comment}`,
        '',
        comment,
        '',
        `1. What pumps blood? ${comment}`,
        '2. What takes in air?',
      ),
    );
    expect([...drawn, ...unseen, ...passages].join('\n')).not.toMatch(/heart|<!|%%|::comment/);
    for (const kept of ['Organs', 'What pumps blood?', 'What takes in air?'])
      expect(passages.join('\n')).toContain(kept);
    expect(codes).toEqual([]);
  });
});

describe('lettered options', () => {
  it.each([
    ['a) trout\nb) bat', ['a)', 'b)']],
    ['A. trout\nB. bat\nC. newt', ['A.', 'B.', 'C.']],
    ['(i) trout\n(ii) bat\n(iii) newt', ['(i)', '(ii)', '(iii)']],
    ['1. Which?\n   (a) trout\n   (b) bat', ['1.', '(a)', '(b)']],
  ])('are a list with labels for a screen reader: %j', async (text, labels) => {
    const { count, drawn } = await print(`# Quiz\n\n${text}\n`);
    expect(count('LI')).toBe(labels.length);
    expect(count('Lbl')).toBe(labels.length);
    for (const label of labels) expect(drawn.map((one) => one.trim())).toContain(label);
  });
});

describe('pictures', () => {
  it.each([
    ['three', '![Left](a.png){width=20%} ![Middle](a.png){width=20%} ![Right](a.png){width=20%}', 3],
    ['two with a break between', '![Left](a.png){width=30%}\\\n![Right](a.png){width=30%}', 2],
    [
      'two that lead to pages',
      '[![Left](a.png){width=20%}](https://a.example) [![Right](a.png){width=20%}](https://b.example)',
      2,
    ],
    ['two of HTML', '<img src="a.png" alt="Left" width="90"> <img src="a.png" alt="Right" width="90">', 2],
    ['an embedded one with a width', '![[a.png|A lamp|60]]', 1],
  ])('are all drawn and described: %s', async (_, text, drawn) => {
    const { images, count } = await print(`# Maps\n\n${text}\n`);
    expect(images.flat()).toHaveLength(drawn);
    expect(count('Figure')).toBe(drawn);
  });

  it.each([
    ['![A lamp](a.png)\n*Figure 1: a lamp.*', 'Figure 1: a lamp.'],
    ['![A lamp](a.png){width=30%}\nA lamp on a desk', 'A lamp on a desk'],
    ['![A lamp](a.png "A lamp at night")', 'A lamp at night'],
    ['- ![A lamp](a.png)\n  Figure 2', 'Figure 2'],
  ])('have the line below as their caption: %j', async (text, caption) => {
    const { passages, count } = await print(`# Maps\n\n${text}\n`);
    expect(passages).toContain(caption);
    expect(count('Caption')).toBe(1);
  });

  it.each([
    '[![build](https://img.shields.example/badge/build-passing.svg)](https://ci.example/build)',
    '![build](https://img.shields.example/badge/build-passing.svg)',
    '<a href="https://ci.example"><img src="//img.shields.example/b.svg" alt="build"></a>',
    '![build][badge]\n\n[badge]: http://img.shields.example/b.svg',
    'Status: ![build](https://img.shields.example/b.svg?style=flat&x=1) today',
  ])('on the web are named and never fetched: %s', async (text) => {
    const fetched: string[] = [];
    const before = globalThis.fetch;
    globalThis.fetch = ((url: string) => Promise.reject(fetched.push(url))) as typeof fetch;
    try {
      const { drawn, images, codes, messages } = await print(`# Program\n\n${text}\n`);
      expect(codes).toEqual(['picture-missing']);
      expect(messages[0]).toContain('img.shields.example');
      expect(drawn.join(' ')).toContain('build');
      expect(images.flat()).toEqual([]);
      expect(fetched).toEqual([]);
    } finally {
      globalThis.fetch = before;
    }
  });
});
