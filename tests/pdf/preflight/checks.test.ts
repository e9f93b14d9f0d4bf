import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { mm } from '../../../src/pages/length.ts';
import { ANY_FILE, type Expected, type Finding } from '../../../src/pdf/preflight/check.ts';
import { preflight } from '../../../src/pdf/preflight/preflight.ts';
import { countFindings, placeOnPage, printFindings } from '../../../src/pdf/preflight/print-findings.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { type WrittenPdf, writtenPdf } from '../reading/written-pdf.ts';

/** What a check says of a page of 200 × 100 points. */
async function found(check: string, parts: WrittenPdf, expected: Partial<Expected> = {}): Promise<Finding[]> {
  const report = createReport();
  const pdf = await readPdf('x.pdf', writtenPdf(parts), report);
  expect(report.diagnostics).toEqual([]);
  return preflight(pdf!, { ...ANY_FILE, ...expected }).filter((finding) => finding.check === check);
}

const severities = async (...of: Parameters<typeof found>) =>
  (await found(...of)).map(({ severity }) => severity);
const text = (more: string, at = '60 50') => `BT /F1 10 Tf ${at} Td ${more} (word) Tj ET`;
const image = (width: number, height: number) =>
  `<< /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 0 >>\nstream\n\nendstream`;

describe('where the line is drawn', () => {
  // Half an inch across, an inch down.
  it.each([
    [35, 70, ['error']],
    [37, 74, ['warning']],
    [74, 148, ['warning']],
    [75, 150, []],
    [75, 152, []],
    [75, 160, ['warning']],
    [75, 170, ['error']],
  ])('between pictures: %i × %i pixels', async (width, height, expected) => {
    const content = 'q 36 0 0 72 60 14 cm /I Do Q';
    const parts = { content, resources: '/XObject << /I 10 0 R >>', objects: [image(width, height)] };
    expect(await severities('images', parts)).toEqual(expected);
  });

  it.each([
    [0, ['error']],
    [0.24, ['error']],
    [0.25, []],
  ])('between lines: %d points', async (width, expected) => {
    expect(await severities('lines', { content: `${width} w 60 50 m 90 50 l S` })).toEqual(expected);
  });

  // Light of the inks: (1 - ink) (1 - black). 0.5 0.4 0.3 0.6 is 0.20 0.24 0.28, a dark grey.
  it.each([
    ['0.5 0.4 0.3 0.6 k', ['error']],
    ['0.75 0.68 0.67 0 k', ['error']],
    ['0.4 0.3 0.3 0.9 k', ['error']],
    ['0 0 0 0.8 k', []],
    ['0 0.02 0.02 0.8 k', []],
    ['0.3 0.2 0.2 0.1 k', []],
    ['0.9 0.6 0.1 0.4 k', []],
  ])('between greys of one ink and of several: %s', async (colour, expected) => {
    expect(await severities('colours', { content: text(colour) })).toEqual(expected);
  });

  it('between a copier, whose driver makes black of red, green and blue, and a press', async () => {
    const parts = { content: text('0 0 0 rg') };
    expect(await severities('colours', parts)).toEqual(['warning']);
    expect(await severities('colours', parts, { profile: 'press' })).toContain('error');
  });

  it('between lines that are drawn as areas, or scaled', async () => {
    expect(await severities('lines', { content: '60 50 40 .2 re f' })).toEqual(['error']);
    expect(await severities('lines', { content: '60 50 40 .3 re f' })).toEqual([]);
    expect(await severities('lines', { content: '.2 0 0 .2 0 0 cm 1 w 300 250 m 400 250 l S' })).toEqual([
      'error',
    ]);
  });

  // Gray g of sRGB on white: 1.05 / (L + 0.05); 0.46 gives 4.6, 0.47 gives 4.5, 0.48 gives 4.3.
  it.each([
    ['0.46 g', []],
    ['0.48 g', ['error']],
    ['1 g', ['error']],
  ])('between grays of text: %s', async (colour, expected) => {
    expect(await severities('contrast', { content: text(colour) })).toEqual(expected);
  });

  it('at large letters, lower in colour and not as a copy', async () => {
    const large = (colour: string) =>
      found('contrast', { content: `BT /F1 24 Tf 60 50 Td ${colour} (word) Tj ET` });
    expect((await large('.55 g'))[0]?.message).toMatch(/^Photocopied in grey/);
    expect((await large('.65 g'))[0]?.message).toMatch(/^Text has a contrast/);
    expect(await large('.46 g')).toEqual([]);
  });

  it('at what lies under a text: the last thing that was painted there', async () => {
    const on = (under: string) => severities('contrast', { content: `${under} ${text('0 g')}` });
    expect(await on('.3 g 50 40 60 30 re f')).toEqual(['error']);
    expect(await on('.3 g 50 40 60 30 re f 1 g 50 40 60 30 re f')).toEqual([]);
    expect(await on('.3 g 150 40 40 30 re f')).toEqual([]);
    // A triangle whose box holds the text, and which does not.
    expect(await on('.3 g 50 90 m 190 90 l 190 58 l f')).toEqual([]);
  });

  it.each([
    [5.2, []],
    [4.7, ['error']],
    [-2, ['error']],
  ])('at the edge: text %d mm in', async (millimetres, expected) => {
    expect(await severities('safe-area', { content: text('', `${mm(millimetres)} 50`) })).toEqual(expected);
  });

  it('at the edge: tints, but for white ones and with bleed', async () => {
    expect(await severities('safe-area', { content: '.9 g 0 40 50 20 re f' })).toEqual(['error']);
    expect(await severities('safe-area', { content: '1 g 0 40 50 20 re f' })).toEqual([]);
    expect(await severities('safe-area', { content: '.9 g 0 40 50 20 re f' }, { bleed: mm(3) })).toEqual([]);
  });

  it('at paper: any way up, half a point off', async () => {
    const size = { width: 100, height: 200.4 };
    expect(await severities('page-size', {}, { size })).toEqual([]);
    expect(await severities('page-size', {}, { size: { width: 100, height: 201 } })).toEqual(['error']);
  });

  it('at bleed: as much as was asked for', async () => {
    const page = '/TrimBox [20 20 180 80] /BleedBox [12 12 188 88]';
    expect(await severities('boxes', { page }, { bleed: 8 })).toEqual([]);
    expect(await severities('boxes', { page }, { bleed: mm(3) })).toEqual(['error']);
    expect(await severities('boxes', {}, { bleed: mm(3) })).toEqual(['error', 'error']);
    expect(await severities('boxes', {})).toEqual(['warning']);
  });
});

describe('the profile', () => {
  const colours = (colour: string, expected: Partial<Expected>) =>
    severities('colours', { content: text(colour) }, expected);

  it('school takes any colour, and black alone for text', async () => {
    expect(await colours('.1 .3 .5 rg', {})).toEqual([]);
    expect(await colours('0 0 0 rg', {})).toEqual(['warning']);
    expect(await colours('.5 .4 .4 .9 k', {})).toEqual(['error']);
    expect(await colours('0 0 0 1 k', {})).toEqual([]);
  });

  it('grey takes gray, and black ink', async () => {
    expect(await colours('.1 .3 .5 rg', { profile: 'grey' })).toEqual(['error']);
    expect(await colours('0 1 0 0 k', { profile: 'grey' })).toEqual(['error']);
    expect(await colours('0 0 0 .8 k', { profile: 'grey' })).toEqual([]);
    expect(await colours('.2 g', { profile: 'grey' })).toEqual([]);
  });

  it('press takes inks, and no more than dry', async () => {
    expect(await colours('.1 .3 .5 rg', { profile: 'press' })).toEqual(['error']);
    expect(await colours('.1 .3 .5 0 k', { profile: 'press' })).toEqual([]);
    const tint = (inks: string) =>
      severities('colours', { content: `${inks} k 50 40 40 20 re f` }, { profile: 'press' });
    expect(await tint('1 1 1 0')).toEqual([]);
    expect(await tint('1 1 1 .1')).toEqual(['error']);
  });
});

describe('sides', () => {
  const two = (second: string): WrittenPdf => ({
    content: text(''),
    catalog: '/Pages 10 0 R',
    objects: [
      '<< /Type /Pages /Kids [3 0 R 11 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 10 0 R /MediaBox [0 0 200 100] /Contents 12 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${second.length} >>\nstream\n${second}\nendstream`,
    ],
  });

  it('the back of a sheet may be blank, another page may not', async () => {
    expect(await severities('pages', two(''))).toEqual(['error']);
    expect(await severities('pages', two('1 g 0 0 200 100 re f'))).toEqual(['error']);
    expect(await severities('pages', two(''), { duplex: 'long-edge' })).toEqual([]);
    expect(await severities('pages', two(text('')))).toEqual([]);
  });

  // Two cells beside one another; the word stands in the left one of the front.
  const cells = [0, 100].map((x) => ({ x, y: 0, width: 100, height: 100 }));
  it('a lying sheet that is turned at its short edge has its backs mirrored', async () => {
    const expected = { backs: true, cells, duplex: 'short-edge' as const };
    expect(await severities('backs', two(text('', '130 50')), expected)).toEqual([]);
    expect(await severities('backs', two(text('', '30 50')), expected)).toEqual(['error', 'error']);
    // At its long edge the same cell comes to lie behind.
    expect(await severities('backs', two(text('', '30 50')), { ...expected, duplex: 'long-edge' })).toEqual(
      [],
    );
  });
});

describe('a table', () => {
  /** A table of rows of header cells, each with these attributes. */
  const table = (rows: readonly (readonly string[])[]): WrittenPdf => {
    const cell = (attributes: string) =>
      `<< /S /TH /Alt (x) /A << /O /Table /Scope /Column ${attributes} >> >>`;
    const kids = rows.map((cells) => `<< /S /TR /K [${cells.map(cell).join(' ')}] >>`);
    return {
      catalog: '/StructTreeRoot 10 0 R',
      objects: [
        '<< /K 11 0 R >>',
        '<< /S /Document /K << /S /Table /K [12 0 R] >> >>',
        `<< /S /TBody /K [${kids.join(' ')}] >>`,
      ],
    };
  };
  const messages = async (...rows: (readonly string[])[]) =>
    (await found('tables', table(rows))).map(({ message }) => message);
  const different = (counts: string) => `The rows of a table have different numbers of cells: ${counts}.`;

  it('is counted in columns, with what spans', async () => {
    expect(await messages(['/ColSpan 2', '/RowSpan 2'], ['', ''])).toEqual([]);
    expect(await messages(['/ColSpan 2', ''], ['', ''])).toEqual([different('3, 2')]);
  });

  it('that spans a thousand million columns is judged at once', async () => {
    const many = '/ColSpan 1000000000';
    expect(await messages([many], [''])).toEqual([different('1000000000, 1')]);
    expect(await messages(Array(200).fill(many), [many])).toEqual([different('200000000000, 1000000000')]);
    expect(await messages(['/RowSpan 1000000000', ''], ['', ''])).toEqual([different('2, 3')]);
  });

  it('that spans less than nothing is counted cell by cell', async () => {
    expect(await messages(['/ColSpan -5', '/RowSpan 0'], ['', ''])).toEqual([]);
    expect(await messages(['/ColSpan (two)', ''], ['', '/ColSpan 0.5'])).toEqual([]);
  });
});

describe('words of the source', () => {
  it('may be written with other capitals, and parted at the end of a line', async () => {
    const content =
      'BT /F1 9 Tf 30 60 Td (An EXAM) Tj /Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC 0 -12 Td (ple here) Tj ET';
    expect(await found('words', { content }, { words: ['an', 'example', 'Here'] })).toEqual([]);
    const [lost] = await found('words', { content }, { words: ['an an example', 'there'] });
    expect(lost!.message).toMatch(/2 words of the source are not printed: an \(1 of 2\), there\./);
  });
});

describe('words that a poster cuts between its sheets', () => {
  const page =
    '<< /Type /Page /Parent 10 0 R /StructParents 1 /MediaBox [0 0 200 100] /Contents 12 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const parted = (first: string, second: string): WrittenPdf => ({
    content: `/P << /MCID 0 >> BDC BT /F1 9 Tf 30 60 Td (${first}) Tj ET EMC`,
    catalog: '/Pages 10 0 R /StructTreeRoot 13 0 R',
    objects: [
      '<< /Type /Pages /Kids [3 0 R 11 0 R] /Count 2 >>',
      page,
      stream(`/P << /MCID 0 >> BDC BT /F1 9 Tf 30 60 Td (${second}) Tj ET EMC`),
      '<< /K 14 0 R >>',
      '<< /S /P /K [<< /Type /MCR /Pg 3 0 R /MCID 0 >> << /Type /MCR /Pg 11 0 R /MCID 0 >>] >>',
    ],
  });

  it('are there, while words that are not stay missing', async () => {
    const words = ['is', 'told', 'early'];
    expect(await found('words', parted('is tol', 'd early'), { words })).toEqual([]);
    expect(await found('words', parted('is ', 'told early'), { words })).toEqual([]);
    expect(await severities('words', parted('is tol', ' early'), { words })).toEqual(['error']);
  });
});

describe('what is found', () => {
  it('names its place in millimetres, and what stands there', async () => {
    const [finding] = await found('safe-area', { content: text('', `${mm(3)} 50`) });
    // 5 mm is 14.2 points; the baseline is 50 points down, small letters reach 7.2 above it.
    expect(finding).toMatchObject({
      severity: 'error',
      page: 1,
      text: 'word',
      message: 'Text is 3 mm from the edge of the page.',
    });
    expect(placeOnPage(finding!)).toBe('page 1, 3 mm across, 15 mm down');
    const files = [{ path: 'x.pdf', pages: 1, findings: [finding!] }];
    expect(printFindings(files, false)).toBe(
      'x.pdf\n' +
        '  page 1, 3 mm across, 15 mm down  error    safe-area  Text is 3 mm from the edge of the page.\n' +
        `${' '.repeat(55)}“word”\n${' '.repeat(55)}→ Leave 5 mm: printers and cutters may lose anything closer.\n`,
    );
    expect(countFindings(files)).toBe('Preflight of 1 file, 1 page: 1 error.');
    expect(countFindings([])).toBe('Preflight of 0 files, 0 pages: no problems found.');
  });

  it('is counted, not repeated without end', async () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `0.1 w 60 ${20 + index} m 90 ${20 + index} l S`,
    ).join(' ');
    const findings = await found('lines', { content: many });
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)!.message).toBe('Not listed: 40 more of this kind.');
  });

  it('holds for two thousand pages', async () => {
    const pages = Array.from({ length: 2000 }, (_, index) => `${10 + index} 0 R`).join(' ');
    const page =
      '<< /Type /Page /Parent 2010 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
    const objects = [
      ...Array.from({ length: 2000 }, () => page),
      `<< /Type /Pages /Kids [${pages}] /Count 2000 >>`,
    ];
    const bytes = Buffer.from(writtenPdf({ content: text('.9 g'), objects }))
      .toString('latin1')
      .replace('/Pages 2 0 R', '/Pages 2010 0 R');
    const report = createReport();
    const pdf = await readPdf('x.pdf', new Uint8Array(Buffer.from(bytes, 'latin1')), report);
    expect(pdf!.pages).toHaveLength(2000);
    const contrast = preflight(pdf!, ANY_FILE).filter(({ check }) => check === 'contrast');
    expect(contrast).toHaveLength(21);
    expect(contrast.at(-1)!.message).toBe('Not listed: 1980 more of this kind.');
  });
});

describe('very many texts at one height', () => {
  const row = (count: number) =>
    Array.from({ length: count }, (_, index) => text('', `${(index * 60).toFixed(0)} 50`)).join('\n');

  it('are compared with one another up to a limit, and that is said', async () => {
    const wide = (count: number) => ({ page: '/MediaBox [0 0 200000 100]', content: row(count) });
    expect(await found('overlap', wide(100))).toEqual([]);
    const [finding] = await found('overlap', wide(2500));
    expect(finding!.message).toContain('too many texts');
  });
});
