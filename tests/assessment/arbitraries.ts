import fc from 'fast-check';
import type { Item } from '../../src/assessment/item-bank/item.ts';
import type { TaskBody } from '../../src/assessment/kinds/question-kinds.ts';
import type { ExamPaper, PaperSection } from '../../src/assessment/papers/exam-paper.ts';
import { nowhere } from '../support.ts';

const said = (text: string) => ({ text, at: nowhere });

const multipleChoice: fc.Arbitrary<TaskBody> = fc
  .record({ count: fc.integer({ min: 3, max: 5 }), key: fc.nat({ max: 4 }), last: fc.boolean() })
  .map(({ count, key, last }) => ({
    kind: 'multiple-choice',
    choose: 1,
    options: Array.from({ length: count }, (_, index) => ({
      ...said(`option ${index}`),
      key: index === key % count,
      pinned: last && index === count - 1,
    })),
  }));

const matching: fc.Arbitrary<TaskBody> = fc
  .record({ pairs: fc.integer({ min: 2, max: 5 }), extras: fc.nat({ max: 2 }) })
  .map(({ pairs, extras }) => ({
    kind: 'matching',
    left: Array.from({ length: pairs }, (_, index) => said(`left ${index}`)),
    right: Array.from({ length: pairs + extras }, (_, index) => said(`right ${index}`)),
  }));

const ordering: fc.Arbitrary<TaskBody> = fc.integer({ min: 2, max: 6 }).map((count) => ({
  kind: 'ordering',
  steps: Array.from({ length: count }, (_, index) => said(`step ${index}`)),
}));

const trueFalse: fc.Arbitrary<TaskBody> = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 5 })
  .map((keys) => ({
    kind: 'true-false',
    reason: false,
    statements: keys.map((key, index) => ({ ...said(`statement ${index}`), key, pinned: false })),
  }));

const item = (
  stimulus: string | undefined,
  pinned: boolean,
  body: TaskBody,
  marks: number,
): Omit<Item, 'id'> => ({
  name: 'item',
  at: nowhere,
  task: {
    label: '',
    at: nowhere,
    stem: said('stem'),
    body,
    marks,
    objectives: [],
    shuffle: true,
    notes: {},
    parts: [],
  },
  stimuli: stimulus === undefined ? [] : [stimulus],
  aboutSources: false,
  pinned,
  level: 'core',
  tags: [],
  chapters: [],
  themes: [],
});

const anItem = fc
  .tuple(
    fc.option(fc.constantFrom('lamp', 'mirror'), { nil: undefined }),
    fc.boolean(),
    fc.oneof(multipleChoice, matching, ordering, trueFalse),
    fc.integer({ min: 1, max: 9 }),
  )
  .map((parts) => item(...parts));

/** A paper of up to four sections; the ids of its items are unlike. */
export const aPaper: fc.Arbitrary<ExamPaper> = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 6 }),
    sections: fc.array(
      fc.record({ items: fc.array(anItem, { minLength: 1, maxLength: 6 }), shuffle: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ seed, sections }) => {
    const read = sections.map(
      ({ items, shuffle }, section): PaperSection => ({
        title: said(`Section ${section}`),
        items: items.map((one, index) => ({ ...one, id: `item-${section}-${index}` })),
        shuffle,
        newPage: false,
        marks: items.reduce((sum, { task }) => sum + task.marks, 0),
      }),
    );
    return {
      id: 'paper',
      at: nowhere,
      title: said('Paper'),
      duration: 60,
      forms: ['A', 'B'],
      seed,
      sections: read,
      marks: read.reduce((sum, { marks }) => sum + marks, 0),
    };
  });

/** A section of so many multiple choice items with four options, whose first is the key. */
export const choiceSection = (count: number): PaperSection => ({
  title: said('Section'),
  items: Array.from({ length: count }, (_, index) => ({
    ...item(
      undefined,
      false,
      {
        kind: 'multiple-choice',
        choose: 1,
        options: Array.from({ length: 4 }, (_, option) => ({
          ...said(`option ${option}`),
          key: option === 0,
          pinned: false,
        })),
      },
      1,
    ),
    id: `item-${index}`,
  })),
  shuffle: true,
  newPage: false,
  marks: count,
});
