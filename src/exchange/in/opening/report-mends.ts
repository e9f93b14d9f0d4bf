import type { Report } from '../../../diagnostics/report.ts';
import type { Mend } from './mend-source.ts';

/** At most so many mends of a file are listed one by one. */
const MOST_LISTED = 1000;

/** A word in quotation marks, unless it begins or ends with some itself. */
const inMarks = (word: string) => (/^[“‘”]|[“”]$/u.test(word) ? word : `“${word}”`);

/** Names each place that was garbled, and what became of it. */
export function reportMends(path: string, mends: readonly Mend[], report: Report): void {
  for (const { line, column, found, meant } of mends.slice(0, MOST_LISTED)) {
    const where = { file: path, line, column };
    if (meant !== undefined) {
      const message = `${inMarks(found)} was saved in one encoding and opened in another. It is imported as ${inMarks(meant)}.`;
      report.add('import-mended', where, message);
    } else {
      const message = `A character was lost in “${found}” before it came here${found.includes('\uFFFD') ? ', and is imported as [?]' : ', it seems'}.`;
      report.add('import-mended', where, message, 'Look it up in the source, and write it in the pack.');
    }
  }
}
