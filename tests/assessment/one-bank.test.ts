import { describe, expect, it } from 'vitest';
import { lintPack } from '../../src/assessment/lint/lint-pack.ts';
import { unusedEntries } from '../../src/assessment/unused-entries.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { layOutPack } from '../support.ts';
import { assessmentOf } from './support.ts';

const plain = (id: string, more = '') => `## What is ${id}?\nid: ${id}\n${more}\nIt is ${id} itself.\n`;
const closed = (id: string, more = '') =>
  `## Which is ${id}?\nid: ${id}\nkind: multiple-choice\n${more}\n- [x] ${id}\n- a lamp\n- a mirror\n- a moon\n- a wall\n`;
const worksheet = (fields: string) => `---\ntitle: Sheet\n${fields}---\n`;

/** The ids of the items of the only worksheet of a pack, in order. */
function itemsOf(files: Readonly<Record<string, string>>): string[] {
  const { assessment, report } = assessmentOf(files);
  expect(report.diagnostics).toEqual([]);
  return assessment.worksheets[0]!.items.map(({ id }) => id);
}

const BANK = {
  'items.md': [plain('one', 'tags: [a]\n'), plain('two', 'tags: [b]\nlevel: support\n'), plain('three')].join(
    '\n',
  ),
  'items/year-8.md': [plain('four'), closed('five', 'tags: [a]\n')].join('\n'),
  'items/readers.md': [plain('six', 'tags: [a]\n')].join('\n'),
};

describe('a worksheet chooses from the whole bank', () => {
  it.each([
    ['by ids, as they are listed', 'items: [four, six, one]\n', ['four', 'six', 'one']],
    ['by a tag, in the order of the files', 'tags: [a]\n', ['one', 'five']],
    ['by one of several tags', 'tags: [b, a]\n', ['one', 'five', 'two']],
    ['by the name of a file', 'tags: [year-8]\n', ['four', 'five']],
    ['by the tag of a product, only if it is named', 'tags: [readers]\n', ['six']],
    ['by a kind', 'kind: multiple-choice\n', ['five']],
    ['by a level', 'level: support\n', ['two']],
    ['by ids first, and then by a tag, each once', 'items: [five]\ntags: [a]\n', ['five', 'one']],
    ['so many of them, from the first', 'tags: [a, year-8]\ncount: 2\n', ['one', 'four']],
    // The first two of the bank; those of a level are printed last.
    ['so many of all', 'count: 2\n', ['one', 'two']],
  ])('%s', (_, fields, ids) => {
    const files = { ...BANK, 'worksheets/sheet.md': worksheet(fields) };
    expect(itemsOf(files)).toEqual(ids);
  });

  it('at random by its seed, the same each time', () => {
    const many = Array.from({ length: 12 }, (_, index) => plain(`q${index}`, 'tags: [many]\n')).join('\n');
    const drawn = (seed: string) =>
      itemsOf({
        'items.md': many,
        'worksheets/sheet.md': worksheet(`tags: [many]\ncount: 5\norder: shuffled\nseed: ${seed}\n`),
      });
    expect(drawn('1')).toEqual(drawn('1'));
    expect(new Set(['1', '2', '3', '4'].map((seed) => drawn(seed).join())).size).toBeGreaterThan(2);
    expect(new Set(drawn('1')).size).toBe(5);
  });
});

describe('a worksheet in several forms', () => {
  const sheetOf = (forms: number) =>
    assessmentOf({
      'items.md': [
        closed('one'),
        closed('two'),
        `${plain('three', 'extend: And then?\n')}\n### Extension\n\nMore.\n`,
      ].join('\n'),
      'worksheets/sheet.md': worksheet(`items: [one, two, three]\nforms: ${forms}\n`),
    }).assessment.worksheets[0]!;

  it('has each level in each form, and the same numbers in all', () => {
    const { sheets, forms } = sheetOf(2);
    expect(sheets.map(({ name }) => name)).toEqual(['core-a', 'core-b', 'stretch-a', 'stretch-b']);
    const [a, b] = forms.map(({ sections }) => sections[0]!.questions);
    expect(a!.map(({ number, item }) => [number, item])).toEqual(
      b!.map(({ number, item }) => [number, item]),
    );
    expect(a!.map(({ orders }) => orders)).not.toEqual(b!.map(({ orders }) => orders));
  });

  it('has form A as it is alone', () => {
    expect(sheetOf(2).forms[0]).toEqual(sheetOf(1).forms[0]);
  });
});

const THEME = '## Light\nclaim: It shines.\n\nText.\n';
const themed = (id: string, more = '') => plain(id, `themes: [light]\n${more}`);

/** The names of the files that a pack makes of its worksheets. */
function sheetsOf(files: Readonly<Record<string, string>>): string[] {
  const { documents, report } = layOutPack(files, { products: ['worksheet'] });
  expect(report.diagnostics).toEqual([]);
  return documents.map(({ draft }) => draft.job.name.replace(/^.*worksheet\//, ''));
}

describe('levels', () => {
  it.each([
    ['are one sheet where no item has any', [themed('one'), themed('two')], ['light', 'light-key']],
    [
      'without items of their own are printed only if something is missing there',
      [themed('one'), themed('two', 'level: support\n')],
      ['light-support', 'light-core', 'light-key'],
    ],
    [
      'without any items are not printed',
      [themed('one', 'level: support\n'), themed('two', 'level: stretch\n')],
      ['light-support', 'light-stretch', 'light-key'],
    ],
    [
      'are named if the only item has one',
      [themed('one', 'level: stretch\n')],
      ['light-stretch', 'light-key'],
    ],
    [
      'differ in the help that they give',
      [themed('one', 'words: [ray]\n')],
      ['light-support', 'light-core', 'light-key'],
    ],
    [
      'do not differ only because a text with gaps could have a bank',
      ['## Fill.\nid: gaps\nkind: cloze\nthemes: [light]\n\nA [[lamp]] is one.\n'],
      ['light', 'light-key'],
    ],
  ])('%s', (_, items, names) => {
    expect(sheetsOf({ 'themes.md': THEME, 'items.md': items.join('\n') })).toEqual(names);
  });

  it('that are the same are printed once, even if the author asks for all', () => {
    const files = {
      'items.md': [plain('one'), plain('two')].join('\n'),
      'worksheets/sheet.md': worksheet('items: [one, two]\nlevels: [support, core, stretch]\n'),
    };
    expect(sheetsOf(files)).toEqual(['sheet', 'sheet-key']);
  });
});

describe('the worksheet of a theme', () => {
  const files = {
    'themes.md': `${THEME}\n## Dark\nclaim: It hides.\n\nText.\n`,
    'items.md': [
      themed('free'),
      themed('more'),
      themed('asked', 'marks: 2\n'),
      plain('second', 'themes: [dark, light]\n'),
      plain('none'),
    ].join('\n'),
    'items/readers.md': themed('read'),
    'items/cards.md': themed('card', 'tags: [flashcards]\n'),
    'papers/quiz.md':
      '---\ntitle: Quiz\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [asked]\n---\n',
    'worksheets/sheet.md': worksheet('items: [free]\n'),
  };

  it('has the items that name it first, unless a paper or a product of their own has them', () => {
    const { assessment } = assessmentOf(files);
    expect(assessment.themeWorksheets.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['light', ['free', 'more']],
      ['dark', ['second']],
    ]);
  });

  it('is not made if a worksheet of the author’s asks all of them', () => {
    const ofSheets = (...sheets: string[]) =>
      assessmentOf({
        ...files,
        ...Object.fromEntries(
          sheets.map((items, index) => [`worksheets/${index}.md`, worksheet(`items: [${items}]\n`)]),
        ),
      }).assessment.themeWorksheets.map(({ id }) => id);
    expect(ofSheets('more')).toEqual(['dark']);
    expect(ofSheets('more, second')).toEqual([]);
    expect(ofSheets('second')).toEqual(['light']);
  });

  it('uses its items: only those are reported that nothing prints', () => {
    const { assessment, pack } = assessmentOf(files);
    const unused = [...unusedEntries(pack, assessment).unused].map(({ id }) => id);
    // The guide and the cards print two of them, which the build knows from their pages.
    expect(unused).toEqual(['none', 'read', 'card']);
    const { report } = layOutPack(files);
    expect(
      report.diagnostics.filter(({ code }) => code === 'unprinted').map(({ message }) => message),
    ).toEqual(['Nothing uses the item “What is none?”, and no product prints it.']);
  });
});

describe('the worksheet of a theme', () => {
  const order = (items: string) => {
    const { assessment, report } = assessmentOf({
      'items.md': items,
      'themes/light.md': '---\nname: Light\nclaim: Lamps give light.\n---\n\nText.\n',
      'stimuli.md': '## Lamp\n\nA lamp.\n',
    });
    expect(report.diagnostics).toEqual([]);
    return assessment.themeWorksheets[0]!.items.map(({ id }) => id);
  };
  const item = (id: string, fields: string, body: string) =>
    `## What is ${id}?\nid: ${id}\nthemes: [light]\n${fields}\n\n${body}\n\n`;
  const choice = (id: string, fields = '') =>
    item(id, `kind: multiple-choice\n${fields}`, '- [x] a\n- b\n- c\n\nIt is.');

  it('asks what is answered quickly first, within a kind in the order of the files', () => {
    expect(
      order(
        [
          item('essay', 'kind: extended', 'It is.'),
          item('one', '', 'It is.'),
          item('gaps', 'kind: cloze', 'A [[lamp]].'),
          item('two', '', 'It is.'),
          choice('tick'),
        ].join(''),
      ),
    ).toEqual(['tick', 'gaps', 'one', 'two', 'essay']);
  });

  it('keeps what is about one text together, and what all sheets ask before what one asks', () => {
    const about = 'stimulus: lamp';
    expect(
      order(
        [
          choice('only', 'level: support\n'),
          item('lamp-why', about, 'It is.'),
          item('one', '', 'It is.'),
          choice('lamp-what', about),
        ].join(''),
      ),
    ).toEqual(['lamp-what', 'lamp-why', 'one', 'only']);
  });
});

describe('an item without marks', () => {
  it('gets the room that its answer needs, and no advice on marks', () => {
    const { assessment, pack } = assessmentOf({
      'items.md': plain('one'),
      'objectives.md': '## AO1\n\nKnow.\n',
    });
    expect(assessment.items[0]!.task).toMatchObject({ marks: 0, space: { letters: 17 } });
    const report = createReport();
    lintPack({ pack, assessment }, report);
    expect(report.diagnostics).toEqual([]);
  });

  it('is not picked by a paper', () => {
    const { assessment, report } = assessmentOf({
      'items.md': [plain('one', 'tags: [a]\n'), plain('two', 'tags: [a]\nmarks: 1\n')].join('\n'),
      'papers/quiz.md':
        '---\ntitle: Quiz\nduration: 5\nseed: 1\nsections:\n  - title: All\n    pick: { count: 1, tag: a }\n---\n',
    });
    expect(report.diagnostics).toEqual([]);
    expect(assessment.papers[0]!.paper.sections[0]!.items.map(({ id }) => id)).toEqual(['two']);
  });

  it('takes its marks from its objectives, if these have some', () => {
    const { assessment, report } = assessmentOf({
      'items.md': plain('one', 'objectives: { ao1: 2, ao2: 1 }\n'),
      'objectives.md': '## AO1\n\nKnow.\n\n## AO2\n\nThink.\n',
    });
    expect(report.diagnostics).toEqual([]);
    expect(assessment.items[0]!.task.marks).toBe(3);
  });

  it('is set in its form, which is that of its answer', () => {
    const { assessment } = assessmentOf({
      'items.md': '## How does it end?\nid: end\nform: verse\n\nA line,\nand another.\n',
    });
    expect(assessment.items[0]!.task.notes['answer']!.text).toBe('A line,\\\nand another.');
  });
});

describe('a tag', () => {
  it('of a file is found however its accents are written', () => {
    const ids = itemsOf({
      [`items/${'révision'.normalize('NFD')}.md`]: plain('one'),
      'worksheets/sheet.md': worksheet(`tags: [${'révision'.normalize('NFC')}]\n`),
    });
    expect(ids).toEqual(['one']);
  });

  it('prints an item in the guide and on cards, with its answer and without notes for marking', () => {
    const { documents, report } = layOutPack(
      {
        'themes.md': THEME,
        'items.md': [
          closed('ray', 'tags: [readers, flashcards]\nthemes: [light]\n'),
          `${plain('beam', 'tags: [readers, flashcards]\n')}\n### Guidance\n\nNot for pupils.\n`,
        ].join('\n'),
      },
      { products: ['reading-guide', 'flashcards'] },
    );
    expect(report.diagnostics).toEqual([]);
    expect(documents).toHaveLength(2);
    for (const { pages } of documents) {
      const printed = JSON.stringify(pages);
      expect(printed).toContain('Which is ray?');
      expect(printed).toContain('itself');
      expect(printed).not.toContain('Not for pupils');
    }
  });
});
