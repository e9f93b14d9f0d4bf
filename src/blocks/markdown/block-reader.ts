import type { Token } from 'markdown-it';
import { checkYaml } from '../../diagnostics/check-yaml.ts';
import { append } from '../../diagnostics/collections/append.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { readOriginMarks, withoutOriginMarks } from '../../diagnostics/origin.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { EMPTY_COMMENT, reportComments, takeOutComments } from '../../diagnostics/take-out-comments.ts';
import type { Block, Inline, NoteReference } from '../block.ts';
import { calloutBox, calloutTitle } from '../callout.ts';
import type { ExpandTools } from '../named/named-block.ts';
import { figuresOf } from './figures-of.ts';
import { type OpenMarks, type ReadingContext, readInline } from './inline.ts';
import { labelOf, letteredLines } from './lettered-lines.ts';
import { NAMED_BLOCKS } from './named-blocks.ts';
import { picturePath } from './picture-path.ts';
import { preformatted } from './preformatted.ts';
import { quoteParts } from './quote-parts.ts';
import { readDefinitions, readListBlock, readTableBlock } from './read-containers.ts';
import type { TokenReader } from './token-reader.ts';
import { type Tokenized, tokenize } from './tokenize.ts';
import { typeset } from './typeset.ts';

/** Walks markdown-it's flat list of tokens; one for each text that is parsed. */
export class BlockReader implements TokenReader {
  private index = 0;
  private readonly tokens: readonly Token[];
  /** The line of the parsed text at which the innermost pasted block begins, and where it was written. */
  private pasted: { line: number; origin: Place } | undefined;
  /** The numbers that notes got where they were first referred to. */
  private readonly noteNumbers = new Map<number, number>();

  constructor(
    private readonly source: Pick<Tokenized, 'tokens' | 'notes'>,
    private readonly file: string,
    private readonly context: ReadingContext,
    private readonly marks: OpenMarks,
    /** For a text inside a field: the place that its blocks have when no mark says another. */
    private readonly home?: Place,
  ) {
    this.tokens = source.tokens;
  }

  readAll(): Block[] {
    return this.readUntil(undefined);
  }

  placeOf(token: Token): Place {
    const line = token.map?.[0];
    if (this.pasted && line !== undefined) {
      const { origin } = this.pasted;
      return {
        file: origin.file,
        line: origin.line + line - this.pasted.line,
        column: line === this.pasted.line ? origin.column : 1,
      };
    }
    const open = this.marks.open.at(-1);
    const own = readOriginMarks(token.content || this.inlineContentAfter(token)).first ?? open;
    return (
      (own !== undefined && this.context.origins[own]) ||
      this.home || { file: this.file, line: (line ?? 0) + 1, column: 1 }
    );
  }

  /** The text of the inline token that follows an opening token: its marks tell where the block was written. */
  private inlineContentAfter(token: Token): string {
    const at = this.tokens.indexOf(token, Math.max(0, this.index - 1));
    const next = this.tokens.slice(at + 1, at + 4).find((candidate) => candidate.type === 'inline');
    return next?.content ?? '';
  }

  /** The token to be read next. */
  peek(): Token | undefined {
    return this.tokens[this.index];
  }

  take(): Token {
    return this.tokens[this.index++]!;
  }

  readUntil(end: string | undefined): Block[] {
    const blocks: Block[] = [];
    while (this.index < this.tokens.length) {
      const token = this.tokens[this.index]!;
      if (token.type === end) {
        this.index++;
        return blocks;
      }
      append(blocks, this.readBlock(token));
    }
    return blocks;
  }

  inline(children: readonly Token[] | null | undefined, at: Place): Inline[] {
    if (!children) return [];
    const inlines = readInline(children, at, this.marks, this.context, (id) => this.noteOf(id));
    return typeset(inlines, this.context);
  }

  /** A reference to a note, which is read where it is first referred to. */
  private noteOf(id: number): NoteReference {
    const known = this.noteNumbers.get(id);
    const number = known ?? ++this.context.notes.count;
    this.noteNumbers.set(id, number);
    const reference = { kind: 'note', number, label: String(number) } as const;
    return {
      ...reference,
      blocks: known === undefined ? this.readPart(this.source.notes.get(id) ?? []) : [],
    };
  }

  /** Blocks of tokens that are a part of this text. */
  private readPart(tokens: readonly Token[]): Block[] {
    const { notes } = this.source;
    const reader = new BlockReader({ tokens, notes }, this.file, this.context, this.marks, this.home);
    reader.pasted = this.pasted;
    for (const [id, number] of this.noteNumbers) reader.noteNumbers.set(id, number);
    const blocks = reader.readAll();
    for (const [id, number] of reader.noteNumbers) this.noteNumbers.set(id, number);
    return blocks;
  }

  private readBlock(token: Token): Block[] {
    this.index++;
    const at = this.placeOf(token);
    switch (token.type) {
      case 'heading_open': {
        const text = this.inline(this.peek()?.children, at);
        this.index += 2;
        return [{ kind: 'heading', at, level: Number(token.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6, text }];
      }
      case 'paragraph_open': {
        const inline = this.take();
        this.index++;
        if (inline.children && withoutOriginMarks(inline.content).trim() === '' && inline.content !== '')
          return this.crossMark(inline);
        const figures = figuresOf(inline, at, (title) => this.toolsAt(at).inline(title), this.context.report);
        if (figures) return figures;
        return this.readText(...this.withLettered(inline), at);
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [readListBlock(token, this)];
      case 'dl_open':
        return [readDefinitions(token, this)];
      case 'blockquote_open':
        return [this.readQuote(token, at)];
      case 'table_open':
        return [readTableBlock(token, this)];
      case 'hr':
        return [{ kind: 'rule', at }];
      case 'fence':
        return this.readFence(token);
      case 'code_block':
        return [preformatted(token.content, at)];
      case 'html_block': {
        const content = takeOutComments(token.content).text;
        if (withoutOriginMarks(content).trim() === '') return [];
        this.context.report.add(
          'raw-html',
          at,
          'This is HTML; it is printed as written.',
          'Use Markdown instead.',
        );
        return [preformatted(content, at)];
      }
      default:
        this.context.report.add(
          'markup-unsupported',
          at,
          `“${token.markup || token.type}” is not set by this version.`,
        );
        return [];
    }
  }

  /** A paragraph's text with those of the paragraphs after it that go on lettering its lines, and whether there are any. */
  private withLettered(inline: Token): [text: readonly Token[], loose: boolean] {
    let text: readonly Token[] = inline.children ?? [];
    let end = inline.map?.[1] ?? 0;
    let count = letteredLines(text, 1)?.entries.length ?? 0;
    let loose = false;
    while (count > 0 && this.peek()?.type === 'paragraph_open') {
      const next = this.tokens[this.index + 1]!;
      const gap = Object.assign(Object.create(Object.getPrototypeOf(next)), next, {
        type: 'softbreak',
        level: 0,
        meta: { lines: (next.map?.[0] ?? end) - end + 1 },
      });
      const both = [...text, gap, ...(next.children ?? [])];
      const more = letteredLines(both, 1)?.entries ?? [];
      if (more.length <= count || labelOf(next.children ?? [])?.label !== more[count]!.label) break;
      text = both;
      end = next.map?.[1] ?? end;
      count = more.length;
      loose = true;
      this.index += 3;
    }
    return [text, loose];
  }

  /** A paragraph, or what stands above lettered lines and a list of these. */
  private readText(text: readonly Token[], loose: boolean, at: Place): Block[] {
    const paragraph = (tokens: readonly Token[], where: Place): Block[] =>
      tokens.length === 0
        ? []
        : [{ kind: 'paragraph', at: where, look: 'body', text: this.inline(tokens, where) }];
    const lettered = letteredLines(text);
    if (!lettered) return paragraph(text, at);
    const { above, entries, numbering } = lettered;
    const before = paragraph(above, at);
    const items = entries.map(({ tokens, line }) =>
      this.readText(tokens, loose, line === 0 ? at : { ...at, line: at.line + line, column: 1 }),
    );
    const labels = { texts: entries.map(({ label }) => label), room: '', numbering };
    return [...before, { kind: 'list', at, labels, items, tight: !loose, look: 'body' }];
  }

  /** A paragraph of nothing but marks: where a pasted block begins or ends. */
  private crossMark(inline: Token): Block[] {
    const read = readOriginMarks(inline.content, this.marks.open);
    this.marks.open = read.open;
    const origin = read.open.at(-1);
    // A blank line follows the mark, and then the text itself.
    this.pasted =
      origin === undefined
        ? undefined
        : { line: (inline.map?.[0] ?? 0) + 2, origin: this.context.origins[origin]! };
    return [];
  }

  private readQuote(token: Token, at: Place): Block {
    const end = this.tokens.findIndex(
      (other, index) =>
        index >= this.index && other.type === 'blockquote_close' && other.level === token.level,
    );
    const parts = quoteParts(this.tokens.slice(this.index, end));
    this.index = end + 1;
    const blocks = this.readPart(parts.tokens);
    if (parts.callout) {
      const title = calloutTitle(parts.callout, this.context.language);
      return calloutBox([{ kind: 'text', text: title }], blocks, at);
    }
    const attribution = this.inline(parts.attribution, at);
    return { kind: 'quote', at, blocks, ...(attribution.length > 0 && { attribution }) };
  }

  private readFence(token: Token): Block[] {
    const name = token.info.trim();
    const named = NAMED_BLOCKS.find((block) => block.name === name);
    const at = this.placeOf(token);
    if (!named) {
      const near = nearest(
        name,
        NAMED_BLOCKS.map((block) => block.name),
      );
      if (name === '' || near === undefined) return [preformatted(token.content, at)];
      this.context.report.add(
        'unknown-block',
        at,
        `There is no block called “${name}”.`,
        `Did you mean “${near}”?`,
      );
      return [preformatted(token.content, at)];
    }
    const checked = checkYaml(
      { text: token.content, at: { ...at, line: at.line + 1, column: 1 } },
      named.fields,
      this.context.report,
    );
    return checked ? named.expand(checked.value, this.toolsAt(at)) : [];
  }

  /** What a named block may use to turn its fields into blocks. Footnotes of a field stand in the field itself. */
  private toolsAt(at: Place): ExpandTools {
    const { context, file } = this;
    const placeIn = (text: string) => {
      const origin = readOriginMarks(text).first;
      return (origin !== undefined && context.origins[origin]) || at;
    };
    /** Pasted text has none any more; a template, or the fields of a Markdown file, may. */
    const uncommented = (text: string, stub?: string) => {
      const { text: bare, faults } = takeOutComments(text, stub);
      reportComments(faults, () => placeIn(text), context.report);
      return bare;
    };
    const readerOf = (source: Tokenized) => new BlockReader(source, file, context, { open: [] }, at);
    return {
      at,
      language: context.language,
      placeIn,
      plain: (text) => {
        const place = placeIn(text);
        const run = { kind: 'text', text: withoutOriginMarks(uncommented(text)) } as const;
        return typeset([{ ...run, ...(place !== at && { at: place }) }], context);
      },
      inline: (text) => {
        const source = tokenize(uncommented(text), true);
        return readerOf(source).inline(source.tokens[0]?.children, at);
      },
      blocks: (text) => readerOf(tokenize(uncommented(text, EMPTY_COMMENT))).readAll(),
      pictureAt: (address) => picturePath(placeIn(address).file, withoutOriginMarks(address)),
      report: context.report,
    };
  }
}
