import { describe, expect, it } from 'vitest';
import { createStageMemory, NO_MEMORY, type Stage } from '../../../src/build/memory/stage-memory.ts';
import { createReport, type Report } from '../../../src/diagnostics/report.ts';
import { nowhere } from '../../support.ts';

const SQUARES: Stage<number> = { name: 'squares', most: 3 };
const PAGES: Stage<number> = { name: 'pages', most: 100, weigh: () => 2 };
const TEXTS: Stage<string> = { name: 'texts', most: 10, weigh: (text) => text.length };

describe('a memory of stages', () => {
  it('makes the same once, and keeps stages apart', () => {
    const { recall, hash } = createStageMemory();
    const report = createReport();
    let made = 0;
    const square = (number: number) => recall(SQUARES, hash(number), () => ++made && number ** 2, report);
    expect([square(2), square(3), square(2)]).toEqual([4, 9, 4]);
    expect(made).toBe(2);
    expect(recall(TEXTS, hash(2), () => 'two', report)).toBe('two');
  });

  it('keeps nothing that something was found in, and reports it each time', async () => {
    const { recall, recallLater, hash } = createStageMemory();
    const find = (report: Report) => {
      report.add('alt-missing', nowhere, 'It is said again.');
      return 1;
    };
    for (const _ of [1, 2]) {
      const report = createReport();
      expect(recall(SQUARES, hash('odd'), find, report)).toBe(1);
      expect(report.diagnostics).toMatchObject([{ code: 'alt-missing' }]);
      const later = createReport();
      expect(await recallLater(SQUARES, hash('odd'), async (found) => find(found), later)).toBe(1);
      expect(later.failed()).toBe(true);
    }
  });

  it('forgets what was not used for longest, by weight', () => {
    const { recall, hash } = createStageMemory();
    const report = createReport();
    const made: string[] = [];
    const text = (one: string) =>
      recall(
        TEXTS,
        hash(one),
        () => {
          made.push(one);
          return one;
        },
        report,
      );
    // 4 + 4; then the first is used again, and 4 more are too many: the second goes.
    for (const one of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) text(one);
    expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'bbbb']);
    // What is heavier than everything is not kept, and leaves the memory usable.
    for (const one of ['d'.repeat(20), 'd'.repeat(20), 'e', 'e']) text(one);
    expect(made.slice(4)).toEqual(['d'.repeat(20), 'd'.repeat(20), 'e']);
  });

  it('keeps the last few versions of one thing, and all other things', () => {
    const { recall, hash, held } = createStageMemory();
    const report = createReport();
    const made: string[] = [];
    const page = (of: string, version: number) =>
      recall(PAGES, hash(of, version), () => made.push(`${of} ${version}`), report, of);
    page('other', 0);
    for (let version = 0; version < 20; version++) page('typed', version);
    expect(held()).toEqual({ pages: { results: 5, weight: 10 } });
    made.length = 0;
    // What was asked for again is the newest.
    for (const version of [16, 20, 16, 17]) page('typed', version);
    page('other', 0);
    expect(made).toEqual(['typed 20', 'typed 17']);
    expect(held()).toEqual({ pages: { results: 5, weight: 10 } });
  });

  it('is none in a single build', () => {
    const report = createReport();
    let made = 0;
    for (const _ of [1, 2]) NO_MEMORY.recall(SQUARES, NO_MEMORY.hash(1), () => ++made, report);
    expect(made).toBe(2);
  });
});
