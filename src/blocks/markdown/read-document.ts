import * as z from 'zod';
import { checkYaml, oneOf, yesOrNo } from '../../diagnostics/check-yaml.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { reportComments, takeOutComments } from '../../diagnostics/take-out-comments.ts';
import type { Words } from '../../words/words.ts';
import type { Block } from '../block.ts';
import { headingsIn } from '../check-headings.ts';
import type { NamedBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';
import { leadIns } from './lead-ins.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** The front matter of a plain Markdown file; every field is optional. */
export const documentSchema = z.strictObject({
  title: z.string().min(1).optional(),
  author: z.string().min(1).optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a language code')
    .describe('a language code such as en-GB')
    .optional(),
  style: z.string().default('standard'),
  paper: oneOf(['a4', 'letter', 'a5']).default('a4'),
  /** Whether straight quotation marks, hyphens and dots become typographic ones. */
  typographer: yesOrNo().default(false),
});

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
 * @param findWords gives the words of the language in its front matter, or of another if there is none there; undefined, after
 * diagnostics, if they cannot be read
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
  const end =
    lines[start]?.trimEnd() === '---'
      ? lines.findIndex((line, index) => index > start && line.trimEnd() === '---')
      : -1;
  const front = end > 0 ? lines.slice(start + 1, end).join('\n') : '';
  reportComments(
    faults.filter(({ line }) => line <= end),
    (line, column) => ({ file: file.path, line, column }),
    report,
  );
  const frontAt = end > 0 ? { ...at, line: start + 2 } : at;
  const checked = checkYaml({ text: front, at: frontAt }, documentSchema, report);
  if (!checked) return undefined;
  const left = Object.entries(usual).filter(([field]) => !Object.hasOwn(checked.places, field));
  const settings: Settings = { ...checked.value, ...Object.fromEntries(left) };
  const words = findWords(settings.lang, checked.places['lang'] ?? at);
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
  const parsed = leadIns(read);
  const headed: Block[] =
    settings.title === undefined
      ? parsed
      : [{ kind: 'heading', at, level: 1, text: [{ kind: 'text', text: settings.title }] }, ...parsed];
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
