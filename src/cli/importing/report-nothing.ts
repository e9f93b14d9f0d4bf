import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { Imported } from '../../exchange/in/imported.ts';

/** Reports a file that no entry could be made of. */
export function reportNothing(path: string, { entries, losses }: Imported, report: Report): void {
  if (entries.length > 0) return;
  report.add(
    'import-refused',
    wholeFile(path),
    'Nothing in this file can be imported.',
    losses.length > 0
      ? 'What was found in it is listed, and why it cannot come in.'
      : 'Check that this is the right file. Scripts and drawings have no words that could be imported.',
  );
}
