import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Inline, TableColumn } from '../blocks/block.ts';
import { checkYaml } from '../diagnostics/check-yaml.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { type Origins, readOriginMarks, withoutOriginMarks } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { ExpandTools } from '../named-blocks/named-block.ts';
import { NAMED_BLOCKS } from '../named-blocks/named-blocks.ts';
import { type OpenMarks, type ReadingContext, readInline } from './inline.ts';

/** Markdown to parse: text that may hold origin marks, and the file it is called after when nothing else is known. */
export interface MarkdownText {
  readonly text: string;
  readonly file: string;
  readonly origins: Origins;
}

// HTML is switched on so that it can be told from text, printed as written and warned of.
// Strikethrough is not set; its marks are printed as written.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).disable('strikethrough');

/** Markdown → core blocks: named blocks are expanded, origin marks taken out and turned into places. */
export function parseMarkdown(source: MarkdownText, report: Report): Block[] {
  return new BlockReader(
    markdown.parse(source.text, {}),
    source,
    { origins: source.origins, report },
    { open: [] },
  ).readAll();
}

/**
 * Whether a text, parsed alone, is whole: a fence left open would swallow whatever is pasted after it.
 * Reports an unclosed fence at its line.
 */
export function checkFences(passage: { text: string; at: Place }, report: Report): void {
  for (const token of markdown.parse(passage.text, {})) {
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
        `Close it with a line ${token.markup} of its own, before the entry ends. (A line that begins with “## ” always opens a new entry.)`,
      );
  }
}

/** Walks markdown-it's flat list of tokens; one for each text that is parsed. */
class BlockReader {
  private index = 0;
  /** The line of the parsed text at which the innermost pasted block begins, and where it was written. */
  private pasted: { line: number; origin: Place } | undefined;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly source: MarkdownText,
    private readonly context: ReadingContext,
    private readonly marks: OpenMarks,
    /** For a text inside a field: the place that its blocks have when no mark says another. */
    private readonly home?: Place,
  ) {}

  readAll(): Block[] {
    return this.readUntil(undefined);
  }

  private placeOf(token: Token): Place {
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
      this.home || { file: this.source.file, line: (line ?? 0) + 1, column: 1 }
    );
  }

  /** The text of the inline token that follows an opening token: its marks tell where the block was written. */
  private inlineContentAfter(token: Token): string {
    const at = this.tokens.indexOf(token, Math.max(0, this.index - 1));
    const next = this.tokens.slice(at + 1, at + 4).find((candidate) => candidate.type === 'inline');
    return next?.content ?? '';
  }

  private readUntil(end: string | undefined): Block[] {
    const blocks: Block[] = [];
    while (this.index < this.tokens.length) {
      const token = this.tokens[this.index]!;
      if (token.type === end) {
        this.index++;
        return blocks;
      }
      blocks.push(...this.readBlock(token));
    }
    return blocks;
  }

  private inline(token: Token | undefined, at: Place): Inline[] {
    return token?.children ? readInline(token.children, at, this.marks, this.context) : [];
  }

  private readBlock(token: Token): Block[] {
    this.index++;
    switch (token.type) {
      case 'heading_open': {
        const at = this.placeOf(token);
        const text = this.inline(this.tokens[this.index], at);
        this.index += 2;
        return [{ kind: 'heading', at, level: Number(token.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6, text }];
      }
      case 'paragraph_open': {
        const inline = this.tokens[this.index];
        this.index += 2;
        if (inline && withoutOriginMarks(inline.content).trim() === '') return this.crossMark(inline);
        const at = this.placeOf(token);
        const paragraph: Block = { kind: 'paragraph', at, look: 'body', text: this.inline(inline, at) };
        const alone = inline?.children?.every((child) => child.type === 'image');
        return alone ? [{ kind: 'box', at, tone: 'frame', blocks: [paragraph] }] : [paragraph];
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [this.readList(token)];
      case 'blockquote_open': {
        const at = this.placeOf(token);
        return [{ kind: 'quote', at, blocks: this.readUntil('blockquote_close') }];
      }
      case 'table_open':
        return [this.readTable(token)];
      case 'hr':
        return [{ kind: 'rule', at: this.placeOf(token) }];
      case 'fence':
        return this.readFence(token);
      case 'code_block':
        return [this.preformatted(token)];
      case 'html_block': {
        const at = this.placeOf(token);
        const text = withoutOriginMarks(token.content).trim();
        this.context.report.add(
          'raw-html',
          at,
          'This is HTML; it is printed as written.',
          'Use Markdown instead.',
        );
        return [{ kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text }] }];
      }
      default:
        this.context.report.add(
          'markup-unsupported',
          this.placeOf(token),
          `“${token.type}” is not set by this version.`,
        );
        return [];
    }
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

  private readList(token: Token): Block {
    const at = this.placeOf(token);
    const ordered = token.type === 'ordered_list_open';
    const items: Block[][] = [];
    let tight = true;
    while (this.tokens[this.index]?.type === 'list_item_open') {
      this.index++;
      if (this.tokens[this.index]?.type === 'paragraph_open' && !this.tokens[this.index]!.hidden)
        tight = false;
      items.push(this.readUntil('list_item_close'));
    }
    this.index++;
    return {
      kind: 'list',
      at,
      items,
      tight,
      look: 'body',
      ...(ordered && { start: Number(token.attrGet('start') ?? 1) }),
    };
  }

  private readTable(token: Token): Block {
    const at = this.placeOf(token);
    const columns: TableColumn[] = [];
    const rows: Inline[][][] = [];
    while (this.tokens[this.index]?.type !== 'table_close') {
      const here = this.tokens[this.index++]!;
      if (here.type === 'tr_open') rows.push([]);
      if (here.type === 'th_open' || here.type === 'td_open') {
        if (here.type === 'th_open') columns.push({ align: alignment(String(here.attrGet('style') ?? '')) });
        rows
          .at(-1)!
          .push(this.inline(this.tokens[this.index], this.placeOf(this.tokens[this.index] ?? here)));
      }
    }
    this.index++;
    return { kind: 'table', at, columns, header: rows[0] ?? [], rows: rows.slice(1) };
  }

  private preformatted(token: Token): Block {
    const lines = withoutOriginMarks(token.content).replace(/\n$/, '').split('\n');
    const text = lines.flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === ''
        ? []
        : [
            {
              kind: 'text',
              text: line.replaceAll('\t', '    ').replaceAll(' ', '\u00A0'),
              code: true,
            } as const,
          ]),
    ]);
    return { kind: 'paragraph', at: this.placeOf(token), look: 'body', preformatted: true, text };
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
      if (name === '' || near === undefined) return [this.preformatted(token)];
      this.context.report.add(
        'unknown-block',
        at,
        `There is no block called “${name}”.`,
        `Did you mean “${near}”?`,
      );
      return [this.preformatted(token)];
    }
    const checked = checkYaml(
      { text: token.content, at: { ...at, line: at.line + 1, column: 1 } },
      named.fields,
      this.context.report,
    );
    return checked ? named.expand(checked.value, this.toolsAt(at)) : [];
  }

  /** What a named block may use to turn its fields into blocks. */
  private toolsAt(at: Place): ExpandTools {
    const placeIn = (text: string) => {
      const origin = readOriginMarks(text).first;
      return (origin !== undefined && this.context.origins[origin]) || at;
    };
    return {
      at,
      placeIn,
      plain: (text) => {
        const place = placeIn(text);
        return [{ kind: 'text', text: withoutOriginMarks(text), ...(place !== at && { at: place }) }];
      },
      inline: (text) =>
        readInline(markdown.parseInline(text, {})[0]?.children ?? [], at, { open: [] }, this.context),
      blocks: (text) =>
        new BlockReader(
          markdown.parse(text, {}),
          { ...this.source, text },
          this.context,
          { open: [] },
          at,
        ).readAll(),
      report: this.context.report,
    };
  }
}

function alignment(style: string): TableColumn['align'] {
  if (style.includes('right')) return 'right';
  return style.includes('center') ? 'centre' : 'left';
}
