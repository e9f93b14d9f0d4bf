import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { type WrittenPdf, writtenPdf } from './written-pdf.ts';

async function read(bytes: Uint8Array) {
  const report = createReport();
  const pdf = await readPdf('x.pdf', bytes, report);
  expect(report.diagnostics).toEqual([]);
  return pdf!;
}

const problemsOf = async (parts: WrittenPdf) => (await read(writtenPdf(parts))).pages[0]!.problems;

/** A stream of two megabytes, and so many of it as the content of a page. */
const SPACES = { objects: [`<< /Length 2097152 >>\nstream\n${' '.repeat(2 * 1024 * 1024)}\nendstream`] };
const contents = (count: number) => `/Contents [${'10 0 R '.repeat(count)}]`;

describe('a page with more than is read', () => {
  it.each<[string, (count: number) => WrittenPdf, number, string]>([
    [
      'marks',
      (count) => ({ content: '0 0 1 1 re f '.repeat(count) }),
      200_000,
      'it has more than 200000 marks',
    ],
    [
      'operators',
      (count) => ({ content: 'n '.repeat(count) }),
      3_000_000,
      'it has more than 3000000 operators',
    ],
    [
      'bytes',
      (count) => ({ ...SPACES, page: contents(count) }),
      47,
      'its content cannot be read: it is too large',
    ],
    [
      'states inside one another',
      (count) => ({ content: 'q '.repeat(count) }),
      500,
      'too many graphics states are saved',
    ],
    [
      'content inside other',
      (count) => ({ content: '/P BMC '.repeat(count) }),
      500,
      'marked content is nested too deeply',
    ],
    [
      'annotations',
      (count) => ({ page: `/Annots [${'<< /Subtype /Text >> '.repeat(count)}]` }),
      20_000,
      'it has more than 20000 annotations; the rest were not read',
    ],
  ])('is read as far as its limit, and told: %s', async (_, write, most, problem) => {
    // Millions take their time.
    if (most < 1000) expect(await problemsOf(write(most))).not.toContain(problem);
    expect(await problemsOf(write(most + 1))).toContain(problem);
  });

  it('is in a file of which bookmarks are read as far as their limit', async () => {
    const bookmarks = (count: number) =>
      Array.from({ length: count }, (_, index) => `<< /Title (a) /Next ${12 + index} 0 R >>`);
    const withBookmarks = (count: number) =>
      read(
        writtenPdf({ catalog: '/Outlines 10 0 R', objects: ['<< /First 11 0 R >>', ...bookmarks(count)] }),
      );
    const problem = 'it has 20000 bookmarks or more; the rest were not read';
    expect((await withBookmarks(19_999)).problems).not.toContain(problem);
    const { problems, bookmarks: found } = await withBookmarks(20_001);
    expect(problems).toContain(problem);
    expect(found).toHaveLength(20_000);
  });

  it('shares a limit with the other pages of its file', async () => {
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] ${contents(45)} >>`;
    const all = writtenPdf({ objects: [...SPACES.objects, page, page, page, page, page] });
    const kids = Buffer.from(all)
      .toString('latin1')
      .replace('/Kids [3 0 R]', '/Kids [11 0 R 12 0 R 13 0 R 14 0 R 15 0 R]');
    const pdf = await read(new Uint8Array(Buffer.from(kids, 'latin1')));
    expect(pdf.pages.map(({ problems }) => problems.join())).toEqual([
      ...['', '', '', ''],
      expect.stringContaining('it is too large'),
    ]);
  });
});
