import { describe, expect, it } from 'vitest';
import { printWorksheet } from '../../src/assessment/for-pupils/print-worksheet.ts';
import { printKey, shownAnswers } from '../../src/assessment/for-teachers/print-answers.ts';
import type { SheetLevel, Worksheet } from '../../src/assessment/papers/worksheet.ts';
import { outlineOf } from '../outline-of.ts';
import { readBlocks } from '../read-blocks.ts';
import { layOutFolder } from '../support.ts';
import { english } from '../words-in.ts';
import { assessmentOf, fieldTexts } from './support.ts';

const ITEMS = `## Complete the text.
id: gaps
kind: cloze

A [[lamp]] gives light, and a [[wall]] stops it.

## Which gives light?
id: choice
kind: multiple-choice

- [x] a lamp
- a wall
- a mirror
- a moon

A lamp does.

## What is light?
id: own
level: support
marks: 1

What we see by.

## Why is a shadow dark?
id: shadow
marks: 2
words: [light, blocked]
starters: ['A shadow is where …', 'Light cannot …']
extend: Why is it hardly ever quite dark?

Light does not come round the thing in its way.

### Guidance

Two marks for the whole.

### Extension

Other things throw some light into it.

## Where does light end?
id: far
level: stretch
marks: 2

Where something stops it.
`;

const sheet = (answers: string, more = '') => {
  const { assessment, pack, report } = assessmentOf({
    'items.md': ITEMS,
    'worksheets/light.md': `---\ntitle: Light\nitems: [own, gaps, far, choice, shadow]\nanswers: ${answers}\n${more}---\n\nUse a lamp.\n`,
  });
  expect(report.diagnostics).toEqual([]);
  return { worksheet: assessment.worksheets[0]!, source: { kinds: assessment.kinds, words: english, pack } };
};

const sheetAt = ({ sheets }: Worksheet, level: SheetLevel) => sheets.find((one) => one.level === level)!;

const tasksAt = (level: SheetLevel, more = '') => {
  const { worksheet, source } = sheet('apart', more);
  return printWorksheet(worksheet, sheetAt(worksheet, level), source).questions.flatMap(({ tasks }) => tasks);
};
const stems = (level: SheetLevel) => tasksAt(level).map(({ number, stem }) => `${number} ${stem!.text}`);

describe('the levels of a worksheet', () => {
  const levelsOf = (...fields: string[]) => {
    const items = fields.map(
      (more, number) =>
        `## Why is it ${number}?\nid: q${number}\n${more}\nIt is.\n${more.includes('extend') ? '\n### Extension\n\nSo.\n' : ''}`,
    );
    const { assessment, report } = assessmentOf({
      'items.md': items.join('\n'),
      'worksheets/light.md': `---\ntitle: Light\nitems: [${fields.map((_, number) => `q${number}`).join(', ')}]\n---\n\nUse a lamp.\n`,
    });
    expect(report.diagnostics).toEqual([]);
    return assessment.worksheets[0]!.sheets.map(({ level }) => level);
  };

  it('are all printed if help and a further prompt are on the same questions', () => {
    expect(levelsOf('words: [light]\nextend: Why?\n')).toEqual(['support', 'core', 'stretch']);
    expect(levelsOf('starters: [It …]\nextend: Why?\n', 'words: [a]\nextend: How?\n')).toEqual([
      'support',
      'core',
      'stretch',
    ]);
  });

  it('leave out one that would be like another', () => {
    expect(levelsOf('words: [light]\n', '')).toEqual(['support', 'core']);
    expect(levelsOf('extend: Why?\n', '')).toEqual(['core', 'stretch']);
    expect(levelsOf('', '')).toHaveLength(1);
  });
});

describe('a worksheet', () => {
  it('asks everybody the same under the same numbers, and then those of one level something of their own', () => {
    const all = ['1 Complete the text.', '2 Which gives light?', '3 Why is a shadow dark?'];
    expect(stems('support')).toEqual([...all, '4 What is light?']);
    expect(stems('core')).toEqual(all);
    expect(stems('stretch')).toEqual([...all, '4 Where does light end?']);
  });

  it('helps on the support sheet, and challenges on the stretch sheet', () => {
    const [gaps, , shadow] = tasksAt('support');
    expect(fieldTexts(gaps!, 'words')).toEqual(['lamp', 'wall']);
    expect(shadow!.help.map(({ text }) => text)).toEqual(['light', 'blocked']);
    expect(shadow!.starters).toHaveLength(2);
    expect(shadow!.extend).toBeNull();
    const [bare, , plain] = tasksAt('core');
    expect(fieldTexts(bare!, 'words')).toEqual([]);
    expect([plain!.help, plain!.starters, plain!.extend]).toEqual([[], [], null]);
    expect(tasksAt('stretch')[2]!.extend!.text).toBe('Why is it hardly ever quite dark?');
  });

  it('prints what helps with a text with gaps below what is asked', () => {
    const { blocks, report } = readBlocks(
      '~~~cloze\nlabels: ["1"]\nstem: Complete it.\nhelp: [lamp]\nstarters: [It …]\npassage: "A [[1]] shines."\n~~~',
    );
    expect(report.diagnostics).toEqual([]);
    const text = outlineOf(blocks).join('\n');
    const at = (words: string) => text.indexOf(words);
    expect(at('Complete it.')).toBeGreaterThan(-1);
    expect(at('lamp')).toBeGreaterThan(at('Complete it.'));
    expect(at('It …')).toBeGreaterThan(at('lamp'));
    expect(at('shines')).toBeGreaterThan(at('It …'));
  });

  it('prints marks if all that it asks has some, at all levels', () => {
    const marksOf = (level: SheetLevel) => tasksAt(level).map(({ marks }) => marks);
    expect(marksOf('support')).toEqual([
      '[2\u00A0marks]',
      '[1\u00A0mark]',
      '[2\u00A0marks]',
      '[1\u00A0mark]',
    ]);
    const { assessment, pack } = assessmentOf({
      'items.md': ITEMS.replace('marks: 2', 'chapters: []'),
      'worksheets/light.md': '---\ntitle: Light\nitems: [far, choice, shadow]\n---\n',
    });
    const [worksheet] = assessment.worksheets;
    for (const one of worksheet!.sheets) {
      const { questions } = printWorksheet(worksheet!, one, {
        kinds: assessment.kinds,
        words: english,
        pack,
      });
      for (const { marks } of questions.flatMap(({ tasks }) => tasks)) expect(marks).toBe('');
    }
  });

  it('has one order for all levels, and another with another seed', () => {
    const orderOf = (level: SheetLevel, more = '') => fieldTexts(tasksAt(level, more)[1]!, 'options').join();
    expect(orderOf('support')).toBe(orderOf('stretch'));
    const orders = ['1', '2', '3', '4'].map((seed) => orderOf('core', `seed: ${seed}\n`));
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it('says nothing of what is right, whatever the level', () => {
    const { worksheet, source } = sheet('upside-down');
    for (const one of worksheet.sheets) {
      const printed = JSON.stringify(printWorksheet(worksheet, one, source));
      for (const secret of ['"key"', 'Light does not come', 'Two marks for', 'Other things throw'])
        expect(printed).not.toContain(secret);
    }
  });

  it('has a key to all levels, with the letters that are printed', () => {
    const { worksheet, source } = sheet('apart');
    const { groups } = printKey(worksheet, source);
    expect(groups.map(({ name, answers }) => [name, answers.map(({ labels }) => labels.join(''))])).toEqual([
      ['Answers', ['1', '2', '3']],
      ['Only on the support sheet ●', ['4']],
      ['Only on the stretch sheet ●●●', ['4']],
    ]);
    const letter = String(groups[0]!.answers[1]!.right[0]);
    expect(fieldTexts(tasksAt('core')[1]!, 'options')[letter.charCodeAt(0) - 65]).toBe('a lamp');
    expect(groups[0]!.answers[2]!.notes.map(({ label, text }) => [label, text.text])).toEqual([
      ['', 'Two marks for the whole.'],
      ['Going further', 'Other things throw some light into it.'],
    ]);
  });

  it('shows pupils what is right for their sheet only, and no guidance', () => {
    const { worksheet, source } = sheet('last-page');
    const said = (level: SheetLevel) =>
      JSON.stringify(shownAnswers(worksheet, sheetAt(worksheet, level), source));
    expect(shownAnswers(worksheet, sheetAt(worksheet, 'support'), source).map(({ label }) => label)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(said('support')).toContain('What we see by.');
    expect(said('core')).not.toContain('What we see by.');
    expect(said('core')).not.toContain('Other things throw');
    expect(said('stretch')).toContain('Other things throw');
    for (const { level } of worksheet.sheets) expect(said(level)).not.toContain('Two marks');
  });
});

describe('the worksheets of the first pack', () => {
  const { documents, report } = layOutFolder('content/never-let-me-go', { products: ['worksheet'] });
  const said = (name: string) => {
    const { pages } = documents.find(({ draft }) => draft.job.name.endsWith(`/worksheet/${name}`))!.pages;
    return pages.map(({ marks }) => JSON.stringify(marks));
  };

  it('come in three levels with a key each', () => {
    expect(report.diagnostics).toEqual([]);
    for (const sheetName of ['told-and-not-told', 'the-lost-corner', 'asking-for-time'])
      for (const output of ['support', 'core', 'stretch', 'key'])
        expect(said(`${sheetName}-${output}`).length).toBeGreaterThan(0);
  });

  it('hold answers only where their author wants them', () => {
    // Words of model answers, as lines of print may part them.
    const answer = { apart: 'could make them angry', last: 'fast water who hold' };
    expect(said('told-and-not-told-key').join()).toContain(answer.apart);
    for (const level of ['support', 'core', 'stretch']) {
      expect(said(`told-and-not-told-${level}`).join()).not.toContain(answer.apart);
      const turned = said(`the-lost-corner-${level}`);
      expect(turned.at(-1)).toContain('"role":"turned"');
      expect(turned.slice(0, -1).join()).not.toContain('"role":"turned"');
      const last = said(`asking-for-time-${level}`);
      expect(last.at(-1)).toContain('Answers');
      expect(last.at(-1)).toContain(answer.last);
      expect(last.slice(0, -1).join()).not.toContain(answer.last);
    }
  });
});
