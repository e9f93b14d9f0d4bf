import type { Assessment } from '../../src/assessment/assessment.ts';
import type { ExamPack } from '../../src/assessment/tasks/exam-pack.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { FieldData, Imported, ImportedEntry } from '../../src/exchange/in/imported.ts';
import { assessmentOf } from '../assessment/support.ts';
import { readBlocks } from '../read-blocks.ts';

const inYaml = (value: FieldData): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : typeof value === 'number'
      ? String(value)
      : typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : `[${(value as readonly FieldData[]).map(inYaml).join(', ')}]`;

/** An entry as a teacher would write it in a file of several. */
const markdownOf = ({ name, fields, body }: ImportedEntry, id: string): string =>
  `## ${name}\nid: ${id}\n${Object.entries(fields)
    .map(([field, value]) => `${field}: ${inYaml(value)}\n`)
    .join('')}\n${body}\n`;

/** Writes what was imported as a pack would have it, and reads it back: nothing may be wrong with it. */
export function readBack({ entries }: Pick<Imported, 'entries'>): {
  pack: ExamPack;
  assessment: Assessment;
  findings: readonly Diagnostic[];
  text: string;
} {
  const files: Record<string, string> = {};
  for (const [index, entry] of entries.entries())
    files[`${entry.kind}.md`] = `${files[`${entry.kind}.md`] ?? ''}${markdownOf(entry, `e-${index + 1}`)}\n`;
  const text = Object.values(files).join('\n');
  const { pack, assessment, report } = assessmentOf(files);
  // What a heading and a text say is Markdown, which is read only when it is printed.
  const printed = entries.flatMap(({ name, body, kind }) =>
    [...(kind === 'items' ? [name] : []), body].flatMap((one) => readBlocks(one).report.diagnostics),
  );
  const kept = printed.filter(({ code }) => code !== 'picture-missing');
  return { pack, assessment, findings: [...report.diagnostics, ...kept], text };
}
