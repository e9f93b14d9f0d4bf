import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/build/print-document.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { pageText, unseenTexts } from '../../src/pdf/reading/text-of.ts';
import { fonts } from '../support.ts';

/** Prints a Markdown file and reads it back. */
async function print(text: string) {
  const report = createReport();
  const printed = await printDocument(
    { path: 'notes.md', text, readPictures: () => [] },
    readTemplateSet(report),
    { fonts },
    report,
  );
  const pdf = (await readPdf('notes.pdf', printed!.bytes, report))!;
  return { pdf, bytes: printed!.bytes, codes: report.diagnostics.map(({ code }) => code) };
}

describe('text that looks like a part of a PDF', () => {
  it.each([') /Foo (bar', '</rdf:li></rdf:Alt> <x>y</x>', 'endobj 1 0 obj', '\\) Tj ET ('])(
    'is text in title, page and metadata: %s',
    async (odd) => {
      const { pdf, bytes } = await print(
        `---\ntitle: ${JSON.stringify(odd)}\nlang: en\n---\n\n# ${odd.replace(/[<\\]/g, '\\$&')}\n\nSome words.\n`,
      );
      expect(pdf.problems).toEqual([]);
      expect(pdf.pages.map(pageText).join('\n')).toContain('Some words.');
      const file = await PDFDocument.load(bytes);
      expect(file.getTitle()).toBe(odd);
      const metadata = unseenTexts(pdf).filter((one) => one.includes('<rdf:'));
      for (const xmp of metadata) expect(xmp).not.toContain('<x>y</x>');
    },
  );
});

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'ms-word:ofe',
    'smb://host/share',
    'ms-word:ofe|u|https://example.org/a',
    'x-https://example.com/',
    '../other.md#https://example.com',
  ])('to programs and files are left off: %s', async (address) => {
    const { bytes } = await print(
      `---\nlang: en\n---\n\n# A\n\n[Read](${address}) and [more](https://example.org/).\n`,
    );
    const file = await PDFDocument.load(bytes);
    const targets = file
      .getPages()
      .flatMap((page) => page.node.Annots()?.asArray() ?? [])
      .map((one) => file.context.lookup(one as never)!.toString());
    expect(targets.join('\n')).toContain('example.org');
    expect(targets).toHaveLength(1);
  });
});
