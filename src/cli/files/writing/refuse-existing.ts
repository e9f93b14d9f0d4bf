import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';

/** Reports files that are there already with other bytes than they would get: somebody may have worked on them. */
export function refuseExisting(
  folder: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  report: Report,
): void {
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    if (isOther(target, bytes))
      report.add(
        'export-exists',
        wholeFile(target),
        `“${target}” already exists and is different, so nothing was written.`,
        'Add --replace to replace it, or choose another place with -o.',
      );
  }
}

/** A folder, or a file that cannot be read, is refused when it is written to. */
function isOther(path: string, bytes: Uint8Array): boolean {
  try {
    return !readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
