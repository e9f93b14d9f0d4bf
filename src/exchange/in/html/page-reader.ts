import { append } from '../../../diagnostics/collections/append.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { lineFurniture } from '../study-notes/line-furniture.ts';
import { type Styled, styledMarkdown, styledText } from '../study-notes/styled-markdown.ts';
import type { TextPiece } from '../study-notes/text-piece.ts';
import { furnitureOf } from './furniture-of.ts';
import { inlineParts, isTickBox, UPRIGHT } from './inline-parts.ts';
import type { PageReading } from './page-reading.ts';
import {
  attributeOf,
  elementsNamed,
  INLINE,
  isElement,
  isSilent,
  isTextNode,
  type PageElement,
  type PageNode,
  wordsIn,
} from './page-tree.ts';
import { readPageList } from './read-page-list.ts';
import { readPageTable } from './read-page-table.ts';

/** Reads the text of a page from top to bottom, and notes everything that is not part of it. */
export class PageReader {
  private pieces: TextPiece[] = [];
  /** The line of text that is being read, and its first node. */
  private line: Styled[] = [];
  private first: PageNode | undefined;
  /** The level of the last heading. */
  private level = 1;

  /** @param most words of the whole text: what has more than half of them is not there for the page alone */
  constructor(
    readonly context: PageReading,
    private readonly most: number,
  ) {}

  /** Reads a part of the page. @returns its pieces */
  read(nodes: readonly PageNode[]): TextPiece[] {
    const outer = { pieces: this.pieces, line: this.line, first: this.first };
    this.pieces = [];
    this.line = [];
    this.first = undefined;
    for (const node of nodes) this.readNode(node);
    this.endLine();
    const { pieces } = this;
    ({ pieces: this.pieces, line: this.line, first: this.first } = outer);
    return pieces;
  }

  private readNode(node: PageNode): void {
    if (isTextNode(node)) this.addToLine(node);
    else if (isElement(node) && !isSilent(node)) {
      const furniture = this.furniture(node);
      if (furniture !== undefined) {
        // A button or a player in the middle of a line is no end of it.
        if (!INLINE.has(node.tagName) && node.tagName !== 'button') this.endLine();
        if (wordsIn(node) !== '' || ['audio', 'video', 'iframe', 'object'].includes(node.tagName))
          this.context.lose(furniture, node);
      } else if (INLINE.has(node.tagName) && !holdsBlocks(node)) this.addToLine(node);
      else {
        this.endLine();
        this.readBlock(node);
        this.endLine();
      }
    }
  }

  private furniture(node: PageElement): string | undefined {
    if (node.tagName === 'br' || node.tagName === 'img' || isQuestionButton(node) || isTickBox(node))
      return undefined;
    const found = furnitureOf(node);
    if (found === undefined) return undefined;
    const words = wordsIn(node).split(' ').length;
    // Some pages are one form as a whole, or have all of their text in something called “contents”.
    return words > this.most / 2 && words > 20 ? undefined : found;
  }

  private readBlock(node: PageElement): void {
    const { tagName, childNodes } = node;
    const level = headingLevel(node);
    if (level !== undefined) this.addHeading(node, level);
    else if (['ul', 'ol', 'menu', 'dl'].includes(tagName)) append(this.pieces, readPageList(node, this));
    else if (tagName === 'table') append(this.pieces, readPageTable(node, this));
    else if (tagName === 'blockquote') this.addQuote(node);
    else if (tagName === 'pre') this.addCode(node);
    else if (tagName === 'summary' || isQuestionButton(node))
      this.addHeading(node, Math.min(6, this.level + 1));
    else for (const child of childNodes) this.readNode(child);
  }

  private addHeading(node: PageElement, level: number): void {
    // Names of entries have no notes.
    for (const note of elementsNamed(node, 'word-note')) this.context.lose('a footnote to a heading', note);
    const parts = inlineParts(node.childNodes, UPRIGHT, this.context)
      .filter(({ text, isWritten }) => !isWritten || !text.startsWith('^['))
      .map((part) => ({ ...part, bold: false }));
    const text = styledText(parts);
    if (text === '') return;
    const furniture = lineFurniture(text);
    if (furniture !== undefined && furniture !== 'navigation') {
      this.context.lose(furniture, node);
      return;
    }
    if (headingLevel(node) !== undefined) this.level = level;
    const markdown = styledMarkdown(parts).replace(/\\\n/g, ' ');
    this.pieces.push({ kind: 'heading', level, text, markdown, at: this.context.placeOf(node) });
  }

  private addQuote(node: PageElement): void {
    // The foot of a quotation says whose words it has, and nothing about the page.
    const feet = node.childNodes.filter((child) => isElement(child) && child.tagName === 'footer');
    const inner = this.read(node.childNodes.filter((child) => !feet.includes(child)));
    const credits = this.read(feet.flatMap((foot) => (isElement(foot) ? foot.childNodes : [])));
    append(
      inner,
      credits.map((piece) => (piece.kind === 'paragraph' ? asCredit(piece) : piece)),
    );
    const words = inner.map(({ text }) => text).join(' ');
    const isQuote =
      inner.every(({ kind }) => kind === 'paragraph' || kind === 'quote') &&
      inner.length <= 6 &&
      words.length < 1500;
    if (!isQuote || inner.length === 0) append(this.pieces, inner);
    else
      this.pieces.push({
        kind: 'quote',
        text: inner.map(({ text }) => text).join('\n\n'),
        markdown: inner.map(({ markdown }) => markdown).join('\n\n'),
        at: inner[0]!.at,
      });
  }

  private addCode(node: PageElement): void {
    const code = textOf(node).replace(/^\n|\s+$/g, '');
    if (code.trim() === '') return;
    const fence = '`'.repeat(
      largest(
        [...code.matchAll(/`+/g)].map(([run]) => run.length + 1),
        3,
      ),
    );
    const markdown = `${fence}\n${code}\n${fence}`;
    this.pieces.push({ kind: 'other', text: code, markdown, at: this.context.placeOf(node) });
  }

  private addToLine(node: PageNode): void {
    const isBreak = isElement(node) && node.tagName === 'br';
    // Two line breaks are how some pages end a paragraph.
    if (isBreak && this.line.findLast(({ text, isBreak: ends }) => ends || text.trim() !== '')?.isBreak) {
      this.endLine();
      return;
    }
    const parts = inlineParts([node], UPRIGHT, this.context);
    if (this.first === undefined && parts.some(({ text }) => text.trim() !== '')) this.first = node;
    append(this.line, parts);
  }

  private endLine(): void {
    const parts = this.line;
    const node = this.first;
    this.line = [];
    this.first = undefined;
    const text = styledText(parts);
    const markdown = styledMarkdown(parts);
    if (markdown === '' || node === undefined) return;
    const at = this.context.placeOf(node);
    const furniture = lineFurniture(text);
    if (furniture !== undefined) this.context.losses.push({ what: furniture, text, at });
    else if (text === '') this.pieces.push({ kind: 'other', text, markdown, at });
    else {
      const isBold = parts.every(
        (part) => part.bold || part.text.trim() === '' || /^[\s:.]+$/.test(part.text),
      );
      this.pieces.push({ kind: 'paragraph', text, markdown, isBold, at });
    }
  }
}

/** Writes who said something as books do, behind a dash, so that it can be told from what was said. */
const asCredit = <Piece extends { readonly text: string; readonly markdown: string }>(piece: Piece): Piece =>
  /^[—–―~-]/.test(piece.text)
    ? piece
    : { ...piece, text: `— ${piece.text}`, markdown: `— ${piece.markdown}` };

/** Whether an element is a question that shows its answer when it is clicked. */
const isQuestionButton = (element: PageElement): boolean =>
  (element.tagName === 'button' || attributeOf(element, 'role') === 'button') &&
  /\?\W{0,3}$/.test(wordsIn(element));

const textOf = (node: PageNode): string =>
  isTextNode(node) ? node.value : isElement(node) ? node.childNodes.map(textOf).join('') : '';

function headingLevel(element: PageElement): number | undefined {
  const found = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (found !== undefined) return Number(found);
  if (attributeOf(element, 'role') !== 'heading') return undefined;
  return Math.min(6, Math.max(1, Number(attributeOf(element, 'aria-level')) || 2));
}

/** Whether an element of a line has paragraphs, lists or the like in it, as links around whole cards have. */
function holdsBlocks(element: PageElement): boolean {
  return element.childNodes.some(
    (child) =>
      isElement(child) &&
      !isSilent(child) &&
      (!INLINE.has(child.tagName) ? child.tagName !== 'button' : holdsBlocks(child)),
  );
}
