import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
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
        : 'This file is not in a format that can be imported.',
      `Formats are listed in docs/authoring/importing.md. If it is one of them, name it with --format: ${formats.map(({ name }) => name).join(', ')}.`,
    );
  return found;
}
