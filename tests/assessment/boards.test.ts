import { describe, expect, it } from 'vitest';
import type { ExamBoard } from '../../src/assessment/boards/board.ts';
import { boardWords } from '../../src/assessment/boards/board-words.ts';
import { readBoard } from '../../src/assessment/boards/read-board.ts';
import { lintPack } from '../../src/assessment/lint/lint-pack.ts';
import { build } from '../../src/build/build.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { say } from '../../src/words/say.ts';
import { layOutPack, options, textOf } from '../support.ts';
import { english } from '../words-in.ts';
import { assessmentOf } from './support.ts';

const files = readTemplateSet(createReport()).boards ?? [];
const BOARDS = ['aqa', 'ocr', 'eduqas', 'edexcel', 'plain'] as const;
const boardNamed = (id: string): ExamBoard =>
  readBoard(files.find(({ name }) => name === `${id}.yaml`)!, createReport())!;

/** One bank: an essay as each board sets it, and a quick question. */
const ITEMS = `## Explore how fear is shown.
id: essay
kind: extended
marks: 20
objectives: { ao2: 20 }
levels: five

Fear is shown by what is left unsaid.

## Explore how hope is shown.
id: long
kind: extended
marks: 40
objectives: { ao1: 16, ao3: 16, ao4: 8 }

Hope is shown in small things.

## Name the ship.
id: ship
marks: 1
objectives: ao1

The Tern.
`;
const LEVELS =
  '## Five\nid: five\n\n- 17–20: Very good.\n- 13–16: Good.\n- 9–12: Sound.\n- 5–8: Some.\n- 1–4: A little.\n';
const paper = (more = '', body = '') =>
  `---\ntitle: Test\ncode: T/1\nduration: 60\nseed: 1\n${more}sections:\n  - title: Section A\n    items: [ship, essay, long]\n    shuffle: no\n---\n${body}`;
const pack = (more = '') => `---\ntitle: The Tern\nlang: en-GB\ndate: 2026-01-05\n${more}---\n\nA ship.\n`;

/** The words of a product's pages, one space between them. */
function textsOf(texts: Readonly<Record<string, string>>, product: string) {
  const { report, documents } = layOutPack(
    { 'items.md': ITEMS, 'levels.md': LEVELS, ...texts },
    { products: [product] },
  );
  const said = documents.flatMap(({ pages }) =>
    pages.pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))),
  );
  return { report, text: said.join(' ').replace(/[\s\u00A0]+/g, ' ') };
}

describe('the boards that come with the program', () => {
  it.each(BOARDS)('%s is read without a fault, and gives no sum that is wrong', (id) => {
    const report = createReport(textOf);
    const board = readBoard(files.find(({ name }) => name === `${id}.yaml`)!, report);
    expect(report.diagnostics).toEqual([]);
    expect(board!.cover.instructions).toBeDefined();
    for (const { marks } of board!.papers) expect(marks % 2).toBe(0);
  });

  it('set two papers each, in which clear writing has a twentieth of all marks', () => {
    // AQA 4 + 4 of 64 + 96; OCR 4 + 4 of 80 + 80; Eduqas 5 + 5 of 80 + 120; Edexcel 8 of 80 + 80.
    for (const id of BOARDS.slice(0, 4)) {
      const { papers, tariffs } = boardNamed(id);
      const total = papers.reduce((sum, { marks }) => sum + marks, 0);
      const accurate = tariffs.reduce((sum, { accuracy }) => sum + accuracy, 0);
      expect([id, papers.length, accurate / total]).toEqual([id, 2, 0.05]);
    }
  });

  it('say of themselves that they are not the board', () => {
    for (const { name, text } of files)
      if (name !== 'plain.yaml')
        expect(text).toMatch(/^# Papers in the manner of .*Not made or approved by/m);
  });
});

describe('a paper in the manner of a board', () => {
  it.each([
    ['aqa', '[20 marks]', 'what it is worth', 'AO4'],
    ['ocr', '[20]', 'Square brackets', 'varied, clear'],
    ['eduqas', '[20]', 'Marks are given in brackets', 'well-chosen'],
    ['edexcel', '(20 marks)', 'Divide your time', 'grammar'],
  ])(
    '%s: has its marks, its words and its marks for clear writing',
    (board, marks, information, accuracy) => {
      const { report, text } = textsOf(
        { 'pack.md': pack(`board: ${board}\n`), 'papers/t.md': paper() },
        'exam-paper',
      );
      expect(report.diagnostics).toEqual([]);
      expect(text).toContain(marks);
      expect(text).toContain('61 marks');
      expect(text).toContain('Advice');
      expect(text).toContain(information);
      // The essay has 8 marks for AO4.
      expect(text).toMatch(new RegExp(`8 marks are for [^.]*${accuracy}`));
      expect(text).toContain('It is not one of its papers.');
    },
  );

  it.each(BOARDS)('%s: prints a bank on paper, reads it back and finds all marks', async (board) => {
    const texts: Record<string, string> = {
      'pack.md': pack(`board: ${board}\n`),
      'items.md': ITEMS,
      'levels.md': LEVELS,
      'papers/t.md': paper(),
    };
    const report = createReport((file) => texts[file.replace(/^demo\//, '')]);
    const content = Object.entries(texts).map(([name, text]) => ({ path: `demo/${name}`, name, text }));
    const none = { templates: [], partials: [], styles: [], words: [] };
    const built = await build(
      [{ id: 'demo', folder: 'demo', content, pictures: [], templates: none }],
      readTemplateSet(report),
      options({ products: ['exam-paper', 'mark-scheme', 'marking-sheet'] }),
      report,
    );
    expect(report.diagnostics).toEqual([]);
    expect(built.map(({ path }) => path)).toHaveLength(3);
  });

  it('has the objectives of the board in its mark scheme, and calls its levels as the board does', () => {
    const texts = { 'pack.md': pack('board: eduqas\n'), 'papers/t.md': paper() };
    const { report, text } = textsOf(texts, 'mark-scheme');
    expect(report.diagnostics).toEqual([]);
    expect(text).toContain('AO2 Analyse how language');
    expect(text).toContain('Bands for question 2');
    expect(text).not.toContain('Levels for question');
    expect(text).toContain('in the manner of Eduqas (C720)');
  });

  it('keeps what the pack and the paper say themselves', () => {
    const texts = {
      'pack.md': pack('board: ocr\nwords: { advice: Hints, end-of-questions: Well done }\n'),
      'objectives.md': '# Objectives\n\n## AO2\n\nOur own second objective.\n',
      'papers/t.md': paper(
        'board: edexcel\nmaterials: A pencil.\nadvice: Breathe.\n',
        '\nAnswer at leisure.\n',
      ),
    };
    const { text } = textsOf(texts, 'exam-paper');
    expect(text).toContain('Answer at leisure.');
    expect(text).not.toContain('Fill in the boxes');
    expect(text).toContain('A pencil.');
    expect(text).toContain('Hints Breathe.');
    expect(text).toContain('Well done');
    expect(text).toContain('(20 marks)');
    expect(text).toContain('Divide your time');
    const scheme = textsOf(texts, 'mark-scheme').text;
    expect(scheme).toContain('Our own second objective.');
    expect(scheme).toContain('Develop a critical');
  });

  it('has no line about a board if there is none, or if it sets no papers', () => {
    const none = textsOf(
      { 'items.md': ITEMS.replaceAll(/^objectives.*\n/gm, ''), 'papers/t.md': paper() },
      'exam-paper',
    );
    expect(none.report.diagnostics).toEqual([]);
    expect(none.text).not.toContain('Advice');
    expect(none.text).not.toContain('manner');
    const plain = textsOf(
      {
        'pack.md': pack('board: plain\n'),
        'items.md': ITEMS.replaceAll(/^objectives.*\n/gm, ''),
        'papers/t.md': paper(),
      },
      'exam-paper',
    );
    expect(plain.report.diagnostics).toEqual([]);
    expect(plain.text).toContain('Advice');
    expect(plain.text).not.toContain('manner');
  });

  it('reports an objective that neither the pack nor a board has', () => {
    const { report } = textsOf(
      {
        'pack.md': pack('board: aqa\n'),
        'items.md': ITEMS.replace('ao2: 20', 'ao7: 20'),
        'papers/t.md': paper(),
      },
      'exam-paper',
    );
    expect(report.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['reference-unknown', 'Did you mean “ao1”?'],
    ]);
  });
});

describe('a board’s file', () => {
  const faultsOf = (text: string) => {
    const report = createReport();
    const board = readBoard({ path: 'own.yaml', name: 'own.yaml', text }, report);
    expect(board).toBeUndefined();
    return report.diagnostics.map(({ code, where, message }) => `${where.line} ${code}: ${message}`);
  };

  it('may have sums that are wrong, words that do not exist and fields that nobody knows', () => {
    expect(
      faultsOf(`name: Own
tariffs:
  - { for: Essays, marks: 20, objectives: { ao1: 12 } }
  - for: Long essays
    marks: 20
    accuracy: 4
    levels: 2
    tops: [10, 18]
words:
  turn-ovr: Turn
  level-heading: ''
`),
    ).toEqual([
      '10 field-unknown: There is no phrase “turn-ovr”.',
      '11 field-malformed: “level-heading”: expected text.',
      '3 field-malformed: The objectives of “Essays” add up to 12, but it has 20 marks.',
      '7 field-malformed: “Long essays” has 2 levels, but their highest marks are 10, 18.',
    ]);
    expect(faultsOf('nme: Own\n').length).toBeGreaterThan(0);
    expect(faultsOf('name: Own\ntariffs:\n  - { for: A, marks: 4, accuracy: 4 }\n')).toEqual([
      '3 field-malformed: Of the 4 marks of “A”, 4 cannot be for accuracy.',
    ]);
  });

  it('changes words but those that the pack changes itself', () => {
    const words = boardWords(english, boardNamed('ocr'), ['turn-over']);
    expect(say(words, 'marks-beside', { count: 4 })).toBe('[4]');
    expect(say(words, 'turn-over')).toBe(say(english, 'turn-over'));
    expect(say(words, 'marks', { count: 4 })).toBe(say(english, 'marks', { count: 4 }));
    expect(boardWords(english, undefined, [])).toBe(english);
  });
});

describe('lint of a paper with a board', () => {
  const linted = (board: string, items: string, levels = LEVELS, more = '') => {
    const found = boardNamed(board);
    const {
      pack: read,
      assessment,
      report,
    } = assessmentOf({ 'items.md': items, 'levels.md': levels, 'papers/t.md': paper(more) }, english, {
      all: [found],
      ofPapers: { t: found },
    });
    lintPack({ pack: read, assessment }, report);
    return report.diagnostics.filter(({ code }) => code === 'lint-tariff').map(({ message }) => message);
  };

  it('finds nothing in what the board sets', () => {
    expect(linted('edexcel', ITEMS)).toEqual([]);
    expect(linted('plain', ITEMS)).toEqual([]);
  });

  it('finds marks that the board does not give', () => {
    expect(linted('aqa', ITEMS)).toEqual([
      'This is marked by levels and has 20 marks, but AQA gives such questions 8, 24, 30 or 34 marks.',
    ]);
  });

  it('finds another number of levels, and levels that end at other marks', () => {
    expect(linted('ocr', ITEMS)).toEqual(['This has 5 levels, but OCR marks such questions by 6.']);
    const other = LEVELS.replace('13–16', '12–16').replace('9–12', '9–11');
    expect(linted('edexcel', ITEMS, other)).toEqual([
      'Its levels do not end at the marks of Edexcel: 4, 8, 12, 16, 20.',
    ]);
  });

  it('finds marks of objectives that are shared out in another way', () => {
    const items = ITEMS.replace('{ ao2: 20 }', '{ ao1: 10, ao2: 10 }');
    expect(linted('edexcel', items)).toEqual([
      'The marks of this question are ao1 10, ao2 10, but Edexcel shares them out in another way.',
    ]);
  });

  it('finds a code of the board with other marks or minutes', () => {
    expect(linted('edexcel', ITEMS, LEVELS, '').length).toBe(0);
    const found = boardNamed('edexcel');
    const {
      pack: read,
      assessment,
      report,
    } = assessmentOf(
      { 'items.md': ITEMS, 'levels.md': LEVELS, 'papers/t.md': paper().replace('T/1', '1ET0/01') },
      english,
      { all: [found], ofPapers: { t: found } },
    );
    lintPack({ pack: read, assessment }, report);
    expect(
      report.diagnostics.filter(({ code }) => code === 'lint-tariff').map(({ message }) => message),
    ).toEqual([
      'This paper has 61\u00A0marks and takes 1\u00A0hour, but 1ET0/01 of Edexcel has 80\u00A0marks and takes 1\u00A0hour 45\u00A0minutes.'
        .replace('61\u00A0marks', '61 marks')
        .replace('80\u00A0marks', '80 marks'),
    ]);
  });
});
