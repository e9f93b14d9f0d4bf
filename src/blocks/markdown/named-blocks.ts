import { axes } from '../drawing-blocks/axes.ts';
import { flow } from '../drawing-blocks/flow.ts';
import { plotCurve } from '../drawing-blocks/plot-curve.ts';
import { telling } from '../drawing-blocks/telling.ts';
import { timeline } from '../drawing-blocks/timeline.ts';
import { venn } from '../drawing-blocks/venn.ts';
import { answer } from '../exam/answer.ts';
import { answerList } from '../exam/answer-list.ts';
import { answered } from '../exam/answered.ts';
import { endLine } from '../exam/end-line.ts';
import { examCover } from '../exam/exam-cover.ts';
import { extract } from '../exam/extract.ts';
import { nameLine } from '../exam/name-line.ts';
import { numberBox } from '../exam/number-box.ts';
import { question } from '../exam/question.ts';
import { sheetTitle } from '../exam/sheet-title.ts';
import { shortKey } from '../exam/short-key.ts';
import { task } from '../exam/task.ts';
import { wordBank } from '../exam/word-bank.ts';
import { board } from '../named/board.ts';
import { callout } from '../named/callout.ts';
import { columnBreak } from '../named/column-break.ts';
import { columns } from '../named/columns.ts';
import { contents } from '../named/contents.ts';
import { cover } from '../named/cover.ts';
import { diagram } from '../named/diagram.ts';
import { figure } from '../named/figure.ts';
import { flashcard } from '../named/flashcard.ts';
import { glossary } from '../named/glossary.ts';
import { indexOf } from '../named/index-of.ts';
import { lead } from '../named/lead.ts';
import { margin } from '../named/margin.ts';
import type { NamedBlock } from '../named/named-block.ts';
import { newPage } from '../named/new-page.ts';
import { newPart } from '../named/new-part.ts';
import { notes } from '../named/notes.ts';
import { plot } from '../named/plot.ts';
import { quotation } from '../named/quotation.ts';
import { quoteCard } from '../named/quote-card.ts';
import { summary } from '../named/summary.ts';
import { table } from '../named/table.ts';
import { together } from '../named/together.ts';
import { bingo } from '../puzzle-blocks/bingo.ts';
import { crossword } from '../puzzle-blocks/crossword.ts';
import { loopCards } from '../puzzle-blocks/loop-cards.ts';
import { matchingCards } from '../puzzle-blocks/matching-cards.ts';
import { wordSearch } from '../puzzle-blocks/word-search.ts';
import { wallCard } from '../wall-blocks/wall-card.ts';

/**
 * Every named block except those of questions, which come with their kinds. A new one is a file in `blocks/named/` or
 * `blocks/exam/`, and a line here.
 */
export const NAMED_BLOCKS: readonly NamedBlock[] = [
  answer,
  answerList,
  answered,
  axes,
  board,
  bingo,
  callout,
  columnBreak,
  columns,
  contents,
  cover,
  crossword,
  diagram,
  endLine,
  examCover,
  extract,
  figure,
  flashcard,
  flow,
  glossary,
  indexOf,
  lead,
  loopCards,
  margin,
  matchingCards,
  nameLine,
  newPage,
  newPart,
  plot,
  plotCurve,
  telling,
  timeline,
  notes,
  numberBox,
  question,
  quotation,
  quoteCard,
  sheetTitle,
  shortKey,
  summary,
  table,
  task,
  together,
  venn,
  wallCard,
  wordBank,
  wordSearch,
];
