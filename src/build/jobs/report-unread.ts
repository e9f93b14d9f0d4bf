import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { PackSource } from './build-options.ts';

/** The number of files that are named. */
const MOST_NAMED = 5;

/** Warns of files in a pack's folder that nothing reads: a teacher may wait for what is in them to be printed. */
export function reportUnread({ folder, unread = [] }: PackSource, report: Report): void {
  const [first] = unread;
  if (first === undefined) return;
  const more = unread.length > MOST_NAMED ? ` and ${unread.length - MOST_NAMED} more` : '';
  const named = unread.slice(0, MOST_NAMED).join(', ') + more;
  report.add(
    'file-unread',
    // Not the file: its bytes would be quoted.
    wholeFile(folder),
    unread.length === 1
      ? `“${first}” is not read, so nothing in it is printed.`
      : `${unread.length} files in this pack are not read, so nothing in them is printed: ${named}.`,
    hintFor(unread),
  );
}

function hintFor(unread: readonly string[]): string {
  const has = (endings: RegExp) => unread.some((path) => endings.test(path));
  return [
    has(/\.(docx?|odt|rtf|pages|txt|html?)$/i) && 'Copy text into a file that ends in .md.',
    has(/\.(csv|tsv|xlsx?|ods|numbers)$/i) &&
      'Write a list of words or questions as Markdown, one entry under each “## ” heading. Class lists go in rosters/, outside the pack.',
    has(/\.(hbs|ya?ml)$/i) && 'Templates (NAME.md.hbs) go in templates/, and styles (NAME.yaml) in styles/.',
    has(/\.(md|markdown|mdown)$/i) && 'Names of Markdown files end in .md, in small letters.',
    has(/\.(tiff?|bmp|heic|eps|ai)$/i) && 'Save pictures as PNG, JPEG or SVG.',
    'Keep other files outside the pack’s folder.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}
