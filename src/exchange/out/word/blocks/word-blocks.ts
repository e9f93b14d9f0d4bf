import { ColumnBreak } from 'docx';
import type { Aside, Block, Group, NumberedLines } from '../../../../blocks/block.ts';
import { append } from '../../../../diagnostics/collections/append.ts';
import { estimateHeight } from './estimate-height.ts';
import { keptTogether, withGapAfter, withGapBefore } from './keep-parts.ts';
import { wordAnswerSpace } from './word-answer-space.ts';
import { wordBoard } from './word-board.ts';
import { wordBoxTable, wordColumns, wordTurned } from './word-containers.ts';
import type { WordContext } from './word-context.ts';
import { wordDrawn, wordFigure } from './word-figure.ts';
import { wordDefinitions, wordList } from './word-list.ts';
import { wordHeading, wordParagraph, wordQuote, wordRule } from './word-paragraph.ts';
import type { WordPart } from './word-part.ts';
import { wordContents, wordIndex } from './word-references.ts';
import { wordTable } from './word-table.ts';

/** Turns blocks into parts of a Word document, one after another. */
export function wordBlocks(blocks: readonly Block[], context: WordContext): WordPart[] {
  const parts: WordPart[] = [];
  let space = 0;
  for (const block of blocks) {
    // Without a margin column, what is printed elsewhere too is left out, as in print.
    if (block.kind === 'aside' && block.repeats) continue;
    if (block.kind === 'space') {
      space += block.height + block.fill * FILL;
      continue;
    }
    const made = wordBlock(block, context);
    if (made.length === 0) continue;
    append(parts, withGapBefore(made, space));
    space = 0;
  }
  return space > 0 ? withGapAfter(parts, space) : parts;
}

/** What a share of the rest of a page is in Word, where nobody knows how much is left; in points. */
const FILL = 14;

/**
 * Turns any block into parts. The switch has no default, so that a new kind of block does not compile until it is handed out
 * too.
 */
function wordBlock(block: Exclude<Block, { kind: 'space' }>, context: WordContext): WordPart[] {
  switch (block.kind) {
    case 'heading':
      return wordHeading(block, context);
    case 'paragraph':
      return wordParagraph(block, context);
    case 'list':
      return wordList(block, context);
    case 'definitions':
      return wordDefinitions(block, context);
    case 'quote':
      return wordQuote(block, context);
    case 'table':
      return [wordTable(block, context)];
    case 'columns':
      return wordColumns(block, context);
    case 'figure':
      return wordFigure(block, context);
    case 'diagram':
    case 'drawing':
    case 'square-grid':
      return wordDrawn(block, context);
    case 'board':
      return wordBoard(block, context);
    case 'box':
      return wordBoxTable(block, context);
    case 'aside':
      return wordAside(block, context);
    case 'numbered-lines':
      return wordLines(block, context);
    case 'turned':
      return wordTurned(block, context);
    case 'rule':
      return [wordRule(context)];
    case 'answer-space':
      return wordAnswerSpace(block, context);
    case 'group':
      return wordGroup(block, context);
    case 'contents':
      return wordContents(block, context);
    case 'index':
      return wordIndex(block, context);
    case 'column-break':
      return context.inside ? [] : [{ kind: 'paragraph', options: COLUMN_BREAK }];
    case 'page-break':
      // Those of the whole document begin sections; one inside a list or a box has no page to end.
      return [];
  }
}

/** What begins a new column. */
const COLUMN_BREAK = { children: [new ColumnBreak()] };

/** An aside is a box in the text, where print has a margin column. */
const wordAside = (aside: Aside, context: WordContext): WordPart[] =>
  wordBoxTable({ ...aside, kind: 'box', tone: 'tint' }, context);

/** Lines that Word numbers, where it can: not in a cell. */
function wordLines(lines: NumberedLines, context: WordContext): WordPart[] {
  const { at, every, first, blocks } = lines;
  const isNumbered = !context.inside;
  const isVerse = blocks.every((block) => block.kind !== 'paragraph' || block.verse === true);
  if (!isNumbered) context.lose({ what: 'the numbers of lines in a cell', text: '', at });
  else if (!isVerse)
    context.lose({
      what: 'where lines end that are numbered: Word breaks and counts them itself, so check the lines that questions name',
      text: '',
      at,
    });
  const inner = wordBlocks(blocks, { ...context, numbered: isNumbered });
  if (!isNumbered) return inner;
  return [
    { kind: 'turn', to: { kind: 'lines', every, first } },
    ...inner,
    { kind: 'turn', to: { kind: 'end' } },
  ];
}

/** The share of a page that may be kept on it as a whole, if it is whole or not. */
const MOST_KEPT = { whole: 0.85, other: 0.45 };

function wordGroup(group: Group, context: WordContext): WordPart[] {
  const parts = wordBlocks(group.blocks, context);
  const height = estimateHeight(group.blocks, context.width, context.document.style);
  const most = context.height * (group.whole ? MOST_KEPT.whole : MOST_KEPT.other);
  return height > most ? parts : keptTogether(parts, group.leads === true);
}
