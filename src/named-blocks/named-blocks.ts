import { answer } from './answer.ts';
import { callout } from './callout.ts';
import { columnBreak } from './column-break.ts';
import { columns } from './columns.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import { figure } from './figure.ts';
import { flashcard } from './flashcard.ts';
import { indexOf } from './index-of.ts';
import { lead } from './lead.ts';
import { margin } from './margin.ts';
import { nameLine } from './name-line.ts';
import type { NamedBlock } from './named-block.ts';
import { newPage } from './new-page.ts';
import { notes } from './notes.ts';
import { question } from './question.ts';
import { quotation } from './quotation.ts';
import { quoteCard } from './quote-card.ts';
import { table } from './table.ts';
import { together } from './together.ts';

/** Every named block. A new one is a file beside this one and a line here. */
export const NAMED_BLOCKS: readonly NamedBlock[] = [
  answer,
  callout,
  columnBreak,
  columns,
  contents,
  cover,
  figure,
  flashcard,
  indexOf,
  lead,
  margin,
  nameLine,
  newPage,
  notes,
  question,
  quotation,
  quoteCard,
  table,
  together,
];
