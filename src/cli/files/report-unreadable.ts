import type { Report } from '../../diagnostics/report.ts';
import { reason } from './reason.ts';

/** Reports that a file, folder or picture cannot be read, and why. */
export function reportUnreadable(path: string, what: string, error: unknown, report: Report): void {
  const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
  report.add(
    'file-unreadable',
    { file: path, line: 1, column: 1 },
    `The ${what} cannot be read: ${reason(error)}.`,
    isGone ? 'Check its name. If it was just being saved or moved, run the command again.' : undefined,
  );
}
