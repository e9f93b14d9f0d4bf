import type * as z from 'zod';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { reportComments, takeOutComments } from '../../diagnostics/take-out-comments.ts';
import type { Words } from '../../words/words.ts';
import type { Block } from '../block.ts';
import { headingsIn } from '../check-headings.ts';
import type { NamedBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';
import type { documentSchema } from './front-matter/document-schema.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { withTitle } from './front-matter/title-blocks.ts';
import { leadIns } from './lead-ins.ts';
import { parseMarkdown } from './parse-markdown.ts';

type Settings = z.output<typeof documentSchema>;

/** A plain Markdown file, read for printing. */
interface MarkdownDocument {
  readonly settings: Settings;
  /** Its title, or its first heading, or the name of its file. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly words: Words;
}

/**
 * Reads a Markdown file with or without front matter.
 * @param blocks the named blocks that fences may be
 * @param findWords gives the words of the language in its front matter, or of another if there is none there;
 * undefined, after diagnostics, if they cannot be read
 * @param usual what a field is that its front matter leaves out
 * @returns undefined if its front matter is wrong
 */
export function readDocument(
  file: { path: string; text: string },
  blocks: readonly NamedBlock[],
  findWords: (lang: string | undefined, langAt: Place) => Words | undefined,
  report: Report,
  usual: Partial<Pick<Settings, 'lang' | 'style' | 'paper'>> = {},
): MarkdownDocument | undefined {
  const at = { file: file.path, line: 1, column: 1 };
  const written = file.text.split('\n');
  const { text: bare, emptied, faults } = takeOutComments(file.text);
  const lines = bare.split('\n');
  // There may be a comment above the front matter.
  const start = lines.findIndex((_, index) => !emptied.has(index));
  const front = readFrontMatter(lines, start, file.path, report);
  reportComments(
    faults.filter(({ line }) => line <= (front?.end ?? 0)),
    (line, column) => ({ file: file.path, line, column }),
    report,
  );
  if (!front) return undefined;
  const { places, end } = front;
  const left = Object.entries(usual).filter(([field]) => !Object.hasOwn(places, field));
  const settings: Settings = { ...front.value, ...Object.fromEntries(left) };
  const words = findWords(settings.lang, places['lang'] ?? at);
  if (!words) return undefined;

  // Blank lines instead of the front matter keep line numbers right.
  const text = '\n'.repeat(end + 1) + written.slice(end + 1).join('\n');
  const read = parseMarkdown(
    {
      text,
      file: file.path,
      origins: [],
      blocks,
      words,
      typographer: settings.typographer,
      dialects: true,
    },
    report,
  );
  const placeOf = (field: string) => ownValue(places, field) ?? at;
  const headed = withTitle(leadIns(read), settings, placeOf, words);
  const first = headingsIn(headed)[0];
  const name = file.path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]*$/, '');
  return {
    settings,
    blocks: headed,
    words,
    title: (first && plainText(first.text)) || name,
  };
}
