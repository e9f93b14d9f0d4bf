import { describe, expect, it } from 'vitest';
import { tasksOf } from '../../src/assessment/item-bank/tasks-of.ts';
import { wordsIn } from '../words-in.ts';
import { assessmentOf } from './support.ts';

const QUOTATIONS = `## Tyger
speaker: blake
themes: []
provenance: paraphrase

Tyger Tyger, burning bright,\\
In the forests of the night;

## Lamb
speaker: blake
themes: []
provenance: paraphrase

Little Lamb who made thee
`;

/** The tasks of items, and what was found wrong with them, beside a pack with two quotations. */
function read(items: string, quotations = QUOTATIONS) {
  const { assessment, report } = assessmentOf({
    'items.md': items,
    'quotations.md': quotations,
    'characters.md': '## Blake\nid: blake\nname: Blake\nrole: main\nclaim: He asks.\n\nA poet.\n',
  });
  const found = report.diagnostics
    .filter(({ where }) => where.file === 'items.md')
    .map(({ code, where, message }) => `${where.line}:${where.column} ${code} ${message}`);
  return { tasks: assessment.items.flatMap(({ task }) => tasksOf(task).map((one) => one.task)), found };
}

const GAPS = '## Fill the gaps.\nid: gaps\nkind: cloze\nquotation: tyger\n';
const EDITED = QUOTATIONS.replace('forests', 'jungles');

describe('a quotation that an item names', () => {
  it.each([
    ['fr', '«\u202FLittle Lamb who made thee\u202F»'],
    ['de', '„Little Lamb who made thee“'],
    ['pl', '„Little Lamb who made thee”'],
  ])('has the marks of the language of its pack: %s', (lang, quoted) => {
    const { assessment } = assessmentOf(
      {
        'items.md': '## What is (quotation: lamb)?\nid: one\nmarks: 1\n\nA verse.\n',
        'quotations.md': QUOTATIONS,
        'characters.md': '## Blake\nrole: main\nclaim: He asks.\n\nA poet.\n',
      },
      wordsIn(lang),
    );
    expect(assessment.items[0]!.task.stem.text).toBe(`What is ${quoted}?`);
  });

  it.each<[string, string]>([
    ['a matching', 'kind: matching\n\n- (quotation: tyger) = a cat\n- (quotation: lamb) = a sheep\n'],
    ['a choice', 'kind: multiple-choice\n\n- [x] (quotation: tyger)\n- [ ] (quotation: lamb)\n'],
    [
      'a choice of verdicts',
      'kind: true-false\n\n- [x] Blake wrote (quotation: tyger).\n- [ ] Nobody did.\n',
    ],
    ['an order', 'kind: ordering\nmarks: 2\n\n- (quotation: lamb)\n- (quotation: tyger)\n- Silence\n'],
    ['a part', '\n### (a) Who says (quotation: tyger)?\nmarks: 1\n\nBlake.\n'],
    ['a text to read', 'marks: 1\n\n### Task\n\nRead (quotation: tyger).\n\n### Answer\n\nYes.\n'],
  ])('gives its words to %s, and new ones after an edit', (_, fields) => {
    const item = `## Look.\nid: look\n${fields}`;
    const { tasks, found } = read(item);
    expect(found).toEqual([]);
    expect(JSON.stringify(tasks)).toContain('“Tyger Tyger, burning bright, / In the forests of the night;”');
    expect(JSON.stringify(read(item, EDITED).tasks)).toContain('/ In the jungles of the night;”');
  });

  it('is the text of a cloze, with the words of “gaps” left out where they are first', () => {
    const { tasks, found } = read(`${GAPS}gaps: [bright, night|dark]\n`);
    expect(found).toEqual([]);
    expect(tasks[0]!.body).toMatchObject({
      text: { text: 'Tyger Tyger, burning [[1]],\\\nIn the forests of the [[2]];', at: { line: 6 } },
      blanks: [
        { words: ['bright'], at: { file: 'quotations.md', line: 6 } },
        { words: ['night', 'dark'], at: { line: 7 } },
      ],
    });
  });

  it('may lose the same word twice, and no part of a word', () => {
    expect(read(`${GAPS}gaps: [Tyger, Tyger]\n`).tasks[0]!.body).toMatchObject({
      text: { text: '[[1]] [[2]], burning bright,\\\nIn the forests of the night;' },
    });
    expect(read(`${GAPS}gaps: [burn]\n`).found).toEqual([
      '5:8 key-unknown “burn” is not in the text, so it cannot be a gap.',
    ]);
  });

  it('is asked for its gaps again when an edit has taken one away', () => {
    expect(read(`${GAPS}gaps: [forests]\n`).found).toEqual([]);
    expect(read(`${GAPS}gaps: [forests]\n`, EDITED).found).toEqual([
      '5:8 key-unknown “forests” is not in the text, so it cannot be a gap.',
    ]);
  });

  it('is refused if there is none, or if the item has a text of its own too', () => {
    expect(read('## Who says (quotation: tiger)?\nid: who\nmarks: 1\n\nBlake.\n').found).toEqual([
      '1:13 reference-unknown There is no quotation “tiger” in the pack.',
    ]);
    expect(read(`${GAPS}gaps: [night]\n\nMy own [[text]].\n`).found).toEqual([
      '7:1 text-misplaced This text would not be printed, because the gaps are in the quotation.',
    ]);
    expect(read(GAPS).found).toEqual(['1:4 key-missing This item has no gaps.']);
  });

  it('need not be one: the words to leave out of a text may be listed too', () => {
    const { tasks } = read('## Fill.\nid: own\nkind: cloze\ngaps: [way]\n\nNo way out.\n');
    expect(tasks[0]!.body).toMatchObject({ text: { text: 'No [[1]] out.' }, blanks: [{ words: ['way'] }] });
  });
});
