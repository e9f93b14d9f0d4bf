import MarkdownIt, { type Token } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { blanks } from './blanks.ts';

// HTML is switched on so that it can be told from text, printed as written and warned of.
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false })
  .use(definitionLists)
  .use(footnotes)
  .use(blanks);

// A bare word with a dot in it (`read.me`) is no address: only what begins with http:// or www., and mail addresses.
markdown.linkify.set({ fuzzyLink: false });
markdown.linkify.add('www.', {
  validate: (text, at, self) => {
    const tail = text.slice(at);
    // What is found begins with the two slashes.
    return /^[^\s.]/.test(tail) ? Math.max(0, self.testSchemaAt(`http://${tail}`, 'http:', 5) - 2) : 0;
  },
  normalize: (match) => {
    match.url = `http://${match.url}`;
  },
});

const normalizeLink = markdown.normalizeLink.bind(markdown);
markdown.normalizeLink = (url) => normalizeLink(withoutOriginMarks(url));

// Blocks that are nested too deeply are passed over by the library, without a word: the first line of them is kept.
const parseBlocks = markdown.block.tokenize.bind(markdown.block);
markdown.block.tokenize = (state, start, end) => {
  const env = state.env as Env;
  if (state.level >= (state.md.options.maxNesting ?? Infinity)) env.tooDeepLine ??= start;
  parseBlocks(state, start, end);
};

/** What the library keeps of a text while it is parsed, and we. */
interface Env extends Record<PropertyKey, unknown> {
  footnotes?: { refs?: Record<string, number> };
  tooDeepLine?: number;
}

/** The notes of a text, by their number in it from 0: the tokens of each. */
type NoteTokens = ReadonlyMap<number, readonly Token[]>;

/** Markdown as markdown-it's tokens. */
export interface Tokenized {
  readonly tokens: readonly Token[];
  readonly notes: NoteTokens;
  /** Labels of notes that nothing refers to. */
  readonly unusedNotes: readonly string[];
  /** The first line, from 0, that is nested too deeply to be parsed. */
  readonly tooDeepLine?: number;
}

/**
 * Tokens of a text, with those of its footnotes apart.
 * @param inline whether it is one paragraph, whose only block token holds the text
 */
export function tokenize(text: string, inline = false): Tokenized {
  const env: Env = {};
  const all = inline ? markdown.parseInline(text, env) : markdown.parse(text, env);
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
    ...(env.tooDeepLine !== undefined && { tooDeepLine: env.tooDeepLine }),
  };
}
