import { describe, expect, it } from 'vitest';
import { describePages } from '../src/pages/describe-pages.ts';
import type { Laid } from '../src/pages/laid.ts';
import type { Mark } from '../src/pages/page.ts';
import { layOutFolder } from './support.ts';

const { report, documents } = layOutFolder('tests/packs/optics');

/** Pages as text are the main golden; `npm run accept` takes them as they are now. */
describe('the pages of the test pack', () => {
  it('come without a finding', () => expect(report.diagnostics).toEqual([]));

  for (const { draft, pages } of documents)
    it(draft.job.name, async () => {
      await expect(describePages(pages)).toMatchFileSnapshot(`golden/${draft.job.name}.txt`);
    });

  it('are plain data', () => {
    for (const { pages } of documents) expect(JSON.parse(JSON.stringify(pages))).toEqual(pages);
  });
});

/** What shows most of each subject: the rest of these packs is printed in `tests/build/subjects.test.ts`. */
const OF_SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  circuits: ['exam-paper/test-a', 'handout/resistance-and-ohms-law', 'practical/resistance-of-a-wire-sheet'],
  'in-der-stadt': [
    'crossword/puzzle',
    'handout/where-and-where-to',
    'retrieval-starters/sheet',
    'vocabulary-cards',
    'vocabulary-test/form-a',
    'word-search/core',
    'worksheet/the-way-core',
  ],
  'leaving-home': ['anthology', 'exam-paper/comparison-a', 'flashcards'],
  'the-crimean-war': [
    'exam-paper/sources-a',
    'handout/nursing',
    'knowledge-organiser',
    'organiser-with-gaps/core',
    'timeline',
  ],
  'the-open-harbour': [
    'bookmarks',
    'character-map',
    'chapter-log',
    'essay-plan',
    'exam-paper/essays-a',
    'handout/aldren',
    'quotation-bank',
    'quotation-posters',
    'quotation-test/sheet',
    'revision-mat',
    'self-check',
    'worksheet/the-quarrel-support',
  ],
};

describe.each(Object.entries(OF_SUBJECTS))('the pages of %s', (pack, names) => {
  const products = [...new Set(names.map((name) => name.split('/')[0]!))];
  const subject = layOutFolder(`tests/packs/${pack}`, { products });

  it.each(names)('%s', async (name) => {
    const { pages } = subject.documents.find(({ draft }) => draft.job.name === `${pack}/${name}`)!;
    await expect(describePages(pages)).toMatchFileSnapshot(`golden/${pack}/${name}.txt`);
  });
});

describe('characters of Markdown and Handlebars in authored strings', () => {
  const page = documents.find(({ draft }) => draft.job.name.endsWith('/reflection'))!;

  it('print as themselves', () => {
    const words = textOfPages(page.pages);
    expect(words).toContain('Mirrors: a * and _b_ & <c> | {{d}}');
    expect(words).toContain('{{claim}} with *stars*, _lines_, <tags> & | pipes');
  });
});

/** All text of the pages, artifacts too. */
function textOfPages(laid: Laid): string {
  const text = (marks: readonly Mark[]): string =>
    marks
      .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? text(mark.marks) : ''))
      .join('');
  return laid.pages.map((page) => text(page.marks)).join('');
}
