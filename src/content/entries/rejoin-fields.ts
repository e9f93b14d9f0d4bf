import type { Report } from '../../diagnostics/report.ts';
import type { RawEntry } from './split-entries.ts';

const FIELD = /^([A-Za-z][\w-]*) *:/;

/**
 * Finds fields of a collection's entry that stand apart from its heading, after a blank line, where they would be
 * taken for its text. They are reported, and read as if they stood in their place.
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
    // Text may begin with “Chapters: …”; without any field above it, that is hardly meant.
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
        : 'There is a blank line among the fields.',
      'Remove the blank line between heading and fields.',
    );
  // The blank lines stay, so that every field keeps its place.
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
