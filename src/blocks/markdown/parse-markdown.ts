import type { Place } from '../../diagnostics/diagnostic.ts';
import { type Origins, readOriginMarks, withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Report } from '../../diagnostics/report.ts';
import { EMPTY_COMMENT, reportComments, takeOutComments } from '../../diagnostics/take-out-comments.ts';
import type { Words } from '../../words/words.ts';
import type { Block } from '../block.ts';
import type { NamedBlock } from '../named/named-block.ts';
import { BlockReader } from './block-reader.ts';
import { otherComments } from './dialects/other-comments.ts';
import { resolveWikilinks } from './inlines/resolve-wikilinks.ts';
import { resolveAnchors } from './resolve-anchors.ts';
import { scopeNotes } from './scope-notes.ts';
import { tokenize } from './tokens/tokenize.ts';

/** Markdown to parse: text that may hold origin marks, and the file to name for text without an origin. */
interface MarkdownText {
  readonly text: string;
  readonly file: string;
  readonly origins: Origins;
  /** The named blocks that fences may be. */
  readonly blocks: readonly NamedBlock[];
  /** The words of its language. */
  readonly words: Words;
  /** Whether straight quotation marks, hyphens and dots become typographic ones. */
  readonly typographer?: boolean;
  /** Whether the Markdown of other programs is read as they read it. */
  readonly dialects?: boolean;
}

/** Parses Markdown into core blocks. Named blocks are expanded; origin marks are taken out and become places. */
export function parseMarkdown(source: MarkdownText, report: Report): Block[] {
  const { dialects = false } = source;
  const bare = takeOutComments(source.text, EMPTY_COMMENT, dialects ? otherComments(source.text) : undefined);
  reportComments(bare.faults, (line, column) => ({ file: source.file, line, column }), report);
  const tokenized = tokenize(scopeNotes(bare.text), { dialects });
  for (const label of tokenized.unusedNotes) reportUnused(label, source, report);
  for (const label of tokenized.notesWrittenTwice) reportNoteTwice(label, source, report);
  if (tokenized.tooDeepLine !== undefined) {
    const above = source.text.split('\n').slice(0, tokenized.tooDeepLine).join('\n');
    const origin = source.origins[readOriginMarks(above).open.at(-1) ?? -1];
    reportTooDeep(origin ?? { file: source.file, line: tokenized.tooDeepLine + 1, column: 1 }, report);
  }
  const context = {
    origins: source.origins,
    named: source.blocks,
    report,
    words: source.words,
    typographer: source.typographer ?? false,
    dialects,
    notes: { count: 0 },
    told: new Set<string>(),
    ids: { ofHeading: [] },
  };
  const blocks = new BlockReader(tokenized, source.file, context, { open: [] }).readAll();
  return resolveAnchors(dialects && bare.text.includes('[[') ? resolveWikilinks(blocks) : blocks, report);
}

function reportNoteTwice(label: string, { text, file, origins }: MarkdownText, report: Report): void {
  const shown = withoutOriginMarks(label);
  const origin = /\uE000(\d+)\uE001\uE002$/.exec(label)?.[1];
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trimStart().startsWith(`[^${shown}]:`));
  report.add(
    'footnote-unused',
    (origin !== undefined && origins[Number(origin)]) || { file, line: Math.max(0, last) + 1, column: 1 },
    `The footnote “${shown}” is written more than once, and only the last is printed.`,
    'Give each footnote its own name.',
  );
}

function reportUnused(label: string, { text, file, origins }: MarkdownText, report: Report): void {
  const shown = withoutOriginMarks(label);
  const origin = /\uE000(\d+)\uE001\uE002$/.exec(label)?.[1];
  const start = text.split('\n').findIndex((line) => line.trimStart().startsWith(`[^${shown}]:`)) + 1 || 1;
  const where = (origin !== undefined && origins[Number(origin)]) || { file, line: start, column: 1 };
  reportUnusedNote(shown, where, report);
}

function reportUnusedNote(shown: string, where: Place, report: Report): void {
  report.add(
    'footnote-unused',
    where,
    `Nothing refers to the footnote “${shown}”, so it is not printed.`,
    `Write [^${shown}] where it belongs, or delete the footnote.`,
    `[^${shown}]:`,
  );
}

function reportTooDeep(where: Place, report: Report): void {
  report.add(
    'nesting-too-deep',
    where,
    'From here on, quotations or lists are nested too deeply to be printed.',
    'Remove some of the marks at the start of the line: >, - or numbers.',
  );
}

/**
 * Checks that a text can be pasted into a document. Reports an open fence, which would swallow the text after it, and what
 * would be lost: footnotes that nothing refers to, and blocks that are nested too deeply.
 */
export function checkPassage(passage: { text: string; at: Place }, report: Report): void {
  const { tokens, unusedNotes, tooDeepLine } = tokenize(passage.text);
  for (const label of unusedNotes) reportUnusedNote(label, passage.at, report);
  if (tooDeepLine !== undefined)
    reportTooDeep({ file: passage.at.file, line: passage.at.line + tooDeepLine, column: 1 }, report);
  for (const token of tokens) {
    if (token.type !== 'fence' || !token.map) continue;
    const [from, to] = token.map;
    const lines = passage.text.split('\n');
    const last = lines[to - 1] ?? '';
    const closed =
      to - from > 1 && new RegExp(`^ {0,3}\\${token.markup[0]}{${token.markup.length},}\\s*$`).test(last);
    if (!closed)
      report.add(
        'unclosed-fence',
        { file: passage.at.file, line: passage.at.line + from, column: 1 },
        `The block opened with ${token.markup} is never closed.`,
        `Close it with a separate line ${token.markup} before the entry ends. (A line that begins with “## ” always starts a new entry.)`,
      );
  }
}
