import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { FormatIn } from '../format-in.ts';
import type { ImportSource } from '../import-source.ts';

/** Finds the format of a source by its content. @returns undefined, after an error, if it is of none */
export function findFormat(
  source: ImportSource,
  formats: readonly FormatIn[],
  report: Report,
): FormatIn | undefined {
  const extension = /\.[^./\\]+$/.exec(source.path)?.[0].toLowerCase() ?? '';
  const found = formats.find((format) => format.recognises(source, extension));
  if (!found)
    report.add(
      'import-refused',
      wholeFile(source.path),
      source.files.length > 0
        ? 'This archive holds nothing that can be imported.'
        : 'This file is of no format that can be imported.',
      `Formats that can be imported: ${formats.map(({ title }) => title).join(', ')}. If it is one of them, name it with --format.`,
    );
  return found;
}
