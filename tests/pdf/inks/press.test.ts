import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Laid, StructureNode } from '../../../src/pages/laid.ts';
import type { Mark } from '../../../src/pages/page.ts';
import { base64 } from '../../../src/pages/pictures/base64.ts';
import { compressRows } from '../../../src/pages/pictures/compress-rows.ts';
import { forPrinting } from '../../../src/pdf/inks/for-printing.ts';
import { readProfile } from '../../../src/pdf/inks/read-profile.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { ANY_FILE } from '../../../src/pdf/preflight/check.ts';
import { preflight } from '../../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { fonts, layOutFolder, nowhere } from '../../support.ts';
import { readablePdf } from '../readable-pdf.ts';
import { syntheticProfile } from './synthetic-profile.ts';

const press = readProfile(syntheticProfile({ name: 'Coated & glossy' }), nowhere, createReport())!;
const info = { title: 'Press', lang: 'en-GB', date: new Date(0), press };

const { documents } = layOutFolder('tests/packs/optics');
const handout = documents.find(({ draft }) => draft.job.name.endsWith('/straight-lines'))!.pages;
const printed = await forPrinting({ press })(handout, createReport());

/** The operators of all pages, as they are written. */
function operatorsOf(bytes: Uint8Array): Set<string> {
  const buffer = Buffer.from(bytes);
  const found = new Set<string>();
  for (let at = buffer.indexOf('stream\n'); at !== -1; at = buffer.indexOf('stream\n', at)) {
    const start = at + 'stream\n'.length;
    const end = buffer.indexOf('\nendstream', start);
    at = end + '\nendstream'.length;
    const data = buffer.subarray(start, end);
    if (data[0] !== 0x78) continue;
    const text = Buffer.from(unzlibSync(data)).toString('latin1');
    if (/ (BT|re|Do|cm)\b/.test(text))
      for (const [, operator] of text.matchAll(/(?:^|\s)([A-Za-z]+\*?)(?=\s|$)/g)) found.add(operator!);
  }
  return found;
}

describe('a document for a press', () => {
  const bytes = paint(printed, fonts, info);
  const raw = readablePdf(bytes);

  it('declares PDF/X-4 beside PDF/UA-1 and PDF/A-2a', () => {
    expect(raw).toContain('%PDF-1.6');
    expect(raw).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(raw).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(raw).toMatch(/<xmpMM:DocumentID>uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</);
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
  });

  it('passes preflight for a press, and not for a copier without colour', async () => {
    const pdf = await readPdf('press.pdf', bytes, createReport());
    const judged = (profile: 'press' | 'grey') => preflight(pdf!, { ...ANY_FILE, standards: true, profile });
    expect(judged('press')).toEqual([]);
    expect(judged('grey').map(({ check }) => check)).toContain('colours');
  });

  it('says that it is not trapped, by a name and not by a text', () => {
    const [, number] = /\/Trapped (\d+) 0 R/.exec(raw)!;
    expect(raw).toMatch(new RegExp(`\\n${number} 0 obj\\n/False\\nendobj`));
    expect(raw).toMatch(/\/GTS_PDFXVersion \d+ 0 R/);
  });

  it('describes every property that PDF/A does not know', async () => {
    const { used, declared } = (await readPdf('press.pdf', bytes, createReport()))!.metadata.xmp!;
    const names = (all: typeof used) => all.map(({ namespace, name }) => `${namespace}${name}`);
    const unknown = [
      'http://www.npes.org/pdfx/ns/id/GTS_PDFXVersion',
      'http://www.aiim.org/pdfua/ns/id/part',
      'http://ns.adobe.com/pdf/1.3/Trapped',
    ];
    expect(names(used)).toEqual(expect.arrayContaining(unknown));
    expect(names(declared).sort()).toEqual([...unknown].sort());
  });

  it('has one profile for both standards, as it was given', () => {
    const intents = [...raw.matchAll(/\/S \/(GTS_\w+)\n[\s\S]*?\/DestOutputProfile (\d+) 0 R/g)];
    expect(intents.map(([, kind]) => kind)).toEqual(['GTS_PDFX', 'GTS_PDFA1']);
    expect(new Set(intents.map(([, , profile]) => profile)).size).toBe(1);
    expect(raw).toContain('/OutputConditionIdentifier (Coated & glossy)');
    expect(raw).not.toContain('sRGB');
  });

  it('is painted in inks alone', () => {
    const operators = operatorsOf(bytes);
    expect(operators).toContain('k');
    for (const name of ['rg', 'RG', 'g', 'G', 'sc', 'scn']) expect(operators).not.toContain(name);
    // The same pages for a copier: accents are in colour, and the rest is gray.
    const { press: _, ...school } = info;
    const copied = operatorsOf(paint(handout, fonts, school));
    for (const name of ['rg', 'g']) expect(copied).toContain(name);
    expect(copied).not.toContain('k');
  });

  it('has no links, neither on its pages nor in its structure', () => {
    const linksIn = (marks: readonly Mark[]): number =>
      marks.reduce(
        (sum, mark) => sum + (mark.kind === 'link' ? 1 : mark.kind === 'group' ? linksIn(mark.marks) : 0),
        0,
      );
    const roles = (node: StructureNode): string[] => [
      node.role,
      ...node.children.flatMap((child) => ('role' in child ? roles(child) : [])),
    ];
    const count = (laid: Laid) => laid.pages.reduce((sum, page) => sum + linksIn(page.marks), 0);
    expect(count(handout)).toBeGreaterThan(0);
    expect(count(printed)).toBe(0);
    expect(roles(handout.structure)).toContain('Link');
    expect(roles(printed.structure)).not.toContain('Link');
    expect(roles(printed.structure)).toHaveLength(roles(handout.structure).length);
    expect(raw).not.toContain('/Annot');
  });

  it('is the same every time, and another for another profile', () => {
    expect(readablePdf(paint(printed, fonts, info))).toBe(raw);
    const other = readProfile(syntheticProfile({ tables: 4 }), nowhere, createReport())!;
    const id = (text: string) => /\/ID \[<(\w+)>/.exec(text)![1];
    expect(
      id(readablePdf(paint(printed, fonts, { ...info, press: { ...other, name: press.name } }))),
    ).not.toBe(id(raw));
  });
});

describe('a picture in inks', () => {
  it('is drawn as it is, sample for sample', () => {
    const samples = Uint8Array.of(255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255);
    const [page] = handout.pages;
    const image = {
      kind: 'image',
      structureRef: { artifact: 'layout' },
      image: 'p',
      box: { x: 0, y: 0, width: 40, height: 40 },
    } as const;
    const data = base64(compressRows(samples, 8));
    const laid: Laid = {
      ...printed,
      pages: [{ ...page!, marks: [image] }],
      images: [{ name: 'p', format: 'samples', data, width: 2, height: 2, channels: 4 }],
    };
    const bytes = paint(laid, fonts, info);
    expect(readablePdf(bytes)).toMatch(
      /\/ColorSpace \/DeviceCMYK\n\/Filter \/FlateDecode\n\/DecodeParms <<\n\/Predictor 15\n\/Colors 4/,
    );
    expect(operatorsOf(bytes)).toContain('Do');
  });
});
