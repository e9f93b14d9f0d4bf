import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { ANY_FILE, type Finding } from '../../../src/pdf/preflight/check.ts';
import { preflight } from '../../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { textsOn } from '../../../src/pdf/reading/text-of.ts';
import { writtenPdf } from '../reading/written-pdf.ts';

/** Reads a page that shows some codes in a font of these keys. @returns its text, and what is said of its characters */
async function shown(font: string, codes: string, objects: readonly string[] = []) {
  const bytes = writtenPdf({
    content: `BT /F2 10 Tf 60 50 Td <${codes}> Tj ET`,
    resources: `/Font << /F2 << /Type /Font ${font} >> >>`,
    objects,
  });
  // The page has two dictionaries of fonts; the last one counts.
  const text = Buffer.from(bytes).toString('latin1').replace('/Font << /F1 5 0 R >>', '');
  const pdf = (await readPdf('x.pdf', new Uint8Array(Buffer.from(text, 'latin1')), createReport()))!;
  const about = ({ check, message }: Finding) =>
    (check === 'fonts' && /which characters|names of its glyphs/.test(message)) ||
    (check === 'letters' && /which characters/.test(message));
  return {
    text: textsOn(pdf.pages[0]!)
      .map((one) => one.text)
      .join(''),
    findings: preflight(pdf, ANY_FILE)
      .filter(about)
      .map(({ severity, check }) => `${check} ${severity}`),
  };
}

const TRUETYPE = '/Subtype /TrueType /BaseFont /ABCDEF+Calibri';
const TYPE1 = '/Subtype /Type1 /BaseFont /ABCDEF+CMR10';

describe('a font without a Unicode map', () => {
  it('is readable with the encoding of Word: WinAnsi', async () => {
    // Don’t – café: 0x92 and 0x96 as in Windows, 0xE9 is é.
    expect(await shown(`${TRUETYPE} /Encoding /WinAnsiEncoding`, '446F6E9274209620636166E9')).toEqual({
      text: 'Don’t – café',
      findings: [],
    });
  });

  it('is readable with the encoding of macOS: MacRoman', async () => {
    // 0xD5 is ’, 0x8E is é, 0xD0 is – in Mac Roman.
    expect(await shown(`${TRUETYPE} /Encoding /MacRomanEncoding`, '446F6ED57420D0206361668E')).toEqual({
      text: 'Don’t – café',
      findings: [],
    });
  });

  it('is readable with the standard encoding, in which quotation marks are others', async () => {
    for (const encoding of ['/Encoding /StandardEncoding', '', '/Encoding << /Differences [ 65 /A ] >>'])
      expect(await shown(`${TYPE1} ${encoding}`, '6027AEB1')).toEqual({ text: '‘’ﬁ–', findings: [] });
  });

  it('is readable with differences whose names are known', async () => {
    const differences = '[ 1 /fi /ff /scaron /Lslash /uni0417 /Abreve /minus /tcommaaccent ]';
    const encoding = `/Encoding << /BaseEncoding /WinAnsiEncoding /Differences ${differences} >>`;
    for (const kind of [TRUETYPE, TYPE1])
      expect(await shown(`${kind} ${encoding}`, '0102030405060708')).toEqual({
        text: ['fi', 'ff', 'šŁЗĂ−ț'].join(''),
        findings: [],
      });
  });

  it('is readable with the encoding that a Type 1 program brings along, as TeX writes it', async () => {
    const program = [
      '%!PS-AdobeFont-1.0: CMR10',
      '/Encoding 256 array',
      'dup 11 /ff put',
      'dup 65 /A put',
      'readonly def',
      'currentfile eexec ',
    ].join('\n');
    const file = `<< /Length ${program.length} /Length1 ${program.length} >>\nstream\n${program}\nendstream`;
    const font = `${TYPE1} /FontDescriptor << /Flags 4 /FontFile 10 0 R >>`;
    expect(await shown(font, '410B', [file])).toEqual({ text: 'Aff', findings: [] });
  });

  it('is an error where nothing tells what its codes are', async () => {
    expect((await shown(TRUETYPE, '41')).findings).toEqual(['fonts error']);
    expect((await shown(`${TRUETYPE} /Encoding << /Differences [ 65 /g17 ] >>`, '41')).findings).toEqual([
      'fonts error',
      'letters error',
    ]);
    // Letters of a bitmap font of TeX have numbers for names, as ornaments of ZapfDingbats do.
    const bitmap =
      '/Subtype /Type3 /FontMatrix [ 0.01 0 0 0.01 0 0 ] /FontBBox [ 0 -15 80 60 ] /Encoding << /Differences [ 65 /a65 ] >>';
    expect((await shown(bitmap, '41')).findings).toEqual(['fonts error', 'letters error']);
  });

  it('is readable as a composite font of a known collection', async () => {
    const descendant =
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>';
    const font = '/Subtype /Type0 /BaseFont /Ryumin /Encoding /90ms-RKSJ-H /DescendantFonts [ 10 0 R ]';
    expect((await shown(font, '88C0', [descendant])).findings).toEqual([]);
    const identity = descendant.replace('Japan1', 'Identity');
    expect((await shown(font.replace('90ms-RKSJ-H', 'Identity-H'), '88C0', [identity])).findings).toContain(
      'fonts error',
    );
  });
});
