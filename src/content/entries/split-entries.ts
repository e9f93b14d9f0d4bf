import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Passage } from './entry.ts';
import { findFrontMatter } from './find-front-matter.ts';

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
export function splitEntries(
  file: { path: string; text: string; emptied?: ReadonlySet<number> },
  report: Report,
): SplitFile {
  const lines = file.text.split('\n');
  const at = (line: number): Place => ({ file: file.path, line: line + 1, column: 1 });
  const passage = (from: number, to: number): Passage => ({
    text: lines.slice(from, to).join('\n'),
    at: at(from),
  });

  const emptied = (line: number) => file.emptied?.has(line) === true;
  const front = findFrontMatter(lines, emptied);
  if (front) {
    const { opening, from, end } = front;
    if (opening !== undefined)
      report.add('front-matter-unopened', at(opening.line), opening.message, opening.hint);
    if (end === undefined) {
      report.add(
        'front-matter-unclosed',
        at(0),
        'The front matter opened by --- is never closed.',
        'Put a line --- after its last field.',
      );
      return { shape: 'entry', entries: [], lost: true };
    }
    return {
      shape: 'entry',
      entries: [{ at: at(0), fields: passage(from, end), body: trimmed(passage(end + 1, lines.length)) }],
    };
  }

  // A heading without its space is reported, and opens its entry all the same, so that nothing else seems to be wrong.
  const heads = lines.flatMap((line, index) => (/^##[^#]/.test(line) ? [index] : []));
  for (const index of heads) {
    const line = lines[index]!;
    if (!line.startsWith('## '))
      report.add(
        'heading-malformed',
        at(index),
        `“${line.slice(0, 40)}” opens no entry: there is no space after ##.`,
        `Write “## ${line.slice(2).trim()}”.`,
      );
  }
  const before = lines.slice(0, heads[0] ?? lines.length);
  let title: Passage | undefined;
  let lost = false;
  for (const [index, line] of before.entries()) {
    if (line.trim() === '') continue;
    if (title === undefined && line.startsWith('# ')) title = { text: line.slice(2).trim(), at: at(index) };
    else {
      lost = true;
      report.add(
        'text-misplaced',
        at(index),
        'This text belongs to no entry.',
        'A file of one entry starts with front matter (---); in a file of several, each starts with a line “## Name”.',
      );
      break;
    }
  }
  const entries = heads.map((head, index): RawEntry => {
    const end = heads[index + 1] ?? lines.length;
    let bodyFrom = head + 1;
    while (bodyFrom < end && emptied(bodyFrom)) bodyFrom++;
    if (/^[a-z][a-z-]*:(\s|$)/.test(lines[bodyFrom] ?? ''))
      while (bodyFrom < end && (lines[bodyFrom]!.trim() !== '' || emptied(bodyFrom))) bodyFrom++;
    const text = lines[head]!.slice(2);
    return {
      heading: text.trim(),
      at: { ...at(head), column: 3 + text.length - text.trimStart().length },
      fields: passage(head + 1, bodyFrom),
      body: trimmed(passage(bodyFrom, end)),
    };
  });
  return { shape: 'collection', entries, lost, ...(title && { title }) };
}

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
