import type { Token } from 'markdown-it';
import { append } from '../../../diagnostics/collections/append.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Block, Inline } from '../../block.ts';
import { preformatted } from '../fences/preformatted.ts';
import type { InlineBuilder } from '../inlines/inline-builder.ts';
import { picturesAsBlocks } from '../pictures/picture-blocks.ts';
import type { ReadingContext } from '../reading-context.ts';
import { centred } from './centred.ts';
import { elementRule } from './elements.ts';
import { type FlowPart, type FlowTree, type HtmlElement, type HtmlNode, parseParts } from './flow-parts.ts';
import type { HtmlReader } from './html-reader.ts';
import { closeElement, type OpenElement, openElement, reopenElement } from './open-element.ts';
import { readDetails, readFigure } from './read-boxes.ts';
import { readHtmlDefinitions, readHtmlList } from './read-html-list.ts';
import { readHtmlTable } from './read-html-table.ts';
import { attributesOf } from './read-tag.ts';
import { reportHtml, reportInstruction } from './report-html.ts';
import { alignmentOf, type HtmlAlignment } from './style-attribute.ts';

/** What reading HTML needs of the reader of Markdown. */
export interface FlowTools {
  readonly context: ReadingContext;
  builderAt(at: Place): InlineBuilder;
  /** Adds a piece of a line of Markdown. */
  addToken(token: Token, builder: InlineBuilder): void;
  /** The inlines of a builder, with typographic marks. */
  finish(builder: InlineBuilder): Inline[];
}

/** Reads HTML as blocks, with the Markdown between its tags in its place. */
export function readFlow(parts: readonly FlowPart[], at: Place, tools: FlowTools): Block[] {
  const tree = parseParts(parts, at);
  const flow = new Flow(tree, at, tools);
  flow.read(tree.nodes);
  // What HTML has no place for, such as text in a list of choices, is not lost.
  for (const part of parts) if (!('html' in part)) flow.addPart(part);
  return flow.finish();
}

/** Elements in more others than this are not read. */
const DEEPEST = 100;

/** A run of blocks under construction: text goes into a paragraph that is open. */
class Flow implements HtmlReader {
  private readonly blocks: Block[] = [];
  private builder: InlineBuilder | undefined;
  private open: OpenElement[] = [];

  constructor(
    readonly tree: FlowTree,
    private at: Place,
    readonly tools: FlowTools,
    private align: HtmlAlignment = undefined,
    private readonly seen = new Set<FlowPart>(),
    /** How many elements it is inside of. */
    private depth = 0,
  ) {}

  read(nodes: readonly HtmlNode[]): void {
    if (this.depth > DEEPEST) {
      this.reportDepth();
      return;
    }
    for (const node of nodes) {
      if ('tagName' in node) this.readElement(node);
      else if (node.nodeName === '#text' && 'value' in node) this.addText(node.value);
      else if ('data' in node) reportInstruction(`<${node.data}`, this.at, this.tools.context);
    }
  }

  /** The blocks inside an element. */
  inside(element: HtmlElement, nodes: readonly HtmlNode[] = element.childNodes): Block[] {
    const at = this.tree.placeOf(element);
    const align = alignmentOf(attributesOf(element.attrs)) ?? this.align;
    const flow = new Flow(
      this.tree,
      at,
      this.tools,
      align === 'left' ? undefined : align,
      this.seen,
      this.depth + 1,
    );
    flow.read(nodes);
    return flow.finish();
  }

  /** The text inside an element, in one paragraph. */
  textOf(element: HtmlElement): Inline[] {
    const blocks = this.inside(element);
    return blocks.flatMap((block, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(block.kind === 'paragraph' || block.kind === 'heading' ? block.text : []),
    ]);
  }

  addPart(part: FlowPart): void {
    if (this.seen.has(part)) return;
    this.seen.add(part);
    if ('token' in part) this.tools.addToken(part.token, this.line());
    else if ('blocks' in part) {
      this.endParagraph();
      append(this.blocks, this.align === 'centre' ? centred(part.blocks) : part.blocks);
    }
  }

  finish(): Block[] {
    this.endParagraph();
    return this.blocks;
  }

  private addText(text: string): void {
    // Line ends between blocks begin no paragraph.
    if (this.builder || text.trim() !== '') this.line().addText(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  /** The paragraph that is open, or a new one. */
  private line(): InlineBuilder {
    if (!this.builder) {
      this.builder = this.tools.builderAt(this.at);
      for (const one of this.open) reopenElement(one, this.builder);
    }
    return this.builder;
  }

  private endParagraph(): void {
    const { builder, at, align } = this;
    this.builder = undefined;
    if (!builder) return;
    const text = trimmed(this.tools.finish(builder));
    if (text.length === 0) return;
    const figures = picturesAsBlocks(text, at);
    if (figures) append(this.blocks, figures);
    else
      this.blocks.push({
        kind: 'paragraph',
        at,
        look: 'body',
        text,
        ...(align === 'centre' && { centred: true }),
        ...(align === 'right' && { align }),
      });
  }

  private readElement(element: HtmlElement): void {
    const part = this.tree.partAt(element);
    if (part) {
      this.addPart(part);
      return;
    }
    const name = element.tagName;
    const rule = elementRule(name);
    const at = this.tree.placeOf(element);
    if (rule?.sort === 'hidden') reportHtml(name, true, at, this.tools.context);
    else if (!rule || ['style', 'inline', 'break', 'link', 'picture', 'field'].includes(rule.sort))
      this.readInline(element, at);
    else {
      this.endParagraph();
      this.at = at;
      append(this.blocks, this.blocksOf(element, at));
    }
  }

  private readInline(element: HtmlElement, at: Place): void {
    if (!this.builder) this.at = at;
    const opened = openElement(element.tagName, attributesOf(element.attrs), this.line(), this.tools.context);
    this.open.push(opened);
    this.depth++;
    this.read(element.childNodes);
    this.depth--;
    this.open.pop();
    closeElement(opened, this.line());
  }

  private reportDepth(): void {
    this.tools.context.report.add(
      'nesting-too-deep',
      this.at,
      'From here on, HTML elements are nested too deeply to be printed.',
      'Remove some of the elements around this text.',
    );
  }

  reportColumns(table: HtmlElement, most: number): void {
    this.tools.context.report.add(
      'markup-unsupported',
      this.tree.placeOf(table),
      `This table has more than ${most} columns. What is in the others is not printed.`,
      'Divide it into several tables.',
    );
  }

  private blocksOf(element: HtmlElement, at: Place): Block[] {
    const rule = elementRule(element.tagName)!;
    switch (rule.sort) {
      case 'rule':
        return [{ kind: 'rule', at }];
      case 'heading': {
        const text = this.textOf(element);
        const align = alignmentOf(attributesOf(element.attrs)) ?? this.align;
        const centre = align === 'centre' && { centred: true };
        return text.length === 0 ? [] : [{ kind: 'heading', at, level: rule.level, text, ...centre }];
      }
      case 'preformatted':
        return [preformatted(textIn(element).replace(/^\n/, ''), at)];
      case 'list':
        return readHtmlList(element, at, this);
      case 'definitions':
        return readHtmlDefinitions(element, at, this);
      case 'quote':
        return [{ kind: 'quote', at, blocks: this.inside(element) }];
      case 'details':
        return readDetails(element, at, this);
      case 'figure':
        return readFigure(element, at, this);
      case 'table':
        return readHtmlTable(element, at, this);
      case 'centre':
        return this.inside({ ...element, attrs: [{ name: 'align', value: 'center' }] });
      default:
        return this.inside(element);
    }
  }
}

/** All text inside an element, however deep. */
function textIn(element: HtmlElement): string {
  let text = '';
  const waiting: HtmlNode[] = [element];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node) text += node.value;
    else if ('childNodes' in node) append(waiting, [...node.childNodes].reverse());
  }
  return text;
}

/** Takes white space and line breaks off the ends of a paragraph. */
function trimmed(text: readonly Inline[]): Inline[] {
  const result = [...text];
  while (isEmpty(result[0])) result.shift();
  while (isEmpty(result.at(-1))) result.pop();
  const [first] = result;
  if (first?.kind === 'text') result[0] = { ...first, text: first.text.replace(/^[ \t\r\n]+/, '') };
  const last = result.at(-1);
  if (last?.kind === 'text')
    result[result.length - 1] = { ...last, text: last.text.replace(/[ \t\r\n]+$/, '') };
  return result;
}

const isEmpty = (inline: Inline | undefined) =>
  inline?.kind === 'break' || (inline?.kind === 'text' && /^[ \t\r\n]*$/.test(inline.text));
