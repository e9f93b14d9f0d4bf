import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { ImportPlan, PlacedEntry } from '../../exchange/in/pack-writing/import-plan.ts';

/** What the import of a file does. */
export interface ShownImport {
  readonly path: string;
  /** What the format is called. */
  readonly title: string;
  readonly plan: ImportPlan;
  /** How many things are lost. */
  readonly lost: number;
}

interface Ending {
  readonly folder: string;
  readonly isNew: boolean;
  /** The paths of the files that were written. */
  readonly written: readonly string[];
  /** Whether nothing was to be written. */
  readonly isDry: boolean;
}

/** So many names of entries are shown of each kind in a file. */
const MOST_NAMES = 6;

/** Says what an import writes, file by file, and how to go on. */
export function showImport(shown: readonly ShownImport[], { folder, isNew, written, isDry }: Ending): string {
  const parts = shown.map(({ path, title, plan, lost }) => {
    const counts = [
      `${plan.added.length} new`,
      ...(plan.updated.length > 0 ? [`${plan.updated.length} updated`] : []),
      ...(plan.same > 0 ? [`${plan.same} there already`] : []),
      ...(plan.kept > 0 ? [`${plan.kept} kept as you changed or deleted them`] : []),
      ...(plan.pictures.size > 0 ? [countInWords(plan.pictures.size, 'picture')] : []),
    ];
    const lines = [...linesOf(folder, 'new', plan.added), ...linesOf(folder, 'updated', plan.updated)];
    const losses = lost === 0 ? 'nothing lost' : `${countInWords(lost, 'thing')} not imported (listed below)`;
    return [`${path}: ${title}. Entries: ${counts.join(', ')}; ${losses}.`, ...lines].join('\n');
  });
  const ending = isDry
    ? `Nothing was written. To write it into ${isNew ? 'the new pack ' : ''}${folder}, add --write.`
    : written.length > 0
      ? `Written: ${countInWords(written.length, 'file')} in ${folder}.`
      : '';
  return `${[...parts, ...(ending === '' ? [] : [ending])].join('\n')}\n`;
}

/** A line for each file: how many entries, and the names of the first. */
function linesOf(folder: string, what: string, entries: readonly PlacedEntry[]): string[] {
  const files = [...new Set(entries.map(({ file }) => file))];
  return files.map((file) => {
    const names = entries.filter((entry) => entry.file === file).map(({ name }) => shorten(name));
    const more = names.length > MOST_NAMES ? ` … and ${names.length - MOST_NAMES} more` : '';
    return `  ${folder}/${file}: ${names.length} ${what}: ${names.slice(0, MOST_NAMES).join('; ')}${more}`;
  });
}

const shorten = (name: string) => (name.length > 50 ? `${name.slice(0, 48).trimEnd()}…` : name);
