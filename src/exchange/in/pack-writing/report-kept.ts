import type { Report } from '../../../diagnostics/report.ts';
import type { NamedEntry } from './choose-ids.ts';
import type { Fate, PackBefore } from './import-plan.ts';
import type { WrittenEntry } from './written-entries.ts';

interface Decision {
  /** The hash of what an earlier import wrote. */
  readonly known: string | undefined;
  readonly there: WrittenEntry | undefined;
  /** The hash of what this import would write. */
  readonly hash: string;
  readonly fate: Fate;
}

const TAKE_AGAIN = 'To take the version of the source instead, import it again with --replace.';

/** Names an entry that stays as somebody has left it although the source says something else. */
export function reportKept(
  { entry, key }: NamedEntry,
  { known, there, hash, fate }: Decision,
  { folder }: PackBefore,
  report: Report,
): void {
  const name = entry.name.length > 60 ? `${entry.name.slice(0, 60)}…` : entry.name;
  if (fate === 'keep' && known !== hash) {
    const file = `${folder}/${there?.file ?? entry.kind}`;
    const where = { file, line: there?.line ?? 1, column: 1 };
    const message = there
      ? `“${name}” (${key}) has changed both in the source and in the pack. The pack keeps its own version.`
      : `“${name}” (${key}) has changed in the source, but has been deleted from the pack. It stays deleted.`;
    report.add('import-kept', where, message, TAKE_AGAIN);
  }
}
