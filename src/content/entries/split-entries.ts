import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Passage } from './entry.ts';
import { type FrontMatter, findFrontMatter } from './find-front-matter.ts';

/** An entry as written in its file, before its fields are read. */
export interface RawEntry {
  /** Its heading, for entries of a collection. */
  readonly heading?: string;
  readonly at: Place;
  /** YAML. */
  readonly fields: Passage;
  readonly body: Passage;
}

/** A content file, split. A file with front matter is one entry; any other is a collection. */
interface SplitFile {
  readonly shape: 'entry' | 'collection';
  /** The heading of a collection. */
  readonly title?: Passage;
  readonly entries: readonly RawEntry[];
  /** Whether something in it belongs to no entry. */
  readonly lost?: boolean;
}

/**
 * Splits a file into entries. In a collection each `## ` line opens one, even inside a fence, so that a fence left
 * open cannot swallow the next entry. If the line after the heading looks like a field, everything up to the first blank
 * line is fields.
 * @param file its text without comments, and the lines left empty by them: those do not end the fields
 */
export function splitEntries(file: CommentFreeFile, report: Report): SplitFile {
  const lines = file.text.split('\n');
  const isEmptied = (line: number) => file.emptied?.has(line) === true;
  const front = findFrontMatter(lines, isEmptied);
  return front ? splitEntryFile(file, lines, front, report) : splitCollection(file, lines, isEmptied, report);
}

/** A text file without its comments, and the lines that they left empty. */
interface CommentFreeFile {
  readonly path: string;
  readonly text: string;
  readonly emptied?: ReadonlySet<number>;
}

/** Splits a file of one entry into its fields and its body. */
function splitEntryFile(
  { path }: CommentFreeFile,
  lines: readonly string[],
  { opening, from, end }: FrontMatter,
  report: Report,
): SplitFile {
  if (opening !== undefined)
    report.add('front-matter-unopened', lineStart(path, opening.line), opening.message, opening.hint);
  const at = lineStart(path, 0);
  if (end === undefined) {
    report.add(
      'front-matter-unclosed',
      at,
      'The front matter starts with ---, but is never closed.',
      'Add a line --- after the last field.',
    );
    return { shape: 'entry', entries: [], lost: true };
  }
  const body = trimmed(passageOf(path, lines, end + 1, lines.length));
  return { shape: 'entry', entries: [{ at, fields: passageOf(path, lines, from, end), body }] };
}

/** Splits a file of several entries at its `## ` lines. */
function splitCollection(
  { path }: CommentFreeFile,
  lines: readonly string[],
  isEmptied: (line: number) => boolean,
  report: Report,
): SplitFile {
  // A heading without its space is reported, but opens its entry all the same, so that nothing else seems to be wrong.
  const heads = lines.flatMap((line, index) => (/^##[^#]/.test(line) ? [index] : []));
  for (const index of heads) {
    const line = lines[index]!;
    if (!line.startsWith('## '))
      report.add(
        'heading-malformed',
        lineStart(path, index),
        `“${line.slice(0, 40)}” does not start an entry, because there is no space after ##.`,
        `Write “## ${line.slice(2).trim()}”.`,
      );
  }
  const { title, lost } = readCollectionTitle(path, lines.slice(0, heads[0] ?? lines.length), report);
  const entries = heads.map((head, index): RawEntry => {
    const end = heads[index + 1] ?? lines.length;
    let bodyFrom = head + 1;
    while (bodyFrom < end && isEmptied(bodyFrom)) bodyFrom++;
    if (/^[a-z][a-z-]*:(\s|$)/.test(lines[bodyFrom] ?? ''))
      while (bodyFrom < end && (lines[bodyFrom]!.trim() !== '' || isEmptied(bodyFrom))) bodyFrom++;
    const text = lines[head]!.slice(2);
    return {
      heading: text.trim(),
      at: { ...lineStart(path, head), column: 3 + text.length - text.trimStart().length },
      fields: passageOf(path, lines, head + 1, bodyFrom),
      body: trimmed(passageOf(path, lines, bodyFrom, end)),
    };
  });
  return { shape: 'collection', entries, lost, ...(title && { title }) };
}

/** Reads the lines above a collection's first entry: a title at most. The first line of anything else is reported. */
function readCollectionTitle(path: string, lines: readonly string[], report: Report) {
  let title: Passage | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const at = lineStart(path, index);
    if (title === undefined && line.startsWith('# ')) title = { text: line.slice(2).trim(), at };
    else {
      report.add(
        'text-misplaced',
        at,
        'This text does not belong to any entry.',
        'A file with one entry starts with front matter (---). In a file with several, each entry starts with a line “## Name”.',
      );
      return { title, lost: true };
    }
  }
  return { title, lost: false };
}

const lineStart = (file: string, line: number): Place => ({ file, line: line + 1, column: 1 });

const passageOf = (file: string, lines: readonly string[], from: number, to: number): Passage => ({
  text: lines.slice(from, to).join('\n'),
  at: lineStart(file, from),
});

/** Splits a body at its `## ` headings. */
export function splitSections(body: Passage): {
  body: Passage;
  sections: { heading: string; at: Place; passage: Passage }[];
} {
  const lines = body.text.split('\n');
  const heads = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  const part = (from: number, to: number): Passage =>
    trimmed({
      text: lines.slice(from, to).join('\n'),
      at: { ...body.at, line: body.at.line + from, column: 1 },
    });
  return {
    body: part(0, heads[0] ?? lines.length),
    sections: heads.map((head, index) => ({
      heading: lines[head]!.slice(3).trim(),
      at: { ...body.at, line: body.at.line + head, column: 4 },
      passage: part(head + 1, heads[index + 1] ?? lines.length),
    })),
  };
}

/** Removes blank lines at both ends; the place moves to the first line that is left. */
function trimmed({ text, at }: Passage): Passage {
  const lead = /^(\s*\n)*/.exec(text)![0];
  return {
    text: text.slice(lead.length).trimEnd(),
    at: { ...at, line: at.line + lead.split('\n').length - 1 },
  };
}
