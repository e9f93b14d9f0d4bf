import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Mark } from '../../../src/pages/page.ts';
import type { ReadText } from '../../../src/pdf/content/page-mark.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { type ReadPdf, readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { allNodes, pageText, passagesOf, textsOn, unseenTexts } from '../../../src/pdf/reading/text-of.ts';
import { fonts, layOutFolder } from '../../support.ts';
import { type WrittenPdf, writtenPdf } from './written-pdf.ts';

const info = { title: 'Light & dark', author: 'O’Neill', lang: 'en-GB', date: new Date(0) };
const { documents } = layOutFolder('tests/packs/optics');
const handout = documents.find(({ draft }) => draft.job.name.endsWith('/straight-lines'))!.pages;

async function read(bytes: Uint8Array): Promise<ReadPdf> {
  const report = createReport();
  const pdf = await readPdf('x.pdf', bytes, report);
  expect(report.diagnostics).toEqual([]);
  return pdf!;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const report = createReport();
  expect(await readPdf('x.pdf', bytes, report)).toBeUndefined();
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['pdf-unreadable']);
  return report.diagnostics[0]!.message;
}

const readWritten = (parts: WrittenPdf) => read(writtenPdf(parts));
const letters = (text: string) => text.replace(/[\s\u00ad]/g, '');

describe('a PDF of ours, read back', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await read(await paint(handout, fonts, info));
  });

  it('has the letters that were painted, in that order, at their places', () => {
    const texts = (marks: readonly Mark[]): string[] =>
      marks.flatMap((mark) =>
        mark.kind === 'text' ? [mark.text] : mark.kind === 'group' ? texts(mark.marks) : [],
      );
    handout.pages.forEach((page, index) => {
      expect(letters(pageText(pdf.pages[index]!))).toBe(letters(texts(page.marks).join('')));
    });
    const painted = handout.pages[0]!.marks.find((mark) => mark.kind === 'text')!;
    const found = textsOn(pdf.pages[0]!)[0]!;
    expect(found).toMatchObject({ text: painted.text, turn: 0, colour: { space: 'gray' } });
    expect(found.size).toBeCloseTo(painted.size, 3);
    expect(found.from[0]).toBeCloseTo(painted.x, 2);
    expect(found.from[1]).toBeCloseTo(painted.y, 2);
  });

  it('has its passages in the order of its structure', () => {
    const passages = passagesOf(pdf);
    expect(passages[0]).toMatchObject({ node: { role: 'H1' }, page: 0, text: 'Straight lines' });
    const all = passages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
    expect(all).toContain(
      'Nothing bends it: the edges of the beam are as straight at the far wall as at the torch.',
    );
    expect(allNodes(pdf).filter(({ role }) => role === 'TH').length).toBeGreaterThan(0);
    // The running foot is an artifact, so on the page and in no passage.
    expect(pageText(pdf.pages[0]!)).toMatch(/Page 1|1 of \d|Optics/);
  });

  it('says what is not drawn: title, language, bookmarks, descriptions, addresses', () => {
    const texts = unseenTexts(pdf);
    for (const text of ['Light & dark', 'O’Neill', 'en-GB', 'Straight lines', 'https://example.org/waves'])
      expect(texts).toContain(text);
    expect(pdf.metadata.xmp!.values).toMatchObject({
      'pdfuaid:part': '1',
      'pdfaid:part': '2',
      'dc:title': 'Light & dark',
    });
    expect(pdf.bookmarks[0]).toEqual({ title: 'Straight lines', level: 1, target: { page: 0 } });
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(pdf))).toEqual(JSON.parse(JSON.stringify(pdf.pages ? pdf : undefined)));
    const kinds = new Set<string>();
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return void kinds.add(typeof value);
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
      for (const item of Object.values(value)) walk(item);
    };
    walk(pdf);
    expect([...kinds].sort()).toEqual(
      ['boolean', 'number', 'object', 'string'].filter((kind) => kinds.has(kind)),
    );
  });

  it('has embedded fonts that draw every letter', () => {
    expect(
      pdf.fonts.every(
        ({ embedded, subset, mapped, wrongWidths: misfits }) =>
          embedded && subset && mapped && misfits.length === 0,
      ),
    ).toBe(true);
    const texts = pdf.pages.flatMap(textsOn);
    expect(
      texts.filter(({ missing, undrawn, unmapped, hidden }) => missing ?? undrawn ?? unmapped ?? hidden),
    ).toEqual([]);
  });
});

describe('a page', () => {
  const only = async (parts: WrittenPdf): Promise<ReadText> =>
    textsOn((await readWritten(parts)).pages[0]!)[0]!;

  it('is measured from the top left of what is shown', async () => {
    const text = await only({ content: 'BT /F1 10 Tf 30 40 Td (a) Tj ET', page: '/CropBox [20 10 120 90]' });
    expect(text.from).toEqual([10, 50]); // 30 − 20 across; 90 − 40 down
  });

  it('is turned as a viewer turns it', async () => {
    const pdf = await readWritten({ content: 'BT /F1 10 Tf 30 40 Td (a) Tj ET', page: '/Rotate 90' });
    expect([pdf.pages[0]!.width, pdf.pages[0]!.height]).toEqual([100, 200]);
    expect(textsOn(pdf.pages[0]!)[0]).toMatchObject({ from: [40, 30], turn: 90 });
  });

  it('tells text that nobody sees', async () => {
    const state = '/ExtGState << /G << /ca 0 >> >>';
    expect((await only({ content: 'BT 3 Tr /F1 10 Tf (a) Tj ET' })).hidden).toBe('no colour');
    expect((await only({ content: '/G gs BT /F1 10 Tf (a) Tj ET', resources: state })).hidden).toBe(
      'transparent',
    );
    expect((await only({ content: '0 0 5 5 re W n BT /F1 10 Tf 50 50 Td (a) Tj ET' })).hidden).toBe(
      'clipped',
    );
  });

  it('tells words that are parted by room alone', async () => {
    expect((await only({ content: 'BT /F1 10 Tf [(two) -300 (words)] TJ ET' })).unspaced).toEqual(['two|w']);
    expect((await only({ content: 'BT /F1 10 Tf [(two ) -300 (words)] TJ ET' })).unspaced).toBeUndefined();
    expect((await only({ content: 'BT /F1 10 Tf [(AV) 80 (AV)] TJ ET' })).unspaced).toBeUndefined();
  });

  it('reads colours, widths of lines and pictures as they are printed', async () => {
    const { marks } = (
      await readWritten({
        content:
          '0 0 0 1 k BT /F1 5 Tf 2 0 0 2 10 10 Tm (a) Tj ET q .5 0 0 .5 0 0 cm 1 w 0 0 m 100 0 l S Q q 36 0 0 72 9 9 cm /I Do Q',
        resources: '/XObject << /I 10 0 R >>',
        objects: [
          '<< /Subtype /Image /Width 20 /Height 80 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 0 >>\nstream\n\nendstream',
        ],
      })
    ).pages[0]!;
    expect(marks[0]).toMatchObject({ size: 10, colour: { space: 'cmyk', values: [0, 0, 0, 1] } });
    expect(marks[1]).toMatchObject({
      kind: 'shape',
      stroke: { width: 0.5 },
      box: { x: 0, y: 100, width: 50, height: 0 },
    });
    // 20 pixels on half an inch, 80 on one.
    expect(marks[2]).toMatchObject({ kind: 'image', resolution: [40, 80], object: '10 0' });
  });

  it('keeps what ActualText says in place of what is drawn', async () => {
    expect(
      (await only({ content: 'BT /F1 9 Tf /Span << /ActualText (etc.) >> BDC (&c) Tj EMC ET' })).text,
    ).toBe('etc.');
  });
});

const range = (body: string, kind: string) => `1 begin${kind}\n${body}end${kind}`;

const stream = (dict: string, content: string) =>
  `<< ${dict} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** From object 10 on: a form that shows the codes 0x21 and 0x22 in a font of CIDs. */
const compositeFontObjects = (parts: {
  widths?: string;
  toUnicode?: string;
  encoding?: string;
}): string[] => [
  stream(
    '/Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F2 11 0 R >> >>',
    'BT /F2 9 Tf 9 9 Td <00210022> Tj ET',
  ),
  `<< /Type /Font /Subtype /Type0 /BaseFont /Made /DescendantFonts [12 0 R] /ToUnicode 13 0 R /Encoding ${parts.encoding ? '14 0 R' : '/Identity-H'} >>`,
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /W [${parts.widths ?? ''}] >>`,
  stream('', parts.toUnicode ?? range('<21> <41>\n<22> <42>\n', 'bfchar')),
  stream('', parts.encoding ?? ''),
];

describe('a stream that is shown more than once', () => {
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const show = async (numbers: readonly number[], streams: readonly string[]) =>
    (
      await readWritten({
        page: `/Contents [${numbers.map((number) => `${number} 0 R`).join(' ')}]`,
        objects: streams.map(stream),
      })
    ).pages[0]!;

  it('shows the same as if it were written as often', async () => {
    const text = (letter: string) => `BT /F1 9 Tf 10 20 Td (${letter}) Tj ET 3 w 5 5 m 9 9 l S`;
    const page = await show([10, 11, 10, 11, 10], [text('a'), text('b')]);
    expect(textsOn(page).map((one) => one.text)).toEqual(['a', 'b', 'a', 'b', 'a']);
    expect(page).toEqual(await show([10, 11, 12, 13, 14], ['a', 'b', 'a', 'b', 'a'].map(text)));
  });

  it.each([
    ['its operands', 'BT /F1 9 Tf (a) Tj 2 0', ' 0 3 7 7 cm ET'],
    ['a string', 'BT /F1 9 Tf (a', 'b) Tj ET'],
    ['a list', 'BT /F1 9 Tf [(a) 10', '(b)] TJ ET'],
    ['a picture', 'BI /W 1 /H 1 ID x', 'y EI BT /F1 9 Tf (a) Tj ET'],
    ['a comment', 'BT /F1 9 Tf (a) Tj % BT', '(b) Tj ET'],
  ])('may end in the midst of %s', async (_, first, rest) => {
    const page = await show([10, 11, 10, 11, 10, 11], [first, rest]);
    expect(page).toEqual(await show([10, 11, 12, 13, 14, 15], [first, rest, first, rest, first, rest]));
    expect(page.marks.length).toBeGreaterThan(2);
  });
});

describe('a file that is', () => {
  const whole = writtenPdf({ content: 'BT /F1 10 Tf (a) Tj ET' });
  const text = Buffer.from(whole).toString('latin1');
  const changed = (from: string, to: string) =>
    new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));

  it.each<[string, Uint8Array, RegExp]>([
    ['empty', new Uint8Array(), /empty/],
    ['no PDF', new Uint8Array(Buffer.from('Dear all,')), /not a PDF/],
    ['cut off', whole.slice(0, 300), /cut off/],
    ['without pages', changed('/Kids [3 0 R]', '/Kids []     '), /no pages/],
    ['without a list of pages', changed('/Pages 2', '/Pagez 2'), /no list of pages/],
    ['all rubbish', changed(' obj', ' xbj'), /damaged/],
    ['encrypted', writtenPdf({ trailer: '/Encrypt << /Filter /Standard /V 2 >>' }), /encrypted/],
  ])('%s is refused, in a sentence', async (_, bytes, words) => {
    expect(await refusal(bytes)).toMatch(words);
  });

  it('nested without end is read without what is so', async () => {
    const nested = ['['.repeat(200_000), '<< /S /Sect /K '.repeat(5000)];
    await read(writtenPdf({ objects: nested, catalog: '/X 10 0 R /StructTreeRoot 11 0 R' }));
    const elements = Array.from({ length: 300 }, (_, level) => `<< /S /Sect /K ${12 + level} 0 R >>`);
    const { structure } = await readWritten({
      objects: ['<< /Type /StructTreeRoot /K 11 0 R >>', ...elements],
      catalog: '/StructTreeRoot 10 0 R',
    });
    expect(structure!.problems.join()).toMatch(/more than 200 levels deep/);
  });

  it('nested without end in what a page draws is read without what is so', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['<< /A ', '>>'],
    ] as const) {
      const content = `BT /F1 10 Tf (a) Tj ET\n${open.repeat(50_000)}${close.repeat(50_000)} TJ\n`;
      expect(textsOn((await readWritten({ content })).pages[0]!).map(({ text: one }) => one)).toEqual(['a']);
    }
  });

  it('a bomb is refused before it goes off', async () => {
    const zeros = deflateSync(Buffer.alloc(80 * 1024 * 1024));
    const bomb = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${zeros.length} >>\nstream\n${zeros.toString('latin1')}\nendstream`;
    expect(await refusal(writtenPdf({ objects: [bomb] }))).toMatch(/larger than 64 MB/);
    const hidden = [
      bomb.replace('/N 1', `/X (${'a'.repeat(2000)}) /N 1`),
      bomb.replace('/ObjStm', '/Obj#53tm'),
      bomb.replace('/ObjStm', '/XRef'),
    ];
    for (const one of hidden)
      expect(await refusal(writtenPdf({ objects: [one] }))).toMatch(/larger than 64 MB/);
    const small = deflateSync(Buffer.alloc(60 * 1024 * 1024));
    const part = bomb.slice(0, bomb.indexOf('/Length'));
    const many = Array(5).fill(
      `${part}/Length ${small.length} >>\nstream\n${small.toString('latin1')}\nendstream`,
    );
    expect(await refusal(writtenPdf({ objects: many }))).toMatch(/together they are too large/);
    const content = `<< /Filter /FlateDecode /Length ${zeros.length} >>\nstream\n${zeros.toString('latin1')}\nendstream`;
    const pdf = await readWritten({ page: '/Contents 10 0 R', objects: [content] });
    expect(pdf.pages[0]!.problems.join()).toMatch(/content cannot be read.*larger than 64 MB/);
  });

  it('full of loops is read as far as it goes, and told', async () => {
    const pages = Buffer.from(whole).toString('latin1').replace('/Kids [3 0 R]', '/Kids [3 0 R 2 0 R]');
    expect((await read(new Uint8Array(Buffer.from(pages, 'latin1')))).problems.join()).toMatch(
      /contains itself/,
    );
    const tree = await readWritten({
      catalog: '/StructTreeRoot 10 0 R /Outlines 12 0 R',
      objects: [
        '<< /Type /StructTreeRoot /K 11 0 R >>',
        '<< /S /Document /K [11 0 R] >>',
        '<< /First 13 0 R >>',
        '<< /Title (a) /Next 13 0 R /First 13 0 R >>',
      ],
    });
    expect(tree.structure!.problems.join()).toMatch(/twice, or inside itself/);
    expect(tree.bookmarks).toHaveLength(1);
    const numbers = await readWritten({
      catalog: '/PageLabels 10 0 R',
      objects: ['<< /Kids [10 0 R 11 0 R] >>', '<< /Nums [0 << /S /r >>] /Kids [11 0 R 10 0 R] >>'],
    });
    expect(numbers.labels).toEqual(['i']);
    const form =
      '<< /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream';
    const own = await readWritten({
      content: '/X Do',
      resources: '/XObject << /X 10 0 R >>',
      objects: [form],
    });
    expect(own.pages[0]!.problems.join()).toMatch(/nested too deeply/);
  });

  it('small and shows the same thing without end is left off', async () => {
    // Six forms, each of which shows the next one thirty times: 30 to the power of 6.
    const form = (next: number) => {
      const content = next < 16 ? '/X Do '.repeat(30) : `BT /F1 9 Tf (a) Tj ET${' '.repeat(2000)}`;
      return `<< /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X ${next} 0 R >> /Font << /F1 5 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
    };
    const objects = [11, 12, 13, 14, 15, 16].map(form);
    const pdf = await readWritten({ content: '/X Do', resources: '/XObject << /X 10 0 R >>', objects });
    expect(pdf.pages[0]!.problems.join()).toMatch(
      /more than \d+ marks|too much content to read|more than \d+ operators/,
    );
  });

  it.each([
    ['widths', { widths: '0 65535 500 '.repeat(100_000) }, 'AB'],
    ['texts', { toUnicode: range('<0000> <FFFF> <0041>\n'.repeat(100_000), 'bfrange') }, 'bc'],
    ['glyphs', { encoding: range('<0000> <FFFF> 0\n'.repeat(100_000), 'cidrange') }, 'AB'],
    ['codes of no bytes', { encoding: range('<> <>\n', 'codespacerange') }, ''],
    [
      'codes of thousands of bytes',
      { encoding: range(`<${'0'.repeat(9000)}> <${'F'.repeat(9000)}>\n`, 'codespacerange') },
      '',
    ],
  ])('small, with a font of %s without end, is read at once', async (_, parts, text) => {
    const pdf = await readWritten({
      content: '/X Do',
      resources: '/XObject << /X 10 0 R >>',
      objects: compositeFontObjects(parts),
    });
    expect(pdf.pages[0]!.problems).toEqual([]);
    expect(textsOn(pdf.pages[0]!).map((one) => one.text)).toEqual([text]);
  });

  it('a table of objects that is not where it should be is told', async () => {
    expect((await read(changed('startxref\n', 'startxref\n9'))).problems.join()).toMatch(
      /not where the file says/,
    );
  });
});
