import type { Report } from '../../diagnostics/report.ts';
import type { RawEntry } from './split-entries.ts';

const FIELD = /^([A-Za-z][\w-]*) *:/;

/**
 * Finds fields of an entry in a collection that a blank line separates from the heading, so that they would be taken
 * for its text. They are reported, and read as if the blank line were not there.
 * @param known names of the fields that such an entry may have
 */
export function rejoinFields(raw: RawEntry, known: readonly string[], report: Report): RawEntry {
  const { fields, body } = raw;
  const fieldLines = fields.text === '' ? [] : fields.text.split('\n');
  const lines = body.text.split('\n');
  const blank = lines.findIndex((line) => line.trim() === '');
  const paragraph = blank < 0 ? lines : lines.slice(0, blank);
  const names = paragraph.map((line) => FIELD.exec(line)?.[1]);
  const isField = (name: string | undefined) =>
    name !== undefined &&
    // Text may begin with “Chapters: …”. With no field above it, any spelling of a field's name is taken for one.
    known.includes(fieldLines.length === 0 ? name.toLowerCase() : name) &&
    !fieldLines.some((line) => line.startsWith(`${name}:`));
  const areFields = names.every((name, index) => name !== undefined || /^\s+\S|^- /.test(paragraph[index]!));
  if (!areFields || !names.some(isField)) return raw;

  const gap = body.at.line - fields.at.line - fieldLines.length;
  if (gap > 0)
    report.add(
      'fields-apart',
      body.at,
      fieldLines.length === 0
        ? 'There is a blank line between the heading and its fields.'
        : 'There is a blank line between the fields.',
      'Remove the blank line.',
    );
  // The blank lines are kept, so that every field keeps its line number.
  const joined = [...fieldLines, ...Array<string>(gap).fill(''), ...paragraph].join('\n');
  const rest = lines.slice(paragraph.length);
  const skipped = rest.findIndex((line) => line.trim() !== '');
  const text = skipped < 0 ? '' : rest.slice(skipped).join('\n');
  const line = body.at.line + paragraph.length + Math.max(0, skipped);
  return rejoinFields(
    { ...raw, fields: { text: joined, at: fields.at }, body: { text, at: { ...body.at, line } } },
    known,
    report,
  );
}
