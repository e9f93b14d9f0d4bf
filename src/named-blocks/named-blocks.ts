import { answer } from './answer.ts';
import { callout } from './callout.ts';
import { cloze } from './cloze.ts';
import { columnBreak } from './column-break.ts';
import { columns } from './columns.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import { endLine } from './end-line.ts';
import { examCover } from './exam-cover.ts';
import { extract } from './extract.ts';
import { figure } from './figure.ts';
import { flashcard } from './flashcard.ts';
import { identify } from './identify.ts';
import { indexOf } from './index-of.ts';
import { labelling } from './labelling.ts';
import { lead } from './lead.ts';
import { margin } from './margin.ts';
import { matching } from './matching.ts';
import { multipleChoice } from './multiple-choice.ts';
import { nameLine } from './name-line.ts';
import type { NamedBlock } from './named-block.ts';
import { newPage } from './new-page.ts';
import { notes } from './notes.ts';
import { ordering } from './ordering.ts';
import { question } from './question.ts';
import { quotation } from './quotation.ts';
import { quoteCard } from './quote-card.ts';
import { table } from './table.ts';
import { task } from './task.ts';
import { together } from './together.ts';
import { trueFalse } from './true-false.ts';
import { wordBank } from './word-bank.ts';

/** Every named block. A new one is a file beside this one and a line here. */
export const NAMED_BLOCKS: readonly NamedBlock[] = [
  answer,
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
