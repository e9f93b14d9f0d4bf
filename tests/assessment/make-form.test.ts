import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printForm } from '../../src/assessment/for-pupils/print-form.ts';
import { keyOf } from '../../src/assessment/for-teachers/key-of.ts';
import type { Item } from '../../src/assessment/item-bank/item.ts';
import { QUESTION_KINDS } from '../../src/assessment/kinds/question-kinds.ts';
import type { ExamPaper } from '../../src/assessment/papers/exam-paper.ts';
import { makeForm } from '../../src/assessment/papers/make-form.ts';
import { nowhere } from '../support.ts';
import { english } from '../words-in.ts';
import { aPaper, choiceSection } from './arbitraries.ts';
import { assessmentOf, fieldTexts } from './support.ts';

const letters = ['A', 'B', 'C'];
const source = { kinds: QUESTION_KINDS, words: english, pack: assessmentOf({}).pack };
const bankOf = (items: readonly Item[]) => ({ items, kinds: QUESTION_KINDS });
const itemsOf = (paper: ExamPaper): Item[] => paper.sections.flatMap(({ items }) => [...items]);

describe('the forms of a paper', () => {
  it('are the same for the same seed, and plain data', () => {
    fc.assert(
      fc.property(aPaper, fc.constantFrom(...letters), (paper, letter) => {
        const form = makeForm(paper, letter, QUESTION_KINDS);
        expect(makeForm(structuredClone(paper), letter, QUESTION_KINDS)).toEqual(form);
        expect(JSON.parse(JSON.stringify(form))).toEqual(form);
      }),
    );
  });

  it('have the same items in each section, numbered from 1, and the same marks', () => {
    fc.assert(
      fc.property(aPaper, (paper) => {
        for (const letter of letters) {
          const form = makeForm(paper, letter, QUESTION_KINDS);
          form.sections.forEach(({ questions }, index) => {
            const wanted = paper.sections[index]!.items.map(({ id }) => id);
            expect(questions.map(({ item }) => item).sort()).toEqual([...wanted].sort());
          });
          const numbers = form.sections.flatMap(({ questions }) => questions.map(({ number }) => number));
          expect(numbers).toEqual(numbers.map((_, index) => index + 1));
          const marks = keyOf(form, bankOf(itemsOf(paper))).reduce((sum, entry) => sum + entry.marks, 0);
          expect(marks).toBe(paper.marks);
        }
      }),
    );
  });

  it('keep pinned items, and options, in their places', () => {
    fc.assert(
      fc.property(aPaper, (paper) => {
        const form = makeForm(paper, 'A', QUESTION_KINDS);
        form.sections.forEach(({ questions }, index) => {
          const { items, shuffle } = paper.sections[index]!;
          const alone = items.every(({ stimuli }) => stimuli.length === 0);
          questions.forEach(({ item, orders }, place) => {
            // What shares a stimulus moves as one; then only places of groups are kept.
            if (alone && (!shuffle || items[place]!.pinned)) expect(item).toBe(items[place]!.id);
            const { body } = items.find(({ id }) => id === item)!.task;
            if (body.kind !== 'multiple-choice') return;
            body.options.forEach(({ pinned }, option) => {
              if (pinned) expect(orders['']![option]).toBe(option);
            });
          });
        });
      }),
    );
  });

  it('keep items of one stimulus together', () => {
    fc.assert(
      fc.property(aPaper, (paper) => {
        for (const [index, { questions }] of makeForm(paper, 'A', QUESTION_KINDS).sections.entries()) {
          const { items } = paper.sections[index]!;
          const stimuli = questions.map(({ item }) => items.find(({ id }) => id === item)!.stimuli[0]);
          const runs = stimuli.filter(
            (stimulus, place) => stimulus !== undefined && stimuli[place - 1] !== stimulus,
          );
          expect(new Set(runs).size).toBe(runs.length);
        }
      }),
    );
  });

  it('never ask to order what stands in order', () => {
    fc.assert(
      fc.property(aPaper, (paper) => {
        const items = itemsOf(paper);
        for (const { item, orders } of makeForm(paper, 'B', QUESTION_KINDS).sections.flatMap(
          ({ questions }) => questions,
        ))
          if (items.find(({ id }) => id === item)!.task.body.kind === 'ordering')
            expect(orders['']!.some((from, to) => from !== to)).toBe(true);
      }),
    );
  });

  it('differ with the seed and with the letter', () => {
    const paper = paperOf(10);
    const orders = ['1', '2', '3'].map((seed) =>
      JSON.stringify(makeForm({ ...paper, seed }, 'A', QUESTION_KINDS).sections),
    );
    expect(new Set(orders).size).toBe(3);
    expect(makeForm(paper, 'A', QUESTION_KINDS).sections).not.toEqual(
      makeForm(paper, 'B', QUESTION_KINDS).sections,
    );
  });

  it('share keys out over the letters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.string(), (count, seed) => {
        const paper = { ...paperOf(count), seed };
        const answers = keyOf(makeForm(paper, 'A', QUESTION_KINDS), bankOf(itemsOf(paper))).map(
          ({ answer }) => answer,
        );
        const counts = ['A', 'B', 'C', 'D'].map(
          (letter) => answers.filter((answer) => answer === letter).length,
        );
        // 10 keys over 4 letters: 3, 3, 2, 2.
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the key of a form', () => {
  it('names what is printed', () => {
    fc.assert(
      fc.property(aPaper, (paper) => {
        const items = itemsOf(paper);
        const form = makeForm(paper, 'A', QUESTION_KINDS);
        const printed = printForm(form, paper, source).sections.flatMap(({ questions }) => questions);
        const keys = keyOf(form, bankOf(items));
        expect(keys.map(({ number }) => number)).toEqual(printed.map(({ number }) => String(number)));
        keys.forEach(({ item, answer }, index) => {
          const { body } = items.find(({ id }) => id === item)!.task;
          const task = printed[index]!.tasks[0]!;
          const entries = ['options', 'statements', 'right', 'steps'].flatMap((name) =>
            fieldTexts(task, name),
          );
          const at = (letter: string) => entries[letter.charCodeAt(0) - 65];
          switch (body.kind) {
            case 'multiple-choice':
              expect(at(answer)).toBe(body.options.find(({ key }) => key)!.text);
              break;
            case 'matching':
              answer.split(', ').forEach((pair, place) => {
                expect(pair.startsWith(`${place + 1}`)).toBe(true);
                expect(at(pair.slice(-1))).toBe(body.right[place]!.text);
              });
              break;
            case 'ordering':
              answer.split(', ').forEach((number, place) => {
                expect(entries[place]).toBe(body.steps[Number(number) - 1]!.text);
              });
              break;
            case 'true-false':
              answer.split(', ').forEach((verdict, place) => {
                const { key } = body.statements.find(({ text }) => text === entries[place])!;
                expect(verdict).toBe(`${place + 1} ${key}`);
              });
          }
        });
      }),
    );
  });

  it('is nowhere in what is printed', () => {
    fc.assert(
      fc.property(aPaper, (paper) => {
        const printed = JSON.stringify(printForm(makeForm(paper, 'A', QUESTION_KINDS), paper, source));
        expect(printed).not.toContain('"key"');
        expect(printed).not.toContain('"pinned"');
      }),
    );
  });
});

function paperOf(count: number): ExamPaper {
  const section = choiceSection(count);
  const title = { text: 'Paper', at: nowhere };
  return {
    id: 'paper',
    at: nowhere,
    title,
    duration: 45,
    forms: ['A'],
    seed: '1',
    sections: [section],
    marks: count,
  };
}
