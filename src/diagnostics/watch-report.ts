import type { Report } from './report.ts';

/** Gives a report that passes everything on, and says whether anything was added to it. */
export function watchReport(report: Report): { report: Report; isEmpty: () => boolean } {
  let empty = true;
  return {
    report: {
      ...report,
      add(...finding) {
        empty = false;
        report.add(...finding);
      },
    },
    isEmpty: () => empty,
  };
}
