import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { coverageOf } from '../../src/content/checks/coverage-of.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { planJobs } from '../../src/templates/plan-jobs.ts';
import { selectProducts } from '../../src/templates/select-products.ts';
import { layOutFolder } from '../support.ts';
import { english } from '../words-in.ts';

/** A pack of files, all of them sound. */
function packOf(files: Record<string, string>) {
  const report = createReport();
  const list = Object.entries(files).map(([name, text]) => ({ path: name, name, text }));
  const pack = readPack('demo', 'demo', list, TABLES.entryKinds, report);
  expect(report.failed()).toBe(false);
  return pack!;
}

/** The coverage of a pack, with the questions of its bank. */
const coverageIn = (pack: ReturnType<typeof packOf>) =>
  coverageOf(
    pack,
    pack.entries.items.map(({ fields }) => fields),
    english,
  );

const about = '---\ntitle: Demo\nlang: en-GB\ndate: 2026-11-01\n---\n\nA pack.\n';
const poem = {
  'pack.md': about,
  'book.md': '---\ntitle: B\nauthor: A\npublished: 1900\nnarrator: ada\nunit: stanza\n---\n',
  'chapters.md': '# C\n\n## 1\ntitle: One\n\nIt begins.\n\n## 2\ntitle: Two\n\nIt ends.\n',
  'themes.md': '# T\n\n## Light\nclaim: It shines.\n\nText.\n\n## Dark\nclaim: It hides.\n\nText.\n',
  'characters.md':
    '# P\n\n## Ada\nrole: main\nclaim: She sees.\n\nText.\n\n## Ben\nrole: minor\nclaim: He hears.\n\nText.\n',
  'quotations.md':
    '# Q\n\n## one\nspeaker: narrator\nchapter: 1\nthemes: [light]\nprovenance: book\n\nIt shone.\n',
  'items/worksheet.md':
    '# W\n\n## Why?\nlevel: support\nchapters: [1]\nthemes: [light]\n\nBecause.\n\n## How?\nlevel: stretch\nthemes: [light]\ncharacters: [ada]\n\nSo.\n',
};

describe('the coverage of a pack', () => {
  it('counts quotations and questions by subject, chapter and level', () => {
    const { rows, perChapter } = coverageIn(packOf(poem));
    const light = rows.find(({ id }) => id === 'light')!;
    expect(light.chapters).toEqual([
      { quotations: 1, questions: 1 },
      { quotations: 0, questions: 0 },
    ]);
    expect(light.elsewhere).toEqual({ quotations: 0, questions: 1 });
    expect(light.total).toEqual({ quotations: 1, questions: 2 });
    expect(light.levels).toEqual([1, 0, 1]);
    expect(perChapter.map(({ questions }) => questions)).toEqual([1, 0]);
  });

  it('gives what is narrated to the narrator, and leaves minor characters out', () => {
    const { rows } = coverageIn(packOf(poem));
    expect(rows.map(({ id }) => id)).toEqual(['light', 'dark', 'ada']);
    expect(rows.at(-1)!.total).toEqual({ quotations: 1, questions: 1 });
  });

  it('names each hole, in the words of the book', () => {
    expect(coverageIn(packOf(poem)).holes).toEqual([
      'No quotations for Dark.',
      'No questions on Dark.',
      'No questions on stanza\u00A02.',
    ]);
  });

  it('asks no quotations of a pack that has none', () => {
    const { holes, quotes } = coverageIn(
      packOf({ 'pack.md': about, 'themes.md': '# T\n\n## Light\nclaim: It shines.\n\nText.\n' }),
    );
    expect(quotes).toBe(false);
    expect(holes).toEqual(['No questions on Light.']);
  });

  it('is printed only on request, on one page that lies', () => {
    const folder = 'content/never-let-me-go';
    const { documents, report } = layOutFolder(folder, { products: ['coverage'], paper: 'letter' });
    expect(report.diagnostics).toEqual([]);
    expect(documents.map(({ pages }) => pages.pages.length)).toEqual([1]);
    const [page] = documents[0]!.pages.pages;
    // Letter is 8.5 x 11 inches of 72 points.
    expect([page!.width, page!.height]).toEqual([792, 612]);
  });
});

describe.each(readPackSources([], 'content', createReport()))('the pack $id', ({ id, folder, content }) => {
  const pack = readPack(id, folder, content, TABLES.entryKinds, createReport())!;

  it('has no hole', () => {
    expect(coverageIn(pack).holes).toEqual([]);
  });

  it('prints no coverage without being asked', () => {
    const report = createReport();
    const { made: products } = selectProducts([readTemplateSet(report)], [], english, report);
    const names = (wanted: typeof products) =>
      planJobs(pack, wanted, readAssessment(pack, TABLES.questionKinds, english, report), report).map(
        ({ product }) => product.name,
      );
    expect(names(products)).not.toContain('coverage');
    expect(names(selectProducts([readTemplateSet(report)], ['coverage'], english, report).made)).toEqual([
      'coverage',
    ]);
    expect(report.diagnostics).toEqual([]);
  });

  if (coverageIn(pack).quotes)
    it('quotes in its prose only what stands among its quotations', () => {
      const plain = (text: string) => text.replace(/[*_]/g, '').replace(/\s+/g, ' ').toLowerCase();
      // A text written for a paper is quoted by the items on it; and a statement to be judged is nobody’s words.
      const { quotations, misquotations, stimuli } = pack.entries;
      const known = [
        ...[...quotations, ...stimuli].map(({ body }) => plain(body.text)),
        ...misquotations.map(({ body, fields }) => plain(`${body.text} ${fields.words}`)),
      ];
      const prose = content.filter(({ name }) => !/^(mis)?quotations/.test(name));
      const strange = prose.flatMap(({ name, text }) =>
        [
          ...text
            .replace(/^## “[^”]+” How far (?:do you agree|does Ishiguro want us to agree)\?$/gm, '')
            .matchAll(/“([^”]+)”/g),
        ]
          // Where words were left out, what is around them stands apart.
          .flatMap(([, words = '']) => words.split(/\[?…\]?/))
          .map((words) => plain(words).replace(/^[ ]+|[ .,;:?!]+$/g, ''))
          .filter((words) => words.split(' ').length >= 4 && !known.some((quoted) => quoted.includes(words)))
          .map((words) => `${name}: ${words}`),
      );
      expect(strange).toEqual([]);
    });
});
