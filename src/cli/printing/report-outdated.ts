import { join } from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';

/** The number of files that are named. */
const MOST_NAMED = 4;

/**
 * Warns of files that earlier builds of a pack wrote, and that show things which are gone.
 * @param isLost whether the pack is gone as a whole
 */
export function reportOutdated(
  out: string,
  { pack, isLost, paths }: { pack: string; isLost: boolean; paths: readonly string[] },
  report: Report,
): void {
  const pdfs = paths.filter((path) => path.endsWith('.pdf'));
  const named = (pdfs.length > 0 ? pdfs : paths).map((path) => path.slice(pack.length + 1));
  const [first] = named;
  if (first === undefined) return;
  const more = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : '';
  const list = `${named.slice(0, MOST_NAMED).join(', ')}${more}`;
  report.add(
    'output-outdated',
    wholeFile(join(out, pack)),
    isLost
      ? `There is no pack “${pack}” any more, but files that were printed of it are still here: ${list}.`
      : named.length === 1
        ? `“${first}” was printed earlier, and the pack no longer has it.`
        : `${named.length} files were printed earlier, and the pack no longer has them: ${list}.`,
    'Delete them, or add --clean to remove what earlier builds wrote and nobody has changed.',
  );
}
