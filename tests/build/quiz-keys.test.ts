import { describe, expect, it } from 'vitest';
import type { PackDraft } from '../../src/build/jobs/draft.ts';
import { checkQuiz, type ReadQuiz } from '../../src/build/key-check/check-quiz.ts';
import { checkFinished } from '../../src/build/read-back/check-finished.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Laid } from '../../src/pages/laid.ts';
import { paint } from '../../src/pdf/painting/paint.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { fonts, layOutFolder } from '../support.ts';
import { mapTexts } from './map-texts.ts';

const PRODUCTS = [
  'vocabulary-test',
  'quotation-test',
  'retrieval-starters',
  'retrieval-starters-key',
  'exit-tickets',
  'exit-tickets-key',
];

const documents = layOutFolder('tests/packs/the-open-harbour', { products: PRODUCTS }).documents as readonly {
  draft: PackDraft;
  pages: Laid;
}[];

/** Changes a text of one file, reads all files of its product and key back, and compares them. */
async function found(product: string, name = '', from = '', to = ''): Promise<string[]> {
  const report = createReport();
  const finished = [];
  let count = 0;
  for (const { draft, pages } of documents) {
    if (!draft.product.startsWith(product)) continue;
    const changed =
      draft.job.name.endsWith(name) && name !== ''
        ? mapTexts(pages, (mark) => {
            if (!mark.text.includes(from)) return mark;
            count++;
            return { ...mark, text: mark.text.replace(from, to) };
          })
        : pages;
    const bytes = paint(changed, fonts, { title: 'A quiz', lang: 'en', date: new Date(0) });
    finished.push({ draft, pdf: (await readPdf(draft.job.name, bytes, report))! });
  }
  expect(count > 0).toBe(name !== '');
  checkFinished(finished, [], report);
  return report.diagnostics
    .filter(({ code }) => code.endsWith('-drift') || code === 'answer-leaked')
    .map(({ code, message }) => `${code}: ${message.replace(/^\S*\.pdf: /, '')}`);
}

describe('the key of a quiz', () => {
  it.each(['vocabulary-test', 'quotation-test', 'retrieval-starters', 'exit-tickets'])(
    'agrees as it comes: %s',
    async (product) => {
      expect(await found(product)).toEqual([]);
    },
  );
});

describe('a quiz is found out', () => {
  it.each([
    [
      'vocabulary-test/key',
      'stichomythia',
      'caesura',
      /^key-drift: “caesura” is not the right answer to 3, “A quarrel/,
    ],
    ['vocabulary-test/form-b', 'prose', 'verse', /^key-drift: The key has no answer to 2, “verse”/],
    [
      'quotation-test/key',
      'steered',
      'steamed',
      /^key-drift: “steamed” is not the right answer to 2, “Forty and/,
    ],
    ['quotation-test/key', 'Tobin', 'Aldren', /^key-drift: “Aldren” is not the right answer to 5/],
    ['quotation-test/key', 'only sure', 'not sure', /^key-drift: “I never saw it. I was not sure/],
    [
      'quotation-test/sheet',
      'ship’s lamp',
      'ship’s bell',
      /^key-drift: The key has no answer to 5, “A ship’s bell/,
    ],
    [
      'retrieval-starters-key/key',
      'without rhyme',
      'with rhyme',
      /^key-drift: “Lines of five beats with rhyme/,
    ],
    [
      'retrieval-starters-key/key',
      'caesura',
      'prose',
      /^key-drift: “prose” is not the right answer to 3, “Which word has/,
    ],
    [
      'retrieval-starters-key/key',
      'drowned',
      'killed',
      /^key-drift: “killed” is not the right answer to 1, “Which word is/,
    ],
    [
      'retrieval-starters-key/key',
      'Tobin',
      'Maren',
      /^key-drift: “Maren” is not the right answer to 4, “Who says/,
    ],
    ['exit-tickets-key/key', 'weather', 'feather', /^key-drift: “feather” is not/],
    ['exit-tickets/tickets', 'blank verse', 'free verse', /^key-drift: The key has no answer to/],
  ])('in %s, with another text than “%s”', async (name, from, to, message) => {
    const messages = await found(name.split('/')[0]!.replace(/-key$/, ''), name, from, to);
    expect(messages.some((one) => message.test(one.replaceAll('\u00a0', ' ')))).toBe(true);
  });

  it('if a sheet has an answer, or the key lacks one', () => {
    const quiz = (rows: readonly (readonly string[])[]): ReadQuiz => ({ questions: [], tables: [rows] });
    const found: string[] = [];
    const answers = { isMeaning: () => true, isRight: () => true };
    const sheet = quiz([
      ['1. irony', ''],
      ['2. motif', 'What comes again.'],
      ['3. tone', ''],
    ]);
    const key = quiz([
      ['1. irony', 'A gap.'],
      ['2. motif', 'What comes again.'],
      ['3. plot', 'What happens.'],
    ]);
    checkQuiz([sheet], key, answers, (code, message) => found.push(`${code}: ${message}`));
    expect(found).toEqual([
      'answer-leaked: 2 is already answered: “What comes again.”',
      'key-drift: The key has no answer to 3, “tone”.',
      'key-drift: The key answers 3, “plot”, which no sheet asks.',
    ]);
  });
});
