import type {
  AnswerSpace,
  Block,
  BoardBlock,
  Diagram,
  DrawingBlock,
  Figure,
  Heading,
  NumberedLines,
  SquareGrid,
} from '../../../blocks/block.ts';
import { mm } from '../../../pages/length.ts';
import { drawnBlock } from '../products/drawn-block.ts';
import { asMarkup, tag } from './markup.ts';
import { pageInlines } from './page-inlines.ts';
import { pageDefinitions, pageList } from './page-list.ts';
import { pageParagraph } from './page-paragraph.ts';
import { COLUMN, pageImage, pagePicture } from './page-picture.ts';
import { pageContents, pageIndex } from './page-references.ts';
import { pageTable } from './page-table.ts';
import type { WebPageContext } from './web-page-context.ts';

/** Turns blocks into markup, one after another. */
export const pageBlocks = (blocks: readonly Block[], context: WebPageContext): string =>
  blocks.map((block) => pageBlock(block, context)).join('\n');

/**
 * Turns any block into markup. The switch has no default, so that a new kind of block does not compile until it is handed out
 * too.
 */
function pageBlock(block: Block, context: WebPageContext): string {
  const inside = (blocks: readonly Block[]) => context.markup(blocks, context);
  switch (block.kind) {
    case 'heading':
      return pageHeading(block, context);
    case 'paragraph':
      return pageParagraph(block, context);
    case 'list':
      return pageList(block, context);
    case 'definitions':
      return pageDefinitions(block, context);
    case 'quote': {
      const from = block.attribution
        ? tag('p', { class: 'from' }, pageInlines(block.attribution, context))
        : '';
      return tag('blockquote', {}, inside(block.blocks) + from);
    }
    case 'table':
      return pageTable(block, context);
    case 'columns': {
      const columns = block.columns.map(({ share, blocks }) =>
        tag('div', { style: `flex:${share}` }, inside(blocks)),
      );
      return tag('div', { class: 'columns' }, columns.join(''));
    }
    case 'figure':
      return pageFigure(block, context);
    case 'diagram':
    case 'drawing':
    case 'square-grid':
      return pageDrawn(block, context);
    case 'board':
      return pageBoard(block, context);
    case 'box':
      return tag('div', { class: block.tone }, inside(block.blocks));
    case 'aside':
      // What is printed elsewhere too would only be read twice.
      return block.repeats ? '' : tag('div', { class: 'tint', role: 'note' }, inside(block.blocks));
    case 'numbered-lines':
      return pageLines(block, context);
    case 'turned':
      context.lose({ what: 'that answers are upside down', text: '', at: block.at });
      return tag('div', { class: 'answers' }, inside(block.blocks));
    case 'rule':
      return tag('hr');
    case 'space':
      return block.height > 0 ? tag('div', { style: `height:${Math.round(block.height)}pt` }) : '';
    case 'answer-space':
      return pageAnswer(block, context);
    case 'group':
      return tag('div', { class: 'group' }, inside(block.blocks));
    case 'contents':
      return pageContents(block, context);
    case 'index':
      return pageIndex(block, context);
    case 'column-break':
      return '';
    case 'page-break':
      return tag('div', { class: 'page' });
  }
}

function pageHeading(heading: Heading, context: WebPageContext): string {
  const level = context.levels.get(heading) ?? heading.level;
  const attributes = { id: context.idOf(heading), class: heading.look };
  return tag(`h${level}`, attributes, pageInlines(heading.text, context));
}

function pageFigure(figure: Figure, context: WebPageContext): string {
  const caption = figure.caption ? tag('figcaption', {}, pageInlines(figure.caption, context)) : '';
  const place = figure.emblem === undefined ? {} : { class: 'emblem' };
  return tag('figure', place, pagePicture(figure, context) + caption);
}

/** The room for a drawing, in points. */
const ROOM = { width: COLUMN, height: 640 };

function pageDrawn(block: Diagram | DrawingBlock | SquareGrid, context: WebPageContext): string {
  const { drawing, key } = drawnBlock(block, ROOM, context.nextId(), context.document);
  const table = key ? context.markup([key], context) : '';
  if (!drawing) {
    context.lose({ what: 'a drawing that has no room', text: block.alt, at: block.at });
    return table || tag('p', {}, asMarkup(block.alt));
  }
  return tag('figure', {}, pageImage({ kind: 'svg', ...drawing }, block.alt, context)) + table;
}

function pageBoard(board: BoardBlock, context: WebPageContext): string {
  const head = [
    ...(board.title ? [board.title] : []),
    ...(board.note ? [board.note] : []),
    ...(board.beside ?? []),
  ];
  const boxes = board.boxes.map(({ title, blocks, lines, at }) => {
    const room: Block[] = lines === undefined ? [] : [{ kind: 'answer-space', at, lines, rest: false }];
    return tag('section', { class: 'frame' }, context.markup([title, ...blocks, ...room], context));
  });
  return context.markup(head, context) + tag('div', { class: 'board' }, boxes.join('\n'));
}

/** Lines with numbers: those of verse keep them. Others end where the page’s window does. */
function pageLines({ blocks, every, first, at }: NumberedLines, context: WebPageContext): string {
  const isVerse = blocks.every((block) => block.kind !== 'paragraph' || block.verse === true);
  if (!isVerse) {
    context.lose({
      what: 'the numbers of lines: on a page for the screen, lines end anywhere',
      text: '',
      at,
    });
    return context.markup(blocks, context);
  }
  let number = first - 1;
  const lines = { every, next: () => ++number };
  return tag('div', { class: 'lines' }, context.markup(blocks, { ...context, lines }));
}

/** The number of lines in place of the rest of a page. */
const REST = 6;
/** The width of a handwritten letter for each millimetre between two lines, and how much more room there is, as in print. */
const WRITTEN_LETTER = 160 / 45 / 8;
const MORE = 4 / 3;

/** Room to write in, for those who print the page. There is nothing in it to read out. */
function pageAnswer(
  { lines, rest, ruling = 'lined', title, at }: AnswerSpace,
  context: WebPageContext,
): string {
  const gap = context.document.style['answer-line-gap'];
  if (rest) context.lose({ what: 'lines that fill the rest of their page', text: '', at });
  const needed =
    typeof lines === 'number'
      ? lines
      : 'height' in lines
        ? Math.ceil(lines.height / mm(gap))
        : Math.ceil((lines.letters * MORE * mm(gap * WRITTEN_LETTER)) / COLUMN);
  const count = Math.max(needed, rest ? REST : 1);
  const room =
    ruling === 'lined'
      ? tag('span', { class: 'line' }).repeat(count)
      : tag('span', { class: ruling, style: `height:${Math.round(count * gap)}mm` });
  const heading = title ? tag('p', { class: 'heading' }, pageInlines(title, context)) : '';
  return heading + tag('div', { class: 'answer', 'aria-hidden': 'true' }, room);
}
