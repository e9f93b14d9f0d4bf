import MarkdownIt, { type Token } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import { asianText } from '../dialects/asian-text.ts';
import { dialects } from '../dialects/dialects.ts';
import { dollarMathematics } from '../dialects/typed-mathematics.ts';
import { markdownInside } from '../html/markdown-inside.ts';
import { foreignWords } from '../inlines/foreign-words.ts';
import { blanks } from './blanks.ts';
import { emphasisBesideMarks } from './emphasis-beside-marks.ts';

/** Makes a parser. HTML is enabled so that it is recognised. */
function createParser(...rules: readonly ((parser: Parser) => void)[]): Parser {
  const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false })
    .use(definitionLists)
    .use(footnotes)
    .use(blanks)
    .use(asianText)
    .use(emphasisBesideMarks)
    .use(foreignWords)
    .use(markdownInside);
  for (const rule of rules) markdown.use(rule);
  readAddresses(markdown);
  rememberDepth(markdown);
  return markdown;
}

type Parser = InstanceType<typeof MarkdownIt>;

function readAddresses(markdown: Parser): void {
  // A word with a dot in it (`read.me`) is not an address; http://…, www.… and mail addresses are.
  markdown.linkify.set({ fuzzyLink: false });
  markdown.linkify.add('www.', {
    validate: (text, at, self) => {
      const tail = text.slice(at);
      // The length that is found includes the two slashes.
      return /^[^\s.]/.test(tail) ? Math.max(0, self.testSchemaAt(`http://${tail}`, 'http:', 5) - 2) : 0;
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
  // The library would leave a link to a file or a script as it is written, unsaid: which links are kept is decided, and said,
  // where they are read. A picture may be in the text itself, in any format.
  markdown.validateLink = () => true;
  const normalizeLink = markdown.normalizeLink.bind(markdown);
  markdown.normalizeLink = (url) => normalizeLink(withoutOriginMarks(url));
}

/** The library silently skips blocks that are nested too deeply: remembers the first line of them. */
function rememberDepth(markdown: Parser): void {
  const parseBlocks = markdown.block.tokenize.bind(markdown.block);
  markdown.block.tokenize = (state, start, end) => {
    const env = state.env as Env;
    if (state.level >= (state.md.options.maxNesting ?? Infinity)) env.tooDeepLine ??= start;
    parseBlocks(state, start, end);
  };
}

const ours = createParser(dollarMathematics);
const others = createParser(dialects);

/** What the library, and the rule above, remember about a text while it is parsed. */
interface Env extends Record<PropertyKey, unknown> {
  footnotes?: { refs?: Record<string, number> };
  tooDeepLine?: number;
}

/** The tokens of each note of a text, by its number in the text from 0. */
type NoteTokens = ReadonlyMap<number, readonly Token[]>;

/** The tokens that markdown-it makes of a text. */
export interface Tokenized {
  readonly tokens: readonly Token[];
  readonly notes: NoteTokens;
  /** Labels of notes that nothing refers to. */
  readonly unusedNotes: readonly string[];
  /** Labels of notes that are written again: the library prints the last. */
  readonly notesWrittenTwice: readonly string[];
  /** The first line, from 0, that is nested too deeply to be parsed. */
  readonly tooDeepLine?: number;
}

const INDENT = /^\u00A0+/gm;
const WRITTEN_INDENT = /^(?:&nbsp;)+/gm;

/** Parses blocks. The library drops no-break spaces at the beginning of a paragraph, which indent a line of verse. */
function parseKeepingIndents(markdown: Parser, text: string, env: Env): Token[] {
  if (!text.includes('\u00A0')) return markdown.parse(text, env);
  const tokens = markdown.parse(
    text.replace(INDENT, (indent) => '&nbsp;'.repeat(indent.length)),
    env,
  );
  // In code and the like an entity stays as it is written.
  for (const token of tokens)
    if (['fence', 'code_block', 'html_block'].includes(token.type))
      token.content = token.content.replace(WRITTEN_INDENT, (written) => '\u00A0'.repeat(written.length / 6));
  return tokens;
}

/** What the library keeps its labels in: a note that is written sets −1, and each reference a number. */
const definedOnce = (twice: string[]): Record<string, number> =>
  new Proxy<Record<string, number>>(Object.create(null) as Record<string, number>, {
    set(labels, label, number) {
      if (number === -1 && Object.hasOwn(labels, label)) twice.push(String(label).slice(1));
      return Reflect.set(labels, label, number);
    },
  });

/**
 * Tokenizes a text, with its footnotes apart.
 * @param options `inline`: whether the text is one paragraph; the only token then holds its inline tokens. `dialects`:
 * whether the Markdown of other programs is read as they read it
 */
export function tokenize(text: string, options: { inline?: boolean; dialects?: boolean } = {}): Tokenized {
  const twice: string[] = [];
  const env: Env = { footnotes: { refs: definedOnce(twice) } };
  const markdown = options.dialects ? others : ours;
  const all = options.inline ? markdown.parseInline(text, env) : parseKeepingIndents(markdown, text, env);
  const end = all.findIndex((token) => token.type === 'footnote_block_open');
  const notes = new Map<number, Token[]>();
  let current: Token[] = [];
  for (const token of end < 0 ? [] : all.slice(end + 1, -1)) {
    if (token.type === 'footnote_open') {
      current = [];
      notes.set((token.meta as { id: number }).id, current);
    } else if (token.type !== 'footnote_close' && token.type !== 'footnote_anchor') current.push(token);
  }
  const unused = Object.entries(env.footnotes?.refs ?? {}).flatMap(([label, id]) =>
    id < 0 ? [label.slice(1)] : [],
  );
  return {
    tokens: end < 0 ? all : all.slice(0, end),
    notes,
    unusedNotes: unused,
    notesWrittenTwice: twice,
    ...(env.tooDeepLine !== undefined && { tooDeepLine: env.tooDeepLine }),
  };
}
