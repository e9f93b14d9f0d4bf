import type { Token } from 'markdown-it';
import { append } from '../../diagnostics/collections/append.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { readOriginMarks, withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Block, Inline, NoteReference } from '../block.ts';
import { calloutBox, titleOfKind } from '../callout.ts';
import type { ExpandTools } from '../named/named-block.ts';
import { headingIds, readDialectBlock, readMarkedParagraph, textRun } from './dialect-blocks.ts';
import { createExpandTools } from './fences/expand-tools.ts';
import { takeFenceLines } from './fences/fence-lines.ts';
import { preformatted } from './fences/preformatted.ts';
import { readFence } from './fences/read-fence.ts';
import type { FlowPart } from './html/flow-parts.ts';
import { hasBlockTags } from './html/has-block-tags.ts';
import { htmlSpan } from './html/html-span.ts';
import { readFlow } from './html/read-flow.ts';
import { InlineBuilder } from './inlines/inline-builder.ts';
import { addToken, readInline } from './inlines/read-inline.ts';
import { gatherLettered, letteredBlocks } from './lettered-paragraph.ts';
import { pictureParagraph } from './pictures/picture-paragraph.ts';
import { quoteParts } from './quote-parts.ts';
import { readDefinitions, readListBlock, readTableBlock } from './read-containers.ts';
import type { OpenMarks, ReadingContext } from './reading-context.ts';
import type { TokenReader } from './tokens/token-reader.ts';
import type { Tokenized } from './tokens/tokenize.ts';
import { typeset } from './tokens/typeset.ts';

/** Reads markdown-it's flat list of tokens into blocks; one reader for each text that is parsed. */
export class BlockReader implements TokenReader {
  private index = 0;
  private readonly tokens: readonly Token[];
  /** The innermost pasted block: the line of the parsed text where it begins, and where it was written. */
  private pasted: { line: number; origin: Place } | undefined;
  /** The numbers of the notes that have been referred to, by their number in this text. */
  private readonly noteNumbers = new Map<number, number>();

  constructor(
    private readonly source: Pick<Tokenized, 'tokens' | 'notes'>,
    private readonly file: string,
    private readonly context: ReadingContext,
    private readonly marks: OpenMarks,
    /** For the text of a field: the place of blocks that have no mark of their own. */
    private readonly fieldPlace?: Place,
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
    const origin = readOriginMarks(token.content || this.inlineContentAfter(token)).first ?? open;
    return (
      (origin !== undefined && this.context.origins[origin]) ||
      this.fieldPlace || { file: this.file, line: (line ?? 0) + 1, column: 1 }
    );
  }

  /** The text of the inline token that follows an opening token, whose marks say where the block was written. */
  private inlineContentAfter(token: Token): string {
    const at = this.tokens.indexOf(token, Math.max(0, this.index - 1));
    const next = this.tokens.slice(at + 1, at + 4).find((candidate) => candidate.type === 'inline');
    return next?.content ?? '';
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.index + ahead];
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

  markdown(text: string, at: Place): Inline[] {
    return this.toolsAt(at).inline(text);
  }

  /** A reference to a note. The first reference to it holds what the note says. */
  private noteOf(id: number): NoteReference {
    const known = this.noteNumbers.get(id);
    const number = known ?? ++this.context.notes.count;
    this.noteNumbers.set(id, number);
    const blocks = known === undefined ? this.readPart(this.source.notes.get(id) ?? []) : [];
    return { kind: 'note', number, label: String(number), blocks };
  }

  /** Reads tokens of this text that are not next in line: those of a note, or of a quotation. */
  private readPart(tokens: readonly Token[]): Block[] {
    const { notes } = this.source;
    const reader = new BlockReader({ tokens, notes }, this.file, this.context, this.marks, this.fieldPlace);
    reader.pasted = this.pasted;
    for (const [id, number] of this.noteNumbers) reader.noteNumbers.set(id, number);
    const blocks = reader.readAll();
    for (const [id, number] of reader.noteNumbers) this.noteNumbers.set(id, number);
    return blocks;
  }

  private readBlock(token: Token): Block[] {
    this.index++;
    // Before its place is looked for, which is that of the first text in it that an author wrote.
    const fence = token.type === 'fence' ? takeFenceLines(token, this.context.origins) : undefined;
    const at = this.placeOf(token);
    switch (token.type) {
      case 'heading_open': {
        const ids = headingIds(token, this.context);
        const text = this.inline(this.peek()?.children, at);
        this.index += 2;
        const level = Number(token.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
        return [{ kind: 'heading', at, level, text, ...(ids && { ids }) }];
      }
      case 'paragraph_open':
        return token.meta ? readMarkedParagraph(token, at, this) : this.readParagraph(at);
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
        return readFence(token, at, fence!, this.context, this.toolsAt(at));
      case 'code_block':
        return [preformatted(token.content, at)];
      case 'html_block':
        return this.readHtml(token, at);
      default: {
        const read = readDialectBlock(token, at, this, this.context);
        if (read) return read;
        this.context.report.add(
          'markup-unsupported',
          at,
          `This version cannot print “${token.markup || token.type}”.`,
        );
        return [];
      }
    }
  }

  private readParagraph(at: Place): Block[] {
    const inline = this.take();
    this.index++;
    if (inline.children && withoutOriginMarks(inline.content).trim() === '' && inline.content !== '')
      return this.crossOriginMarks(inline);
    if (hasBlockTags(inline.children)) return this.htmlInLine(inline.children ?? [], at);
    const withPictures = pictureParagraph(inline, at, this);
    return withPictures ?? letteredBlocks(gatherLettered(inline, this), at, this);
  }

  /** HTML of several blocks in a paragraph or a cell of Markdown, such as a list. */
  htmlInLine(children: readonly Token[], at: Place): Block[] {
    const parts = children.map(
      (token): FlowPart => (token.type === 'html_inline' ? { html: token.content, at } : { token }),
    );
    return readFlow(parts, at, this.flowTools());
  }

  /** HTML up to where all of its elements are closed, with the Markdown between. Its first token has been taken. */
  private readHtml(first: Token, at: Place): Block[] {
    const parts: FlowPart[] = [{ html: first.content, at }];
    const end = htmlSpan(this.tokens, this.index - 1);
    while (this.index <= end) {
      const token = this.tokens[this.index]!;
      if (token.type === 'html_block') {
        parts.push({ html: token.content, at: this.placeOf(token) });
        this.index++;
      } else parts.push({ blocks: this.readBlock(token) });
    }
    return parts.every((part) => 'html' in part && withoutComments(part.html) === '')
      ? []
      : readFlow(parts, at, this.flowTools());
  }

  private flowTools() {
    const { context, marks } = this;
    return {
      context,
      builderAt: (at: Place) => new InlineBuilder(at, marks, context),
      addToken: (token: Token, builder: InlineBuilder) =>
        addToken(token, builder, context.report, (id) => this.noteOf(id)),
      finish: (builder: InlineBuilder) => typeset(builder.inlines, context),
    };
  }

  /** A paragraph of origin marks alone, where a pasted block begins or ends. It prints nothing. */
  private crossOriginMarks(inline: Token): Block[] {
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
    const parts = quoteParts(this.tokens.slice(this.index, end), this.context.dialects);
    this.index = end + 1;
    if (parts.callout) {
      const { kind, title } = parts.callout;
      const own = this.inline(title, at);
      const shown = own.length > 0 ? own : [textRun(titleOfKind(kind, this.context.words))];
      return calloutBox(shown, this.readPart(parts.tokens), at);
    }
    const blocks = this.readPart(parts.tokens);
    const attribution = this.inline(parts.attribution, at);
    return { kind: 'quote', at, blocks, ...(attribution.length > 0 && { attribution }) };
  }

  private toolsAt(at: Place): ExpandTools {
    const { context, file } = this;
    // A field has its own marks and its own footnotes.
    const readerOf = (source: Tokenized) => new BlockReader(source, file, context, { open: [] }, at);
    return createExpandTools(at, context, readerOf);
  }
}

/** HTML without its comments, which may be all there is. */
const withoutComments = (html: string) => withoutOriginMarks(html.replace(/<!--[\s\S]*?-->/g, '')).trim();
