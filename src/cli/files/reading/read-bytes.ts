import { readFileSync } from 'node:fs';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { sizeOfOrdinaryFile } from './ordinary-file.ts';
import { reportUnreadable } from './report-unreadable.ts';

/** Reads one file. @returns undefined, after a diagnostic, if it cannot be read or is larger than `most` bytes */
export function readBytes(path: string, most: number, report: Report): Uint8Array | undefined {
  const at = wholeFile(path);
  try {
    const size = sizeOfOrdinaryFile(path);
    if (size <= most) return new Uint8Array(readFileSync(path));
    report.add(
      'file-too-large',
      at,
      `The file is too big: ${size} bytes. The limit is ${most}.`,
      'Check that this is the right file.',
    );
  } catch (error) {
    reportUnreadable(path, 'file', error, report);
  }
  return undefined;
}
