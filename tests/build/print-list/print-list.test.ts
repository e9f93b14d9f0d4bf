import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/build/jobs/build-options.ts';
import { dateSchedule } from '../../../src/build/print-list/date-schedule.ts';
import { type PrintList, printListSchema } from '../../../src/build/print-list/print-list.ts';
import type { Pack } from '../../../src/content/entries/entry.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { layOutFolder } from '../../support.ts';

function printListFor(folder: string, more: Partial<BuildOptions> = {}) {
  const { report, documents } = layOutFolder(folder, more);
  expect(report.failed()).toBe(false);
  const last = documents.at(-1)!;
  return { printList: last.printList as PrintList, last, documents };
}

const filesOf = (printList: PrintList) => printList.products.flatMap(({ files }) => files);
const fileIn = (printList: PrintList, name: string) => filesOf(printList).find(({ file }) => file === name)!;

describe('a print list', () => {
  it('names every file of the pack but itself, once, with the pages that it has', () => {
    const { printList, documents } = printListFor('tests/packs/optics', { pupils: 30 });
    const made = documents.slice(0, -1).map(({ draft, pages }) => ({
      file: `${draft.job.name.slice('optics/'.length)}.pdf`,
      pages: pages.pages.length,
    }));
    expect(filesOf(printList).map(({ file, pages }) => ({ file, pages }))).toEqual(made);
    expect(documents.at(-1)!.draft.job.name).toBe('optics/print-list');
  });

  it('holds what its schema says, and adds up', () => {
    for (const pupils of [1, 29]) {
      const { printList } = printListFor('tests/packs/optics', { pupils });
      expect(printListSchema.parse(JSON.parse(JSON.stringify(printList)))).toEqual(printList);
      for (const { copies, sheets, total, sides, pages } of filesOf(printList)) {
        expect(total).toBe(copies * sheets);
        expect(sheets).toBe(sides === 'one-sided' ? pages : Math.ceil(pages / 2));
      }
      const sums = printList.products.map(({ files }) => files.reduce((sum, { total }) => sum + total, 0));
      expect(printList.products.map(({ sheets }) => sheets)).toEqual(sums);
      expect(printList.sheets).toBe(sums.reduce((a, b) => a + b, 0));
    }
  });

  it('counts copies by who gets one', () => {
    const { printList } = printListFor('tests/packs/optics', { pupils: 29 });
    // One each; one of two forms; a set for two; and one for the teacher.
    expect(fileIn(printList, 'handout/reflection.pdf')).toMatchObject({ copies: 29, for: 'pupils' });
    expect(fileIn(printList, 'exam-paper/quiz-a.pdf')).toMatchObject({ copies: 15 });
    expect(fileIn(printList, 'vocabulary-cards.pdf')).toMatchObject({
      copies: 15,
      sides: 'long-edge',
      finish: 'cut',
      grid: '2x5',
    });
    expect(fileIn(printList, 'mark-scheme/quiz-scheme.pdf')).toMatchObject({ copies: 1, for: 'teacher' });
  });

  it('says how a file that is imposed is folded, cut or glued', () => {
    const finish = (impose: string) =>
      fileIn(printListFor('tests/packs/optics', { impose }).printList, `handout/reflection.${impose}.pdf`);
    expect(finish('booklet')).toMatchObject({ finish: 'fold', sides: 'short-edge', sheets: 1 });
    expect(finish('4-up')).toMatchObject({ finish: 'cut', grid: '2x2', sides: 'one-sided' });
    expect(finish('cut-stack')).toMatchObject({ finish: 'stack', grid: '2x2' });
    expect(finish('poster-3x2')).toMatchObject({ finish: 'poster', grid: '3x2', copies: 1, total: 6 });
  });

  it('stands on whole sheets, whatever is done with the files that it names', () => {
    const { last } = printListFor('tests/packs/optics', { impose: 'booklet' });
    expect(Math.round(last.pages.pages[0]!.width)).toBe(595);
  });

  it('is black where everything is printed in grays', () => {
    const inks = (grey: boolean) =>
      new Set(filesOf(printListFor('tests/packs/optics', { grey }).printList).map(({ ink }) => ink));
    expect(inks(false)).toContain('colour');
    expect(inks(true)).toEqual(new Set(['black']));
  });

  it('is one page, with a row for files that are printed alike and totals by ink', () => {
    const { printList, last } = printListFor('tests/packs/optics', { pupils: 30 });
    expect(last.pages.pages).toHaveLength(1);
    const all = JSON.stringify(last.pages.pages[0]!.marks);
    const black = filesOf(printList)
      .filter(({ ink }) => ink === 'black')
      .reduce((sum, { total }) => sum + total, 0);
    expect(all).toContain(`${printList.sheets} sheets in all: ${black} in black`);
  });

  it('names a booklet only where it takes fewer sheets', () => {
    const { printList: whole, last } = printListFor('content/never-let-me-go');
    // All files and their total are on one page, however many they are; the schedule may follow on another.
    const all = JSON.stringify(last.pages.pages[0]!.marks);
    expect(all).toContain('-core, -stretch');
    expect(all).toContain('close-1–23');
    expect(all).toContain(`${whole.sheets} sheets in all`);
    const guide = fileIn(whole, 'reading-guide.pdf');
    expect(guide.booklet).toBeLessThan(guide.sheets);
    expect(filesOf(whole).filter(({ booklet }) => booklet !== undefined)).toEqual([guide]);
  });

  it('is made alone where it is asked for by name, and not where another product is', () => {
    const named = layOutFolder('tests/packs/optics', { products: ['print-list'] }).documents;
    expect(named.map(({ draft }) => draft.job.name)).toEqual(['optics/print-list']);
    expect(filesOf(named[0]!.printList!).length).toBeGreaterThan(3);
    const other = layOutFolder('tests/packs/optics', { products: ['handout'] }).documents;
    expect(other.some(({ printList }) => printList)).toBe(false);
  });
});

describe('a schedule', () => {
  const at = { file: 'schedule.md', line: 1, column: 1 };
  const packWith = (dates: readonly (string | undefined)[], days: readonly string[] = []) =>
    ({
      about: { fields: { 'lesson-days': days } },
      entries: {
        schedule: dates.map((date, index) => ({
          name: `Step ${index + 1}`,
          fields: { chapters: [], ...(date && { date }) },
          places: {},
          at,
        })),
      },
    }) as unknown as Pack;
  const datesOf = (pack: Pack, start?: string) =>
    dateSchedule(pack, start, createReport()).map(({ date }) => date);

  it('has a step a week, on from the last one that says its day', () => {
    expect(datesOf(packWith([undefined, undefined, '2026-11-02', undefined]), '2026-10-12')).toEqual([
      '2026-10-12',
      '2026-10-19',
      '2026-11-02',
      '2026-11-09',
    ]);
    expect(datesOf(packWith([undefined, '2026-11-02', undefined]))).toEqual([
      null,
      '2026-11-02',
      '2026-11-09',
    ]);
  });

  it('has a step on each day of lessons', () => {
    // 12 October 2026 is a Monday.
    expect(datesOf(packWith([undefined, undefined, undefined], ['tuesday', 'friday']), '2026-10-12')).toEqual(
      ['2026-10-13', '2026-10-16', '2026-10-20'],
    );
  });

  it('never stands still or goes back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
        fc.uniqueArray(fc.constantFrom('monday', 'wednesday', 'thursday', 'sunday')),
        fc.integer({ min: 1, max: 40 }),
        (begin, days, count) => {
          const start = begin.toISOString().slice(0, 10);
          const dates = datesOf(packWith(Array.from({ length: count }), days), start);
          expect(dates[0]! >= start).toBe(true);
          expect(dates.every((date, index) => index === 0 || date! > dates[index - 1]!)).toBe(true);
        },
      ),
    );
  });
});
