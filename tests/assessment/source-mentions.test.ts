import { describe, expect, it } from 'vitest';
import { wordsIn } from '../words-in.ts';
import { assessmentOf } from './support.ts';

const STIMULI = '## Lamp\n\nA lamp.\n\n## Ray\n\nA ray.\n\n## Wall\n\nA wall.\n';
const about = (id: string, stem: string, stimulus: string) =>
  `## ${stem}\nid: ${id}\nmarks: 2\nstimulus: ${stimulus}\n\nIt is: (source: ${stimulus.replace(/[[\]]/g, '').split(',')[0]}).\n\n`;
const ITEMS = [
  about('one', 'What does (source: lamp) show?', 'lamp'),
  about('both', 'How far do (sources: ray, wall) agree?', '[ray, wall]'),
  about('last', 'How useful is (source: wall)?', 'wall'),
].join('');

const paper = (items: string) =>
  `---\ntitle: Quiz\nduration: 20\nseed: a\nsections:\n  - title: Questions\n    items: [${items}]\n    shuffle: no\n---\n`;

describe('a text that a question names by its id', () => {
  it('has the letter that each paper and worksheet gives it, for pupils and in the answer', () => {
    const { assessment, report } = assessmentOf({
      'items.md': ITEMS,
      'stimuli.md': STIMULI,
      'papers/quiz.md': paper('one, both, last'),
      'papers/short.md': paper('last'),
      'worksheets.md': '## Sheet\nitems: [last, both]\n',
    });
    expect(report.diagnostics).toEqual([]);
    const stems = assessment.papers.map(({ paper: { sections } }) =>
      sections.flatMap(({ items }) => items.map(({ task }) => task.stem.text)),
    );
    expect(stems).toEqual([
      [
        'What does Source\u00A0A show?',
        'How far do Sources\u00A0B and C agree?',
        'How useful is Source\u00A0C?',
      ],
      ['How useful is Source\u00A0A?'],
    ]);
    const [sheet] = assessment.worksheets;
    expect(sheet!.items.map(({ task }) => [task.stem.text, task.notes['answer']!.text])).toEqual([
      ['How useful is Source\u00A0A?', 'It is: Source\u00A0A.'],
      ['How far do Sources\u00A0B and A agree?', 'It is: Source\u00A0B.'],
    ]);
  });

  it('has its title where texts have no letters', () => {
    const { assessment } = assessmentOf({ 'items.md': ITEMS, 'stimuli.md': STIMULI });
    expect(assessment.items.map(({ task }) => task.stem.text)).toEqual([
      'What does “Lamp” show?',
      'How far do “Ray”, “Wall” agree?',
      'How useful is “Wall”?',
    ]);
  });

  it.each([
    ['fr', 'Que montre le document A ?'],
    ['de', 'Was zeigt Material A?'],
  ])('is named in the language of the pack: %s', (lang) => {
    const { assessment } = assessmentOf(
      {
        'items.md': about('one', '(source: lamp)', 'lamp'),
        'stimuli.md': STIMULI,
        'papers/quiz.md': paper('one'),
      },
      wordsIn(lang),
    );
    const stem = assessment.papers[0]!.paper.sections[0]!.items[0]!.task.stem.text;
    expect(stem).toMatch(/^(Document|Material)\u00A0A$/);
  });

  it.each([
    [
      'a part',
      '## Look.\nstimulus: lamp\n\n### (a) What is in (source: lmap)?\nmarks: 1\n\nA lamp.\n',
      '4:29',
    ],
    [
      'a choice',
      '## Look.\nstimulus: lamp\nkind: multiple-choice\n\n- [x] (source: ray)\n- A wall\n',
      '5:16',
    ],
    ['a question about no text', '## What is in (source: lamp)?\nmarks: 1\n\nA lamp.\n', '1:24'],
  ])('has to be one that the question is about: %s', (_, items, place) => {
    const { report } = assessmentOf({ 'items.md': items, 'stimuli.md': STIMULI });
    expect(
      report.diagnostics
        .filter(({ where }) => where.file === 'items.md')
        .map(({ code, where }) => `${where.line}:${where.column} ${code}`),
    ).toEqual([`${place} reference-unknown`]);
  });
});
