import { answer } from '../exam-blocks/answer.ts';
import { answerList } from '../exam-blocks/answer-list.ts';
import { answered } from '../exam-blocks/answered.ts';
import { cloze } from '../exam-blocks/cloze.ts';
import { endLine } from '../exam-blocks/end-line.ts';
import { examCover } from '../exam-blocks/exam-cover.ts';
import { extract } from '../exam-blocks/extract.ts';
import { identify } from '../exam-blocks/identify.ts';
import { labelling } from '../exam-blocks/labelling.ts';
import { matching } from '../exam-blocks/matching.ts';
import { multipleChoice } from '../exam-blocks/multiple-choice.ts';
import { nameLine } from '../exam-blocks/name-line.ts';
import { ordering } from '../exam-blocks/ordering.ts';
import { question } from '../exam-blocks/question.ts';
import { task } from '../exam-blocks/task.ts';
import { trueFalse } from '../exam-blocks/true-false.ts';
import { wordBank } from '../exam-blocks/word-bank.ts';
import { callout } from '../named-blocks/callout.ts';
import { columnBreak } from '../named-blocks/column-break.ts';
import { columns } from '../named-blocks/columns.ts';
import { contents } from '../named-blocks/contents.ts';
import { cover } from '../named-blocks/cover.ts';
import { figure } from '../named-blocks/figure.ts';
import { flashcard } from '../named-blocks/flashcard.ts';
import { indexOf } from '../named-blocks/index-of.ts';
import { lead } from '../named-blocks/lead.ts';
import { margin } from '../named-blocks/margin.ts';
import type { NamedBlock } from '../named-blocks/named-block.ts';
import { newPage } from '../named-blocks/new-page.ts';
import { notes } from '../named-blocks/notes.ts';
import { quotation } from '../named-blocks/quotation.ts';
import { quoteCard } from '../named-blocks/quote-card.ts';
import { table } from '../named-blocks/table.ts';
import { together } from '../named-blocks/together.ts';

/** Every named block. A new one is a file beside this one and a line here. */
export const NAMED_BLOCKS: readonly NamedBlock[] = [
  answer,
  answerList,
  answered,
  callout,
  cloze,
  columnBreak,
  columns,
  contents,
  cover,
  endLine,
  examCover,
  extract,
  figure,
  flashcard,
  identify,
  indexOf,
  labelling,
  lead,
  margin,
  matching,
  multipleChoice,
  nameLine,
  newPage,
  notes,
  ordering,
  question,
  quotation,
  quoteCard,
  table,
  task,
  together,
  trueFalse,
  wordBank,
];
