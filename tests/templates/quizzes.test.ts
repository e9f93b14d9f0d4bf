import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { quizzesByWeek } from '../../src/templates/quizzes/by-week.ts';
import { quickQuestions } from '../../src/templates/quizzes/quick-questions.ts';
import { quotationTest } from '../../src/templates/quizzes/quotation-test.ts';
import { vocabularyTest } from '../../src/templates/quizzes/vocabulary-test.ts';
import { layOutPack } from '../support.ts';
import { english } from '../words-in.ts';

function packIn(folder: string) {
  const [source] = readPackSources([folder], 'content', createReport());
  const report = createReport();
  const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, report)!;
  return { pack, assessment: readAssessment(pack, TABLES.questionKinds, english, report) };
}

const novel = packIn('content/never-let-me-go');
const water = packIn('content/the-water-cycle');
const SEEDS = Array.from({ length: 30 }, (_, index) => `seed ${index}`);

describe('the vocabulary test', () => {
  it('asks in form B for the words whose meanings form A asks for, and the other way round', () => {
    for (const seed of SEEDS) {
      const [a, b] = vocabularyTest(novel.pack, seed)!.forms;
      const words = (tested: readonly { word: { text: string } }[]) =>
        tested.map(({ word }) => word.text).sort();
      expect(words(a!.toMeaning)).toEqual(words(b!.toWord));
      expect(words(a!.toWord)).toEqual(words(b!.toMeaning));
      expect(new Set([...words(a!.toMeaning), ...words(a!.toWord)]).size).toBe(16);
      expect([...a!.toMeaning, ...a!.toWord].map(({ number }) => number)).toEqual(
        Array.from({ length: 16 }, (_, index) => String(index + 1)),
      );
    }
  });

  it('answers with the whole meaning, where the question has a gap for the word', () => {
    const asked = SEEDS.flatMap((seed) =>
      vocabularyTest(water.pack, seed)!.forms.flatMap(({ toMeaning }) => toMeaning),
    );
    for (const { answer } of asked) expect(answer.text).not.toContain('…');
    expect(asked.some(({ meaning }) => meaning.text.includes('…'))).toBe(true);
  });

  it('does not give the word away in its meaning', () => {
    for (const seed of SEEDS)
      for (const { word, meaning } of vocabularyTest(water.pack, seed)!.forms.flatMap(({ toWord }) => toWord))
        expect(meaning.text.toLowerCase().split(/[^\p{L}’'-]+/u)).not.toContain(word.text.toLowerCase());
  });

  it('is the same for the same seed, and another for another', () => {
    expect(vocabularyTest(novel.pack, 'a')).toEqual(vocabularyTest(novel.pack, 'a'));
    expect(vocabularyTest(novel.pack, 'a')).not.toEqual(vocabularyTest(novel.pack, 'b'));
  });
});

describe('the quotation test', () => {
  it('asks each quotation once, with its answer', () => {
    const lines = novel.pack.entries.quotations.map(({ body }) => body.text.replace(/\s+/g, ' '));
    for (const seed of SEEDS) {
      const { gaps, letters, speakers } = quotationTest(novel.pack, english, seed)!;
      const all = [...gaps, ...letters, ...speakers];
      expect(new Set(all.map(({ stem }) => `${stem.at.file}:${stem.at.line}`)).size).toBe(all.length);
      expect(all.map(({ number }) => Number(number))).toEqual(all.map((_, index) => index + 1));
      for (const { stem, answer } of gaps)
        expect(lines).toContain(stem.text.slice(1, -1).replace(/_+/, answer.text));
      for (const { stem, answer } of letters) {
        expect(lines).toContain(answer.text.slice(1, -1));
        const initials = (text: string) => [...text.matchAll(/(?<![\p{L}’'-])\p{L}/gu)].join('');
        expect(initials(stem.text)).toBe(initials(answer.text));
      }
      for (const { stem, answer } of speakers) expect(stem.text).not.toContain(answer.text);
      // Nobody is asked for twice.
      expect(new Set(speakers.map(({ answer }) => answer.text)).size).toBe(speakers.length);
    }
  });
});

it('does not ask who says a line that begins with the name', () => {
  const { pack } = packIn('tests/packs/the-open-harbour');
  const lines = SEEDS.flatMap((seed) => quotationTest(pack, english, seed)!.speakers);
  expect(lines.length).toBeGreaterThan(0);
  for (const { stem, answer } of lines)
    expect(stem.text.toLowerCase()).not.toContain(answer.text.toLowerCase());
});

describe('quizzes by the schedule', () => {
  const order = novel.pack.entries.chapters.map(({ id }) => id);
  /** The last chapter of each question of the pack, by its place. */
  const lastOf = new Map(
    [
      ...novel.assessment.items.map(({ task, chapters }) => ({ at: task.stem.at, chapters })),
      ...novel.pack.entries.vocabulary.map(({ places, at, fields }) => ({
        at: places['name'] ?? at,
        chapters: fields.chapters,
      })),
      ...novel.pack.entries.vocabulary.map(({ body, fields }) => ({
        at: body.at,
        chapters: fields.chapters,
      })),
      ...novel.pack.entries.quotations.map(({ body, fields }) => ({
        at: body.at,
        chapters: [fields.chapter ?? 'none'],
      })),
    ].map(({ at, chapters }) => [
      `${at.file}:${at.line}`,
      Math.max(-1, ...chapters.map((id) => order.indexOf(id))),
    ]),
  );

  it('ask nothing that comes later than their step', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const { starters, tickets } = quizzesByWeek(novel.pack, novel.assessment, seed);
      const steps = novel.pack.entries.schedule;
      expect(starters.map(({ questions }) => questions.length)).toEqual(steps.map(() => 5));
      expect(tickets.map(({ questions }) => questions.length)).toEqual(steps.map(() => 2));
      for (const quizzes of [starters, tickets])
        for (const [index, { questions }] of quizzes.entries()) {
          const reached = novel.pack.entries.schedule[index]!.fields.chapters.map((id) => order.indexOf(id));
          for (const { stem } of questions) {
            const last = lastOf.get(`${stem.at.file}:${stem.at.line}`);
            expect(last).toBeDefined();
            expect(last).toBeLessThanOrEqual(Math.max(...reached));
          }
        }
    }
  });

  it('ask in more than one way, and never about one entry twice', () => {
    const questions = quickQuestions(novel.pack, novel.assessment);
    const byStem = new Map(questions.map((question) => [question.stem.text, question]));
    const all = SEEDS.slice(0, 10).flatMap(
      (seed) => quizzesByWeek(novel.pack, novel.assessment, seed).starters,
    );
    const sortsIn: number[] = [];
    for (const { questions: asked } of all) {
      const known = asked.map(({ stem }) => byStem.get(stem.text)!);
      sortsIn.push(new Set(known.map(({ sort }) => sort)).size);
      expect(new Set(known.map(({ about }) => about)).size).toBe(5);
      expect(known.filter(({ sort }) => sort === 'meaning').length).toBeLessThanOrEqual(2);
    }
    // A lesson on one chapter may not have questions of three sorts that are new.
    expect(Math.min(...sortsIn)).toBeGreaterThanOrEqual(2);
    expect(sortsIn.filter((count) => count >= 3).length / all.length).toBeGreaterThan(0.95);
  });

  it('ask no question twice while there are others, and none of a paper', () => {
    const { starters, tickets } = quizzesByWeek(water.pack, water.assessment, 'one');
    const asked = [...starters, ...tickets].flatMap(({ questions }) =>
      questions.map(({ stem }) => stem.text),
    );
    const known = quickQuestions(water.pack, water.assessment).length;
    expect(new Set(asked).size).toBe(Math.min(asked.length, known));
    const inPapers = water.assessment.papers.flatMap(({ paper }) =>
      paper.sections.flatMap(({ items }) => items.map(({ task }) => task.stem.text)),
    );
    expect(asked.filter((stem) => inPapers.includes(stem))).toEqual([]);
  });
});

it.each(['the-crimean-war', 'circuits', 'in-der-stadt', 'leaving-home'])(
  'ask other questions in each lesson, although %s has too few for all of them',
  (id) => {
    const { pack, assessment } = packIn(`tests/packs/${id}`);
    for (const seed of [id, ...SEEDS]) {
      const { starters, tickets } = quizzesByWeek(pack, assessment, seed);
      for (const quizzes of [starters, tickets]) {
        expect(quizzes.length).toBeGreaterThanOrEqual(3);
        const stems = quizzes.map(({ questions }) =>
          questions
            .map(({ stem }) => stem.text)
            .sort()
            .join(' | '),
        );
        expect(new Set(stems).size).toBe(stems.length);
      }
      // Nothing comes a third time while there is something that came once.
      const asked = [...starters, ...tickets].flatMap(({ questions }) => questions);
      const times = new Map<string, number>();
      for (const { stem } of asked) times.set(stem.text, (times.get(stem.text) ?? 0) + 1);
      expect(Math.max(...times.values())).toBeLessThanOrEqual(
        Math.ceil(asked.length / quickQuestions(pack, assessment).length) + 1,
      );
    }
  },
);

describe('packs with too little', () => {
  const word = (index: number) => `## word${'abcdefgh'[index]}\n\nMeaning number ${index}.\n`;
  const words = (count: number) => ({
    'vocabulary.md': Array.from({ length: count }, (_, i) => word(i)).join('\n'),
  });
  const productsOf = (documents: ReturnType<typeof layOutPack>['documents']) =>
    documents.map(({ draft }) => draft.name.replace('demo/', ''));

  it('have no vocabulary test, and are told so', () => {
    const leftOut: unknown[] = [];
    const { documents } = layOutPack(words(5), { onLeftOut: (one) => void leftOut.push(one) });
    expect(productsOf(documents).filter((name) => name.startsWith('vocabulary-test'))).toEqual([]);
    expect(leftOut).toContainEqual(
      expect.objectContaining({ product: 'vocabulary-test', found: 5, least: 6 }),
    );
  });

  it('have one by default with six words', () => {
    const { documents, report } = layOutPack(words(6));
    expect(report.diagnostics).toEqual([]);
    expect(productsOf(documents)).toEqual(
      expect.arrayContaining(['vocabulary-test/form-a', 'vocabulary-test/form-b', 'vocabulary-test/key']),
    );
  });

  it('do not ask words whose meanings are the words themselves', () => {
    const borrowed = '## taxi\n\nTaxi.\n\n## hotel\n\nA hotel.\n';
    const texts = { ...words(6), 'vocabulary.md': `${words(6)['vocabulary.md']}\n${borrowed}` };
    const { documents, report } = layOutPack(texts, { products: ['vocabulary-test', 'loop-cards'] });
    expect(report.diagnostics.map(({ code, where }) => [code, where.line])).toEqual([
      ['puzzle-word-left-out', 25],
      ['puzzle-word-left-out', 29],
    ]);
    expect(JSON.stringify(documents.map(({ pages }) => pages))).not.toMatch(/taxi|hotel/iu);
  });

  it.each([
    ['quotation-test', /“quotation-test”.*it was not printed/, /at least 6 in “quotations”/],
    ['handout', /“handout”/, /at least 1 in “characters” or “people” or “themes”/],
  ])('say so if they have nothing for %s, which was asked for by name', (product, message, help) => {
    const { documents, report } = layOutPack(words(8), { products: [product, 'vocabulary-test'] });
    expect(productsOf(documents).filter((name) => name.startsWith(product))).toEqual([]);
    expect(report.diagnostics).toMatchObject([
      { code: 'product-empty', severity: 'warning', where: { file: 'demo/pack.md', line: 1 } },
    ]);
    expect(report.diagnostics[0]!.message).toMatch(message);
    expect(report.diagnostics[0]!.hint).toMatch(help);
  });

  it('have no starters if no step of the schedule has chapters, and are told where', () => {
    const pack = (chapters: string) => ({
      ...words(8),
      'chapters.md': '## 1\ntitle: One\n\nFirst.\n\n## 2\ntitle: Two\n\nSecond.\n',
      'schedule.md': `# Weeks\n\n## Week 1\n${chapters}\nRead.\n\n## Week 2\n\nRead on.\n\n## Week 3\n\nEnd.\n`,
    });
    const made = layOutPack(pack(''), { products: ['retrieval-starters'] });
    expect(made.documents).toEqual([]);
    expect(made.report.diagnostics).toMatchObject([
      {
        code: 'schedule-without-chapters',
        severity: 'warning',
        where: { file: 'demo/schedule.md', line: 3 },
      },
    ]);
    const sound = layOutPack(pack('chapters: [1]\n'), { products: ['retrieval-starters'] });
    expect(sound.report.diagnostics).toEqual([]);
    expect(productsOf(sound.documents)).toEqual(['retrieval-starters/sheet']);
  });
});
