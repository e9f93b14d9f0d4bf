import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { reason } from '../reason.ts';

/** Reports that a file, folder or picture cannot be read, and why. */
export function reportUnreadable(path: string, what: string, error: unknown, report: Report): void {
  const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
  report.add(
    'file-unreadable',
    wholeFile(path),
    `The ${what} cannot be read: ${reason(error)}.`,
    isGone ? 'Check its name. If it was just being saved or moved, run the command again.' : undefined,
  );
}
