import { splitEntries } from '../../content/entries/split-entries.ts';
import { blankOutComments } from '../../diagnostics/blank-out-comments.ts';
import { createReport } from '../../diagnostics/report.ts';

/** A stretch of a text, by the offsets of its beginning and its end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An entry as it is in the text of a file. */
export interface EntryText {
  /** Its heading; undefined for the only entry of a file with front matter. */
  readonly heading?: Stretch & { readonly text: string };
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The lines of its fields; empty where they would be if it has none. */
  readonly fields: Stretch;
  /** Its text, without blank lines and comments around it; empty where it would be if it has none. */
  readonly body: Stretch;
}

/** A file of entries, with comments as spaces, so that offsets are those of the file. */
export interface EntriesOfFile {
  readonly blanked: string;
  readonly entries: readonly EntryText[];
}

/**
 * Finds the entries of a file, in order, where reading a pack finds them.
 * @param text with line ends as `\n`
 * @returns undefined if some of it belongs to no entry, such as front matter that nothing closes
 */
export function fileEntries(text: string): EntriesOfFile | undefined {
  const { text: blanked, emptied } = blankOutComments(text);
  const { entries, lost } = splitEntries({ path: '', text: blanked, emptied }, createReport());
  if (lost) return undefined;
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  // Behind the last line there is no line end.
  const startOf = (line: number) => Math.min(starts[line] ?? text.length, text.length);
  const countOf = (part: string) => (part === '' ? 0 : part.split('\n').length);
  return {
    blanked,
    entries: entries.map(({ heading, at, fields, body }): EntryText => {
      const from = startOf(fields.at.line - 1);
      const to = startOf(fields.at.line - 1 + countOf(fields.text));
      const first = body.at.line - 1;
      const bodyLines = countOf(body.text);
      const end = first + bodyLines - 1;
      const headingFrom = starts[at.line - 1]! + at.column - 1;
      return {
        line: at.line,
        ...(heading !== undefined && {
          heading: { text: heading, from: headingFrom, to: headingFrom + heading.length },
        }),
        fields: { from, to },
        body:
          bodyLines > 0
            ? { from: startOf(first), to: starts[end]! + lines[end]!.trimEnd().length }
            : bodyPlace(startOf, starts.indexOf(to), heading === undefined, to),
      };
    }),
  };
}

/** Where a text would begin: behind the fields or, in a file of one entry, behind the line that closes them. */
function bodyPlace(
  startOf: (line: number) => number,
  closing: number,
  isOnlyEntry: boolean,
  fieldsEnd: number,
): Stretch {
  const place = isOnlyEntry ? startOf(closing + 1) : fieldsEnd;
  return { from: place, to: place };
}
