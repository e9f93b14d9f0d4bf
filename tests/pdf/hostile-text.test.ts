import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/build/print-document.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { pageText } from '../../src/pdf/reading/text-of.ts';
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

/** Markdown for a text that has signs of Markdown in it. */
const escaped = (text: string) => text.replace(/[<\\]/g, '\\$&');

describe('text that looks like a part of a PDF', () => {
  it.each([') /Foo (bar', '</rdf:li></rdf:Alt> <x>y</x>', 'endobj 1 0 obj', '\\) Tj ET ('])(
    'is text in title, page and metadata: %s',
    async (odd) => {
      const { pdf, bytes } = await print(
        `---\ntitle: ${JSON.stringify(odd)}\nauthor: ${JSON.stringify(odd)}\nlang: en\n---\n\n# ${escaped(odd)}\n\nSome words, and [${escaped(odd)}](https://example.org/).\n`,
      );
      expect(pdf.problems).toEqual([]);
      expect(pdf.pages.map(pageText).join('\n')).toContain('Some words, and');
      const file = await PDFDocument.load(bytes);
      expect(file.getTitle()).toBe(odd);
      expect(file.getAuthor()).toBe(odd);
      expect(pdf.bookmarks.map(({ title }) => title)).toEqual([odd]);
      const links = pdf.pages.flatMap(({ annotations }) => annotations);
      expect(links).toMatchObject([{ contents: expect.stringContaining(odd) }]);
      expect(pdf.metadata.xmp!.text).toContain('<rdf:li');
      expect(pdf.metadata.xmp!.text).not.toContain('<x>y</x>');
      expect(pdf.metadata.xmp!.values).toMatchObject({ 'dc:title': odd, 'dc:creator': odd });
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
  ])('to programs and files are left off, and named: %s', async (address) => {
    const { pdf, bytes, codes } = await print(
      `---\nlang: en\n---\n\n# A\n\n[Read](${address}) and [more](https://example.org/).\n`,
    );
    expect(codes).toContain('link-dropped');
    expect(pdf.pages.map(pageText).join('\n')).toContain('Read');
    const file = await PDFDocument.load(bytes);
    const targets = file
      .getPages()
      .flatMap((page) => page.node.Annots()?.asArray() ?? [])
      .map((one) => file.context.lookup(one as never)!.toString());
    expect(targets.join('\n')).toContain('example.org');
    expect(targets).toHaveLength(1);
  });
});
